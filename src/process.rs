//! This process: which program it is, and how much memory it has used.

#![expect(clippy::disallowed_methods, reason = "what is read is about the program, not about a site")]

use std::fs;
use std::io;

/// Where the documentation of this version of the program is on the web.
pub const DOCS: &str = concat!(env!("CARGO_PKG_REPOSITORY"), "/blob/v", env!("CARGO_PKG_VERSION"), "/docs");

/// What tells this program from any other that makes sites: its version and, as that of a program under development stays
/// the same, when it was built.
#[must_use]
pub fn program() -> String {
    let file = std::env::current_exe().and_then(fs::metadata);
    let built = file.and_then(|file| Ok((file.len(), file.modified()?))).ok();
    format!("{} {built:?}", env!("CARGO_PKG_VERSION"))
}

/// The most memory that this process has used at one time, in bytes; known on Linux only.
#[must_use]
pub fn peak_memory() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let kibibytes = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?.trim().strip_suffix(" kB")?;
    kibibytes.trim().parse::<u64>().ok().map(|kibibytes| kibibytes * 1024)
}

/// Whether whoever has started this process wants it to go on when the terminal is closed, as `nohup` does; known on Linux
/// only.
#[must_use]
pub fn ignores_hangups() -> bool {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let ignored = status.lines().find_map(|line| line.strip_prefix("SigIgn:"));
    // The first bit stands for SIGHUP.
    ignored.and_then(|mask| u64::from_str_radix(mask.trim(), 16).ok()).is_some_and(|mask| mask & 1 == 1)
}

/// Whether some more files can be opened. Libraries take it for granted that they can.
///
/// # Errors
///
/// If they cannot.
pub fn can_open_files() -> io::Result<()> {
    #[cfg(unix)]
    (0..4).map(|_| std::os::unix::net::UnixStream::pair()).collect::<io::Result<Vec<_>>>()?;
    Ok(())
}
