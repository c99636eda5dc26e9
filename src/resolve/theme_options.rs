//! What a site sets of its theme's options, against what the theme declares.
//!
//! Values end up in a stylesheet, so each kind lets only through what cannot be anything else. The contrast of colors is that of WCAG 2.2, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use regex::Regex;

use super::links::{Destination, Names};
use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::id::closest;
use crate::parse::theme::Theme;
use crate::parse::theme_options::{Declarations, OptionKind};
use crate::place::{Located, Place, SourcePath};

/// The least contrast of text that WCAG 2.2 asks for at level AA.
const LEAST_CONTRAST: f64 = 4.5;

/// The options of the theme with their values.
#[derive(Default)]
pub struct ThemeOptions {
    /// Each option's value, or nothing if neither the site nor the theme gives one. A file is a path of the site, with a slash.
    pub values: BTreeMap<String, Option<String>>,
    /// The stylesheet with the custom properties that the site sets, if it sets any.
    pub stylesheet: Option<String>,
    /// The files that options name, by the names of the options.
    pub files: BTreeMap<String, Destination>,
}

/// Gives each option its value. What the theme does not declare, and what is not of its kind, is reported.
pub(super) fn resolve(
    Theme { name: theme, options: declared, .. }: &Theme,
    set: Vec<(Located<String>, String)>,
    names: &Names,
    diagnostics: &mut Vec<Diagnostic>,
) -> ThemeOptions {
    let mut options = ThemeOptions::default();
    let mut places = BTreeMap::new();
    options.values.extend(declared.iter().map(|(name, declaration)| (name.clone(), declaration.default.clone())));
    let mut properties = String::new();
    for (name, value) in set {
        let Some(declaration) = declared.get(&name.value) else {
            diagnostics.push(unknown(theme, &name.value, declared).at(name.place));
            continue;
        };
        if let Err(help) = is_valid(&declaration.kind, &value) {
            let diagnostic = Diagnostic::error(Code::InvalidValue, format!("`{}` cannot be `{value}`", name.value));
            diagnostics.push(diagnostic.at(name.place).help(help));
            continue;
        }
        let in_styles = matches!(declaration.kind, OptionKind::Color | OptionKind::Fonts | OptionKind::Length);
        if let Some(property) = declaration.property.as_ref().filter(|_| in_styles) {
            properties.extend(["  ", property, ": ", &value, ";\n"]);
        }
        options.values.insert(name.value.clone(), Some(value));
        places.insert(name.value, name.place);
    }
    options.stylesheet = (!properties.is_empty()).then(|| format!(":root {{\n{properties}}}\n"));
    for (name, _) in declared.iter().filter(|(_, declaration)| declaration.kind == OptionKind::File) {
        let Some(written) = &options.values[name] else { continue };
        let of_theme = || Place::start_of(&SourcePath::from(format!("themes/{theme}/theme.toml")));
        let place = places.get(name).cloned().unwrap_or_else(of_theme);
        let path = Located { value: names.site_path(written), place };
        options.files.insert(name.clone(), Destination::SitePath(path));
    }
    diagnostics.extend(declared.iter().filter_map(|(name, declaration)| {
        let behind = declaration.readable_on.as_ref()?;
        let place = places.get(name).or_else(|| places.get(behind))?;
        unreadable(&options, name, behind, place)
    }));
    options
}

fn unknown(theme: &str, name: &str, declared: &Declarations) -> Diagnostic {
    let known: Vec<&str> = declared.keys().map(String::as_str).collect();
    let help = match known.as_slice() {
        [] => format!("remove it: `themes/{theme}/theme.toml` declares no options"),
        known => format!("remove it; known here: {}", quoted(known)),
    };
    Diagnostic::error(Code::UnknownKey, format!("the theme `{theme}` has no option `{name}`"))
        .did_you_mean(closest(name, known), help)
}

