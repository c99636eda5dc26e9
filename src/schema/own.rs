//! What a site itself declares: fields, keys of other tools, options of its theme.

use super::json::{Additional, Schema};
use crate::parse::Parsed;
use crate::parse::fields::Field;
use crate::parse::theme_options::{Declaration, OptionKind};

/// What a site declares.
pub struct OwnKeys {
    /// Fields, each with the collection that declares it. Files of all collections have one schema.
    pub(super) fields: Vec<(String, Field)>,
    /// Keys of front matter that are another tool's.
    ignored: Vec<String>,
    /// What another tool calls keys of front matter: ours, then theirs.
    renamed: Vec<(&'static str, String)>,
    /// The options of the theme, by name.
    options: Vec<(String, Declaration)>,
}

impl OwnKeys {
    /// What a site declares.
    #[must_use]
    pub fn of(site: &Parsed) -> Self {
        let collections = &site.config.collections;
        let named = |(name, option): (&String, &Declaration)| (name.clone(), option.clone());
        Self {
            fields: collections
                .iter()
                .flat_map(|of| of.fields.iter().map(|field| (of.id.value.to_string(), field.clone())))
                .collect(),
            ignored: collections.iter().flat_map(|of| of.ignored_keys.iter().cloned()).collect(),
            renamed: collections.iter().flat_map(|of| of.renamed_keys.iter().cloned()).collect(),
            options: site.theme.options.iter().map(named).collect(),
        }
    }

    /// Adds what other tools have in front matter.
    pub(super) fn add_keys_of_others(&self, schema: &mut Schema) {
        for (ours, theirs) in &self.renamed {
            let of_ours = schema.properties.find(ours).cloned().unwrap_or_default();
            schema.properties.add(theirs, of_ours);
        }
        for key in &self.ignored {
            schema.pattern_properties.add(format!("^{}$", key.replace('_', "[-_]")), Schema::default());
        }
        let is_taken =
            |key: &str| self.ignored.iter().any(|ignored| ignored == key) || schema.properties.find(key).is_some();
        if !is_taken("description") {
            let summary = schema.properties.find("summary").cloned().unwrap_or_default();
            let description = Some("In YAML, another name of `summary`.".to_owned());
            schema.properties.add("description", Schema { description, ..summary });
        }
    }

    /// Adds the options of the theme to those of the table `[theme]`, which are all.
    pub(super) fn add_options(&self, theme: &mut Schema) {
        for (name, option) in &self.options {
            let schema = match &option.kind {
                OptionKind::Choice(choices) => Schema { choices: choices.clone(), ..Schema::of("string") },
                OptionKind::Color => Schema::matching("^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"),
                OptionKind::File => Schema::matching("^/([^/]|$)"),
                OptionKind::Fonts | OptionKind::Length | OptionKind::Text => Schema::of("string"),
            };
            let default = option.default.clone().map(Into::into);
            theme.properties.add(name, Schema { default, ..schema });
        }
        theme.additional_properties = Some(Additional::Refused);
    }
}
