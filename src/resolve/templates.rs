//! Which templates the pages of entries have: plain pages may choose one, all others have that of their kind.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use super::index::LocaleIndex;
use crate::diagnostic::{Code, Diagnostic, on_one_line};
use crate::id::closest;
use crate::parse::config::Kind;
use crate::parse::theme::Theme;
use crate::place::Located;

/// The templates that the texts of an entry have chosen, by the locale of the text.
#[derive(Default)]
pub(super) struct Chosen(BTreeMap<LocaleIndex, String>);

impl Chosen {
    /// Notes what a text has chosen. A template that the theme does not have is reported.
    pub(super) fn note(
        &mut self,
        locale: LocaleIndex,
        written: &Located<String>,
        theme: &Theme,
        diagnostics: &mut Vec<Diagnostic>,
    ) {
        if theme.sources.contains_key(&written.value) {
            self.0.insert(locale, written.value.clone());
            return;
        }
        let meant = meant(theme, &written.value);
        // Nobody is to read that nothing uses the template that was meant.
        self.0.extend(meant.map(|meant| (locale, meant.to_owned())));
        diagnostics.push(unknown(theme, &written.value, meant).at(written.place.clone()));
    }

    /// The template of a text: the one that it has chosen, else the one of its original, else that of the kind.
    pub(super) fn of(
        &self,
        locale: LocaleIndex,
        default_locale: LocaleIndex,
        kind: Kind,
        theme: &Theme,
    ) -> Cow<'static, str> {
        let chosen = self.0.get(&locale).or_else(|| self.0.get(&default_locale));
        chosen.map_or_else(|| theme.template_of(kind).into(), |chosen| chosen.clone().into())
    }
}

/// What a template is called whose file is named with its folder or without its ending.
fn file_name(written: &str) -> String {
    let name = written.rsplit_once("templates/").map_or(written, |(_, name)| name).trim_matches('/');
    let is_whole = Path::new(name).extension().is_some_and(|extension| extension == "html");
    if is_whole { name.to_owned() } else { format!("{name}.html") }
}

/// The template of the theme that was probably meant.
fn meant<'t>(theme: &'t Theme, written: &str) -> Option<&'t str> {
    let name = file_name(written);
    let known = || theme.sources.keys().map(String::as_str);
    known().find(|known| *known == name).or_else(|| closest(&name, known()))
}

fn unknown(theme: &Theme, written: &str, meant: Option<&str>) -> Diagnostic {
    let shown = on_one_line(written);
    let diagnostic = Diagnostic::error(Code::UnknownReference, format!("the theme has no template `{shown}`"));
    let name = file_name(written);
    let otherwise = match theme.template_path(&name) {
        _ if !is_file_name(&name) => "write the name of a file below `templates/`, such as `landing.html`".to_owned(),
        file if name == written => format!("add the file `{file}`"),
        file => format!("add the file `{file}`, and write `{name}` here"),
    };
    diagnostic.did_you_mean(meant, otherwise)
}

/// Whether a theme could have such a template.
fn is_file_name(name: &str) -> bool {
    let is_part = |part: &str| !part.starts_with('.') && part.chars().all(|c| c.is_alphanumeric() || "-_.".contains(c));
    name.split('/').all(is_part)
}
