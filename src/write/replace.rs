//! Replacing a file as a whole.

use std::ffi::OsString;
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::Path;

use super::manner::Durability;
use super::system;
use crate::diagnostic::Failure;

/// What the name of a file begins with that is to take the place of another. It is hidden.
pub(super) fn prefix(path: &Path) -> OsString {
    let name = path.file_name().unwrap_or_default();
    let mut prefix = OsString::from(if name.as_encoded_bytes().starts_with(b".") { "" } else { "." });
    prefix.push(name);
    prefix.push(".new-");
    prefix
}

/// Replaces a file as a whole: whoever reads it sees the old content or the new one.
///
/// # Errors
///
/// If it cannot be written; it is then as it was.
pub fn replace(path: &Path, bytes: &[u8], durability: Durability) -> Result<(), Failure> {
    replace_with(path, durability, |file| file.write_all(bytes))
}

/// Replaces files of a folder, given by their names; the folder is created if it is missing.
///
/// # Errors
///
/// If one cannot be written; those before it are.
pub fn replace_all(folder: &Path, files: &[(String, String)]) -> Result<(), Failure> {
    fs::create_dir_all(folder).map_err(Failure::to("create", folder))?;
    files.iter().try_for_each(|(name, text)| replace(&folder.join(name), text.as_bytes(), Durability::Unsynced))
}

/// Replaces a file as a whole by what is written to another, which then takes its place.
pub(super) fn replace_with(
    path: &Path,
    durability: Durability,
    write: impl FnOnce(&mut File) -> io::Result<()>,
) -> Result<(), Failure> {
    let folder = path.parent().unwrap_or(path);
    let result: io::Result<()> = (|| {
        let mut builder = tempfile::Builder::new();
        let prefix = prefix(path);
        builder.prefix(&prefix);
        system::as_masked(&mut builder);
        let mut file = builder.tempfile_in(folder)?;
        write(file.as_file_mut())?;
        if let Ok(present) = fs::metadata(path) {
            fs::set_permissions(file.path(), present.permissions())?;
        }
        if durability == Durability::Synced {
            file.as_file().sync_all()?;
        }
        file.persist(path).map_err(|error| error.error)?;
        if durability == Durability::Synced {
            system::sync_folder(folder)?;
        }
        Ok(())
    })();
    result.map_err(Failure::to("write", path))
}
