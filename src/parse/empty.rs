//! `no-entries`: folders of content that are empty or not there, as where a checkout lacks a submodule or somebody has renamed
//! one. What an earlier build has published of them would be removed.

use std::path::{Path, PathBuf};

use super::config::{CollectionConfig, Config};
use crate::diagnostic::{Code, Diagnostic};
use crate::load::Sources;
use crate::place::SourcePath;
use crate::slug::SlugStyle;

/// What is wrong with the folders of the content as a whole. Of a folder that is only misnamed, its name is reported.
pub(super) fn check(config: &Config, sources: &Sources) -> Vec<Diagnostic> {
    if config.collections.is_empty() {
        return Vec::new();
    }
    if is_empty(sources, "content/") {
        let is_misnamed = sources.lookalikes.values().any(|meant| *meant == "content");
        return if is_misnamed { Vec::new() } else { vec![empty_site(config)] };
    }
    let is_empty = |of: &&CollectionConfig| {
        // No folder is named for what is no id, which is reported.
        SlugStyle::Ascii.read(of.id.value.as_str()).is_ok() && is_empty(sources, &format!("content/{}/", of.id.value))
    };
    config.collections.iter().filter(is_empty).map(empty_collection).collect()
}

fn is_empty(sources: &Sources, folder: &str) -> bool {
    let begin = SourcePath::from(folder);
    let is_within = |path: &SourcePath| path.as_str().starts_with(folder);
    let has_text = sources.files.range(&begin..).next().is_some_and(|(path, _)| is_within(path));
    let has_file = sources.beside.range(&begin..).next().is_some_and(|(path, _)| is_within(path));
    // What cannot be read is reported as that, be it in the folder or the folder itself.
    let is_fault = |path: &PathBuf| path.starts_with(folder) || Path::new(folder).starts_with(path);
    !has_text && !has_file && !sources.faults.keys().any(is_fault)
}

fn empty_site(config: &Config) -> Diagnostic {
    let collection = config.collections.first().map_or("job-descriptions", |of| of.id.value.as_str());
    let locale = &config.default_locale.value;
    let help = format!("write the first text: `content/{collection}/software-engineer/{locale}.md`");
    Diagnostic::error(Code::NoEntries, "there is nothing in `content/`, so the site would be empty").help(help)
}

fn empty_collection(of: &CollectionConfig) -> Diagnostic {
    let id = &of.id.value;
    let message = format!("there is nothing in `content/{id}/`, so the collection is empty");
    let help = "write an entry in it, or take the collection out";
    Diagnostic::warning(Code::NoEntries, message).at(of.id.place.clone()).help(help)
}
