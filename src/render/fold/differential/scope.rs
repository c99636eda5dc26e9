//! Where in a random theme something stands, and what it may name there.

/// Where something stands: what there is to name and to include.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scope {
    pub(super) place: Place,
    /// Whether the theme gives other values to names that all pages share. Not all do, since then little can be folded.
    pub(super) shadows: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    Page,
    /// The part with this number; it includes only later ones.
    Part(usize),
    Component,
}

/// The parts, of which each may include later ones.
pub(super) const PARTS: &[&str] = &["first.html", "second.html", "last.html"];
