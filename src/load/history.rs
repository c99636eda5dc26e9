//! Earlier states of a file, from Git.
//!
//! Strangers may have sent the site, and a folder of theirs can look like a repository with a configuration of its own, which
//! may name programs. So a repository that lies in the open is none, and commands are used that run nothing else.

use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::place::SourcePath;

/// The most states of a file that are looked at.
const MOST: &str = "200";

/// The states in which a file of the site at `root` has been committed, the latest first. None where the site is not in a
/// Git repository, or Git is not installed.
#[must_use]
pub fn versions(root: &Path, file: &SourcePath) -> Vec<Vec<u8>> {
    let list = git(root).args(["rev-list", "-n", MOST, "HEAD", "--", file.as_str()]).output();
    let Ok(list) = list else { return Vec::new() };
    let hashes = String::from_utf8_lossy(&list.stdout);
    let objects: Vec<_> = hashes.lines().map(|hash| format!("{hash}:./{file}\n")).collect();
    if objects.is_empty() { Vec::new() } else { contents(root, objects.concat()).unwrap_or_default() }
}

fn git(root: &Path) -> Command {
    let mut git = Command::new("git");
    git.arg("-C").arg(root).arg("--literal-pathspecs");
    for setting in ["safe.bareRepository=explicit", "core.fsmonitor=false", "core.hooksPath=/dev/null"] {
        git.args(["-c", setting]);
    }
    // What a repository does not have is not fetched.
    git.env("GIT_NO_LAZY_FETCH", "1").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_ALLOW_PROTOCOL", "");
    git.stderr(Stdio::null());
    git
}

/// What some objects hold; those that are not there are left out.
fn contents(root: &Path, objects: String) -> std::io::Result<Vec<Vec<u8>>> {
    let mut git = git(root).args(["cat-file", "--batch"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn()?;
    let mut input = git.stdin.take().expect("it has been piped");
    let writer = std::thread::spawn(move || input.write_all(objects.as_bytes()));
    let output = git.wait_with_output()?;
    // Git may end before it has read everything; what it has said counts.
    let _ = writer.join();
    Ok(blobs(&output.stdout))
}

/// Reads the output of `git cat-file --batch`: a line `<hash> blob <size>`, then the content and a line end.
fn blobs(mut output: &[u8]) -> Vec<Vec<u8>> {
    let mut blobs = Vec::new();
    while let Some(end) = memchr::memchr(b'\n', output) {
        let header = String::from_utf8_lossy(&output[..end]).into_owned();
        output = &output[end + 1..];
        let mut words = header.rsplitn(3, ' ');
        let (size, kind) = (words.next().and_then(|size| size.parse::<usize>().ok()), words.next());
        if let (Some(size), Some("blob")) = (size, kind)
            && let Some((content, rest)) = output.split_at_checked(size)
        {
            blobs.push(content.to_vec());
            output = rest.strip_prefix(b"\n").unwrap_or(rest);
        }
    }
    blobs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contents_are_told_from_what_is_missing() {
        let output = b"aa blob 3\nx\ny\nbb:./f missing\ncc blob 0\n\ndd blob 1\nz\n";
        assert_eq!(blobs(output), [b"x\ny".to_vec(), Vec::new(), b"z".to_vec()]);
    }
}
