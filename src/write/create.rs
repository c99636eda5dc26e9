//! New files among those of a site: all of them or none, and none over what is there.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::replace::prefix;
use super::system;
use crate::diagnostic::{Failure, first_of};

/// Files by their paths below a folder, with slashes.
pub type NewFiles = BTreeMap<String, Vec<u8>>;

/// Creates files below a folder, which is created if it is missing, then does what belongs to it. If anything fails, all is as it
/// was.
///
/// # Errors
///
/// If anything stands where a file is to be, if a file cannot be written, or if `then` fails.
pub fn create(folder: &Path, files: &NewFiles, then: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    refuse_obstacles(folder, files)?;
    let mut made = Made::default();
    let result = if is_there(folder) { made.one_by_one(folder, files) } else { made.at_once(folder, files) };
    let result = result.map_err(Failure::to("write to", folder)).and_then(|()| then());
    if result.is_err() {
        made.take_back();
    }
    result
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

/// Names all that stands where a file or one of its folders is to be.
fn refuse_obstacles(folder: &Path, files: &NewFiles) -> Result<(), Failure> {
    let mut obstacles = BTreeSet::new();
    let is_no_folder = |path: &PathBuf| is_there(path) && !path.is_dir();
    obstacles.extend(folder.ancestors().map(Path::to_path_buf).filter(is_no_folder));
    for path in files.keys() {
        let ends = path.match_indices('/').map(|(at, _)| at);
        obstacles.extend(ends.map(|end| folder.join(&path[..end])).filter(is_no_folder));
        obstacles.extend(Some(folder.join(path)).filter(|file| is_there(file)));
    }
    if obstacles.is_empty() {
        return Ok(());
    }
    let listed = first_of(obstacles.iter().map(|path| path.display()));
    let why = io::Error::other(format!("these are there already, and nothing was written:{listed}"));
    Err(Failure::to("create files in", folder)(why).help("move them elsewhere, or choose another folder"))
}

/// What has been created, so that it can be taken back.
#[derive(Default)]
struct Made {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Made {
    /// Fills a folder beside the place where it is to be, and moves it there.
    fn at_once(&mut self, folder: &Path, files: &NewFiles) -> io::Result<()> {
        let folder = std::path::absolute(folder)?;
        let parent = folder.parent().ok_or(io::ErrorKind::NotFound)?;
        self.folder(parent)?;
        let mut builder = tempfile::Builder::new();
        let prefix = prefix(&folder);
        builder.prefix(&prefix);
        system::folder_as_masked(&mut builder);
        let staged = builder.tempdir_in(parent)?;
        // What is staged goes with its folder.
        Self::default().one_by_one(staged.path(), files)?;
        fs::rename(staged.path(), &folder)?;
        // It is no longer where it would be removed.
        drop(staged.keep());
        self.files.extend(files.keys().map(|path| folder.join(path)));
        let below: BTreeSet<_> = self.files.iter().flat_map(|file| file.ancestors().skip(1)).collect();
        let below = below.into_iter().filter(|path| path.starts_with(&folder)).map(Path::to_path_buf);
        self.folders.extend(below.collect::<Vec<_>>());
        Ok(())
    }

    fn one_by_one(&mut self, folder: &Path, files: &NewFiles) -> io::Result<()> {
        for (path, bytes) in files {
            let path = folder.join(path);
            let parent = path.parent().unwrap_or(folder);
            self.folder(parent)?;
            let mut builder = tempfile::Builder::new();
            let prefix = prefix(&path);
            builder.prefix(&prefix);
            system::as_masked(&mut builder);
            let mut file = builder.tempfile_in(parent)?;
            file.write_all(bytes)?;
            file.persist_noclobber(&path).map_err(|error| error.error)?;
            self.files.push(path);
        }
        Ok(())
    }

    /// Creates a folder and those in which it lies, as far as they are missing.
    fn folder(&mut self, folder: &Path) -> io::Result<()> {
        let missing: Vec<_> =
            folder.ancestors().take_while(|path| !path.as_os_str().is_empty() && !path.is_dir()).collect();
        for path in missing.into_iter().rev() {
            fs::create_dir(path)?;
            self.folders.push(path.to_path_buf());
        }
        Ok(())
    }

    /// Removes what has been created, the innermost first. A folder into which something else has been put stays.
    fn take_back(&self) {
        for file in &self.files {
            let _ = fs::remove_file(file);
        }
        for folder in self.folders.iter().rev() {
            let _ = fs::remove_dir(folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(paths: &[&str]) -> NewFiles {
        paths.iter().map(|path| ((*path).to_owned(), path.as_bytes().to_vec())).collect()
    }

    fn names(folder: &Path) -> Vec<String> {
        let below =
            |entry: walkdir::DirEntry| entry.path().strip_prefix(folder).unwrap().to_string_lossy().into_owned();
        walkdir::WalkDir::new(folder)
            .min_depth(1)
            .sort_by_file_name()
            .into_iter()
            .map(|entry| below(entry.unwrap()))
            .collect()
    }

    fn failure() -> Result<(), Failure> {
        Err(Failure::to("do", "what follows")(io::Error::other("no")))
    }

    #[test]
    fn all_files_are_there_or_none() {
        let top = tempfile::tempdir().unwrap();
        std::fs::create_dir(top.path().join("present")).unwrap();
        // The last cannot be made: no file system has names so long.
        let impossible = files(&["a/b.txt", "c.txt", &"z".repeat(300)]);
        for folder in ["present", "missing", "deep/down/missing"].map(|name| top.path().join(name)) {
            assert!(create(&folder, &impossible, || Ok(())).is_err());
            assert!(create(&folder, &files(&["a/b.txt", "c.txt"]), failure).is_err());
            assert_eq!(names(top.path()), ["present"], "{}", folder.display());
        }
        create(&top.path().join("x/y"), &files(&["a/b.txt", "c.txt"]), || Ok(())).unwrap();
        create(&top.path().join("present"), &files(&["a/b.txt"]), || Ok(())).unwrap();
        let all = ["present", "present/a", "present/a/b.txt", "x", "x/y", "x/y/a", "x/y/a/b.txt", "x/y/c.txt"];
        assert_eq!(names(top.path()), all);
    }

    #[test]
    fn what_is_there_stays() {
        let top = tempfile::tempdir().unwrap();
        create(top.path(), &files(&["a", "b/c"]), || Ok(())).unwrap();
        for path in ["a", "b", "a/d", "b/c", "b/c/d"] {
            assert!(create(top.path(), &files(&["new", path]), || Ok(())).is_err(), "{path}");
        }
        assert!(create(&top.path().join("a"), &files(&["d"]), || Ok(())).is_err(), "a file is no folder");
        assert_eq!(names(top.path()), ["a", "b", "b/c"]);
        create(top.path(), &files(&["b/d"]), || Ok(())).unwrap();
        assert_eq!(fs::read(top.path().join("b/c")).unwrap(), b"b/c");
    }

    #[cfg(unix)]
    #[test]
    fn links_that_lead_nowhere_are_there_too() {
        let top = tempfile::tempdir().unwrap();
        std::os::unix::fs::symlink("elsewhere", top.path().join("link")).unwrap();
        assert!(create(top.path(), &files(&["link"]), || Ok(())).is_err());
        assert!(create(&top.path().join("link"), &files(&["a"]), || Ok(())).is_err());
        assert_eq!(names(top.path()), ["link"]);
    }

    #[cfg(unix)]
    #[test]
    fn permissions_are_those_of_other_files() {
        use std::os::unix::fs::PermissionsExt as _;
        let top = tempfile::tempdir().unwrap();
        let mode = |path: &str| fs::metadata(top.path().join(path)).unwrap().permissions().mode() & 0o777;
        fs::create_dir(top.path().join("usual")).unwrap();
        fs::write(top.path().join("usual/file"), "").unwrap();
        create(&top.path().join("new"), &files(&["file"]), || Ok(())).unwrap();
        assert_eq!((mode("new"), mode("new/file")), (mode("usual"), mode("usual/file")));
    }
}
