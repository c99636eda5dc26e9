//! YAML front matter, read into the tables of the TOML library, so that keys are taken from both in one way.
//!
//! Source: YAML 1.2.2 with its core schema; numbers, dates, `true` and `false` are what TOML reads as such. Aliases are followed.

mod edit;
mod spans;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use saphyr_parser::{Event, Parser, ScalarStyle, ScanError, Tag};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostic::{Code, Diagnostic};
use crate::limits::{NESTING, YAML_VALUES};

pub(super) use edit::with_value;

/// What is wrong with YAML, and where in it.
pub(super) struct Mistake {
    pub(super) diagnostic: Diagnostic,
    pub(super) at: Range<usize>,
}

/// Reads a mapping, and says which of its keys stand there twice. Values of nothing are left out.
pub(super) fn parse(text: &str) -> Read<(DeTable<'_>, Vec<Mistake>)> {
    let Mapping { keys, repeated, .. } = mapping(text)?;
    let mistake = |at: Range<usize>| {
        let message = format!("the key `{}` stands here twice", &text[at.clone()]);
        let diagnostic = Diagnostic::warning(Code::Syntax, message);
        Mistake { diagnostic: diagnostic.help("keep one of them; until then the last one with a value counts"), at }
    };
    Ok((keys, repeated.into_iter().map(mistake).collect()))
}

/// A mapping, and how it is written.
#[derive(Default)]
struct Mapping<'t> {
    keys: DeTable<'t>,
    /// The keys with no value, and where the colons behind them end.
    empty: Vec<(Cow<'t, str>, usize)>,
    /// Where keys stand that stand there already. Many tools that read YAML take the last one.
    repeated: Vec<Range<usize>>,
    range: Range<usize>,
    /// Whether it stands in braces.
    is_flow: bool,
}

fn mapping(text: &str) -> Read<Mapping<'_>> {
    let (offsets, events) = (offsets(text), Parser::new_from_str(text));
    Reader { text, offsets, events, anchors: BTreeMap::new(), values: 0 }.document()
}

struct Reader<'t, E> {
    text: &'t str,
    /// Where each character begins, if not all are bytes.
    offsets: Option<Vec<usize>>,
    events: E,
    /// The values that an alias may repeat, by the number of their anchor.
    anchors: BTreeMap<usize, DeValue<'t>>,
    values: usize,
}

type Read<T> = Result<T, Box<Mistake>>;
type Found<'t> = Result<(Event<'t>, saphyr_parser::Span), ScanError>;

