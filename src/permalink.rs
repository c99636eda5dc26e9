//! Permalinks: the addresses of pages from the root of a site.
//!
//! They are put together from locales and slugs alone, so none can lead out of the site.

use crate::locale::LocaleCode;
use crate::slug::Slug;

/// The address of a page from the root of the site, without a slash before it: `en/tutorials/`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Permalink(String);

impl Permalink {
    /// The address of the site itself.
    #[must_use]
    pub fn root() -> Self {
        Self(String::new())
    }

    /// The address of a locale's home page.
    #[must_use]
    pub fn of_locale(locale: &LocaleCode) -> Self {
        Self(format!("{locale}/"))
    }

    /// The address one level below this one.
    #[must_use]
    pub fn below(&self, slug: &Slug) -> Self {
        Self(format!("{}{slug}/", self.0))
    }

    /// The address as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The last part of the address; empty at the root.
    #[must_use]
    pub fn last(&self) -> &str {
        self.0.trim_end_matches('/').rsplit('/').next().unwrap_or_default()
    }

    /// The file that a static host serves at the address.
    #[must_use]
    pub fn file(&self) -> String {
        format!("{}index.html", self.0)
    }
}
