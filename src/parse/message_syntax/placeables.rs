//! Mistakes between braces.

use fluent_syntax::parser::ErrorKind;

use super::brackets::{self, Open};
use super::escapes::ESCAPES;
use super::{Mistake, Spot, lines, numbers, variants};
use crate::slug::slug;

/// Quotation marks that are none in Fluent.
const QUOTES: [char; 12] = ['“', '”', '„', '‟', '‘', '’', '‚', '«', '»', '\'', '`', '´'];

/// What can stand between braces, for help.
const CONTENT: &str = "between braces stands one thing: a variable `{ $name }`, a message `{ id }`, a term `{ -term }`, \
                       or a text `{ \"…\" }`";

pub(super) fn explain(spot: Spot, kind: &ErrorKind) -> Mistake {
    match kind {
        ErrorKind::ExpectedToken('}') => not_closed(spot),
        ErrorKind::ExpectedToken(')') => open_bracket(spot, '('),
        ErrorKind::ExpectedToken('"') | ErrorKind::UnterminatedStringLiteral => open_quotes(spot),
        ErrorKind::ExpectedCharRange { .. } => numbers::with_nothing_after_point(spot).unwrap_or_else(|| no_name(spot)),
        ErrorKind::ExpectedInlineExpression => nothing_to_show(spot),
        ErrorKind::ExpectedLiteral => no_literal(spot),
        ErrorKind::ForbiddenCallee => no_function(spot),
        ErrorKind::TermAttributeAsPlaceable => term_attribute(spot),
        ErrorKind::UnbalancedClosingBrace => closes_nothing(spot),
        ErrorKind::PositionalArgumentFollowsNamed => Mistake::new(
            spot.moved(spot.at - 1).here(),
            "what has no name stands after a named argument",
            "write it first: `NUMBER($part, style: \"percent\")`",
        ),
        ErrorKind::DuplicatedNamedArgument(name) => {
            let at = spot.before().trim_end().len();
            Mistake::new(
                at - name.len()..at,
                format!("the argument `{name}` stands here twice"),
                "remove one of the two",
            )
        }
        ErrorKind::UnknownEscapeSequence(_) | ErrorKind::InvalidUnicodeEscapeSequence(_) => no_escape(spot),
        // The rest is said of beginnings of entries and of variants.
        other => Mistake::new(spot.here(), crate::diagnostic::in_house_form(&other.to_string()), CONTENT),
    }
}

/// The innermost bracket of a kind that is open.
fn innermost(spot: Spot, bracket: char) -> Option<Open> {
    let open = brackets::open(&spot.text[spot.entry..spot.at]);
    let found = open.into_iter().rev().find(|open| open.bracket == bracket)?;
    Some(Open { at: spot.entry + found.at, ..found })
}

/// Something stands where `}` is expected.
fn not_closed(spot: Spot) -> Mistake {
    let rest = spot.rest();
    let last = spot.before().trim_end();
    let open = brackets::open(&spot.text[spot.entry..spot.at]);
    if last.ends_with('*') && open.last().is_some_and(|open| open.has_variants) {
        let has_key = rest.trim_start().starts_with('[');
        let message = if has_key { "a space stands between `*` and `[`" } else { "no variant stands after `*`" };
        let star = spot.moved(last.len() - 1);
        let help = if has_key {
            "write `*[other] …`".to_owned()
        } else {
            format!("write `*[other] …`; {}", lines::sign_as_text(star))
        };
        return Mistake::new(star.here(), message, help);
    }
    if rest.starts_with('.') && open.last().is_some_and(|open| open.has_variants) {
        return lines::line_of_text(spot);
    }
    // Within a variant, the next variant says that the brace before is open.
    if rest.starts_with(['[', '*']) && !open.iter().any(|open| open.has_variants) {
        return no_arrow(spot, "`->` is missing before the variants");
    }
    if ["=>", "- >", "–>", "→", "—>", ">"].iter().any(|arrow| rest.starts_with(arrow)) {
        return no_arrow(spot, "this is no arrow");
    }
    let closes_here = rest.starts_with(',') || rest.split('{').next().is_some_and(|rest| rest.contains('}'));
    if closes_here { too_much(spot) } else { open_bracket(spot, '{') }
}

fn no_arrow(spot: Spot, message: &str) -> Mistake {
    let at = innermost(spot, '{').map_or(spot.at, |open| open.at);
    let selector = spot.text[at..spot.at].trim();
    Mistake::new(spot.here(), message, format!("write `{selector} ->` and begin a new line"))
}

