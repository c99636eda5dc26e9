//! What a template writes, up to a limit: loops in a template could fill any memory.

use std::io::{self, Write};

use tera::{Context, Tera};

use crate::diagnostic::{Code, Diagnostic};
use crate::limits::PAGE_BYTES;
use crate::parse::theme::{self, Theme};
use crate::place::{Place, SourcePath};

/// Bytes of which there are no more than `most`.
struct Bounded<'b> {
    bytes: &'b mut Vec<u8>,
    most: usize,
    is_full: bool,
}

impl Write for Bounded<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.bytes.len() + bytes.len() > self.most {
            self.is_full = true;
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        self.bytes.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Why a template could not be rendered.
pub(super) enum Unrendered {
    /// It has written too much.
    TooLarge,
    /// Tera's reason.
    Failed(tera::Error),
}

impl Unrendered {
    /// What to say of the template.
    pub(super) fn diagnostic(&self, theme: &Theme, template: &str) -> Diagnostic {
        let start = || Place::start_of(&theme.template_path(template));
        match self {
            Self::Failed(error) => {
                let diagnostic = theme::diagnose(theme, error);
                // Of components that call each other without end Tera does not say where.
                if diagnostic.place.is_none() { diagnostic.at(start()) } else { diagnostic }
            }
            Self::TooLarge => {
                let megabytes = PAGE_BYTES / 1_000_000;
                let message =
                    format!("what this template makes has more than {megabytes} MB, the most that a page may have");
                let help = "show less on one page: look for loops within loops, and for `range` with a large `end`";
                Diagnostic::error(Code::Limit, message).at(start()).help(help)
            }
        }
    }
}

/// What to say of a text that fills most of a page that is too large.
pub(super) fn too_large_text(file: &SourcePath) -> Diagnostic {
    let megabytes = PAGE_BYTES / 1_000_000;
    let message = format!("the page of this text has more than {megabytes} MB, the most that a page may have");
    Diagnostic::error(Code::Limit, message).at(Place::start_of(file)).help("divide the text into several entries")
}

/// Renders a template behind the bytes that are there.
pub(super) fn render(engine: &Tera, template: &str, context: &Context, bytes: &mut Vec<u8>) -> Result<(), Unrendered> {
    let mut bounded = Bounded { bytes, most: PAGE_BYTES, is_full: false };
    match engine.render_to(template, context, &mut bounded) {
        Ok(()) => Ok(()),
        Err(_) if bounded.is_full => Err(Unrendered::TooLarge),
        Err(error) => Err(Unrendered::Failed(error)),
    }
}

/// The text of a piece of a template, if it can be rendered and has no more than so many bytes.
pub(super) fn text(engine: &Tera, piece: &str, context: &Context, most: usize) -> Option<String> {
    let mut bytes = Vec::new();
    let bounded = Bounded { bytes: &mut bytes, most, is_full: false };
    engine.render_str_to(piece, context, true, bounded).ok()?;
    String::from_utf8(bytes).ok()
}
