//! Mistakes at the beginning of messages, terms, attributes and comments.

use super::lines::{SIGNS, as_text, is_attribute, line_of_text, sign_as_text};
use super::{Mistake, Spot, placeables};
use crate::parse::message_id::{MessageRef, is_name};
use crate::slug::slug;

/// What comments of other languages begin with.
const COMMENTS: [&str; 7] = ["//", "/*", "*/", "<!--", ";", "--", "%"];

/// After a name something else than `=` stands.
pub(super) fn without_equals(spot: Spot) -> Mistake {
    let Spot { sign, .. } = spot;
    let name = spot.text[spot.entry..spot.at].trim_end();
    let (rest, line) = (spot.rest().trim(), spot.line());
    if let Some(value) = rest.strip_prefix(':') {
        let value = value.trim_start_matches('=').trim();
        let help = format!("write `{sign}{name} = {value}`");
        return Mistake::new(spot.here(), format!("`:` stands after `{sign}{name}` in the place of `=`"), help);
    }
    if let Some((written, value)) = line.trim_start_matches([' ', '.']).split_once('=') {
        return no_name(spot, written.trim(), value.trim());
    }
    if sign == "." && !spot.before().ends_with(' ') && spot.next().is_some_and(char::is_alphanumeric) {
        return line_of_text(spot.moved(spot.entry - 1));
    }
    let help = format!("write `{sign}{name} = {}`", if rest.is_empty() { "…" } else { rest });
    let message = format!("`=` is missing after `{sign}{name}`");
    if sign.is_empty() && follows_text(spot) {
        let help = format!("indent the line if it belongs to the message above: `    {}`; else {help}", line.trim());
        return Mistake::new(spot.here(), message, help);
    }
    let help = match sign {
        "." => format!("{help}; {}", sign_as_text(spot.moved(spot.entry - 1))),
        _ => help,
    };
    Mistake::new(spot.here(), message, help)
}

/// What stands before `=` is no name.
fn no_name(spot: Spot, written: &str, value: &str) -> Mistake {
    let start = spot.entry;
    let at = start..start + written.len();
    let message = format!("`{}{written}` cannot be the id of a message", spot.sign);
    if let Some(MessageRef { name, attribute: Some(attribute), .. }) = MessageRef::read(written) {
        let help = format!("write the attribute below its message `{name}`, indented: `    .{attribute} = {value}`");
        return Mistake::new(at, message, help);
    }
    Mistake::new(at, message, format!("{RULE}{}", proposal(spot, written, value)))
}

const RULE: &str = "an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores";

fn proposal(spot: Spot, written: &str, value: &str) -> String {
    let name = slug(written.trim_start_matches(|c: char| !c.is_alphabetic()), spot.locale);
    if is_name(&name) { format!(": write `{}{name} = {value}`", spot.sign) } else { String::new() }
}

/// At the beginning of an entry stands something that begins none.
pub(super) fn no_id(spot: Spot) -> Mistake {
    let begin = spot.moved(spot.entry);
    if let Some(comment) = comment(begin) {
        return comment;
    }
    let line = begin.line();
    let text = line.trim();
    let at = begin.rest_of_line();
    let indented = |of: &str| format!("indent the line if it belongs to the message above: `    {}`", as_text(of));
    if text.starts_with('}') {
        return placeables::closes_nothing(begin.at_first_word());
    }
    if line.starts_with(' ') && text.starts_with(SIGNS) && goes_on(begin) && !is_attribute(text) {
        return line_of_text(begin.at_first_word());
    }
    if let Some(attribute) = text.strip_prefix('.').filter(|_| line.starts_with(' ')) {
        let name = attribute.split([' ', '=']).next().unwrap_or_default();
        if goes_on(begin) && attribute.trim_end().ends_with('=') {
            let help = format!("write `.{name} = …`, or remove the line");
            return Mistake::new(at, format!("`.{name}` has no text"), help);
        }
        let help = "put it directly below its message, with no comment between";
        return Mistake::new(at, format!("the attribute `.{name}` belongs to no message"), help);
    }
    if line.starts_with(' ') {
        let help = format!("begin messages at the margin: `{}`", with_equals(text));
        return Mistake::new(at, "this text belongs to no message", help);
    }
    if text.starts_with(['"', '\'', '“', '„']) {
        let plain = text.replace(['"', '\'', '“', '”', '„'], "");
        let (name, value) = plain.split_once([':', '=']).unwrap_or((&plain, "…"));
        let help = format!("write `{} = {}`", name.trim(), value.trim().trim_end_matches(','));
        return Mistake::new(at, "ids and texts of Fluent stand without quotes", help);
    }
    if let Some(group) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) {
        return Mistake::new(at, "messages are grouped by comments", format!("write `## {group}`"));
    }
    if let Some(value) = text.strip_prefix('=') {
        return Mistake::new(at, "an id is missing before `=`", format!("write `id = {}`", value.trim()));
    }
    match text.split_once('=') {
        Some((written, value)) if !follows_text(begin) || !written.trim().contains(' ') => {
            let written = written.trim();
            let message = format!("`{written}` cannot be the id of a message");
            let help = format!("{RULE}{}", proposal(spot, written, value.trim()));
            Mistake::new(begin.at..begin.at + written.len().max(1), message, help)
        }
        _ if follows_text(begin) => Mistake::new(at, "this line begins no message", indented(text)),
        _ => Mistake::new(at, "this line begins no message", format!("write `id = {text}`")),
    }
}

