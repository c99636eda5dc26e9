//! What files and folders are beside what is in them: owner, permissions, times, extended attributes.

use std::fs::{self, File, FileTimes};
use std::io;
use std::path::Path;

/// Gives a file or folder the owner and permissions of another, and its extended attributes, among which are access lists.
/// What the system does not let this user give stays as it is.
///
/// # Errors
///
/// If the permissions cannot be given.
pub(super) fn give(from: &Path, to: &Path) -> io::Result<()> {
    let found = fs::metadata(from)?;
    give_owner(&found, to);
    give_extended(from, to);
    // Last, as a new owner takes some of them away.
    fs::set_permissions(to, found.permissions())
}

/// Gives a new folder of this user what files and folders in it inherit: the group and the access lists of another.
pub(super) fn give_inherited(from: &Path, to: &Path) -> io::Result<()> {
    let found = fs::metadata(from)?;
    give_extended(from, to);
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
        const SET_GROUP: u32 = 0o2000;
        let _ = chown(to, None, Some(found.gid()));
        fs::set_permissions(to, fs::Permissions::from_mode(0o700 | found.mode() & SET_GROUP))?;
    }
    Ok(())
}

/// Gives a file or folder the times of another.
pub(super) fn give_times(from: &Path, to: &Path) -> io::Result<()> {
    let found = fs::metadata(from)?;
    let times = FileTimes::new().set_accessed(found.accessed()?).set_modified(found.modified()?);
    File::open(to)?.set_times(times)
}

fn give_owner(found: &fs::Metadata, to: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, chown};
        // Only the administrator may give files away, but anybody to a group of their own.
        let _ = chown(to, None, Some(found.gid()));
        let _ = chown(to, Some(found.uid()), None);
    }
    #[cfg(not(unix))]
    let _ = (found, to);
}

fn give_extended(from: &Path, to: &Path) {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{XattrFlags, getxattr, listxattr, setxattr};
        // The most that Linux keeps of each.
        let (mut names, mut value) = (vec![0; 1 << 16], vec![0; 1 << 16]);
        let Ok(length) = listxattr(from, names.as_mut_slice()) else { return };
        for name in names[..length].split(|byte| *byte == 0).filter(|name| !name.is_empty()) {
            let Ok(length) = getxattr(from, name, value.as_mut_slice()) else { continue };
            let _ = setxattr(to, name, &value[..length], XattrFlags::empty());
        }
    }
    #[cfg(not(target_os = "linux"))]
    let _ = (from, to);
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};

    use super::*;

    #[test]
    fn a_folder_becomes_what_another_is() {
        let folder = tempfile::tempdir().unwrap();
        let [from, to] = ["from", "to"].map(|name| folder.path().join(name));
        for path in [&from, &to] {
            fs::create_dir(path).unwrap();
        }
        fs::set_permissions(&from, fs::Permissions::from_mode(0o2710)).unwrap();
        // Only the administrator may do this.
        let _ = std::os::unix::fs::chown(&from, Some(12), Some(34));
        fs::set_permissions(&from, fs::Permissions::from_mode(0o2710)).unwrap();
        let old = FileTimes::new().set_modified(std::time::UNIX_EPOCH);
        File::open(&from).unwrap().set_times(old).unwrap();
        give(&from, &to).unwrap();
        give_times(&from, &to).unwrap();
        let what =
            |path| fs::metadata(path).map(|found| (found.mode(), found.uid(), found.gid(), found.mtime())).unwrap();
        assert_eq!(what(&to), what(&from));
        assert_eq!((what(&to).0 & 0o7777, what(&to).3), (0o2710, 0));
    }
}
