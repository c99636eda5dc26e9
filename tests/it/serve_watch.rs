//! `rolebook serve` where the system refuses to tell of changes, and where folders are exchanged.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::folder::Folder;
use crate::server::{PAGE, Server, eventually};
use crate::site::Site;

const TEXT: &str = "content/job-descriptions/tester/en.md";

/// A folder with the site in a folder of it.
fn folder_with(site: &str) -> Folder {
    let folder = Folder::new(&Site::new());
    let entries: Vec<_> = fs::read_dir(folder.root()).unwrap().map(|entry| entry.unwrap().path()).collect();
    fs::create_dir_all(folder.path(site)).unwrap();
    for entry in entries {
        fs::rename(&entry, folder.path(site).join(entry.file_name().unwrap())).unwrap();
    }
    folder
}

fn serve(folder: Folder, arguments: &[&str], inside: &str, root: &str) -> Server {
    let mut command = Command::new(env!("CARGO_BIN_EXE_rolebook"));
    command.args(["serve", "--port", "0", "--root", root]).args(arguments).current_dir(folder.path(inside));
    Server::run(folder, command)
}

fn copy(from: &Path, to: &Path) {
    assert!(Command::new("cp").arg("-R").args([from, to]).status().unwrap().success());
}

fn edit(root: &Path, from: &str, to: &str) {
    let text = fs::read_to_string(root.join(TEXT)).unwrap();
    assert!(text.contains(from), "no `{from}` in {text}");
    fs::write(root.join(TEXT), text.replacen(from, to, 1)).unwrap();
}

/// Asserts that edits of the site at a path are shown, again and again.
#[track_caller]
fn assert_followed(server: &Server, root: &Path, words: [&str; 3]) {
    for pair in words.windows(2) {
        edit(root, pair[0], pair[1]);
        server.wait_for(PAGE, pair[1]);
    }
}

#[cfg(unix)]
#[test]
fn a_root_that_is_renamed_and_made_again_is_followed() {
    for (name, inside, root, arguments) in [
        ("named from outside", ".", "site", [].as_slice()),
        ("the folder of the program", "site", ".", &[]),
        ("looked at", ".", "site", &["--poll"]),
    ] {
        let server = serve(folder_with("site"), arguments, inside, root);
        server.wait_for(PAGE, "We test at");
        let (site, old) = (server.folder.path("site"), server.folder.path("old"));
        fs::rename(&site, &old).unwrap();
        copy(&old, &site);
        assert_followed(&server, &site, ["We test at", "We look at", "We work at"]);
        edit(&old, "We test at", "We sleep at");
        fs::create_dir(site.join("static")).unwrap();
        fs::write(site.join("static/new.txt"), "new").unwrap();
        server.wait_for("/new.txt", "new");
        assert!(server.get(PAGE).body.contains("We work at"), "{name}");
    }
}

/// Brothers of a root that is renamed: what stands at its path becomes another folder in other ways.
#[cfg(unix)]
#[test]
fn another_folder_at_the_path_of_the_root_is_followed() {
    use std::os::unix::fs::symlink;
    type Exchange = fn(&Folder);
    let cases: [(&str, &str, &str, Exchange); 4] = [
        ("a folder above it", "above/site", "above/site", |folder| {
            fs::rename(folder.path("above"), folder.path("old")).unwrap();
            copy(&folder.path("old"), &folder.path("above"));
        }),
        ("a link", "one", "link", |folder| {
            copy(&folder.path("one"), &folder.path("two"));
            fs::remove_file(folder.path("link")).unwrap();
            symlink("two", folder.path("link")).unwrap();
        }),
        ("removed and made again", "site", "site", |folder| {
            copy(&folder.path("site"), &folder.path("kept"));
            fs::remove_dir_all(folder.path("site")).unwrap();
            copy(&folder.path("kept"), &folder.path("site"));
        }),
        ("exchanged for another", "site", "site", |folder| {
            copy(&folder.path("site"), &folder.path("next"));
            fs::rename(folder.path("site"), folder.path("old")).unwrap();
            fs::rename(folder.path("next"), folder.path("site")).unwrap();
        }),
    ];
    for (name, place, root, exchange) in cases {
        eprintln!("{name}");
        let folder = folder_with(place);
        symlink("one", folder.path("link")).unwrap();
        let server = serve(folder, &[], ".", root);
        server.wait_for(PAGE, "We test at");
        exchange(&server.folder);
        assert_followed(&server, &server.folder.path(root), ["We test at", "We look at", "We work at"]);
    }
}

