//! A theme: its templates, compiled, and its static files.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, LazyLock};

use regex::Regex;
use tera::{ErrorKind, Kwargs, ReportError, State, Tera, Value};

use super::config::Kind;
use super::document::Document;
use super::includes::Includes;
use super::message_id::{MessageId, MessageRef};
use super::pattern::{TOO_LONG, TOO_LONG_HELP};
use super::theme_ids::{Given, Ids};
use super::theme_options::Declarations;
use crate::diagnostic::{Code, Diagnostic};
use crate::limits::PICTURE_SIDE;
use crate::place::{Located, Place, SourcePath};

/// The functions that templates may call. Rendering gives them their meaning, locale by locale.
pub const FUNCTIONS: &[&str] = &["t", "t_html", "asset"];

/// The templates that every theme has, one for each kind of page.
pub const TEMPLATES: &[&str] =
    &["home.html", "listing.html", "role.html", "article.html", "category.html", "not-found.html", "languages.html"];

/// The template of plain pages, which a theme need not have. In many themes, `page.html` is what all pages extend.
const PLAIN_PAGE: &str = "plain-page.html";

/// The template of pictures for social networks.
pub const SOCIAL_IMAGE: &str = "social-image.svg";

/// A theme whose templates have been read and whose references to each other hold.
pub struct Theme {
    /// The folder below `themes/`.
    pub name: String,
    /// The compiled templates. The functions are stand-ins until rendering binds them.
    pub templates: Tera,
    /// Their sources, by their paths below `templates/`.
    pub sources: BTreeMap<String, String>,
    /// The templates that no other extends or includes and that define no component.
    pub unnamed: BTreeSet<String>,
    /// The messages that templates ask for in so many words, and where.
    pub message_uses: Vec<Located<MessageId>>,
    /// All that templates name, among it perhaps messages that are asked for in other ways.
    pub named: BTreeSet<MessageId>,
    /// The messages that templates declare to use, and the beginnings of ids that they put together, as patterns.
    pub declared_uses: Vec<String>,
    /// The ids that elements of pages have beside those of texts, by the page's template.
    pub ids: BTreeMap<String, Ids>,
    /// The static files, by their path below `static/`.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// What pictures for social networks are made from, if the theme makes such pictures.
    pub social_image: Option<SocialImage>,
    /// Its fonts, for these pictures, by their file names.
    pub fonts: BTreeMap<String, Arc<[u8]>>,
    /// What sites may set.
    pub options: Declarations,
    /// Whether its templates speak of variants, which lists then show at one entry only.
    pub shows_variants: bool,
}

impl Theme {
    /// The source file of a template.
    #[must_use]
    pub fn template_path(&self, template: &str) -> SourcePath {
        SourcePath::from(format!("themes/{}/templates/{template}", self.name))
    }

    /// The template of the pages of entries of a kind.
    #[must_use]
    pub fn template_of(&self, kind: Kind) -> &'static str {
        match kind {
            Kind::Role => "role.html",
            Kind::Category => "category.html",
            Kind::Page if self.sources.contains_key(PLAIN_PAGE) => PLAIN_PAGE,
            // A theme need know nothing of plain pages.
            Kind::Article | Kind::Page => "article.html",
        }
    }
}

/// Compiles the templates, which come with their names relative to `templates/`.
pub(super) fn parse(
    name: &str,
    templates: &[(String, Document)],
    files: BTreeMap<String, Arc<[u8]>>,
    options: Declarations,
) -> (Theme, Vec<Diagnostic>) {
    let mut diagnostics = Vec::new();
    let sources: BTreeMap<String, String> =
        templates.iter().map(|(name, document)| (name.clone(), document.text.to_owned())).collect();
    let includes = Includes::of(templates);
    let given = Given::read(templates, &mut diagnostics);
    let mut theme = Theme {
        name: name.to_owned(),
        templates: with_stand_ins(),
        ids: templates.iter().map(|(name, _)| (name.clone(), given.on_pages_of(name, &includes))).collect(),
        shows_variants: sources.values().any(|source: &String| source.contains("variants")),
        sources,
        unnamed: includes.unnamed(templates.iter().map(|(name, _)| name.as_str())),
        message_uses: templates.iter().flat_map(|(_, document)| message_uses(document, &mut diagnostics)).collect(),
        named: templates.iter().flat_map(|(_, document)| named(document.text)).collect(),
        declared_uses: templates.iter().flat_map(|(_, document)| declared_uses(document.text)).collect(),
        files,
        social_image: None,
        fonts: BTreeMap::new(),
        options,
    };
    let mut mistakes = missing_templates(&theme, templates);
    let sound: Vec<_> = templates
        .iter()
        .filter(|(template, document)| match with_stand_ins().add_raw_template(template, document.text) {
            // Alone, a template cannot find its parent; only its own syntax is looked at here.
            Err(error) if matches!(error.kind(), ErrorKind::SyntaxError(_)) => {
                mistakes.push(diagnose(&theme, &error));
                false
            }
            _ => true,
        })
        .map(|(template, document)| (template.as_str(), document.text))
        .collect();
    includes.report(&mut mistakes);
    if mistakes.is_empty()
        && let Err(error) = theme.templates.add_raw_templates(sound)
    {
        mistakes.extend(diagnose_all(&theme, &error));
    }
    diagnostics.extend(mistakes);
    (theme, diagnostics)
}

