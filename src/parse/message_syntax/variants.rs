//! Mistakes in choices between variants.

use fluent_syntax::parser::{self, ErrorKind};

use super::{Mistake, Spot, brackets, lines, numbers};
use crate::parse::message_id::is_name;
use crate::slug::slug;

/// The most lines that help shows.
const MOST_LINES: usize = 20;

/// The form of a choice, for help.
pub(super) fn form(selector: &str) -> String {
    format!("write each variant on a line of its own:\n{{ {selector} ->\n    [one] …\n   *[other] …\n}}")
}

/// After `->` the line goes on.
pub(super) fn on_one_line(spot: Spot) -> Mistake {
    let help = on_lines(spot).unwrap_or_else(|| form(selector(spot)));
    Mistake::new(spot.here(), "after `->` a new line begins", help)
}

/// What stands before the arrow of the innermost choice.
fn selector(spot: Spot<'_>) -> &str {
    let start = spot.brace().map_or(spot.entry, |brace| brace + 1);
    spot.text[start..spot.at].split("->").next().unwrap_or_default().trim()
}

/// The message with each variant on a line of its own, if that makes it one that can be read.
fn on_lines(spot: Spot) -> Option<String> {
    let mut entry = spot.text[spot.entry..spot.end].trim_end().to_owned();
    let mut at = spot.at - spot.entry;
    let mut readable = false;
    while !readable && entry.lines().count() < MOST_LINES {
        entry = divided(&entry, at)?;
        match parser::parse(entry.as_str()) {
            Ok(_) => readable = true,
            Err((_, errors)) => at = errors.first().filter(|error| is_on_one_line(&error.kind))?.pos.start,
        }
    }
    let indent = if spot.sign == "." { "    " } else { "" };
    readable.then(|| format!("write each variant on a line of its own:\n{indent}{}{entry}", spot.sign))
}

/// Whether the parser expects a line to end.
pub(super) fn is_on_one_line(kind: &ErrorKind) -> bool {
    matches!(kind, ErrorKind::ExpectedCharRange { range } if range.starts_with('\n'))
}

/// The message with the variants after an arrow on lines of their own; the last of them is the default if none is.
fn divided(entry: &str, after_arrow: usize) -> Option<String> {
    let start = brackets::open(&entry[..after_arrow]).last()?.at;
    let choice = &entry[start..];
    let (starts, end) = brackets::variants(choice)?;
    let ends = starts.iter().skip(1).chain([&end]);
    let variants: Vec<_> = starts.iter().zip(ends).map(|(start, end)| choice[*start..*end].trim_end()).collect();
    let has_default = variants.iter().any(|variant| variant.starts_with('*'));
    let mut divided = entry[..after_arrow].trim_end().to_owned();
    for (index, variant) in variants.iter().enumerate() {
        let is_default = variant.starts_with('*') || !has_default && index + 1 == variants.len();
        divided.push_str(if is_default { "\n   *" } else { "\n    " });
        divided.push_str(variant.trim_start_matches('*'));
    }
    divided.push('\n');
    divided.push_str(&choice[end..]);
    Some(divided)
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
        _ if is_end => Mistake::new(spot.here(), "there are no variants after `->`", form(selector(spot))),
        _ if spot.next() == Some('.') => lines::line_of_text(spot),
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
    let is_below = spot.text[at..spot.at].contains('\n');
    let as_text = lines::sign_as_text(spot.moved(at));
    let Some((more, _)) = rest.split_once(']').filter(|_| !is_below) else {
        let text = if is_below { "…" } else { rest.trim() };
        return Mistake::new(at..at + 1, "this `[` is not closed", format!("write `[{key}] {text}`; {as_text}"));
    };
    let end = spot.at + more.len();
    let written = spot.text[at + 1..end].trim();
    let help = format!("{}; {as_text}", key_help(spot, written));
    Mistake::new(at..end + 1, format!("`{written}` cannot be the key of a variant"), help)
}

/// A key that does not begin as keys do.
pub(super) fn no_key(spot: Spot) -> Mistake {
    let key = spot.rest().split(']').next().unwrap_or_default().trim();
    let message = match key {
        "" => "a key is missing between the brackets".to_owned(),
        key => format!("`{key}` cannot be the key of a variant"),
    };
    Mistake::new(spot.at..spot.at + key.len().max(1), message, key_help(spot, key))
}

/// A key that can stand in the place of what is none.
fn key_help(spot: Spot, written: &str) -> String {
    let words: Vec<_> = written.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let names = [words.join("-"), slug(written.trim_start_matches(|c: char| !c.is_alphabetic()), spot.locale)];
    match numbers::plain(written).or_else(|| names.into_iter().find(|name| is_name(name))) {
        Some(key) => format!("a key is a name or a number without spaces, such as `[{key}]`"),
        None => "a key is a name or a number, such as `[one]` or `[0]`".to_owned(),
    }
}

pub(super) fn wrong_selector(spot: Spot) -> Mistake {
    let selector = selector(spot);
    let message = format!("nothing can be chosen by `{selector}`");
    let name = selector.trim_start_matches('-').split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let help = if selector.starts_with('-') {
        format!("choose by an attribute of the term, such as `{selector}.gender`")
    } else {
        format!("choose by a variable, such as `${name}`, or by an attribute of a term, such as `-{name}.gender`")
    };
    Mistake::new(spot.last(selector), message, help)
}
