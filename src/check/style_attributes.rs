//! `different-style`: an attribute `.style` that gives sizes in CSS gives the same ones, in the same units, as its original.
//!
//! Localizers may change a number where words are longer. The properties are those of compare-locales: width and height,
//! with `min-` and `max-`.

use std::collections::BTreeMap;

use super::translations;
use crate::diagnostic::{Code, Diagnostic};
use crate::site::Site;

/// Units by property.
type Sizes<'s> = BTreeMap<&'s str, &'s str>;

const PROPERTIES: [&str; 6] = ["height", "max-height", "max-width", "min-height", "min-width", "width"];

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let styles = translations(library).filter(|translation| {
        translation.id.value.attribute() == Some("style") && !translation.pattern.text.contains('{')
    });
    styles
        .filter_map(|translation| {
            let original = sizes(&translation.original.text)?;
            let differences = match sizes(&translation.pattern.text) {
                Some(own) => differences(&original, &own),
                None => vec!["the original gives sizes in CSS".to_owned()],
            };
            let message = format!("`{}` differs from its original: {}", translation.id.value, differences.join(", "));
            let diagnostic = Diagnostic::warning(Code::DifferentStyle, message).at(translation.id.place.clone());
            let diagnostic = diagnostic.in_locale(&translation.language.code);
            (!differences.is_empty()).then(|| diagnostic.help("change numbers only, as in `width: 40ch`"))
        })
        .collect()
}

/// Reads `width: 10ch; max-height: 2em`; `None` if it is anything else.
fn sizes(style: &str) -> Option<Sizes<'_>> {
    let declarations = style.split(';').map(str::trim).filter(|declaration| !declaration.is_empty());
    let sizes = declarations.map(|declaration| {
        let (property, value) = declaration.split_once(':')?;
        let (property, value) = (property.trim(), value.trim());
        let unit = value.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
        let is_size = unit.len() < value.len() && unit.chars().all(|c| c.is_ascii_alphabetic());
        (PROPERTIES.contains(&property) && is_size).then_some((property, unit))
    });
    let sizes: Sizes = sizes.collect::<Option<_>>()?;
    (!sizes.is_empty()).then_some(sizes)
}

fn differences(original: &Sizes, own: &Sizes) -> Vec<String> {
    let missing = original.keys().filter(|property| !own.contains_key(*property));
    let missing = missing.map(|property| format!("`{property}` is missing"));
    let others = own.iter().filter_map(|(property, unit)| match original.get(property) {
        None => Some(format!("`{property}` is not in the original")),
        Some(expected) if expected != unit => Some(format!("`{property}` is in `{unit}` instead of `{expected}`")),
        Some(_) => None,
    });
    missing.chain(others).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_and_everything_else_is_not() {
        assert_eq!(sizes("width: 10ch; max-height:2.5em;"), Some(Sizes::from([("width", "ch"), ("max-height", "em")])));
        for other in ["", "bold", "color: red", "width: auto", "width 10px"] {
            assert_eq!(sizes(other), None, "{other}");
        }
    }
}
