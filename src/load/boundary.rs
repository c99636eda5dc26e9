//! Where links among the files of a site may lead.
//!
//! A link is followed as long as it stays in the folder of the site in which it lies, such as `static`, and leads to nothing
//! hidden there. What lies elsewhere is not the site's: whoever sends a pull request could publish any file of the machine
//! that builds it. Only the command line can allow more.

use std::fs;
use std::path::{Component, Path, PathBuf};

use crate::diagnostic::Failure;

/// The configuration file, whose folder is the site's root.
pub const CONFIG_FILE: &str = "rolebook.toml";

/// The folder of a site, and where links in it may lead.
#[derive(Clone, Debug)]
pub struct Root {
    folder: PathBuf,
    /// Other folders to which links may lead.
    allowed: Vec<PathBuf>,
}

impl Root {
    /// The folder that holds `rolebook.toml`.
    pub fn new(folder: impl Into<PathBuf>) -> Self {
        Self { folder: folder.into(), allowed: Vec::new() }
    }

    /// Allows links to other folders, too.
    ///
    /// # Errors
    ///
    /// If there is no such folder.
    pub fn allowing_links_to(mut self, folders: &[PathBuf]) -> Result<Self, Failure> {
        for folder in folders {
            self.allowed.push(fs::canonicalize(folder).map_err(Failure::to("find", folder))?);
        }
        Ok(self)
    }

    /// The folder by a path that stays right when the folder in which the program runs is renamed. Links stay links.
    ///
    /// # Errors
    ///
    /// If the folder in which the program runs is gone.
    pub fn absolute(mut self) -> Result<Self, Failure> {
        self.folder = std::path::absolute(&self.folder).map_err(Failure::to("find", &self.folder))?;
        Ok(self)
    }

    /// The folder.
    #[must_use]
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder with no links on the way, if it is there.
    #[must_use]
    pub fn real(&self) -> PathBuf {
        fs::canonicalize(&self.folder).unwrap_or_else(|_| self.folder.clone())
    }

    /// Whether a file may be read, by its path from the root: it is no link, or one that may be followed. A link that leads
    /// nowhere harms nobody.
    #[must_use]
    pub fn may_follow(&self, link: &Path) -> bool {
        let (Ok(root), Ok(target)) = (fs::canonicalize(&self.folder), fs::canonicalize(self.folder.join(link))) else {
            return true;
        };
        let is_in = |folder: &Path| target.strip_prefix(folder).is_ok_and(is_visible);
        let is_own = if link == Path::new(CONFIG_FILE) {
            target.parent() == Some(&root) && is_in(&root)
        } else {
            link.components().next().is_some_and(|top| is_in(&root.join(top)))
        };
        let is_no_link = target == root.join(link);
        is_no_link || is_own || self.allowed.iter().any(|folder| is_in(folder))
    }
}

fn is_visible(path: &Path) -> bool {
    path.components().all(|part| matches!(part, Component::Normal(name) if !name.as_encoded_bytes().starts_with(b".")))
}