/// Whether a value is of a kind; if not, what to do.
fn is_valid(kind: &OptionKind, value: &str) -> Result<(), String> {
    static LENGTH: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"^(0|\d*\.?\d+(px|rem|em|ch|%))$").expect("a valid expression"));
    // Families in quotes or as words, <https://www.w3.org/TR/css-fonts-4/#family-name-syntax>.
    static FONTS: LazyLock<Regex> = LazyLock::new(|| {
        let family = r#"("[^"\\\p{Cc}]+"|'[^'\\\p{Cc}]+'|[\p{L}_-][\p{L}\p{N}_-]*( [\p{L}_-][\p{L}\p{N}_-]*)*)"#;
        Regex::new(&format!("^{family}(, *{family})*$")).expect("a valid expression")
    });
    let (valid, help) = match kind {
        OptionKind::Color => (rgb(value).is_some(), "write a color such as `#0f5257`".to_owned()),
        OptionKind::Length => (LENGTH.is_match(value), "write a length such as `0.5rem` or `8px`".to_owned()),
        OptionKind::Fonts => {
            (FONTS.is_match(value), "write names of fonts such as `Inter, system-ui, sans-serif`".to_owned())
        }
        OptionKind::File => (
            value.starts_with('/') && !value.starts_with("//"),
            "write the path of a file of `static/` such as `/logo.svg`".to_owned(),
        ),
        OptionKind::Choice(choices) => {
            let known: Vec<&str> = choices.iter().map(String::as_str).collect();
            (known.contains(&value), format!("write one of {}", quoted(&known)))
        }
        OptionKind::Text => (true, String::new()),
    };
    if valid { Ok(()) } else { Err(help) }
}

/// What to say of text whose color is too close to the one behind it.
fn unreadable(options: &ThemeOptions, name: &str, behind: &str, place: &Place) -> Option<Diagnostic> {
    let color = |name: &str| rgb(options.values.get(name)?.as_deref()?);
    let contrast = contrast(color(name)?, color(behind)?);
    (contrast < LEAST_CONTRAST).then(|| {
        let message =
            format!("text of the color `{name}` is hard to read on `{behind}`: the contrast is {contrast:.1}");
        let help = format!("choose colors that are farther apart: a contrast of at least {LEAST_CONTRAST}");
        Diagnostic::warning(Code::LowContrast, message).at(place.clone()).help(help)
    })
}

/// Red, green and blue of `#rgb` or `#rrggbb`, each from 0 to 1.
fn rgb(color: &str) -> Option<[f64; 3]> {
    let digits: Vec<u32> = color.strip_prefix('#')?.chars().map(|digit| digit.to_digit(16)).collect::<Option<_>>()?;
    let bytes: Vec<u32> = match digits.len() {
        3 => digits.iter().map(|digit| digit * 17).collect(),
        6 => digits.chunks(2).map(|pair| pair[0] * 16 + pair[1]).collect(),
        _ => return None,
    };
    let bytes: [u32; 3] = bytes.try_into().ok()?;
    Some(bytes.map(|byte| f64::from(byte) / 255.0))
}

fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

fn luminance(color: [f64; 3]) -> f64 {
    let [r, g, b] = color.map(|c| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) });
    0.2126 * r + 0.7152 * g + 0.0722 * b
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_wcag() {
        for (a, b, expected) in [("#000", "#ffffff", 21.0), ("#777777", "#fff", 4.48), ("#0f5257", "#0f5257", 1.0)] {
            let found = contrast(rgb(a).unwrap(), rgb(b).unwrap());
            assert!((found - expected).abs() < 0.01, "{a} on {b}: {found}");
        }
    }

    #[test]
    fn only_what_is_of_the_kind_is_let_through() {
        let choice = OptionKind::Choice(vec!["auto".to_owned()]);
        for (kind, value, valid) in [
            (&OptionKind::Color, "#abc", true),
            (&OptionKind::Color, "#abcd", false),
            (&OptionKind::Color, "red", false),
            (&OptionKind::Length, "0", true),
            (&OptionKind::Length, ".5rem", true),
            (&OptionKind::Length, "1rem;color:red", false),
            (&OptionKind::Fonts, "\"A B\", serif", true),
            (&OptionKind::Fonts, "Segoe UI,'Noto Sans', system-ui", true),
            (&OptionKind::Fonts, "a;b", false),
            (&OptionKind::Fonts, "\"A", false),
            (&OptionKind::Fonts, "a /* b", false),
            (&OptionKind::Fonts, "url(x)", false),
            (&OptionKind::Fonts, "\"a\nb\"", false),
            (&OptionKind::Fonts, "a,", false),
            (&OptionKind::File, "/logo.svg", true),
            (&OptionKind::File, "logo.svg", false),
            (&choice, "auto", true),
            (&choice, "dark", false),
            (&OptionKind::Text, "", true),
        ] {
            assert_eq!(is_valid(kind, value).is_ok(), valid, "{value}");
        }
    }
}
