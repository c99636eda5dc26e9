//! A site before rendering.

use crate::plan::Routes;
use crate::relate::Related;
use crate::resolve::library::Library;

/// All that is known of a site before a page of it is rendered.
pub struct Site {
    /// What its pages are made from.
    pub library: Library,
    /// The related entries of each page.
    pub related: Related,
    /// Its files.
    pub routes: Routes,
}
