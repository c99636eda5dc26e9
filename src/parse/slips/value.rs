//! What is wrong with a value, and what was meant by it.

use std::ops::Range;

use toml::de::DeValue;

use super::super::day;
use super::super::front_matter::Form;
use super::pair::Pair;
use super::quotes;
use crate::diagnostic::{Code, Diagnostic};

/// What YAML takes for something else at the beginning of a text.
const SIGNS: [char; 13] = ['@', '`', '%', '*', '&', '!', '|', '>', '?', '-', '{', '[', ','];

/// What is wrong with a value that begins at `start` of its line; `written` is the line with another value.
pub(super) fn mistake(
    form: Form,
    value: &str,
    written: &dyn Fn(&str) -> String,
    start: usize,
) -> Option<(Diagnostic, Range<usize>)> {
    let at = start..start + value.len();
    if value.is_empty() {
        let help = format!("write `{}`, or remove the line", written("\"…\""));
        let diagnostic = Diagnostic::error(Code::Syntax, "there is no value").help(help);
        return (form == Form::Toml).then_some((diagnostic, start.saturating_sub(1)..start));
    }
    if is_sound(form, value) {
        return None;
    }
    if value.starts_with("\"\"\"") || value.starts_with("'''") {
        return None;
    }
    if let Some(other) = second_key(value) {
        let diagnostic = Diagnostic::error(Code::Syntax, "two keys stand on one line");
        return Some((diagnostic.help(format!("begin a new line with `{other}`")), at));
    }
    if let Some(mistake) = day::mistake(value) {
        return Some((mistake, at));
    }
    let message = message(form, value)?;
    let help = format!("write `{}`", written(&proposal(form, value)));
    Some((Diagnostic::error(Code::Syntax, message).help(help), at))
}

/// The key that follows a value and a comma.
fn second_key(value: &str) -> Option<&str> {
    let length = quotes::length(value).filter(|_| quotes::begins(value))?;
    let rest = value[length..].trim_start().strip_prefix([',', ';'])?;
    Pair::of(rest).map(|pair| pair.key)
}

/// Whether a value can be read as it is.
fn is_sound(form: Form, value: &str) -> bool {
    match form {
        Form::Toml => DeValue::parse(value).is_ok(),
        Form::Yaml => {
            let is_quoted = value.starts_with(['"', '\'']);
            let is_closed = quotes::length(value) == Some(value.len()) && bad_escape(value).is_none();
            let is_block = matches!(value, "|" | ">" | "|-" | ">-" | "|+" | ">+");
            let is_flow =
                value.starts_with('[') && !is_unclosed_list(value) || value.starts_with('{') && value.ends_with('}');
            if is_quoted { is_closed } else { is_block || is_flow || !value.contains(": ") && !begins_with_sign(value) }
        }
    }
}

fn begins_with_sign(value: &str) -> bool {
    let is_word = |value: &str| value.starts_with(['-', '?']) && !value[1..].starts_with(' ');
    value.starts_with(SIGNS) && !is_word(value)
}

fn message(form: Form, value: &str) -> Option<String> {
    if value.starts_with('[') {
        return list_mistake(form, value).map(str::to_owned);
    }
    if let Some((_, has_commas)) = quotes::several(value) {
        return Some(
            if has_commas || form == Form::Toml {
                "several texts are a list"
            } else {
                "a quote within the text ends it"
            }
            .to_owned(),
        );
    }
    if let Some(word) = truth(value).filter(|_| form == Form::Toml) {
        return Some(format!("TOML writes this as `{word}`"));
    }
    if let Some(mark) = quotes::printed(value).filter(|_| form == Form::Toml) {
        return Some(format!("`{mark}` cannot enclose a text"));
    }
    if value.starts_with(['"', '\'']) {
        return Some(quoted_mistake(value));
    }
    if value.ends_with('"') && form == Form::Toml {
        return Some("the text has no opening quote".to_owned());
    }
    match form {
        Form::Toml => is_words(value).then(|| "a text stands in double quotes".to_owned()),
        Form::Yaml if begins_with_sign(value) => value.chars().next().map(in_quotes),
        Form::Yaml => Some("a text with a colon and a space in it stands in quotes".to_owned()),
    }
}

/// What to say of a text that begins with a sign of YAML.
pub(super) fn in_quotes(sign: char) -> String {
    let sign = if sign == '`' { "a backtick".to_owned() } else { format!("`{sign}`") };
    format!("a text that begins with {sign} stands in quotes")
}

