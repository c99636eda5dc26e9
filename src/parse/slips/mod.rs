//! What people mean by TOML and YAML that cannot be read: curly quotes, none at all, a colon for `=`, a day in another order.
//!
//! The libraries say where they stumble, and what they expected there. Here the whole line is looked at, as its author wrote
//! it, and the help is the line to write. What is not recognized is left to the words of the libraries.

mod pair;
mod quotes;
mod value;

use std::ops::Range;

use super::front_matter::Form;
use crate::diagnostic::{Code, Diagnostic};
use pair::Pair;

/// How many lines around a mistake are looked at.
const MOST_LINES: usize = 1000;

/// What is wrong with a line, and where in the text.
pub(super) struct Slip {
    pub(super) diagnostic: Diagnostic,
    pub(super) at: Range<usize>,
    /// The lines of which nothing else is to be said.
    pub(super) lines: Range<usize>,
}

/// What is wrong with the line in which a library stumbles at a byte of a text.
pub(super) fn at(form: Form, text: &str, stumble: usize) -> Option<Slip> {
    let line = line_around(text, stumble);
    let slip = |line: Range<usize>, (diagnostic, at): (Diagnostic, Range<usize>)| Slip {
        diagnostic,
        at: line.start + at.start..line.start + at.end,
        lines: line,
    };
    if let Some(indent) = tab_indent(text, &line).filter(|_| form == Form::Yaml) {
        let diagnostic = Diagnostic::error(Code::Syntax, "YAML is indented by spaces, and this is a tab");
        return Some(slip(indent.clone(), (diagnostic.help("write spaces in place of the tab"), 0..indent.len())));
    }
    if let Some(lines) = broken_text(text, &line).filter(|_| form == Form::Toml) {
        let diagnostic = Diagnostic::error(Code::Syntax, "a text in double quotes ends on its line");
        let help = "write it on one line, or put `\"\"\"` before and behind it";
        let at = line.start..line.start + text[line.clone()].trim_end().len();
        return Some(Slip { diagnostic: diagnostic.help(help), at, lines });
    }
    if let Some(name) = unclosed_header(&text[line.clone()]).filter(|_| form == Form::Toml) {
        let diagnostic = Diagnostic::error(Code::Syntax, "the bracket is not closed").help(format!("write `{name}`"));
        // The keys below may belong to this table.
        return Some(Slip { diagnostic, at: line.clone(), lines: line.start..text.len() });
    }
    if let Some(found) = item(text, &line).filter(|_| form == Form::Toml) {
        return Some(slip(line, found));
    }
    let of_line = |line: Range<usize>| Some(slip(line.clone(), of_line(form, &text[line])?));
    of_line(line.clone()).or_else(|| of_line(unclosed_above(text, line.start)?)).or_else(|| {
        let is_other = form == Form::Yaml && is_indented_otherwise(text, &line);
        let diagnostic = Diagnostic::error(Code::Syntax, "this line begins in another column than the one above");
        let help = "let keys that belong together begin in the same column";
        is_other.then(|| slip(line.clone(), (diagnostic.help(help), 0..line.len())))
    })
}

/// What to say of a text in YAML that printed quotes enclose, as they are a part of it.
pub(super) fn printed_quotes(key: &str, text: &str) -> Option<Diagnostic> {
    let mark = quotes::printed(text)?;
    let line = Form::Yaml.pair(key, &value::proposal(Form::Yaml, text));
    let message = format!("`{mark}` and what closes it are a part of this text");
    Some(Diagnostic::hint(Code::InvalidValue, message).help(format!("if they are not meant to be, write `{line}`")))
}

/// What is wrong with the line of a key in YAML whose value nothing has read, as it is a comment, an anchor or a tag.
pub(super) fn unread(text: &str, key: &str) -> Option<Slip> {
    let mut start = 0;
    let lines = text.split_inclusive('\n').map(|line| {
        start += line.len();
        (start - line.len(), line)
    });
    lines.into_iter().find_map(|(start, line)| {
        let pair = Pair::of(line).filter(|pair| pair.key == key)?;
        let value = line[pair.value_start..].trim_end();
        let sign = value.chars().next().filter(|c| matches!(c, '#' | '&' | '!'))?;
        let message = value::in_quotes(sign);
        let help = format!("write `{}`", Form::Yaml.pair(key, &format!("\"{value}\"")));
        let at = start + pair.value_start..start + pair.value_start + value.len();
        Some(Slip { diagnostic: Diagnostic::error(Code::Syntax, message).help(help), lines: at.clone(), at })
    })
}