/// Between braces stands more than one thing.
fn too_much(spot: Spot) -> Mistake {
    let at = innermost(spot, '{').map_or(spot.at, |open| open.at);
    let first = spot.text[at + 1..spot.at].trim();
    if numbers::begins(first) {
        return numbers::no_number(spot, spot.last(first).start);
    }
    if spot.next().is_some_and(char::is_alphanumeric) && spot.before().ends_with(first) {
        return foreign_letters(spot, at + spot.text[at..].find(first).unwrap_or_default(), first);
    }
    let message = format!("`{}` cannot stand after `{first}`", more(spot));
    let help = match spot.next() {
        Some(',') => variants::form(first),
        Some('.') if first.starts_with('$') => {
            let name = format!("{first}{}", more(spot).replace('.', "-"));
            format!("a variable has no parts: have it handed over under one name, such as `{name}`")
        }
        Some(c) if c.is_alphanumeric() && first.starts_with('$') => {
            format!("names have no spaces: write `{{ {first} }}`, or `{{ {first}-{} }}`", more(spot))
        }
        _ => CONTENT.to_owned(),
    };
    Mistake::new(spot.here(), message, help)
}

/// A name goes on with letters that names do not have.
fn foreign_letters(spot: Spot, start: usize, first: &str) -> Mistake {
    let written = format!("{first}{}", more(spot));
    let sign = if first.starts_with('$') { "$" } else { "" };
    let name = slug(written.trim_start_matches('$'), spot.locale);
    let help = format!("names have letters from `a` to `z`, digits, hyphens and underscores, such as `{sign}{name}`");
    Mistake::new(start..spot.at + more(spot).len(), format!("`{written}` cannot be a name"), help)
}

/// The word at the spot.
fn more(spot: Spot<'_>) -> &str {
    let rest = spot.rest();
    let end = rest.char_indices().skip(1).find(|(_, c)| c.is_whitespace() || "{},".contains(*c));
    &rest[..end.map_or(rest.len(), |(end, _)| end)]
}

fn open_bracket(spot: Spot, bracket: char) -> Mistake {
    let Some(open) = innermost(spot, bracket) else {
        return Mistake::new(spot.here(), format!("`{}` cannot stand here", more(spot)), CONTENT);
    };
    let inner = spot.text[open.at..spot.at].trim_end();
    let help = if bracket == '(' {
        let name = spot.text[..open.at].rsplit(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c))).next();
        format!("write `{}{})`", name.unwrap_or_default(), inner.lines().next().unwrap_or_default().trim_end())
    } else if inner.contains("->") {
        "write `}` on a line of its own after the last variant".to_owned()
    } else if let Some(inner) = inner.strip_prefix("{{") {
        format!("write one brace on each side: `{{ {} }}`", inner.trim_end_matches('}').trim())
    } else {
        let inner = inner[1..].lines().next().unwrap_or_default().trim();
        if inner.is_empty() {
            "write a brace that is text as `{ \"{\" }`".to_owned()
        } else {
            format!("write `{{ {inner} }}`")
        }
    };
    Mistake::new(open.at..open.at + 1, format!("this `{bracket}` is not closed"), help)
}

fn open_quotes(spot: Spot) -> Mistake {
    let at = spot.before().rfind('"').unwrap_or(spot.at);
    let text = spot.text[at + 1..].lines().next().unwrap_or_default();
    let text = text.trim_end_matches(['}', ')', ' ', '”', '“', '\'']);
    Mistake::new(at..at + 1, "these quotes are not closed", format!("write `\"{text}\"`"))
}

/// After a sign that a name follows stands something else.
fn no_name(spot: Spot) -> Mistake {
    let sign = spot.before().chars().next_back().unwrap_or_default();
    let name: String =
        spot.rest().trim_start().chars().take_while(|c| c.is_alphanumeric() || "_-".contains(*c)).collect();
    let plain = name.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    let message = match spot.next() {
        Some(c) if !c.is_whitespace() && c != '}' => format!("no name begins with `{c}`"),
        _ => format!("a name is missing after `{sign}`"),
    };
    let help = match plain {
        "" => format!("write a name directly after `{sign}`, such as `{sign}name`"),
        plain => format!("write `{sign}{plain}`"),
    };
    Mistake::new(spot.moved(spot.at - sign.len_utf8()).here(), message, help)
}

