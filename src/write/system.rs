//! What only the system knows of files and folders. Where it says nothing, publishing finds out when it happens.

use std::fs::{self, File, Metadata, OpenOptions};
use std::io::{self, ErrorKind};
use std::path::Path;

use crate::diagnostic::Failure;

/// Whether files can be made in a folder and removed from it.
pub(super) fn is_writable(folder: &Path) -> bool {
    #[cfg(unix)]
    return rustix::fs::access(folder, rustix::fs::Access::WRITE_OK | rustix::fs::Access::EXEC_OK).is_ok();
    #[cfg(not(unix))]
    fs::metadata(folder).is_ok_and(|found| !found.permissions().readonly())
}

/// Whether files can be moved from one folder to another by giving them other names.
pub(super) fn are_on_one_file_system(one: &Path, other: &Path) -> bool {
    match (file_system(one), file_system(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => true,
    }
}

/// The device on which something lies, and the mount by which its path leads there: nothing moves between two mounts, though
/// they may be of one device.
fn file_system(path: &Path) -> io::Result<(u64, u64)> {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxFlags, makedev, statx};
        if let Ok(found) = statx(CWD, path, AtFlags::empty(), StatxFlags::MNT_ID) {
            // Before Linux 5.8 it is zero for all.
            return Ok((makedev(found.stx_dev_major, found.stx_dev_minor), found.stx_mnt_id));
        }
    }
    let found = fs::metadata(path)?;
    #[cfg(unix)]
    return Ok((std::os::unix::fs::MetadataExt::dev(&found), 0));
    #[cfg(not(unix))]
    {
        let _ = found;
        Ok((0, 0))
    }
}

/// Whether the system keeps a file or folder as it is, whoever would change it: it is immutable, or only more may be written
/// to its end.
pub(super) fn is_fixed(path: &Path) -> bool {
    #[cfg(target_os = "linux")]
    {
        use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
        let found = statx(CWD, path, AtFlags::SYMLINK_NOFOLLOW, StatxFlags::empty());
        let fixed = StatxAttributes::IMMUTABLE | StatxAttributes::APPEND;
        found.is_ok_and(|found| found.stx_attributes.intersects(fixed))
    }
    #[cfg(not(target_os = "linux"))]
    {
        let _ = path;
        false
    }
}

/// Removes a folder with all that is in it, also where the user's mask has closed folders to the user.
pub(super) fn remove_folder(folder: &Path) -> io::Result<()> {
    fs::remove_dir_all(folder).or_else(|_| {
        open_folders(folder);
        fs::remove_dir_all(folder)
    })
}

/// Lets the user into a folder and those in it, as far as that can be done.
pub(super) fn open_folders(folder: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let _ = fs::set_permissions(folder, fs::Permissions::from_mode(0o700));
    }
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_type().is_ok_and(|found| found.is_dir()) {
            open_folders(&entry.path());
        }
    }
}

/// Opens a file of the program for reading. Nothing if there is none.
///
/// # Errors
///
/// If it is a link, a pipe or a device, which others have put in its place, or cannot be read.
pub(super) fn open_regular(path: &Path) -> Result<Option<File>, Failure> {
    match open(path, OpenOptions::new().read(true)) {
        Ok(file) => Ok(Some(file)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(None),
        Err(error) => Err(Failure::to("read", path)(error)),
    }
}

/// Opens a file of the program, if it is a file and no link to one. Does not wait for the other end of a pipe.
pub(super) fn open(path: &Path, options: &mut OpenOptions) -> io::Result<File> {
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        let flags = (OFlags::NOFOLLOW | OFlags::NONBLOCK).bits();
        std::os::unix::fs::OpenOptionsExt::custom_flags(options, flags.cast_signed());
    }
    let is_other = |found: &Metadata| !found.is_file();
    if fs::symlink_metadata(path).is_ok_and(|found| is_other(&found)) {
        return Err(io::Error::other("it is a link, a folder, a pipe or a device, not a file"));
    }
    let file = options.open(path)?;
    if is_other(&file.metadata()?) {
        return Err(io::Error::other("it is no file"));
    }
    Ok(file)
}

/// The name of this machine, where it has one.
pub(super) fn host() -> String {
    #[cfg(unix)]
    return rustix::system::uname().nodename().to_string_lossy().into_owned();
    #[cfg(not(unix))]
    std::env::var("COMPUTERNAME").unwrap_or_default()
}

/// Whether a path still leads to an open file.
pub(crate) fn is_at(file: &File, path: &Path) -> bool {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        let id = |found: Metadata| (found.dev(), found.ino());
        file.metadata().map(id).ok() == fs::metadata(path).map(id).ok()
    }
    #[cfg(not(unix))]
    {
        let _ = file;
        path.exists()
    }
}

/// Whether a file that is open can be removed, so that a lock need not stay.
pub(super) const CAN_REMOVE_OPEN_FILES: bool = cfg!(unix);

/// Waits until all that was written to the file system of a folder will survive a crash. Where the system can do so only
/// for one file at a time, does nothing: [`SYNCS_FILE_BY_FILE`] says so.
pub(super) fn sync_all(folder: &Path) -> io::Result<()> {
    #[cfg(target_os = "linux")]
    return Ok(rustix::fs::syncfs(File::open(folder)?)?);
    #[cfg(not(target_os = "linux"))]
    {
        let _ = folder;
        Ok(())
    }
}

/// Whether each file must be made to survive a crash by itself.
pub(super) const SYNCS_FILE_BY_FILE: bool = cfg!(not(target_os = "linux"));

/// Makes the names in a folder survive a crash, where folders can be opened.
pub(super) fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}

/// Permissions of a new file as the user's mask leaves them, for makers that would give less.
pub(super) fn as_masked(builder: &mut tempfile::Builder<'_, '_>) {
    give_mode(builder, 0o666);
}

/// The same of a new folder.
pub(super) fn folder_as_masked(builder: &mut tempfile::Builder<'_, '_>) {
    give_mode(builder, 0o777);
}

/// Permissions of a new folder that is for its user only, for a maker that would give more.
pub(super) fn as_private(builder: &mut tempfile::Builder<'_, '_>) {
    give_mode(builder, 0o700);
}

fn give_mode(builder: &mut tempfile::Builder<'_, '_>, mode: u32) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        builder.permissions(fs::Permissions::from_mode(mode));
    }
    #[cfg(not(unix))]
    let _ = (builder, mode);
}
