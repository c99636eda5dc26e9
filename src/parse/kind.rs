//! The kinds of content.

/// What the entries of a collection are, which decides their form and their template.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A job description, in sections.
    Role,
    /// Free text: a tutorial, interview questions, a term.
    Article,
    /// What roles and articles are sorted under.
    Category,
    /// A plain page of the site: about us, an imprint, a landing page.
    Page,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Role, Self::Article, Self::Category, Self::Page];

    /// What pages of the kind are called.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Article => "article",
            Self::Category => "category",
            Self::Page => "page",
        }
    }

    /// Whether entries of the kind are what readers come for: they stand on the home page, below categories, in feeds, as
    /// related. Categories sort them, and plain pages are about the site.
    #[must_use]
    pub fn is_content(self) -> bool {
        matches!(self, Self::Role | Self::Article)
    }

    /// Whether a collection of the kind has a page that lists it, below which the pages of its entries are.
    #[must_use]
    pub fn has_listing(self) -> bool {
        self != Self::Page
    }
}