impl<'t, E: Iterator<Item = Found<'t>>> Reader<'t, E> {
    fn document(&mut self) -> Read<Mapping<'t>> {
        loop {
            let (event, at) = self.next()?;
            match event {
                Event::StreamStart | Event::DocumentStart(_) => {}
                Event::StreamEnd | Event::DocumentEnd => return Ok(Mapping::default()),
                Event::Scalar(words, ..) if is_nothing(&words) => {}
                Event::MappingStart(..) => {
                    let mapping = self.mapping(at.start, 1)?;
                    return self.end().map(|()| mapping);
                }
                _ => {
                    let help = "write `title: …`, and each key on a line of its own";
                    return Err(wrong("these are no keys with values", help, at));
                }
            }
        }
    }

    /// Nothing may follow.
    fn end(&mut self) -> Read<()> {
        loop {
            match self.next()? {
                (Event::DocumentEnd, _) => {}
                (Event::StreamEnd, _) => return Ok(()),
                (_, at) => {
                    return Err(wrong("the keys end before this", "write it as a key with a value, or remove it", at));
                }
            }
        }
    }

    fn mapping(&mut self, start: usize, depth: usize) -> Read<Mapping<'t>> {
        let mut mapping = Mapping { range: start..start, ..Mapping::default() };
        loop {
            let (event, at) = self.next()?;
            let key = match event {
                Event::MappingEnd => {
                    mapping.is_flow = !at.is_empty();
                    if mapping.is_flow {
                        mapping.range.end = at.end;
                    }
                    return Ok(mapping);
                }
                Event::Scalar(words, ..) => words,
                _ => return Err(wrong("a key is not a list of others", "write a word before the colon", at)),
            };
            if mapping.keys.contains_key(&*key) || mapping.empty.iter().any(|(empty, _)| *empty == key) {
                mapping.repeated.push(at.clone());
            }
            let first = self.next()?;
            if let Some(value) = self.value(first, depth)? {
                mapping.range.end = value.span().end;
                mapping.keys.remove(&*key);
                mapping.empty.retain(|(empty, _)| *empty != key);
                mapping.keys.insert(Spanned::new(at, key), value);
            } else {
                let colon = self.text[at.end..].find(':').map_or(at.end, |colon| at.end + colon + 1);
                mapping.range.end = colon;
                mapping.empty.push((key, colon));
            }
        }
    }

    /// The items of a list, and where it ends.
    fn sequence(&mut self, start: usize, depth: usize) -> Read<(Vec<Spanned<DeValue<'t>>>, usize)> {
        let (mut items, mut last) = (Vec::new(), start);
        loop {
            let (event, at) = self.next()?;
            if matches!(event, Event::SequenceEnd) {
                return Ok((items, if at.is_empty() { last } else { at.end }));
            }
            last = at.end;
            if let Some(item) = self.value((event, at), depth)? {
                last = item.span().end;
                items.push(item);
            }
        }
    }

    /// The value that begins with an event; `None` if it is nothing.
    fn value(
        &mut self,
        (event, mut at): (Event<'t>, Range<usize>),
        depth: usize,
    ) -> Read<Option<Spanned<DeValue<'t>>>> {
        self.count(1, depth, &at)?;
        let (anchor, value) = match event {
            Event::Scalar(words, style, anchor, tag) => {
                (anchor, scalar(words, &self.text[at.clone()], style, tag.as_deref()))
            }
            Event::SequenceStart(anchor, _) => {
                let (items, end) = self.sequence(at.start, depth + 1)?;
                at.end = end;
                (anchor, Some(DeValue::Array(items.into_iter().collect())))
            }
            Event::MappingStart(anchor, _) => {
                let mapping = self.mapping(at.start, depth + 1)?;
                at.end = mapping.range.end;
                (anchor, Some(DeValue::Table(mapping.keys)))
            }
            Event::Alias(number) => {
                let value = self.anchors.get(&number).cloned();
                self.count(value.as_ref().map_or(0, size), depth, &at)?;
                (0, value)
            }
            _ => (0, None),
        };
        if let Some(value) = value.as_ref().filter(|_| anchor != 0) {
            self.anchors.insert(anchor, value.clone());
        }
        Ok(value.map(|value| Spanned::new(at, value)))
    }

    /// Counts values, which must not become too many nor stand too deep.
    fn count(&mut self, values: usize, depth: usize, at: &Range<usize>) -> Read<()> {
        self.values += values;
        if depth <= NESTING && self.values <= YAML_VALUES {
            return Ok(());
        }
        let message = "this stands within too many lists and keys, or behind too many values";
        let diagnostic = Diagnostic::error(Code::Limit, message).help("write fewer of them");
        Err(Box::new(Mistake { diagnostic, at: at.clone() }))
    }

    fn next(&mut self) -> Read<(Event<'t>, Range<usize>)> {
        match self.events.next() {
            Some(Ok((event, span))) => {
                let at = self.offset(span.start.index())..self.offset(span.end.index());
                let at = spans::exact(&event, self.text, at);
                Ok((event, at))
            }
            Some(Err(error)) => {
                let at = self.offset(error.marker().index());
                Err(wrong(error.info(), "correct the YAML; a value with `: ` or ` #` in it stands in quotes", at..at))
            }
            None => Ok((Event::StreamEnd, self.text.len()..self.text.len())),
        }
    }

    /// Where a character begins.
    fn offset(&self, character: usize) -> usize {
        let offset = self.offsets.as_ref().map_or(Some(character), |offsets| offsets.get(character).copied());
        offset.map_or(self.text.len(), |offset| offset.min(self.text.len()))
    }
}

fn offsets(text: &str) -> Option<Vec<usize>> {
    (!text.is_ascii()).then(|| text.char_indices().map(|(at, _)| at).collect())
}

/// A scalar of the core schema, of which the words have been read as they are `written`; `None` if it is nothing.
fn scalar<'t>(words: Cow<'t, str>, written: &'t str, style: ScalarStyle, tag: Option<&Tag>) -> Option<DeValue<'t>> {
    let is_text = style != ScalarStyle::Plain || tag.is_some_and(|tag| tag.suffix == "str");
    if is_text {
        return Some(DeValue::String(words));
    }
    if is_nothing(&words) {
        return None;
    }
    Some(match &*words {
        "true" | "True" | "TRUE" => DeValue::Boolean(true),
        "false" | "False" | "FALSE" => DeValue::Boolean(false),
        _ => number(written.trim_end()).unwrap_or(DeValue::String(words)),
    })
}

/// A number or a date.
fn number(plain: &str) -> Option<DeValue<'_>> {
    let begins = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-');
    let value = plain.starts_with(begins).then(|| DeValue::parse(plain).ok())??.into_inner();
    matches!(value, DeValue::Integer(_) | DeValue::Float(_) | DeValue::Datetime(_)).then_some(value)
}

