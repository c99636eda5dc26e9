//! A page in all locales that have it. The pages of an entry in its locales have the same alternates, which are made once.

use tera::Value;

use super::view::AlternateView;
use crate::plan::{PageRoute, addresses};
use crate::resolve::library::{Library, LocaleIndex};

/// A page in all locales that have it.
pub(super) struct Alternates {
    pub(super) pages: Vec<Alternate>,
    /// The address for readers of other languages, in full.
    pub(super) x_default: Option<String>,
}

/// A page in one of its locales.
pub(super) struct Alternate {
    pub(super) locale: LocaleIndex,
    pub(super) view: AlternateView,
    value: Value,
}

impl Alternates {
    pub(super) fn of(library: &Library, route: PageRoute) -> Self {
        let pages = addresses::alternates(library, route);
        let x_default = addresses::x_default(library, route, &pages);
        let pages = pages.into_iter().map(|(locale, permalink)| {
            let view = AlternateView {
                code: library[locale].code.to_string(),
                name: library[locale].name.clone(),
                direction: library[locale].direction,
                url: library.url(permalink.as_str()),
                absolute_url: library.absolute_url(permalink.as_str()),
                current: false,
            };
            Alternate { locale, value: Value::from_serializable(&view), view }
        });
        let pages = pages.collect();
        Self { pages, x_default: x_default.map(|permalink| library.absolute_url(permalink.as_str())) }
    }

    /// The alternates as the page of a locale shows them: one of them is the page itself.
    pub(super) fn seen_from(&self, own: Option<LocaleIndex>) -> Vec<Value> {
        let value = |Alternate { locale, view, value }: &Alternate| {
            if Some(*locale) == own {
                Value::from_serializable(&AlternateView { current: true, ..view.clone() })
            } else {
                value.clone()
            }
        };
        self.pages.iter().map(value).collect()
    }
}
