//! Mistakes in choices between variants.

use super::{Mistake, Spot};

/// The form of a choice, for help.
pub(super) const FORM: &str =
    "write the variants on lines of their own: `{ $count ->`, then `[one] …`, then `*[other] …`, then `}`";

/// After `->` the line goes on.
pub(super) fn on_one_line(spot: Spot) -> Mistake {
    Mistake::new(spot.here(), "after `->` a new line begins", FORM)
}

/// The place and the key of the last variant before a place.
fn last_variant(spot: Spot<'_>) -> Option<(usize, &str)> {
    let start = spot.text[spot.entry..spot.at].rfind("->").map_or(spot.entry, |arrow| spot.entry + arrow);
    let at = start + spot.text[start..spot.at].rfind('[')?;
    let key = spot.text[at + 1..].split([']', '\n']).next().unwrap_or_default();
    Some((at, key.trim()))
}

pub(super) fn without_default(spot: Spot) -> Mistake {
    let is_end = spot.next().is_none_or(|c| c == '}');
    match last_variant(spot) {
        Some((at, key)) if is_end => {
            let help = format!("put `*` before the variant that serves in all other cases: `*[{key}]`");
            Mistake::new(at..at + key.len() + 2, "no variant is the default", help)
        }
        _ if is_end => Mistake::new(spot.here(), "there are no variants after `->`", FORM),
        _ => {
            Mistake::new(spot.rest_of_line(), "this line begins no variant", "begin variants with their key: `[one] …`")
        }
    }
}

pub(super) fn two_defaults(spot: Spot) -> Mistake {
    let help = "leave the `*` before the one that serves in all other cases";
    Mistake::new(spot.at - 1..spot.at, "two variants are the default", help)
}

pub(super) fn without_text(spot: Spot) -> Mistake {
    let (at, key) = last_variant(spot).unwrap_or((spot.at, ""));
    let help = format!("write `[{key}] …`; a variant that shows nothing is written `[{key}] {{ \"\" }}`");
    Mistake::new(at..at + key.len() + 2, format!("the variant `[{key}]` has no text"), help)
}

/// A key that goes on where `]` should stand.
pub(super) fn open_key(spot: Spot) -> Mistake {
    let at = spot.before().rfind('[').unwrap_or(spot.at);
    let (key, rest) = (spot.text[at + 1..spot.at].trim(), spot.rest());
    match rest.split_once(']') {
        Some((more, _)) => {
            let written = spot.text[at + 1..spot.at + more.len()].trim();
            let key = written.split(|c: char| !c.is_alphanumeric()).filter(|part| !part.is_empty()).collect::<Vec<_>>();
            let help = format!("a key is a name or a number without spaces, such as `[{}]`", key.join("-"));
            Mistake::new(at..spot.at + more.len() + 1, format!("`{written}` cannot be the key of a variant"), help)
        }
        None => Mistake::new(at..at + 1, "this `[` is not closed", format!("write `[{key}] {}`", rest.trim())),
    }
}

/// A key that does not begin as keys do.
pub(super) fn no_key(spot: Spot) -> Mistake {
    let key = spot.rest().split(']').next().unwrap_or_default().trim();
    let plain = key.trim_matches(|c: char| !c.is_ascii_alphanumeric());
    let help = match plain {
        "" => "a key is a name or a number, such as `[one]` or `[0]`".to_owned(),
        plain => format!("a key is a name or a number: write `[{plain}]`"),
    };
    Mistake::new(spot.at..spot.at + key.len().max(1), format!("`{key}` cannot be the key of a variant"), help)
}

pub(super) fn wrong_selector(spot: Spot) -> Mistake {
    let start = spot.before().rfind('{').unwrap_or(spot.at);
    let selector = spot.text[start + 1..spot.at].trim();
    let message = format!("nothing can be chosen by `{selector}`");
    let name = selector.trim_start_matches('-').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let help = if selector.starts_with('-') {
        format!("choose by an attribute of the term, such as `{selector}.gender`")
    } else {
        format!("choose by a variable, such as `${name}`, or by an attribute of a term, such as `-{name}.gender`")
    };
    Mistake::new(start + 1..spot.at, message, help)
}
