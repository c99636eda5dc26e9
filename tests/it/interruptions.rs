//! Builds that are killed, told to end, or meet another: what is published is always a whole site.

#![cfg(unix)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::Duration;

use crate::folder::{Folder, tree};
use crate::site::{Site, role_text};

/// How often something is tried at random.
fn times(variable: &str, otherwise: usize) -> usize {
    std::env::var(variable).ok().and_then(|times| times.parse().ok()).unwrap_or(otherwise)
}

/// Makes a folder one of two sites, which share half of their roles; the other half differs in titles or is missing in one.
fn make(folder: &Folder, state: usize) {
    for number in 0..24 {
        let entry = folder.path(&format!("content/job-descriptions/role-{number}"));
        let _ = fs::remove_dir_all(&entry);
        if number % 4 == state + 2 {
            continue;
        }
        let title = if number % 2 == 0 { format!("Role {number} {state}") } else { format!("Role {number}") };
        folder.write(&format!("content/job-descriptions/role-{number}/entry.toml"), "category = \"it\"\n");
        folder.write(&format!("content/job-descriptions/role-{number}/en.md"), role_text(&title));
    }
    folder.write("static/file.txt", format!("{state}\n"));
}

/// The sites of both states, published from nothing.
fn both(folder: &Folder) -> [BTreeMap<PathBuf, Vec<u8>>; 2] {
    [0, 1].map(|state| {
        make(folder, state);
        let output = format!("whole-{state}");
        let built = folder.rolebook(&["build", "--no-sync", "--output", &output]);
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
        tree(&folder.path(&output))
    })
}

fn start(folder: &Folder, arguments: &[&str]) -> Child {
    folder.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap()
}

/// What lies in the root beside the site, its outputs and their records.
fn left_behind(folder: &Folder) -> Vec<String> {
    let known = ["content", "static", "themes", "rolebook.toml", "public", "whole-0", "whole-1"];
    let records = ["public", "whole-0", "whole-1"].map(|output| format!(".rolebook-build-{output}"));
    let names = fs::read_dir(folder.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| !known.contains(&name.as_str()) && !records.contains(name)).collect()
}

/// Whether all pages that can be reached from the home page lead to pages that are there.
fn dead_links(files: &BTreeMap<PathBuf, Vec<u8>>) -> Vec<String> {
    let mut reached = BTreeSet::from([PathBuf::from("en/index.html")]);
    let mut rest = vec![PathBuf::from("en/index.html")];
    let mut dead = Vec::new();
    while let Some(page) = rest.pop() {
        let html = String::from_utf8_lossy(&files[&page]).into_owned();
        for address in html.split("href=\"/").skip(1).filter_map(|rest| rest.split(['"', '#', '?']).next()) {
            let file = if address.is_empty() || address.ends_with('/') {
                format!("{address}index.html")
            } else {
                address.to_owned()
            };
            let file = PathBuf::from(file);
            if !files.contains_key(&file) {
                dead.push(format!("{} -> {address}", page.display()));
            } else if file.extension().is_some_and(|kind| kind == "html") && reached.insert(file.clone()) {
                rest.push(file);
            }
        }
    }
    dead
}

/// R3, R14, R15: a build that is killed leaves files that are old or new, and no page that leads nowhere; the next is new.
fn kill_at_random(kills: usize, arguments: &[&str]) {
    let folder = Folder::new(&Site::new());
    let whole = both(&folder);
    let build = |folder: &Folder| {
        let built = folder.rolebook(arguments);
        assert!(built.status.success(), "{}", String::from_utf8_lossy(&built.stderr));
    };
    make(&folder, 0);
    build(&folder);
    make(&folder, 1);
    let began = std::time::Instant::now();
    build(&folder);
    let time = began.elapsed();
    let mut random = 77_u64;
    for kill in 0..kills {
        let (old, new) = (&whole[(kill + 1) % 2], &whole[kill % 2]);
        make(&folder, kill % 2);
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Most of the time goes by before anything is published.
        let part = 0.6 + 0.45 * f64::from(u32::try_from(random >> 40).unwrap()) / f64::from(1 << 24);
        let mut child = start(&folder, arguments);
        std::thread::sleep(time.mul_f64(part));
        let _ = child.kill();
        child.wait().unwrap();
        let left = folder.public();
        for (path, bytes) in &left {
            let known = [old, new].iter().any(|whole| whole.get(path) == Some(bytes));
            assert!(known, "{} is neither old nor new", path.display());
        }
        assert_eq!(dead_links(&left), Vec::<String>::new());
        if arguments.contains(&"--atomic") {
            assert!(left == *old || left == *new, "kill {kill}: neither wholly old nor wholly new");
        }
        build(&folder);
        assert!(folder.public() == *new, "the build after kill {kill}");
        assert_eq!(left_behind(&folder), Vec::<String>::new());
    }
}

#[test]
fn killed_builds_leave_a_site() {
    kill_at_random(times("ROLEBOOK_KILLS", 6), &["build", "--no-sync"]);
}

#[test]
fn killed_builds_leave_one_of_two_sites() {
    kill_at_random(times("ROLEBOOK_KILLS", 6), &["build", "--no-sync", "--atomic"]);
}

#[test]
fn what_a_mask_has_closed_is_removed_all_the_same() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new(&Site::new());
    folder.write(".rolebook-staging-public-abc123/site/en/index.html", "left\n");
    for closed in [".rolebook-staging-public-abc123/site/en", ".rolebook-staging-public-abc123/site"] {
        fs::set_permissions(folder.path(closed), fs::Permissions::from_mode(0o0)).unwrap();
    }
    if fs::read_dir(folder.path(".rolebook-staging-public-abc123/site")).is_ok() {
        eprintln!("skipped: the administrator may enter each folder, whatever its mode");
        return;
    }
    folder.build();
    assert_eq!(left_behind(&folder), Vec::<String>::new());
}