/// The line around a byte, without its end; at the end of a text, the last that has something in it.
fn line_around(text: &str, at: usize) -> Range<usize> {
    let at = if text[text.floor_char_boundary(at)..].trim().is_empty() { text.trim_end().len() } else { at };
    let at = text.floor_char_boundary(at);
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    start..text[at..].find('\n').map_or(text.len(), |end| at + end)
}

/// The line above, beyond lines with items, in which a list begins that no bracket closes.
fn unclosed_above(text: &str, start: usize) -> Option<Range<usize>> {
    let mut end = start.checked_sub(1)?;
    for _ in 0..MOST_LINES {
        let line = line_around(text, end);
        if let Some(pair) = Pair::of(&text[line.clone()]) {
            return Some(line.clone())
                .filter(|_| value::is_unclosed_list(pair.value) && !is_closed_below(text, line.end));
        }
        end = line.start.checked_sub(1)?;
    }
    None
}

/// Whether a bracket stands on a line below, before the next key.
fn is_closed_below(text: &str, end: usize) -> bool {
    let lines = text[end..].lines().take_while(|line| Pair::of(line).is_none() && !line.starts_with('['));
    lines.take(MOST_LINES).any(|line| line.contains(']'))
}

/// The indentation of a line, or of the one below, if there is a tab in it.
fn tab_indent(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let below = text.get(line.end + 1..).map(|_| line_around(text, line.end + 1));
    [Some(line.clone()), below].into_iter().flatten().find_map(|line| {
        let written = &text[line.clone()];
        let indent = &written[..written.len() - written.trim_start().len()];
        (indent.contains('\t') && indent.len() < written.len()).then(|| line.start..line.start + indent.len())
    })
}

/// The lines of a text in quotes that begins on a line and ends on the next, which it may not.
fn broken_text(text: &str, line: &Range<usize>) -> Option<Range<usize>> {
    let is_open = |line: &str| line.matches('"').count() % 2 == 1 && !line.contains("\"\"\"");
    let next = line_around(text, text.get(line.end + 1..).map(|_| line.end + 1)?);
    let goes_on = Pair::of(&text[line.clone()]).is_some_and(|pair| pair.value.starts_with('"') && is_open(pair.value))
        && is_open(&text[next.clone()])
        && Pair::of(&text[next.clone()]).is_none();
    goes_on.then_some(line.start..next.end)
}

/// The name of a table in TOML as it is to be written, if its brackets are not closed.
fn unclosed_header(line: &str) -> Option<String> {
    let trimmed = line.trim();
    let name = trimmed.trim_matches(['[', ']']);
    let brackets = trimmed.len() - trimmed.trim_start_matches('[').len();
    let (open, close) = ("[".repeat(brackets), "]".repeat(brackets));
    let is_header = (1..=2).contains(&brackets) && pair::is_key(name) && trimmed != format!("{open}{name}{close}");
    is_header.then(|| format!("{open}{name}{close}"))
}

/// What is wrong with an item of a list that has a line of its own.
fn item(text: &str, line: &Range<usize>) -> Option<(Diagnostic, Range<usize>)> {
    let written = &text[line.clone()];
    let is_in_list = || {
        let mut above = text[..line.start].lines().rev().take(MOST_LINES);
        above.find_map(Pair::of).is_some_and(|pair| pair.value.starts_with('[') && !pair.value.contains(']'))
    };
    let value = written.trim().trim_end_matches(',').trim_end();
    if Pair::of(written).is_some() || value.starts_with(['[', ']', '#', '{']) || !is_in_list() {
        return None;
    }
    let start = written.len() - written.trim_start().len();
    value::mistake(Form::Toml, value, &|value| format!("{value},"), start)
}

/// Whether a line begins in another column than the one above, to which it does not belong.
fn is_indented_otherwise(text: &str, line: &Range<usize>) -> bool {
    let above = text[..line.start].trim_end();
    let above = &above[above.rfind('\n').map_or(0, |end| end + 1)..];
    let indent = |line: &str| line.len() - line.trim_start().len();
    !above.is_empty() && indent(above) != indent(&text[line.clone()]) && Pair::of(&text[line.clone()]).is_some()
}