/// A top folder that is a link, or is renamed, is another one in the same way.
#[cfg(unix)]
#[test]
fn another_folder_in_the_root_is_followed() {
    let server = serve(folder_with("site"), &[], ".", "site");
    server.wait_for(PAGE, "We test at");
    let site = server.folder.path("site");
    fs::rename(site.join("content"), site.join("old")).unwrap();
    copy(&site.join("old"), &site.join("content"));
    assert_followed(&server, &site, ["We test at", "We look at", "We work at"]);
    // Away and back: the same folder, and nobody watches it any more.
    fs::rename(site.join("content"), site.join("away")).unwrap();
    fs::rename(site.join("away"), site.join("content")).unwrap();
    assert_followed(&server, &site, ["We work at", "We play at", "We rest at"]);
}

#[cfg(unix)]
#[test]
fn a_root_that_is_gone_for_a_while_is_said_and_heals() {
    let server = serve(folder_with("site"), &[], ".", "site");
    server.said();
    let (site, away) = (server.folder.path("site"), server.folder.path("away"));
    fs::rename(&site, &away).unwrap();
    eventually("it says so", || server.errors.lock().unwrap().contains("rolebook.toml").then_some(()));
    assert!(server.get(PAGE).body.contains("We test at"), "the last good page");
    edit(&away, "We test at", "We look at");
    fs::rename(&away, &site).unwrap();
    server.wait_for(PAGE, "We look at");
    assert_followed(&server, &site, ["We look at", "We work at", "We test at"]);
    let said = server.errors.lock().unwrap().clone();
    assert_eq!(said.matches("cannot read").count(), 1, "{said}");
}

/// A preview that the system grants only so much, or nothing where users cannot limit themselves.
#[cfg(target_os = "linux")]
fn limited(folder: Folder, limit: &str, number: usize) -> Option<Server> {
    let limit = format!("echo {number} > /proc/sys/user/{limit}");
    let unshare = |script: &str| {
        let mut command = Command::new("unshare");
        command.args(["--user", "--map-root-user", "sh", "-c", script, "sh"]);
        command
    };
    if !unshare(&limit).output().is_ok_and(|output| output.status.success()) {
        eprintln!("skipped: no namespaces for users here");
        return None;
    }
    let mut command = unshare(&format!("{limit} && exec \"$@\""));
    command.args([env!("CARGO_BIN_EXE_rolebook"), "serve", "--port", "0", "--root"]).arg(folder.root());
    Some(Server::run(folder, command))
}

#[cfg(target_os = "linux")]
#[track_caller]
fn assert_says_once(server: &Server, why: &str) {
    let line = format!("cannot wait for changes: {why}; checking all files twice a second instead\n");
    eventually("it says so", || server.errors.lock().unwrap().contains(&line).then_some(()));
    assert_followed(server, server.root(), ["We test at", "We look at", "We work at"]);
    assert_eq!(*server.errors.lock().unwrap(), line);
}

const WATCHES: &str = "too many folders are watched (`fs.inotify.max_user_watches`)";

// R13
#[cfg(target_os = "linux")]
#[test]
fn a_system_that_watches_nothing_at_the_start_is_said_and_files_are_looked_at() {
    let site = || Folder::new(&Site::new());
    for (limit, number, why) in [
        ("max_inotify_instances", 0, "too many programs watch folders (`fs.inotify.max_user_instances`)"),
        ("max_inotify_watches", 0, WATCHES),
        ("max_inotify_watches", 3, WATCHES),
    ] {
        let Some(server) = limited(site(), limit, number) else { return };
        assert_says_once(&server, why);
    }
}

/// The folders that are watched.
#[cfg(target_os = "linux")]
fn folders_below(folder: &Path) -> Vec<PathBuf> {
    let below = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir());
    below.flat_map(|folder| [vec![folder.clone()], folders_below(&folder)].concat()).collect()
}

// R13
#[cfg(target_os = "linux")]
#[test]
fn a_system_that_watches_no_more_later_is_said_and_files_are_looked_at() {
    type Change = fn(&Server);
    let cases: [Change; 3] = [
        |server| (0..5).for_each(|number| server.folder.write(&format!("content/job-descriptions/r{number}/x"), "x")),
        |server| server.folder.write("static/a/b/c/d.txt", "d"),
        |server| {
            copy(&server.root().join("content"), &server.root().join("more"));
            fs::rename(server.root().join("more"), server.root().join("themes")).unwrap();
        },
    ];
    for change in cases {
        let folder = Folder::new(&Site::new());
        let enough = 1 + folders_below(folder.root()).len();
        let Some(server) = limited(folder, "max_inotify_watches", enough + 1) else { return };
        let (_, errors) = server.said();
        assert_eq!(errors, "");
        assert_followed(&server, server.root(), ["We test at", "We play at", "We test at"]);
        change(&server);
        eventually("it says so", || server.errors.lock().unwrap().contains(WATCHES).then_some(()));
        assert_followed(&server, server.root(), ["We test at", "We look at", "We work at"]);
        assert_eq!(server.errors.lock().unwrap().matches("cannot wait").count(), 1);
    }
}