/// What stands between braces begins as nothing does.
fn nothing_to_show(spot: Spot) -> Mistake {
    let Some(c) = spot.next().filter(|c| !matches!(c, '\n' | '\r')) else { return open_bracket(spot, '{') };
    let inner = brackets::open(&spot.text[spot.entry..spot.at]).pop();
    let is_below = inner.is_some_and(|open| spot.text[spot.entry + open.at..spot.at].contains('\n'));
    let inner = inner.map(|open| open.bracket);
    match c {
        '=' if inner == Some('(') && is_below => open_bracket(spot, '('),
        quote if QUOTES.contains(&quote) => quotes(spot),
        '}' if inner == Some('(') => open_bracket(spot, '('),
        '}' => {
            let help = "write what stands there, such as `{ $name }`, or the braces as text: `{ \"{\" }`, `{ \"}\" }`";
            Mistake::new(spot.here(), "nothing stands between the braces", help)
        }
        '.' | '+' if numbers::begins(spot.rest()) => numbers::no_number(spot, spot.at),
        '[' | '*' => {
            Mistake::new(spot.here(), "it is not said what the variants are chosen by", variants::form("$name"))
        }
        ';' | ',' if inner == Some('(') => {
            let help = "arguments are divided by one comma: `NUMBER($n, style: \"percent\")`";
            Mistake::new(spot.here(), format!("`{c}` cannot stand here"), help)
        }
        '%' | '#' | '=' | '/' | '!' | '&' | '>' | '@' | '?' | '^' => {
            let help =
                "messages have variables, `{ $name }`, and choices, `{ $name -> … }`; the rest is for the template";
            Mistake::new(spot.here(), format!("`{{{c}` is of another template language"), help)
        }
        _ => Mistake::new(spot.here(), format!("`{}` cannot stand here", more(spot)), CONTENT),
    }
}

/// Text between quotation marks of running text.
fn quotes(spot: Spot) -> Mistake {
    let rest = spot.rest();
    let inner = rest.trim_start_matches(QUOTES);
    let inner = inner.split(|c: char| QUOTES.contains(&c) || "\"{}".contains(c)).next().unwrap_or_default().trim();
    let inner = if inner.is_empty() { "…" } else { inner };
    let help = format!("between braces text stands in straight double quotes: `\"{inner}\"`");
    Mistake::new(spot.here(), format!("`{}` is no quotation mark of Fluent", spot.next().unwrap_or_default()), help)
}

/// The value of a named argument is neither text nor a number.
fn no_literal(spot: Spot) -> Mistake {
    if spot.next().is_some_and(|c| QUOTES.contains(&c)) {
        return quotes(spot);
    }
    let value = more(spot).trim_end_matches([')', ',']);
    let help = match value.strip_prefix('$') {
        Some(_) => "only text and numbers can be named arguments: choose between variants if it depends on a variable"
            .to_owned(),
        None if value.is_empty() => "write its value after the colon: `style: \"percent\"`".to_owned(),
        None => format!("write `\"{value}\"`"),
    };
    let message = if value.is_empty() {
        "the value of an argument is missing".to_owned()
    } else {
        format!("`{value}` is neither text in quotes nor a number")
    };
    Mistake::new(spot.at..spot.at + value.len().max(1), message, help)
}

/// Only functions take arguments without a hyphen, and their names are in capitals.
fn no_function(spot: Spot) -> Mistake {
    let mut depth = 0_usize;
    let start = spot.before().char_indices().rev().find(|(_, c)| {
        depth = match c {
            ')' => depth + 1,
            '(' => depth - 1,
            _ => depth,
        };
        *c == '(' && depth == 0
    });
    let end = spot.text[..start.map_or(spot.at, |(at, _)| at)].trim_end().len();
    let name =
        spot.text[..end].rsplit(|c: char| !(c.is_ascii_alphanumeric() || "_-".contains(c))).next().unwrap_or_default();
    let help = format!(
        "functions are written in capitals, such as `NUMBER(…)`; of messages only terms are handed something: `-{name}(…)`"
    );
    Mistake::new(end - name.len()..end, format!("`{name}` is no function"), help)
}

fn term_attribute(spot: Spot) -> Mistake {
    let start = spot.brace().map_or(spot.entry, |brace| brace + 1);
    let term = spot.text[start..spot.at].trim();
    let help = format!("choose by it: `{{ {term} ->`; what readers see is a message or the value of a term");
    Mistake::new(spot.last(term), format!("`{term}` cannot be shown: attributes of terms are for choices"), help)
}

pub(super) fn closes_nothing(spot: Spot) -> Mistake {
    let help = if spot.before().ends_with('}') {
        "write one brace on each side: `{ $name }`"
    } else {
        "take it out, or write it as `{ \"}\" }` if it is text"
    };
    Mistake::new(spot.here(), "this `}` closes nothing", help)
}

fn no_escape(spot: Spot) -> Mistake {
    let at = spot.before().rfind('\\').filter(|at| spot.at - at < 9 && spot.next() != Some('\\')).unwrap_or(spot.at);
    let escape: String = spot.text[at..].chars().take(2).collect();
    let message = format!("`{escape}` cannot be read");
    Mistake::new(at..at + escape.len(), message, ESCAPES)
}