fn of_line(form: Form, line: &str) -> Option<(Diagnostic, Range<usize>)> {
    let Some(pair) = Pair::of(line) else { return without_separator(form, line) };
    let written = |value: &str| form.pair(&pair.plain_key(form), value);
    let proposal = format!("write `{}`", written(&value::proposal(form, pair.value)));
    let mistake = |message: String| Diagnostic::error(Code::Syntax, message).help(proposal.clone());
    if let Some(what) = pair.odd_space(form) {
        return Some((mistake(format!("{what} stands beside the `{}`", pair.separator)), pair.at_separator()));
    }
    let expected = form.separator();
    if pair.separator != expected {
        let name = form.name();
        return Some((
            mistake(format!("`{}` stands where {name} has `{expected}`", pair.separator)),
            pair.at_separator(),
        ));
    }
    if form == Form::Toml && pair.key != pair.plain_key(form) {
        return Some((mistake(format!("the key `{}` has a space in it", pair.key)), pair.at_key()));
    }
    if form == Form::Yaml && pair.is_without_space() {
        return Some((mistake("a space is missing behind the colon".to_owned()), pair.at_separator()));
    }
    value::mistake(form, pair.value, &written, pair.value_start)
}

/// A line without `=` or a colon: a key and a value, or the item of a list.
fn without_separator(form: Form, line: &str) -> Option<(Diagnostic, Range<usize>)> {
    let (start, trimmed) = (line.len() - line.trim_start().len(), line.trim());
    let at = start..start + trimmed.len();
    if trimmed.starts_with(['=', ':']) {
        let diagnostic = Diagnostic::error(Code::Syntax, "there is no key before the value");
        return Some((diagnostic.help(format!("write one, such as `{}`", form.pair("title", "\"…\""))), at));
    }
    if trimmed.starts_with('{') {
        let diagnostic =
            Diagnostic::error(Code::Syntax, format!("this looks like JSON, and it is read as {}", form.name()));
        let help = format!("write each key on a line of its own, such as `{}`", form.pair("title", "\"…\""));
        return Some((diagnostic.help(help), at));
    }
    if let Some((key, value)) = trimmed.split_once(char::is_whitespace)
        && pair::is_key(key)
        && quotes::begins(value.trim_start())
    {
        let line = form.pair(key, &value::proposal(form, value.trim()));
        let message = format!("there is no `{}` behind the key", form.separator());
        let diagnostic = Diagnostic::error(Code::Syntax, message);
        return Some((diagnostic.help(format!("write `{line}`")), start..start + key.len()));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said of the last line of a text, what is marked, and what is proposed.
    fn said(form: Form, text: &str) -> Option<(String, String, String)> {
        let slip = at(form, text, text.rfind('\n').map_or(0, |end| end + 1))?;
        Some((slip.diagnostic.message, text[slip.at].to_owned(), slip.diagnostic.help.unwrap_or_default()))
    }

    #[track_caller]
    fn assert_said(form: Form, text: &str, message: &str, marked: &str, line: &str) {
        let expected = (message.to_owned(), marked.to_owned(), format!("write `{line}`"));
        assert_eq!(said(form, text), Some(expected), "{text}");
    }

    // T14
    #[test]
    fn values_in_toml_that_are_none_are_known() {
        let bare = "a text stands in double quotes";
        let curly = |mark: &str| format!("`{mark}` cannot enclose a text");
        let within = "a quote within the text ends it";
        for (text, message, marked, line) in [
            ("title = Clerk", bare, "Clerk", "title = \"Clerk\""),
            ("title = Clerk of Works # new", bare, "Clerk of Works", "title = \"Clerk of Works\""),
            ("title = “A” and “B”", bare, "“A” and “B”", "title = \"“A” and “B”\""),
            ("title = 5 clerks", bare, "5 clerks", "title = \"5 clerks\""),
            ("title = (Senior) Clerk", bare, "(Senior) Clerk", "title = \"(Senior) Clerk\""),
            ("title = ‘Kim’s clerk’", &curly("‘"), "‘Kim’s clerk’", "title = \"Kim’s clerk\""),
            ("title = Clerk’s", bare, "Clerk’s", "title = \"Clerk’s\""),
            ("title = “Clerk”", &curly("“"), "“Clerk”", "title = \"Clerk\""),
            ("title = „Clerk“", &curly("„"), "„Clerk“", "title = \"Clerk\""),
            ("title = « Clerk »", &curly("«"), "« Clerk »", "title = \"Clerk\""),
            ("title = ‘Clerk’", &curly("‘"), "‘Clerk’", "title = \"Clerk\""),
            ("title = 「書記」", &curly("「"), "「書記」", "title = \"書記\""),
            ("title = \"Clerk”", &curly("”"), "\"Clerk”", "title = \"Clerk\""),
            ("title = “Clerk\"", &curly("“"), "“Clerk\"", "title = \"Clerk\""),
            ("title = “The “new” clerk”", &curly("“"), "“The “new” clerk”", "title = \"The “new” clerk\""),
            ("a = \"Our \"second\" home\"", within, "\"Our \"second\" home\"", "a = 'Our \"second\" home'"),
            ("a = \"Kim's \"second\" home\"", within, "\"Kim's \"second\" home\"", "a = \"Kim's \\\"second\\\" home\""),
            ("a = 'Clerk's'", within, "'Clerk's'", "a = \"Clerk's\""),
            ("a = \"Clerk", "the text has no closing quote", "\"Clerk", "a = \"Clerk\""),
            ("a = Clerk\"", "the text has no opening quote", "Clerk\"", "a = \"Clerk\""),
            ("a = \"C\" D", "something stands behind the text", "\"C\" D", "a = \"C D\""),
            ("a = \"C\";", "something stands behind the text", "\"C\";", "a = \"C\""),
            ("a = \"C\" // D", "a comment begins with `#`", "\"C\" // D", "a = \"C\" # D"),
            ("a = \"C\\D\"", "`\\D` stands for no character", "\"C\\D\"", "a = 'C\\D'"),
            ("a = yes", "TOML writes this as `true`", "yes", "a = true"),
            ("a = False", "TOML writes this as `false`", "False", "a = false"),
            ("a = [b, c d]", "the texts of a list stand in double quotes", "[b, c d]", "a = [\"b\", \"c d\"]"),
            ("a = [“b”, “c”]", "the texts of a list stand in double quotes", "[“b”, “c”]", "a = [\"b\", \"c\"]"),
            ("a = [\"b\", \"c\"", "the list is not closed", "[\"b\", \"c\"", "a = [\"b\", \"c\"]"),
            ("a = [\"b\" \"c\"]", "a comma is missing in the list", "[\"b\" \"c\"]", "a = [\"b\", \"c\"]"),
            ("a = \"b\", \"c\"", "several texts are a list", "\"b\", \"c\"", "a = [\"b\", \"c\"]"),
            ("a = “b”, “c”", "several texts are a list", "“b”, “c”", "a = [\"b\", \"c\"]"),
        ] {
            assert_said(Form::Toml, text, message, marked, line);
        }
    }

    #[test]
    fn keys_and_what_stands_behind_them_are_known_in_toml() {
        for (text, message, marked, line) in [
            ("title: Clerk", "`:` stands where TOML has `=`", ":", "title = \"Clerk\""),
            ("title: \"Clerk\" # x", "`:` stands where TOML has `=`", ":", "title = \"Clerk\""),
            ("draft: true", "`:` stands where TOML has `=`", ":", "draft = true"),
            ("a: [b, \"c\"]", "`:` stands where TOML has `=`", ":", "a = [\"b\", \"c\"]"),
            ("title := \"C\"", "`:=` stands where TOML has `=`", ":=", "title = \"C\""),
            ("title == \"C\"", "`==` stands where TOML has `=`", "==", "title = \"C\""),
            (
                "other titles = [\"a\"]",
                "the key `other titles` has a space in it",
                "other titles",
                "other_titles = [\"a\"]",
            ),
            ("title\u{a0}= \"C\"", "a no-break space stands beside the `=`", "=", "title = \"C\""),
            ("title =\u{a0}\"C\"", "a no-break space stands beside the `=`", "=", "title = \"C\""),
            ("title \"C\"", "there is no `=` behind the key", "title", "title = \"C\""),
            ("[grammar", "the bracket is not closed", "[grammar", "[grammar]"),
            ("[[locales]", "the bracket is not closed", "[[locales]", "[[locales]]"),
        ] {
            assert_said(Form::Toml, text, message, marked, line);
        }
        let (message, _, help) = said(Form::Toml, "{\"title\": \"C\"}").unwrap();
        assert_eq!(message, "this looks like JSON, and it is read as TOML");
        assert_eq!(help, "write each key on a line of its own, such as `title = \"…\"`");
        let (message, _, help) = said(Form::Toml, "title = \"C\", summary = \"x\"").unwrap();
        assert_eq!(
            (message.as_str(), help.as_str()),
            ("two keys stand on one line", "begin a new line with `summary`")
        );
        let (message, _, help) = said(Form::Toml, "title =").unwrap();
        assert_eq!(
            (message.as_str(), help.as_str()),
            ("there is no value", "write `title = \"…\"`, or remove the line")
        );
    }

    #[test]
    fn slips_in_yaml_are_known() {
        for (text, message, marked, line) in [
            ("title = Clerk", "`=` stands where YAML has `:`", "=", "title: Clerk"),
            ("title = \"Clerk\"", "`=` stands where YAML has `:`", "=", "title: Clerk"),
            (
                "title: Manager: Sales",
                "a text with a colon and a space in it stands in quotes",
                "Manager: Sales",
                "title: \"Manager: Sales\"",
            ),
            (
                "a: \"Our \"second\" home\"",
                "a quote within the text ends it",
                "\"Our \"second\" home\"",
                "a: 'Our \"second\" home'",
            ),
            ("a: 'Clerk's'", "a quote within the text ends it", "'Clerk's'", "a: \"Clerk's\""),
            ("a: \"Clerk", "the text has no closing quote", "\"Clerk", "a: Clerk"),
            ("a: \"C\" D", "something stands behind the text", "\"C\" D", "a: C D"),
            ("a: \"C\\D\"", "`\\D` stands for no character", "\"C\\D\"", "a: 'C\\D'"),
            ("a: [b, c", "the list is not closed", "[b, c", "a: [b, c]"),
            ("a: @C", "a text that begins with `@` stands in quotes", "@C", "a: \"@C\""),
            ("a: {company} C", "a text that begins with `{` stands in quotes", "{company} C", "a: \"{company} C\""),
            ("a: - C", "a text that begins with `-` stands in quotes", "- C", "a: \"- C\""),
            ("title:C", "a space is missing behind the colon", ":", "title: C"),
            ("title:\u{a0}C", "a no-break space stands beside the `:`", ":", "title: C"),
            ("title:\tC", "a tab stands beside the `:`", ":", "title: C"),
        ] {
            assert_said(Form::Yaml, text, message, marked, line);
        }
        let (message, marked, help) = said(Form::Yaml, "title: C\n\tsummary: x").unwrap();
        assert_eq!((message.as_str(), marked.as_str()), ("YAML is indented by spaces, and this is a tab", "\t"));
        assert_eq!(help, "write spaces in place of the tab");
    }

    #[test]
    fn a_list_that_is_not_closed_is_reported_where_it_begins() {
        for (form, text, line) in [
            (Form::Toml, "a = [\"b\", \"c\"\nupdated = 2026-11-24", "a = [\"b\", \"c\"]"),
            (Form::Toml, "a = [\"b\", \"c\"\n\n", "a = [\"b\", \"c\"]"),
            (Form::Yaml, "a: [b, c\nupdated: 2026-11-24", "a: [b, c]"),
        ] {
            let marked = text.lines().next().unwrap();
            assert_said(form, text, "the list is not closed", &marked[marked.find('[').unwrap()..], line);
        }
    }

    #[test]
    fn items_of_a_list_may_have_a_line_each() {
        let text = "a = [\n  \"b\",\n  Kim Clerk,";
        assert_said(Form::Toml, text, "a text stands in double quotes", "Kim Clerk", "\"Kim Clerk\",");
        assert_said(Form::Toml, "a = [\n  “b”", "`“` cannot enclose a text", "“b”", "\"b\",");
        assert_eq!(
            said(Form::Toml, "a = [\"b\"\n  \"c\""),
            Some(("the list is not closed".into(), "[\"b\"".into(), "write `a = [\"b\"]`".into()))
        );
        let closed = "a = [\"b\"\n  \"c\"\n]";
        assert!(at(Form::Toml, closed, closed.find("\"c").unwrap()).is_none());
    }

    #[test]
    fn of_what_is_sound_nothing_is_said() {
        for text in [
            "a = \"b\" # c",
            "a = 5",
            "a = 2026-11-24",
            "a = [\"b\", 1]",
            "a = { b = \"c\" }",
            "a = \"\\u00e4\"",
            "words",
            "",
            "[a]",
        ] {
            assert_eq!(said(Form::Toml, text), None, "{text}");
        }
        for text in ["a: b", "a: \"b\" # c", "a: [b, c] # d", "a:", "- b", "words", "a: {b: c}", "a: b:c"] {
            assert_eq!(said(Form::Yaml, text), None, "{text}");
        }
    }
}
