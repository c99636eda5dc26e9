//! Where a site lies in its repository, which is where GitHub looks for the files that annotations name.

use std::env;
use std::path::{Path, PathBuf};

/// The path of a folder from the root of the Git repository that holds it; without one, from the workspace of GitHub
/// Actions (`GITHUB_WORKSPACE`) or else the working directory. A folder that is in none of them keeps its whole path.
#[must_use]
pub fn path_of(folder: &Path) -> PathBuf {
    let Ok(folder) = folder.canonicalize() else { return folder.to_path_buf() };
    let repository = folder.ancestors().find(|above| above.join(".git").exists()).map(Path::to_path_buf);
    let workspace = env::var_os("GITHUB_WORKSPACE").map(PathBuf::from);
    let others = [workspace, env::current_dir().ok()].into_iter().flatten().filter_map(|path| path.canonicalize().ok());
    let below =
        repository.into_iter().chain(others).find_map(|top| folder.strip_prefix(top).map(Path::to_path_buf).ok());
    below.unwrap_or(folder)
}
