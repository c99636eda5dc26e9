//! Permalinks: the addresses of pages from the root of a site.
//!
//! They are put together from locales and slugs alone, so none can lead out of the site. Also: how paths are written in
//! addresses, with what cannot stand there as percent-encoded UTF-8.

use std::borrow::Cow;

use percent_encoding::{AsciiSet, CONTROLS, PercentEncode, utf8_percent_encode};

use crate::locale::LocaleCode;
use crate::slug::Slug;

/// What cannot stand in an address, of ASCII: <https://url.spec.whatwg.org/#url-code-points>.
const NOT_IN_ADDRESSES: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'<').add(b'>').add(b'`');

/// What does not stand for itself in the path of an address.
const NOT_IN_PATHS: &AsciiSet = &NOT_IN_ADDRESSES
    .add(b'#')
    .add(b'%')
    .add(b'?')
    .add(b'\\')
    .add(b'[')
    .add(b']')
    .add(b'^')
    .add(b'{')
    .add(b'|')
    .add(b'}');

/// A path, as the names of files have it, as it stands in addresses.
#[must_use]
pub fn encoded_path(path: &str) -> Cow<'_, str> {
    // Most paths are slugs alone, which is found without looking at one character after the other.
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-'..=b'/');
    if path.bytes().fold(true, |plain, byte| plain & is_plain(byte)) {
        return Cow::Borrowed(path);
    }
    utf8_percent_encode(path, NOT_IN_PATHS).into()
}

/// A query and a fragment as they stand in addresses, of which parts may be encoded already.
#[must_use]
pub fn encoded_rest(rest: &str) -> PercentEncode<'_> {
    utf8_percent_encode(rest, NOT_IN_ADDRESSES)
}

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