/// What pictures for social networks are made from.
pub struct SocialImage {
    /// The template alone. Its function is a stand-in until rendering binds it.
    pub template: Tera,
    /// The hash of the template and of the fonts.
    pub fingerprint: String,
    /// The size of the pictures, if the template says it in so many numbers.
    pub size: Option<PictureSize>,
}

/// The size of a picture, in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PictureSize {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

impl PictureSize {
    /// The size that the element `<svg>` of a template has by its attributes, as far as these are the same in all pictures.
    fn written(source: &str) -> Option<Self> {
        static ROOT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"<svg\b[^>]*>").expect("a valid expression"));
        static SIDE: LazyLock<Regex> = LazyLock::new(|| {
            Regex::new(r#"\s(width|height)\s*=\s*(?:"\s*([\d.]+)(?:px)?\s*"|'\s*([\d.]+)(?:px)?\s*')"#)
                .expect("a valid expression")
        });
        let root = ROOT.find(source)?.as_str();
        let sides = SIDE.captures_iter(root).filter_map(|side| {
            let pixels: f32 = side.get(2).or(side.get(3))?.as_str().parse().ok()?;
            Some((side.get(1)?.as_str(), pixels))
        });
        let sides: BTreeMap<_, _> = sides.collect();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the digits have no sign")]
        let side = |name| sides.get(name).map(|pixels| pixels.ceil() as u32).filter(|pixels| *pixels > 0);
        Some(Self { width: side("width")?, height: side("height")? })
    }
}

/// What to say of a size that no picture may have.
#[must_use]
pub fn too_large(theme: &Theme, PictureSize { width, height }: PictureSize) -> Option<Diagnostic> {
    (width.max(height) > PICTURE_SIDE).then(|| {
        let message =
            format!("a picture of {width} by {height} pixels is too large: a side has at most {PICTURE_SIDE}");
        let place = Place::start_of(&theme.template_path(SOCIAL_IMAGE));
        Diagnostic::error(Code::Limit, message).at(place).help("write `width=\"1200\" height=\"630\"`")
    })
}

/// Compiles the template of pictures, which stands for itself.
pub(super) fn social_image(
    theme: &Theme,
    document: &Document,
    fonts: &BTreeMap<String, Arc<[u8]>>,
    diagnostics: &mut Vec<Diagnostic>,
) -> Option<SocialImage> {
    let mut template = Tera::new();
    template.autoescape_on(vec![".svg"]);
    template.register_function("fit_text", |_: Kwargs, _: &State| Value::none());
    if let Err(error) = template.add_raw_template(SOCIAL_IMAGE, document.text) {
        diagnostics.push(diagnose(theme, &error));
        return None;
    }
    let size = PictureSize::written(document.text);
    if let Some(mistake) = size.and_then(|size| too_large(theme, size)) {
        diagnostics.push(mistake);
        return None;
    }
    let mut hash = blake3::Hasher::new();
    hash.update(document.text.as_bytes());
    for font in fonts.values() {
        hash.update(font);
    }
    Some(SocialImage { template, fingerprint: hash.finalize().to_hex().to_string(), size })
}

/// What Tera says of a template, as a diagnostic at the place that it names.
#[must_use]
pub fn diagnose(theme: &Theme, error: &tera::Error) -> Diagnostic {
    let help = "correct the template";
    match error.kind() {
        ErrorKind::RenderingError(report) if report.message().ends_with(TOO_LONG) => {
            Diagnostic::reported(Code::Limit, report.message()).at(place(theme, report)).help(TOO_LONG_HELP)
        }
        ErrorKind::RenderingError(report) if report.message().contains("cannot be shown: ") => {
            let help = "correct the message, or what the template hands to it";
            Diagnostic::reported(Code::Template, report.message()).at(place(theme, report)).help(help)
        }
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) if is_limit(report.message()) => {
            let help = "divide the template: move parts into components or includes, and values into `set`";
            Diagnostic::reported(Code::Limit, report.message()).at(place(theme, report)).help(help)
        }
        ErrorKind::SyntaxError(report) | ErrorKind::RenderingError(report) => {
            Diagnostic::reported(Code::Template, report.message()).at(place(theme, report)).help(help)
        }
        ErrorKind::MissingParent { current, parent } => {
            Diagnostic::error(Code::Template, format!("there is no template `{parent}` to extend"))
                .at(Place::start_of(&theme.template_path(current)))
                .help(help)
        }
        ErrorKind::CircularInclude { tpl, .. } | ErrorKind::CircularExtend { tpl, .. } => {
            let message = format!("the template `{tpl}` includes or extends itself, perhaps by way of others");
            let help = "take the `include` or `extends` out that leads back to it";
            Diagnostic::error(Code::Template, message).at(Place::start_of(&theme.template_path(tpl))).help(help)
        }
        other => {
            let message = other.to_string();
            let code = if is_limit(&message) { Code::Limit } else { Code::Template };
            Diagnostic::reported(code, &message).help(help)
        }
    }
}

