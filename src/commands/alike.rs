//! Diagnostics for people who have many: what matters most comes first, and the same mistake in many places is said once.
//!
//! Programs are told of each.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::diagnostic::{Code, Diagnostic, Severity};
use crate::place::{Place, SourcePath};

/// Diagnostics that say the same of different places.
pub(super) struct Alike<'d> {
    /// The one that is shown.
    pub(super) first: &'d Diagnostic,
    /// Where else the same is to be said, in order.
    pub(super) elsewhere: Vec<&'d Place>,
}

impl<'d> Alike<'d> {
    /// A diagnostic for itself.
    pub(super) fn alone(first: &'d Diagnostic) -> Self {
        Self { first, elsewhere: Vec::new() }
    }
}

/// Brings together what is alike: errors, then warnings, then hints, each in the order in which they come.
pub(super) fn alike(diagnostics: &[Diagnostic]) -> Vec<Alike<'_>> {
    let mut numbers: HashMap<Said, usize> = HashMap::new();
    let mut all: Vec<Alike> = Vec::new();
    for diagnostic in diagnostics {
        // What is at no place is one mistake, whatever others say.
        let known = diagnostic.place.as_ref().and_then(|place| {
            let number = *numbers.entry(Said::of(diagnostic, place)).or_insert(all.len());
            (number < all.len()).then_some((number, place))
        });
        match known {
            Some((number, place)) => all[number].elsewhere.push(place),
            None => all.push(Alike::alone(diagnostic)),
        }
    }
    all.sort_by_key(|alike| alike.first.severity);
    all
}

/// What a diagnostic says, but for what its place says as well: two that agree in this are alike.
#[derive(PartialEq, Eq, Hash)]
struct Said<'d> {
    severity: Severity,
    code: Code,
    message: Cow<'d, str>,
    help: Option<Cow<'d, str>>,
}

impl<'d> Said<'d> {
    fn of(diagnostic: &'d Diagnostic, place: &Place) -> Self {
        let names = names(&place.file);
        Self {
            severity: diagnostic.severity,
            code: diagnostic.code,
            message: without(&diagnostic.message, &names),
            help: diagnostic.help.as_deref().map(|help| without(help, &names)),
        }
    }
}

/// What the path of a file tells of a place: the path, the translation, the entry and the locale, the longest first.
fn names(file: &SourcePath) -> Vec<String> {
    let path = file.as_str();
    let parts: Vec<&str> = file.segments().collect();
    let of_path = match parts.as_slice() {
        ["content", collection, entry, file] => {
            let locale = file.strip_suffix(".md").unwrap_or(file);
            vec![
                format!("{collection}/{entry}/{locale}"),
                format!("{collection}/{entry}"),
                (*entry).to_owned(),
                locale.to_owned(),
            ]
        }
        ["locales", locale, ..] => vec![(*locale).to_owned()],
        _ => Vec::new(),
    };
    std::iter::once(path.to_owned()).chain(of_path).collect()
}

/// A text in which the names do not stand within backticks. Elsewhere they may be plain words.
fn without<'t>(text: &'t str, names: &[String]) -> Cow<'t, str> {
    if !names.iter().any(|name| text.contains(name.as_str())) {
        return text.into();
    }
    let mut parts: Vec<String> = text.split('`').map(str::to_owned).collect();
    for written in parts.iter_mut().skip(1).step_by(2) {
        for name in names {
            *written = without_name(written, name);
        }
    }
    parts.join("`").into()
}

/// A text in which a name does not stand as a whole.
fn without_name(text: &str, name: &str) -> String {
    let is_part = |c: char| c.is_alphanumeric() || matches!(c, '-' | '_');
    let mut left = String::with_capacity(text.len());
    let mut done = 0;
    for (at, _) in text.match_indices(name) {
        let end = at + name.len();
        left.push_str(&text[done..at]);
        let is_whole = !text[..at].ends_with(is_part) && !text[end..].starts_with(is_part);
        left.push_str(if is_whole { "…" } else { name });
        done = end;
    }
    left + &text[done..]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mistake(file: &str, message: &str, help: &str) -> Diagnostic {
        let place = Place { file: SourcePath::from(file), line: 1, column: 1, length: 1 };
        Diagnostic::error(Code::MissingSection, message).at(place).help(help)
    }

    #[test]
    fn what_differs_only_by_what_its_place_says_is_alike() {
        let file = "content/roles/tester/de.md";
        let first = mistake(file, "no page leads to `roles/tester` in `de`", "run `status --accept roles/tester/de`");
        for (file, message, help, is_alike) in [
            (file, "no page leads to `roles/tester` in `de`", "run `status --accept roles/tester/de`", true),
            (
                "content/roles/baker/fr.md",
                "no page leads to `roles/baker` in `fr`",
                "run `status --accept roles/baker/fr`",
                true,
            ),
            (
                "content/roles/baker/fr.md",
                "no page leads to `roles/tester` in `fr`",
                "run `status --accept roles/baker/fr`",
                false,
            ),
            ("content/roles/baker/fr.md", "no page leads to `roles/baker` in `fr`", "run `status --accept`", false),
            (
                "content/roles/baker/fr.md",
                "no page leads to `roles/baker-2` in `fr`",
                "run `status --accept roles/baker/fr`",
                false,
            ),
            (
                "rolebook.toml",
                "no page leads to `roles/tester` in `de`",
                "run `status --accept roles/tester/de`",
                false,
            ),
        ] {
            let pair = [first.clone(), mistake(file, message, help)];
            assert_eq!(alike(&pair).len(), if is_alike { 1 } else { 2 }, "{file}: {message}");
        }
    }

    #[test]
    fn other_codes_and_severities_are_not_alike_and_what_has_no_place_is_for_itself() {
        let error = mistake("a.md", "x", "y");
        let warning = Diagnostic { severity: Severity::Warning, ..error.clone() };
        let other = Diagnostic { code: Code::Limit, ..error.clone() };
        let nowhere = Diagnostic { place: None, ..error.clone() };
        let all = [warning, error.clone(), nowhere.clone(), other, error, nowhere];
        let groups = alike(&all);
        let shown: Vec<_> = groups.iter().map(|of| (of.first.severity, of.first.code, of.elsewhere.len())).collect();
        let (error, warning) = (Severity::Error, Severity::Warning);
        let (section, limit) = (Code::MissingSection, Code::Limit);
        assert_eq!(
            shown,
            [(error, section, 1), (error, section, 0), (error, limit, 0), (error, section, 0), (warning, section, 0)]
        );
    }
}
