//! `missing-message`, as a warning: what the default locale says and another does not, so that readers see a fallback.

use crate::diagnostic::{Code, Diagnostic};
use crate::plan::Routes;
use crate::resolve::library::{Library, LocaleIndex};

pub(super) fn check(library: &Library, _: &Routes) -> Vec<Diagnostic> {
    let others = library.locales().filter(|locale| *locale != library.default_locale);
    others.flat_map(|locale| untranslated(library, locale)).collect()
}

fn untranslated(library: &Library, locale: LocaleIndex) -> Vec<Diagnostic> {
    let code = &library[locale].code;
    if library.messages.definitions(locale).next().is_none() {
        let default = &library[library.default_locale].code;
        let diagnostic = Diagnostic::warning(Code::MissingMessage, format!("no message is translated into `{code}`"));
        let help =
            format!("add files to `locales/{code}/`; until then readers see the words of `{default}` or a fallback");
        return vec![diagnostic.at(library[locale].place.clone()).in_locale(code).help(help)];
    }
    let mut diagnostics = Vec::new();
    for original in library.messages.definitions(library.default_locale) {
        let id = &original.id.value;
        // A locale may have its own terms: they are seen only through messages.
        if id.starts_with('-') {
            continue;
        }
        let translation = library.messages.definition(locale, id);
        let value = original.has_value && !translation.is_some_and(|translation| translation.has_value);
        let attributes = original
            .attributes
            .iter()
            .filter(|name| !translation.is_some_and(|translation| translation.attributes.contains(name)));
        let missing = value.then(|| id.clone()).into_iter().chain(attributes.map(|name| format!("{id}.{name}")));
        diagnostics.extend(missing.map(|missing| {
            Diagnostic::warning(Code::MissingMessage, format!("`{missing}` is not translated into `{code}`"))
                .at(original.id.place.clone())
                .in_locale(code)
                .help(format!("add it to a file in `locales/{code}/`"))
        }));
    }
    diagnostics
}
