//! Names in the root of a site that are almost those that are looked for: `contents/`, `locale/`, `rolebook.yaml`.

#![expect(clippy::disallowed_methods, reason = "this stage touches the disk so that no other has to")]

use std::collections::BTreeMap;
use std::fs;
use std::io::ErrorKind;
use std::path::Path;

use strsim::damerau_levenshtein;

use super::{CONFIG_FILE, FOLDERS, STATIC};
use crate::diagnostic::Failure;
use crate::id::is_almost;

/// The folders of the root whose names differ in one letter, or in capitals, from that of a folder that is not there.
pub(super) fn folders(root: &Path) -> Result<BTreeMap<String, &'static str>, Failure> {
    let missing: Vec<_> = FOLDERS.into_iter().chain([STATIC]).filter(|folder| !root.join(folder).exists()).collect();
    let mut found = BTreeMap::new();
    if missing.is_empty() {
        return Ok(found);
    }
    for name in names(root)? {
        let meant = missing.iter().find(|folder| is_almost(&name.to_lowercase(), folder));
        if let Some(meant) = meant.filter(|_| root.join(&name).is_dir()) {
            found.insert(name, *meant);
        }
    }
    Ok(found)
}

/// What to do where there is no configuration, but something with almost its name.
pub(super) fn of_config(root: &Path) -> Option<String> {
    let stem = CONFIG_FILE.trim_end_matches(".toml");
    let is_close = |name: &String| {
        let name = name.to_lowercase();
        name.rsplit_once('.').is_some_and(|(start, _)| start == stem) || damerau_levenshtein(&name, CONFIG_FILE) <= 2
    };
    let mut names = names(root).ok()?;
    names.sort();
    let name = names.into_iter().filter(|name| root.join(name).is_file()).find(is_close)?;
    let is_toml = ["yaml", "yml", "json"].iter().all(|other| !name.to_lowercase().ends_with(other));
    Some(if is_toml {
        format!("there is `{name}`: rename it to `{CONFIG_FILE}`")
    } else {
        format!("there is `{name}`; the configuration is written in TOML, in `{CONFIG_FILE}`")
    })
}

/// The names in a folder that are text. None if there is no such folder.
fn names(folder: &Path) -> Result<Vec<String>, Failure> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Failure::to("read", folder)(error)),
    };
    Ok(entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok()).collect())
}
