//! How far a long build is, as people at a terminal see it.

#![cfg(unix)]

use std::fs::File;
use std::io::Read;
use std::os::fd::OwnedFd;
use std::process::{Child, Command};

use rustix::fs::{Mode, OFlags};
use rustix::process::{Pid, Signal};
use rustix::pty::OpenptFlags;

/// A terminal, and the side of it on which programs run.
fn terminal() -> (File, OwnedFd) {
    let terminal = rustix::pty::openpt(OpenptFlags::RDWR | OpenptFlags::NOCTTY).unwrap();
    rustix::pty::grantpt(&terminal).unwrap();
    rustix::pty::unlockpt(&terminal).unwrap();
    let name = rustix::pty::ptsname(&terminal, Vec::new()).unwrap();
    let inside = rustix::fs::open(&name, OFlags::RDWR | OFlags::NOCTTY, Mode::empty()).unwrap();
    (File::from(terminal), inside)
}

/// Runs a command on the library of this repository, which takes long enough, with a terminal to look at.
fn run(arguments: &[&str], terminal_kind: &str) -> (Child, File) {
    let (terminal, inside) = terminal();
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
    command.args(arguments).args(["--root", env!("CARGO_MANIFEST_DIR")]).env("TERM", terminal_kind);
    (command.stdout(inside.try_clone().unwrap()).stderr(inside).spawn().unwrap(), terminal)
}

/// Reads what is shown until a text is among it, or all has been shown.
fn read_until(terminal: &mut File, text: &str) -> String {
    let (mut shown, mut buffer) = (String::new(), [0; 4096]);
    while !shown.contains(text) {
        // Where nobody writes to a terminal any more, reading from it fails.
        let Ok(length @ 1..) = terminal.read(&mut buffer) else { break };
        shown.push_str(&String::from_utf8_lossy(&buffer[..length]));
    }
    shown
}

/// What a terminal shows in the end: lines that were taken back are gone.
fn left(shown: &str) -> String {
    let lines = shown.lines().map(|line| line.rsplit("\x1b[2K").next().unwrap_or(line));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_long_build_says_how_far_it_is_and_leaves_nothing_of_that() {
    let output = tempfile::tempdir().unwrap();
    let output = output.path().join("public");
    let (mut child, mut terminal) = run(&["build", "--output", output.to_str().unwrap()], "xterm");
    let mut shown = read_until(&mut terminal, " files");
    assert!(shown.contains("render ["), "{shown:?}");
    rustix::process::kill_process(Pid::from_child(&child), Signal::INT).unwrap();
    shown.push_str(&read_until(&mut terminal, "\0"));
    child.wait().unwrap();
    assert!(left(&shown).ends_with("told to end: nothing was published"), "{shown:?}");
}

#[test]
fn nobody_sees_how_far_a_command_is_who_does_not_want_to_or_cannot() {
    for (arguments, terminal_kind, said) in
        [(&["check", "--quiet"][..], "xterm", ""), (&["check"], "dumb", "no mistakes found")]
    {
        let (mut child, mut terminal) = run(arguments, terminal_kind);
        let shown = read_until(&mut terminal, "\0");
        child.wait().unwrap();
        assert_eq!(shown.trim_end(), said, "{arguments:?}");
    }
}
