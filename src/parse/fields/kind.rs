//! The kinds of fields.

/// What the values of a field are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum FieldKind {
    /// Words.
    Text,
    /// One or several of what the field lists.
    Choice,
    /// A number, or a range of numbers.
    Number,
    /// A day, or a range of days.
    Date,
    /// A sum of money, or a range.
    Money,
    /// The address of a page on the web.
    Link,
    /// An e-mail address.
    Email,
}

impl FieldKind {
    /// The kind as it is written.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Choice => "choice",
            Self::Number => "number",
            Self::Date => "date",
            Self::Money => "money",
            Self::Link => "link",
            Self::Email => "email",
        }
    }
}
