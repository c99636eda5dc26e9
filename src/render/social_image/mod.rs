//! The picture of a page that social networks show beside a link to it: the Open Graph protocol, <https://ogp.me/>.
//!
//! The theme's `social-image.svg` is filled in and painted with the theme's fonts only, so that the picture is the same on
//! every machine. What a picture depends on is in its name ([`Card`]): one that is there need not be painted again.
//!
//! A theme can come from a stranger. What would end the program or take minutes is refused, before it is followed (`outline.rs`)
//! and before it is painted (`work.rs`).

mod excess;
mod outline;
mod text;
mod work;

use std::collections::BTreeSet;
use std::sync::Arc;

use icu_properties::CodePointSetData;
use icu_properties::props::DefaultIgnorableCodePoint;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::fontdb::Database;
use resvg::usvg::{ImageHrefResolver, Options, Tree};
use skrifa::{FontRef, MetadataProvider};
use tera::{Context, Tera};

use super::bounded;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::theme::{self, PictureSize, SOCIAL_IMAGE, Theme};
use crate::place::Place;
use crate::plan::social_images::Card;
use crate::resolve::library::Library;
use excess::Excess;
use text::{Faces, FitText};

/// Paints pictures.
pub(super) struct Painter {
    template: Tera,
    options: Options<'static>,
    /// For what is said of a template that fails.
    theme: Arc<Theme>,
}

/// The letters of a text that no font of a theme has, in order. What is never seen does not count.
#[must_use]
pub fn missing_letters(theme: &Theme, text: &str) -> BTreeSet<char> {
    let fonts: Vec<_> = theme.fonts.values().filter_map(|font| FontRef::from_index(font, 0).ok()).collect();
    let unseen = CodePointSetData::new::<DefaultIgnorableCodePoint>();
    let is_missing = |c: &char| fonts.iter().all(|font| font.charmap().map(*c).is_none());
    let letters: BTreeSet<char> = text.chars().collect();
    letters.into_iter().filter(|c| !c.is_whitespace() && !unseen.contains(*c)).filter(is_missing).collect()
}

impl Painter {
    /// Loads the fonts. `None` if the site has no such pictures.
    pub(super) fn new(library: &Library) -> Option<Self> {
        let mut template = library.social_image()?.template.clone();
        let mut fonts = Database::new();
        for font in library.theme.fonts.values() {
            fonts.load_font_data(font.to_vec());
        }
        let fontdb = Arc::new(fonts);
        // Without a resolver the library would read files that an `href` names.
        let image_href_resolver =
            ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
        let options = Options { fontdb: Arc::clone(&fontdb), image_href_resolver, ..Options::default() };
        template.register_function("fit_text", FitText(Faces::new(fontdb)));
        Some(Self { template, options, theme: Arc::clone(&library.theme) })
    }

    /// The picture as PNG.
    pub(super) fn paint(&self, Card { image, locale, tools }: &Card) -> Result<Vec<u8>, Box<Diagnostic>> {
        let mut context = Context::new();
        context.insert("image", image);
        context.insert("locale", locale);
        context.insert("theme", &tools.options);
        let mut svg = Vec::new();
        bounded::render(&self.template, SOCIAL_IMAGE, &context, &mut svg)
            .map_err(|why| why.diagnostic(&self.theme, SOCIAL_IMAGE).in_locale(&locale.code))?;
        let svg = String::from_utf8(svg).expect("templates write text");
        let outline = outline::read(&svg).map_err(|excess| self.refused(&excess))?;
        let tree =
            Tree::from_xmltree(&outline, &self.options).map_err(|error| no_picture(&self.theme, &error.to_string()))?;
        if let Some(mistake) = theme::too_large(&self.theme, picture_size(&tree)) {
            return Err(Box::new(mistake));
        }
        work::check(&tree).map_err(|excess| self.refused(&excess))?;
        png(&tree).map_err(|problem| Box::new(no_picture(&self.theme, &problem)))
    }

    fn refused(&self, excess: &Excess) -> Diagnostic {
        if let Excess::Unreadable(error) = excess {
            return no_picture(&self.theme, &error.to_string());
        }
        let place = Place::start_of(&self.theme.template_path(SOCIAL_IMAGE));
        Diagnostic::error(Code::Limit, format!("this picture is not painted: {excess}")).at(place).help(excess.help())
    }
}

fn picture_size(tree: &Tree) -> PictureSize {
    let size = tree.size().to_int_size();
    PictureSize { width: size.width(), height: size.height() }
}

fn png(tree: &Tree) -> Result<Vec<u8>, String> {
    let PictureSize { width, height } = picture_size(tree);
    let mut pixmap = Pixmap::new(width, height).ok_or("it is too large")?;
    resvg::render(tree, Transform::identity(), &mut pixmap.as_mut());
    pixmap.encode_png().map_err(|error| error.to_string())
}

fn no_picture(theme: &Theme, problem: &str) -> Diagnostic {
    let place = Place::start_of(&theme.template_path(SOCIAL_IMAGE));
    let message = format!("this is no picture: {problem}");
    Diagnostic::error(Code::Template, message).at(place).help("correct the template")
}