/// Whether a message stands above, perhaps beyond empty lines.
fn goes_on(spot: Spot) -> bool {
    let last = spot.text[..spot.line_start()].lines().rev().find(|line| !line.trim().is_empty());
    last.is_some_and(|line| !line.starts_with('#'))
}

fn with_equals(text: &str) -> String {
    if text.contains('=') { text.to_owned() } else { format!("id = {text}") }
}

/// Whether the line above is one that a message can go on from.
fn follows_text(spot: Spot) -> bool {
    let above = spot.text[..spot.entry].trim_end_matches(' ').strip_suffix('\n');
    let above = above.and_then(|above| above.lines().next_back());
    above.is_some_and(|above| !above.trim().is_empty() && !above.starts_with('#'))
}

/// A comment as other languages write it.
fn comment(spot: Spot) -> Option<Mistake> {
    let line = spot.rest().trim_start();
    let sign = COMMENTS.into_iter().find(|sign| line.starts_with(sign))?;
    let words = line.trim_start_matches(sign).trim_start_matches(['*', '-', '/']);
    let words = words.trim_end_matches("*/").trim_end_matches("-->").trim();
    let message = format!("`{sign}` begins no comment in Fluent");
    let help = if words.is_empty() {
        "write `#` at the margin, and a space, before each line of a comment".to_owned()
    } else {
        format!("write `# {words}` at the margin")
    };
    Some(Mistake::new(spot.rest_of_line(), message, help))
}

pub(super) fn comment_without_space(spot: Spot) -> Mistake {
    let words = spot.rest().trim_start_matches('#').trim();
    if spot.next() == Some('#') {
        return Mistake::new(spot.here(), "a comment begins with three `#` at most", format!("write `### {words}`"));
    }
    let sign = spot.before().rsplit('\n').next().unwrap_or_default();
    Mistake::new(spot.here(), format!("a space is missing after `{sign}`"), format!("write `{sign} {words}`"))
}

/// A message or term that says nothing.
pub(super) fn without_text(spot: Spot, id: &str) -> Mistake {
    let name = format!("{}{id}", spot.sign);
    let begin = spot.moved(spot.entry);
    let at = begin.at..begin.at + id.len();
    let next = spot.text[spot.at..].lines().find(|line| !line.trim().is_empty()).unwrap_or_default();
    let begins_with_sign = next.starts_with(' ') && next.trim_start().starts_with(SIGNS) && !is_attribute(next.trim());
    let goes_on = !next.is_empty() && !next.contains('=') && !next.starts_with('#');
    let help = if begins_with_sign {
        let start = spot.text[spot.at..].find(next).unwrap_or_default();
        sign_as_text(spot.moved(spot.at + start).at_first_word())
    } else if goes_on {
        format!("indent the text that belongs to it: `    {}`", as_text(next.trim()))
    } else {
        format!("write `{name} = …`, or remove it; a text without letters is written `{{ \"\" }}`")
    };
    Mistake::new(at, format!("`{name}` has no text"), help)
}
