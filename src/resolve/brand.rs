//! What the site is called in each language: the term `-brand`.
//!
//! It is the site's own term of the language; else the name in the configuration; else the site's own term of the first language
//! to which the locale falls back; else the theme's; else the host of the site.

use url::Url;

use super::catalog::Catalog;
use super::index::{LanguageIndex, LocaleIndex};
use crate::parse::messages::{BRAND, Layer};

/// What tells the name of a site where no message does.
pub(super) struct Named<'c> {
    pub(super) name: Option<&'c str>,
    pub(super) base_url: &'c Url,
    pub(super) default_locale: LocaleIndex,
}

/// What the site is called, by language.
pub(super) struct Brands(Vec<String>);

impl Brands {
    /// Finds them in catalogs and in the chains of locales.
    pub(super) fn of(catalogs: &[Catalog], chains: &[Vec<LanguageIndex>], named: &Named) -> Self {
        let own: Vec<_> = catalogs.iter().map(own).collect();
        let of_site = |language: &LanguageIndex| {
            own[language.0].as_ref().filter(|(layer, _)| *layer == Layer::Site).map(|(_, text)| text.clone())
        };
        let of_theme = |language: &LanguageIndex| own[language.0].as_ref().map(|(_, text)| text.clone());
        let host = || named.base_url.host_str().unwrap_or_default().to_owned();
        let of_chain = |chain: &[LanguageIndex]| {
            of_site(&chain[0])
                .or_else(|| named.name.map(str::to_owned))
                .or_else(|| chain.iter().find_map(of_site))
                .or_else(|| chain.iter().find_map(of_theme))
                .unwrap_or_else(host)
        };
        let mut brands: Vec<_> = chains.iter().map(|chain| of_chain(chain)).collect();
        for language in (brands.len()..catalogs.len()).map(LanguageIndex) {
            let brand = of_site(&language).unwrap_or_else(|| brands[named.default_locale.0].clone());
            brands.push(brand);
        }
        Self(brands)
    }

    pub(super) fn of_language(&self, language: LanguageIndex) -> &str {
        &self.0[language.0]
    }
}

/// Whose term a catalog has, and what it says.
fn own(catalog: &Catalog) -> Option<(Layer, String)> {
    let definition = catalog.definition(BRAND)?;
    Some((definition.layer, catalog.term(BRAND)?))
}
