//! `different-reference`: a translation refers to the messages and terms that its original refers to.

use std::collections::BTreeSet;

use super::translations;
use crate::diagnostic::{Code, Diagnostic};
use crate::parse::message_id::MessageId;
use crate::place::Located;
use crate::site::Site;

pub(super) fn check(Site { library, .. }: &Site) -> Vec<Diagnostic> {
    let mut diagnostics = Vec::new();
    for translation in translations(library) {
        let code = &translation.language.code;
        let names =
            |references: &[Located<MessageId>]| references.iter().map(|one| one.value.clone()).collect::<BTreeSet<_>>();
        let (original, own) = (names(&translation.original.references), names(&translation.pattern.references));
        diagnostics.extend(original.difference(&own).map(|missing| {
            let message = format!("`{}` does not refer to `{missing}` as its original does", translation.id.value);
            Diagnostic::warning(Code::DifferentReference, message)
                .at(translation.id.place.clone())
                .in_locale(code)
                .help(format!("write `{{ {missing} }}` where it belongs"))
        }));
        // A reference that leads nowhere is an error of its own.
        let surplus = translation.pattern.references.iter().filter(|one| !original.contains(&one.value));
        diagnostics.extend(surplus.map(|reference| {
            let message = format!("`{}` refers to `{}`, its original does not", translation.id.value, reference.value);
            Diagnostic::warning(Code::DifferentReference, message)
                .at(reference.place.clone())
                .in_locale(code)
                .help("write what the original says, or refer to it there, too")
        }));
    }
    diagnostics
}
