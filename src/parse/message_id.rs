//! Ids of messages: what a file of messages defines, what templates and other messages ask for.
//!
//! Messages and terms are different things although both are named: `acme` and `-acme` may stand side by side. Names are
//! told apart by case, as Fluent tells them.

use std::fmt;
use std::sync::Arc;

/// The id of a message or a term, or of an attribute of one.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageId {
    is_term: bool,
    name: Arc<str>,
    attribute: Option<Arc<str>>,
}

/// A [`MessageId`] whose parts are borrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct MessageRef<'i> {
    /// Whether it is a term, which only messages can refer to.
    pub is_term: bool,
    /// The name of the message or term.
    pub name: &'i str,
    /// The attribute, if it is not the value that is meant.
    pub attribute: Option<&'i str>,
}

impl MessageId {
    /// The id of a message.
    pub fn message(name: impl Into<Arc<str>>) -> Self {
        Self { is_term: false, name: name.into(), attribute: None }
    }

    /// The id of a term; the name has no hyphen before it.
    pub fn term(name: impl Into<Arc<str>>) -> Self {
        Self { is_term: true, ..Self::message(name) }
    }

    /// The id of an attribute of the same message or term.
    #[must_use]
    pub fn with_attribute(&self, attribute: impl Into<Arc<str>>) -> Self {
        Self { attribute: Some(attribute.into()), ..self.clone() }
    }

    /// Whether it is a term, which only messages can refer to, or an attribute of one.
    #[must_use]
    pub fn is_term(&self) -> bool {
        self.is_term
    }

    /// The name of the message or term.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The attribute, if it is not the value that is meant.
    #[must_use]
    pub fn attribute(&self) -> Option<&str> {
        self.attribute.as_deref()
    }
}

impl<'i> MessageRef<'i> {
    /// The id of a message.
    #[must_use]
    pub const fn message(name: &'i str) -> Self {
        Self { is_term: false, name, attribute: None }
    }

    /// Reads an id as templates write it: `id`, `id.attribute`, `-id`; `None` if no message can have it.
    #[must_use]
    pub fn read(text: &'i str) -> Option<Self> {
        let (is_term, text) = text.strip_prefix('-').map_or((false, text), |term| (true, term));
        let (name, attribute) = match text.find('.') {
            Some(dot) => (&text[..dot], Some(&text[dot + 1..])),
            None => (text, None),
        };
        let is_id = is_name(name) && attribute.is_none_or(is_name);
        is_id.then_some(Self { is_term, name, attribute })
    }

    /// The message or term as a whole.
    #[must_use]
    pub fn whole(self) -> Self {
        Self { attribute: None, ..self }
    }

    /// The same id with parts of its own.
    #[must_use]
    pub fn to_id(self) -> MessageId {
        MessageId { is_term: self.is_term, name: self.name.into(), attribute: self.attribute.map(Arc::from) }
    }
}

/// Whether a text is a name by the grammar of Fluent: a letter from `a` to `z` in any case, then letters, digits, `-`, `_`.
#[must_use]
pub fn is_name(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

impl<'i> From<&'i MessageId> for MessageRef<'i> {
    fn from(id: &'i MessageId) -> Self {
        Self { is_term: id.is_term, name: &id.name, attribute: id.attribute.as_deref() }
    }
}

impl fmt::Display for MessageRef<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.is_term {
            f.write_str("-")?;
        }
        f.write_str(self.name)?;
        self.attribute.map_or(Ok(()), |attribute| write!(f, ".{attribute}"))
    }
}

impl fmt::Display for MessageId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        MessageRef::from(self).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_shown_as_they_are_read() {
        for text in ["a", "search-title.slug", "-brand", "-brand.gender", "A_1-", "NUMBER"] {
            let id = MessageRef::read(text).unwrap();
            assert_eq!((id.to_string(), id.to_id().to_string()), (text.to_owned(), text.to_owned()));
        }
        for text in ["", "-", ".a", "a.", "a.b.c", "1a", "a b", "größe", "--a", "style.css?v=1", "a.-b"] {
            assert_eq!(MessageRef::read(text), None, "{text}");
        }
    }

    #[test]
    fn a_term_is_not_the_message_of_the_same_name() {
        assert_ne!(MessageId::term("acme"), MessageId::message("acme"));
        assert_ne!(MessageId::message("acme"), MessageId::message("Acme"));
        assert_eq!(MessageId::term("acme").with_attribute("gender").to_string(), "-acme.gender");
    }
}
