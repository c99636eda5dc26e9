//! Keys that nobody has asked for.

use toml::de::DeValue;

use super::Table;
use crate::diagnostic::{Code, Diagnostic, quoted};
use crate::id::closest;
use crate::parse::fields::proposal::declaration_of;
use crate::parse::front_matter::Form;
use crate::parse::keys::Others;

impl Table<'_> {
    /// Reports the keys that nobody took.
    pub(in crate::parse) fn finish(self) {
        self.finish_front_matter(None);
    }

    /// Reports the keys that nobody took, but for those of other tools, which have underscores here and which a collection may
    /// list. In YAML, the front matter of many tools, they are a warning, and the same one in all texts is said once.
    pub(in crate::parse) fn finish_front_matter(self, ignored: Option<&[String]>) {
        let unread = self.declared.all().find(|key| !self.asked.contains(&key.name));
        debug_assert!(unread.is_none(), "`{}` is declared and not read", unread.map_or("", |key| key.name));
        let is_ignored = |key: &str| ignored.is_some_and(|ignored| ignored.contains(&key.replace('-', "_")));
        for (key, value) in self.keys.iter().filter(|(key, _)| !is_ignored(key.get_ref())) {
            let span = self.absolute(&key.span());
            if self.is_faulty(&span) {
                continue;
            }
            let diagnostic = self.unknown(key.get_ref(), value.get_ref(), ignored);
            if self.front_matter == Some(Form::Yaml) {
                self.document.report_once(diagnostic, span);
            } else {
                self.document.report(diagnostic, span);
            }
        }
    }

    /// What to say of a key that nobody knows: remove it, or declare it, where it may be a fact of an entry.
    fn unknown(&self, key: &str, value: &DeValue, ignored: Option<&[String]>) -> Diagnostic {
        let message = format!("the key `{key}` is not known here");
        let is_yaml = self.front_matter == Some(Form::Yaml);
        let kind = if is_yaml { Diagnostic::warning } else { Diagnostic::error };
        let diagnostic = kind(Code::UnknownKey, message);
        let elsewhere = self.declared.help_for(key);
        let known = self.known();
        let close = closest(key, known.iter().copied()).filter(|_| elsewhere.is_none());
        if let Some(close) = close {
            return diagnostic.did_you_mean(Some(close), "");
        }
        let remove = if is_yaml && ignored.is_some() {
            format!("remove it, or write `ignore_keys = [\"{key}\"]` below its collection in `rolebook.toml`")
        } else {
            format!("remove it; known here: {}", quoted(&known))
        };
        if let Some(help) = elsewhere {
            return diagnostic.help(format!("{help}; {remove}"));
        }
        if self.declared.find("fields").is_none() || !matches!(self.declared.others, Others::Fields) {
            return diagnostic.help(remove);
        }
        let Some(declaration) = declaration_of(key, value) else { return diagnostic.help(remove) };
        let help = format!("{remove}; or declare it as a field, below its collection in `rolebook.toml`:");
        diagnostic.help(help).with_lines(&declaration)
    }

    /// Reports the keys that nobody took below `[fields]`: fields that the collection does not declare.
    pub(in crate::parse) fn finish_fields(self) {
        for (key, value) in &self.keys {
            let message = format!("the field `{}` is not declared", key.get_ref());
            let diagnostic = Diagnostic::error(Code::UnknownKey, message);
            let diagnostic = match closest(key.get_ref(), self.known()) {
                Some(close) => diagnostic.did_you_mean(Some(close), ""),
                None => match declaration_of(key.get_ref(), value.get_ref()) {
                    Some(lines) => {
                        diagnostic.help("declare it below its collection in `rolebook.toml`:").with_lines(&lines)
                    }
                    None => diagnostic.help("remove it; no field has such a value"),
                },
            };
            self.document.report(diagnostic, self.absolute(&key.span()));
        }
    }

    /// The names of keys that are known here: those that are declared, then fields that have been asked for.
    fn known(&self) -> Vec<&str> {
        let fields = self.asked.iter().copied().filter(|key| self.declared.find(key).is_none());
        self.declared.all().map(|key| key.name).chain(fields).collect()
    }
}