fn is_nothing(words: &str) -> bool {
    matches!(words, "" | "~" | "null" | "Null" | "NULL")
}

/// How many values a value is.
fn size(value: &DeValue) -> usize {
    1 + match value {
        DeValue::Array(items) => items.iter().map(|item| size(item.get_ref())).sum(),
        DeValue::Table(keys) => keys.values().map(|value| size(value.get_ref())).sum(),
        _ => 0,
    }
}

fn wrong(message: &str, help: &str, at: Range<usize>) -> Box<Mistake> {
    Box::new(Mistake { diagnostic: Diagnostic::error(Code::Syntax, message).help(help), at })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The values of a mapping as TOML writes them.
    fn values(text: &str) -> Vec<(String, String)> {
        let (table, _) = parse(text).unwrap_or_else(|mistake| panic!("{text}: {}", mistake.diagnostic.message));
        let pairs = table.into_iter().map(|(key, value)| {
            let at = value.span();
            let value: toml::Value =
                serde::Deserialize::deserialize(serde::de::IntoDeserializer::into_deserializer(value)).unwrap();
            (key.get_ref().to_string(), format!("{value} at {}", &text[at]))
        });
        pairs.collect()
    }

    #[test]
    fn values_are_those_of_the_core_schema() {
        for (text, value) in [
            ("a: Größe", "\"Größe\" at Größe"),
            ("ä: 'it''s' # b", "\"it's\" at 'it''s'"),
            ("a: \"b\\u00e4\"", "\"bä\" at \"b\\u00e4\""),
            ("a: 12", "12 at 12"),
            ("a: 007", "\"007\" at 007"),
            ("a: 1.5", "1.5 at 1.5"),
            ("a: 2026-11-02", "2026-11-02 at 2026-11-02"),
            ("a: True", "true at True"),
            ("a: yes", "\"yes\" at yes"),
            ("a: !!str 12", "\"12\" at !!str 12"),
            ("a: '12'", "\"12\" at '12'"),
            ("a: [b, 2]", "[\"b\", 2] at [b, 2]"),
            ("a:\n- ü\n-  c # d\n", "[\"ü\", \"c\"] at - ü\n-  c"),
            ("a:\n  b: c\n  d: {e: f}\n# g\n", "{ b = \"c\", d = { e = \"f\" } } at b: c\n  d: {e: f}"),
            ("a: >\n  b\n  c\n", "\"\"\"\nb c\n\"\"\" at >\n  b\n  c\n"),
            ("a: b\n  c", "\"b c\" at b\n  c"),
        ] {
            let (_, found) = &values(text)[0];
            assert_eq!(found, value, "{text}");
        }
        for text in ["", "# a", "a:", "a: ~", "a: null\nb:", "{}", "~"] {
            assert_eq!(values(text), [], "{text}");
        }
    }

    #[test]
    fn aliases_are_followed_but_not_without_end() {
        assert_eq!(values("a: &x [b]\nc: *x")[1].1, "[\"b\"] at *x");
        let laughs = (1..10).map(|level| format!("l{level}: &l{level} [{}]\n", format!("*l{},", level - 1).repeat(9)));
        let laughs = format!("l0: &l0 lol\n{}", laughs.collect::<String>());
        assert_eq!(parse(&laughs).err().map(|mistake| mistake.diagnostic.code), Some(Code::Limit));
    }

    #[test]
    fn of_keys_that_stand_twice_the_last_one_with_a_value_counts() {
        for (text, value) in
            [("ä: 1\nä: 2", "2 at 2"), ("ä: 1\nä:\nö: 3", "1 at 1"), ("ä:\nä: 2", "2 at 2"), ("ä: 1\nä: 1\n", "1 at 1")]
        {
            assert_eq!(values(text)[0].1, value, "{text}");
            let (_, repeated) = parse(text).unwrap_or_else(|_| panic!("{text}"));
            assert_eq!(repeated.len(), 1, "{text}");
            assert_eq!(&text[repeated[0].at.clone()], "ä");
        }
    }

    #[test]
    fn what_is_no_mapping_is_a_mistake_where_it_stands() {
        for (text, start) in
            [("- a", 0), ("words", 0), ("a: b: c", 4), ("ä: \"b", 4), ("? [a]\n: b", 2), ("ä: 1\n--- b", 6)]
        {
            let mistake = parse(text).err().unwrap_or_else(|| panic!("{text}"));
            assert_eq!((mistake.diagnostic.code, mistake.at.start), (Code::Syntax, start), "{text}");
        }
        for deep in ["[".repeat(300), "a: ".to_owned() + &"[".repeat(101), "- ".repeat(50_000), "{a: ".repeat(5000)] {
            assert!(parse(&deep).is_err());
        }
    }
}