/// Whether Tera has stopped because there is too much of something, in its words.
fn is_limit(message: &str) -> bool {
    let said = ["nesting is too deep", "too complex", "recursion depth", "exceeds the limit", "a maximum of"];
    said.iter().any(|said| message.contains(said))
}

/// Tera checks references between templates in one go and then says all in one text:
/// `error: <message>`, then ` --> <template>:<line>:<column>`, in paragraphs.
fn diagnose_all(theme: &Theme, error: &tera::Error) -> Vec<Diagnostic> {
    static REPORT: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"(?m)^error: (.+)\n\s*--> (.+):(\d+):(\d+)\n.*\n.*\n[^^\n]*(\^+)").expect("a valid expression")
    });
    let text = error.to_string();
    let found: Vec<_> = REPORT
        .captures_iter(&text)
        .map(|report| {
            let place = Place {
                file: theme.template_path(&report[2]),
                line: report[3].parse().unwrap_or(1),
                column: report[4].parse().unwrap_or(1),
                length: report[5].len(),
            };
            Diagnostic::reported(Code::Template, &report[1]).at(place).help("correct the template")
        })
        .collect();
    if found.is_empty() { vec![diagnose(theme, error)] } else { found }
}

fn place(theme: &Theme, report: &ReportError) -> Place {
    let span = report.span();
    let length = if span.end_line == span.start_line { span.end_col.saturating_sub(span.start_col) } else { 1 };
    Place {
        file: theme.template_path(report.filename()),
        line: span.start_line,
        column: span.start_col + 1,
        length: length.max(1),
    }
}

fn missing_templates(theme: &Theme, templates: &[(String, Document)]) -> Vec<Diagnostic> {
    let missing = TEMPLATES.iter().filter(|wanted| !templates.iter().any(|(template, _)| template == *wanted));
    missing
        .map(|wanted| {
            let message = format!("the theme `{}` has no template `{wanted}`", theme.name);
            Diagnostic::error(Code::Template, message).help(format!("add the file `{}`", theme.template_path(wanted)))
        })
        .collect()
}

fn with_stand_ins() -> Tera {
    let mut tera = Tera::new();
    for function in FUNCTIONS {
        tera.register_function(*function, |_: Kwargs, _: &State| Value::none());
    }
    tera
}

/// Finds `t(id="…")` and `t_html(id="…")` with the id written out. What cannot be an id is reported.
fn message_uses(document: &Document, diagnostics: &mut Vec<Diagnostic>) -> Vec<Located<MessageId>> {
    static USE: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r#"\bt(?:_html)?\((?:[^()"]|"[^"]*")*?\bid\s*=\s*"([^"]+)"\s*[,)]"#).expect("a valid expression")
    });
    let written = USE.captures_iter(document.text).filter_map(|found| found.get(1));
    let ids = written.filter_map(|written| {
        let id = MessageRef::read(written.as_str());
        if id.is_none() {
            let message = format!("`{}` cannot be the id of a message", written.as_str());
            let help =
                "ids have letters from `a` to `z`, digits, hyphens and underscores; an attribute is `id.attribute`";
            diagnostics
                .push(Diagnostic::error(Code::InvalidId, message).at(document.place(written.range())).help(help));
        }
        Some(document.located(id?.to_id(), written.range()))
    });
    ids.collect()
}

/// Every text in double quotes that can be an id.
fn named(template: &str) -> Vec<MessageId> {
    static QUOTED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#""([^"\s]+)""#).expect("a valid expression"));
    let quoted = QUOTED.captures_iter(template).filter_map(|found| found.get(1));
    quoted.filter_map(|text| MessageRef::read(text.as_str())).map(MessageRef::to_id).collect()
}

/// What a comment `{# rolebook-uses: a, b-* #}` lists, and `"b-" ~ …` as `b-*`.
fn declared_uses(template: &str) -> Vec<String> {
    static COMMENT: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"\{#-?\s*rolebook-uses:([^#]*)#\}").expect("a valid expression"));
    static JOINED: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r#""([a-zA-Z][\w-]*-)"\s*~"#).expect("a valid expression"));
    let listed = COMMENT.captures_iter(template).flat_map(|found| {
        let list = found[1].trim_end_matches('-').to_owned();
        let names = list.split(|c: char| c == ',' || c.is_whitespace()).map(str::to_owned).collect::<Vec<_>>();
        names.into_iter().filter(|name| !name.is_empty())
    });
    listed.chain(JOINED.captures_iter(template).map(|found| format!("{}*", &found[1]))).collect()
}
