//! A site before rendering.

use std::sync::Arc;

use crate::plan::Routes;
use crate::relate::Related;
use crate::resolve::library::Library;

/// All that is known of a site before a page of it is rendered.
#[derive(Clone)]
pub struct Site {
    /// What its pages are made from.
    pub library: Arc<Library>,
    /// The related entries of each page.
    pub related: Arc<Related>,
    /// Its files.
    pub routes: Arc<Routes>,
}
