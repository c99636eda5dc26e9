//! This process: which program it is, and how much memory it has used.

#![expect(clippy::disallowed_methods, reason = "what is read is about the program, not about a site")]

use std::fs;

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
