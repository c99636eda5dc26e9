//! What the value of a field looks like, for those who write an entry.

use super::declared::Field;
use super::kind::FieldKind;

impl Field {
    /// A line that gives the field a value.
    #[must_use]
    pub fn example(&self) -> String {
        let value = match self.kind {
            FieldKind::Text => "\"Words\"".to_owned(),
            FieldKind::Choice => {
                self.choices.first().map(|choice| format!("\"{}\"", choice.id.value)).unwrap_or_default()
            }
            FieldKind::Number => "38.5".to_owned(),
            FieldKind::Date => "2027-02-01".to_owned(),
            FieldKind::Money => "{ from = 42000, to = 51000, currency = \"EUR\", per = \"year\" }".to_owned(),
            FieldKind::Link => "\"https://example.org/apply\"".to_owned(),
            FieldKind::Email => "\"jobs@example.org\"".to_owned(),
        };
        let value = if self.multiple { format!("[{value}]") } else { value };
        let all: Vec<_> = self.choices.iter().map(|choice| choice.id.value.as_str()).collect();
        let choices = if all.is_empty() { String::new() } else { format!(" # one of {}", all.join(", ")) };
        format!("{} = {value}{choices}", self.id.value)
    }
}
