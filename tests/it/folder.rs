//! A site on disk, and the program at work on it.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

use crate::site::Site;

/// A temporary folder that holds a site; removed when dropped.
pub(crate) struct Folder(TempDir);

impl Folder {
    /// Writes a site to disk.
    pub(crate) fn new(site: &Site) -> Self {
        let folder = Self(tempfile::tempdir().unwrap());
        for (path, bytes) in site.files() {
            folder.write(path, bytes);
        }
        folder
    }

    pub(crate) fn root(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    pub(crate) fn write(&self, path: &str, bytes: impl AsRef<[u8]>) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// The program, to be run in the folder.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
        command.args(arguments).current_dir(self.root());
        command
    }

    /// Runs the program in the folder.
    pub(crate) fn rolebook(&self, arguments: &[&str]) -> Output {
        self.command(arguments).output().unwrap()
    }

    /// Publishes the site, which must succeed, and says what the program said.
    pub(crate) fn build(&self) -> String {
        let output = self.rolebook(&["build"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap()
    }

    /// All published files.
    pub(crate) fn public(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        tree(&self.path("public"))
    }
}

/// All files below a folder, by their path in it.
pub(crate) fn tree(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut files = BTreeMap::new();
    collect(folder, folder, &mut files);
    files
}

fn collect(top: &Path, folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(top, &path, files);
        } else {
            files.insert(path.strip_prefix(top).unwrap().to_path_buf(), fs::read(&path).unwrap());
        }
    }
}
