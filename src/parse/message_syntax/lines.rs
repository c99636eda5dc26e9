//! Lines of text that begin as attributes, variants and their defaults begin, or as choices end.

use super::{Mistake, Spot};
use crate::parse::message_id::is_name;

/// What no line of text can begin with.
pub(super) const SIGNS: [char; 4] = ['.', '[', '*', '}'];

/// A line of a message begins with a sign that begins attributes, variants and defaults, or ends choices.
pub(super) fn line_of_text(spot: Spot) -> Mistake {
    let sign = spot.next().unwrap_or_default();
    Mistake::new(spot.here(), format!("a line of a message cannot begin with `{sign}`"), sign_as_text(spot))
}

/// How the rest of a line is written as text if it begins with such a sign.
pub(super) fn sign_as_text(spot: Spot) -> String {
    let sign = spot.next().unwrap_or_default();
    format!("a line of text that begins with `{sign}` is written `{}`", as_text(spot.rest().trim_end()))
}

/// A line as it can stand in a message.
pub(super) fn as_text(line: &str) -> String {
    match line.chars().next().filter(|sign| SIGNS.contains(sign)) {
        Some(sign) => format!("{{ \"{sign}\" }}{}", &line[1..]),
        None => line.to_owned(),
    }
}

/// Whether a line has the form of an attribute.
pub(super) fn is_attribute(line: &str) -> bool {
    line.strip_prefix('.').and_then(|line| line.split_once('=')).is_some_and(|(name, _)| is_name(name.trim()))
}