/// Whether a value is meant as a text, rather than as a table or a number.
fn is_words(value: &str) -> bool {
    !value.starts_with('{') && value.contains(char::is_alphabetic)
}

fn quoted_mistake(value: &str) -> String {
    let Some(length) = quotes::length(value) else { return "the text has no closing quote".to_owned() };
    let behind = value[length..].trim();
    match bad_escape(&value[..length]) {
        _ if behind.starts_with("//") => "a comment begins with `#`".to_owned(),
        Some(escape) if behind.is_empty() => format!("`{escape}` stands for no character"),
        _ if behind.ends_with(['"', '\'']) => "a quote within the text ends it".to_owned(),
        _ => "something stands behind the text".to_owned(),
    }
}

/// A backslash with what follows, which means nothing.
fn bad_escape(quoted: &str) -> Option<&str> {
    if !quoted.starts_with('"') {
        return None;
    }
    let mut rest = quoted;
    while let Some(at) = rest.find('\\') {
        let c = rest[at + 1..].chars().next()?;
        let end = at + 1 + c.len_utf8();
        if !"btnfreu\"\\/U0avNxLP_ ".contains(c) {
            return Some(&rest[at..end]);
        }
        rest = &rest[end..];
    }
    None
}

fn list_mistake(form: Form, value: &str) -> Option<&'static str> {
    if is_unclosed_list(value) {
        return Some("the list is not closed");
    }
    let inner = value[1..].trim_end_matches(']');
    match quotes::several(inner) {
        Some((_, false)) => Some("a comma is missing in the list"),
        _ if form == Form::Toml => Some("the texts of a list stand in double quotes"),
        _ => None,
    }
}

/// Whether a value begins a list that does not end in it.
pub(super) fn is_unclosed_list(value: &str) -> bool {
    value.starts_with('[') && value.len() > 1 && value.matches('[').count() > value.matches(']').count()
}

/// What a value is meant as, where people write it in other words.
fn truth(value: &str) -> Option<&'static str> {
    match value.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Some("true"),
        "false" | "no" | "off" => Some("false"),
        _ => None,
    }
}

/// The value as it is to be written.
pub(super) fn proposal(form: Form, value: &str) -> String {
    let list = |items: Vec<&str>| {
        let items: Vec<_> = items.into_iter().map(|item| one(form, item)).collect();
        format!("[{}]", items.join(", "))
    };
    if let Some(inner) = value.strip_prefix('[') {
        let inner = inner.trim_end_matches([']', ',']);
        let quoted = quotes::several(inner).map(|(texts, _)| texts);
        return list(
            quoted.unwrap_or_else(|| inner.split(',').map(str::trim).filter(|item| !item.is_empty()).collect()),
        );
    }
    if let Some((texts, _)) = quotes::several(value) {
        return list(texts);
    }
    if let Some((text, comment)) = value.split_once("//").filter(|_| value.starts_with(['"', '\''])) {
        return format!("{} # {}", one(form, text.trim_end()), comment.trim_start());
    }
    one(form, value)
}

/// A value that is no list.
fn one(form: Form, value: &str) -> String {
    if let Some(day) = day::meant(value) {
        return day;
    }
    let is_plain = |value: &str| !quotes::begins(value) && DeValue::parse(value).is_ok();
    if let Some(word) = truth(value) {
        return word.to_owned();
    }
    if is_plain(value) {
        return value.to_owned();
    }
    text(form, &words(value))
}

/// The words of a text, however it is enclosed.
fn words(value: &str) -> String {
    let value = value.trim_end_matches([',', ';']);
    let first = quotes::length(value).map(|length| (quotes::inside(&value[..length]), value[length..].trim()));
    match first {
        _ if quotes::printed(value).is_some() => quotes::inside(value).to_owned(),
        // What is enclosed in print is a part of the text, unless it is all of it.
        Some((_, behind)) if !behind.is_empty() && !value.starts_with(['"', '\'']) => value.to_owned(),
        Some((text, behind)) if !behind.ends_with(['"', '\'']) => format!("{text} {behind}").trim_end().to_owned(),
        _ => quotes::inside(value).to_owned(),
    }
}

/// A text as the form has it.
fn text(form: Form, words: &str) -> String {
    let is_plain = form == Form::Yaml && is_sound(form, words) && !words.contains(['"', '\'', '#', '\\']);
    if is_plain {
        return words.to_owned();
    }
    if !words.contains(['"', '\\']) {
        return format!("\"{words}\"");
    }
    if !words.contains('\'') {
        return format!("'{words}'");
    }
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}