// --- R14: signals

#[test]
fn a_build_that_is_told_to_end_leaves_nothing_behind() {
    // R14
    let folder = Folder::new(&Site::new());
    make(&folder, 0);
    // Enough to do that the signal comes while files wait.
    for number in 0..400 {
        folder.write(&format!("static/{number}.bin"), vec![b'x'; 200_000]);
    }
    let mut signals = vec![("INT", 130), ("TERM", 143)];
    // Who runs the tests may want them to outlive the terminal.
    if cfg!(target_os = "linux") && !rolebook::process::ignores_hangups() {
        signals.push(("HUP", 129));
    }
    for (signal, status) in signals {
        let mut child = start(&folder, &["build"]);
        let waits = || left_behind(&folder).iter().any(|name| name.contains("staging"));
        while !waits() && child.try_wait().unwrap().is_none() {
            std::thread::sleep(Duration::from_millis(1));
        }
        let killed = Command::new("kill").args(["-s", signal, &child.id().to_string()]).status().unwrap();
        assert!(killed.success());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!((output.status.code(), said.as_str()), (Some(status), "told to end: nothing was published\n"));
        assert_eq!(left_behind(&folder), Vec::<String>::new());
        assert!(!folder.path("public").exists());
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_build_outlives_its_terminal_if_it_is_told_so() {
    let folder = Folder::new(&Site::new());
    for number in 0..400 {
        folder.write(&format!("static/{number}.bin"), vec![b'x'; 50_000]);
    }
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' HUP; exec \"$0\" build", env!("CARGO_BIN_EXE_rolebook")]).current_dir(folder.root());
    let mut child = shell.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    while !left_behind(&folder).iter().any(|name| name.contains("staging")) && child.try_wait().unwrap().is_none() {
        std::thread::sleep(Duration::from_millis(1));
    }
    assert!(Command::new("kill").args(["-s", "HUP", &child.id().to_string()]).status().unwrap().success());
    let output = child.wait_with_output().unwrap();
    assert_eq!((output.status.code(), said(&output).as_str()), (Some(0), ""));
    assert!(folder.path("public/399.bin").exists());
}

#[test]
fn a_build_that_may_open_few_files_says_what_to_do() {
    let folder = Folder::new(&Site::new());
    for command in ["build", "serve --port 0"] {
        let mut shell = Command::new("sh");
        shell.args(["-c", &format!("ulimit -n 6; exec \"$0\" {command}"), env!("CARGO_BIN_EXE_rolebook")]);
        let output = shell.current_dir(folder.root()).output().unwrap();
        let said = said(&output);
        assert_eq!(output.status.code(), Some(2), "{said}");
        let help = "Too many open files (os error 24)\n  \
                    = help: let the program open more files at once, such as by `ulimit -n 1024`\n";
        assert!(said.starts_with("error: cannot ") && said.ends_with(help), "{said}");
    }
    assert!(!folder.path("public").exists());
}

// --- R4: two builds at once

/// A copy of a folder's sources, which publishes to the same output.
fn in_state(output: &Path, state: usize) -> Folder {
    let folder = Folder::new(&Site::new());
    make(&folder, state);
    std::os::unix::fs::symlink(output, folder.path("public")).unwrap();
    folder
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn two_builds_at_once_do_not_mix() {
    // R4
    let whole = both(&Folder::new(&Site::new()));
    let outputs = tempfile::tempdir().unwrap();
    let output = outputs.path().join("site");
    fs::create_dir(&output).unwrap();
    let folders = [0, 1].map(|state| in_state(&output, state));
    for pair in 0..times("ROLEBOOK_PAIRS", 4) {
        let mut builds = [0, 1].map(|state| start(&folders[state], &["build", "--no-sync", "--output", "public"]));
        if pair % 2 == 1 {
            builds.reverse();
        }
        let outputs = builds.map(|build| build.wait_with_output().unwrap());
        assert!(outputs.iter().all(|output| output.status.success()), "{:?}", outputs.each_ref().map(said));
        let published = tree(&output);
        assert!(whole.contains(&published), "pair {pair} mixed");
    }
    let names = fs::read_dir(outputs.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(names.collect::<BTreeSet<_>>(), [".rolebook-build-site", "site"].map(str::to_owned).into());
}

#[test]
fn a_build_waits_for_another_or_says_that_it_does_not() {
    // R4
    let folder = Folder::new(&Site::new());
    let lock = fs::File::create(folder.path(".rolebook-lock-public")).unwrap();
    fs::write(folder.path(".rolebook-lock-public"), "process 7 on build-3\n").unwrap();
    lock.lock().unwrap();
    let refused = folder.rolebook(&["build", "--no-wait"]);
    assert_eq!(refused.status.code(), Some(2));
    assert!(said(&refused).contains("process 7 on build-3 (for ") && said(&refused).contains("is publishing to it"));
    assert!(!folder.path("public").exists());
    let waiting = start(&folder, &["build"]);
    std::thread::sleep(Duration::from_millis(300));
    assert!(!folder.path("public").exists());
    lock.unlock().unwrap();
    let output = waiting.wait_with_output().unwrap();
    assert!(output.status.success() && said(&output).contains("waiting for it"), "{}", said(&output));
    assert!(folder.path("public/en/index.html").exists());
}
