//! Where a site may be published, and what becomes of files there that are not the program's.

use std::fs;
use std::path::Path;
use std::process::Output;

use crate::folder::{Folder, tree};
use crate::site::Site;

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn build_to(folder: &Folder, output: &str) -> Output {
    folder.rolebook(&["build", "--output", output])
}

/// Builds, which must be refused, and leave everything as it was.
fn refused(folder: &Folder, arguments: &[&str]) -> String {
    let before = tree(folder.root());
    let output = folder.rolebook(arguments);
    assert_eq!(output.status.code(), Some(2), "{arguments:?}: {}", said(&output));
    assert_eq!(tree(folder.root()), before, "{arguments:?}");
    said(&output)
}

// --- R10: outputs that are none

#[test]
fn the_folders_of_the_site_are_no_outputs() {
    // R10
    let folder = Folder::new(&Site::new());
    folder.write("static/a.txt", "a\n");
    for output in [
        "static",
        "static/pub",
        "content",
        "content/job-descriptions/tester",
        "locales",
        "themes/own",
        "static/../content",
    ] {
        let said = refused(&folder, &["build", "--output", output]);
        assert!(said.contains("the site is made from files in it"), "{output}: {said}");
    }
    for output in [".", "..", "/", "content/..", "../.."] {
        let said = refused(&folder, &["build", "--output", output]);
        assert!(said.contains("the site itself lies in it"), "{output}: {said}");
        assert!(said.contains("help: name a folder of its own with `--output`"), "{said}");
    }
}

#[test]
fn a_home_folder_is_no_output() {
    // R10
    let folder = Folder::new(&Site::new());
    fs::create_dir_all(folder.path("people/ada/files")).unwrap();
    for output in ["people/ada", "people"] {
        let said =
            folder.command(&["build", "--output", output]).env("HOME", folder.path("people/ada")).output().unwrap();
        assert_eq!(said.status.code(), Some(2));
        assert!(self::said(&said).contains("it is a home folder, or has one in it"), "{}", self::said(&said));
    }
    let below =
        folder.command(&["build", "--output", "people/ada/site"]).env("HOME", folder.path("people/ada")).output();
    assert!(below.unwrap().status.success());
}

#[test]
fn what_is_no_folder_is_no_output() {
    // R10
    let folder = Folder::new(&Site::new());
    folder.write("file", "mine\n");
    assert!(refused(&folder, &["build", "--output", "file"]).contains("it is a file, and a site is a folder"));
    assert!(refused(&folder, &["build", "--output", "file/below"]).contains("cannot publish to"));
}

#[cfg(unix)]
#[test]
fn links_to_the_folders_of_the_site_are_no_outputs() {
    // R10
    let folder = Folder::new(&Site::new());
    folder.write("static/a.txt", "a\n");
    std::os::unix::fs::symlink("static", folder.path("public")).unwrap();
    assert!(refused(&folder, &["build"]).contains("the site is made from files in it"));
    fs::remove_file(folder.path("public")).unwrap();
    std::os::unix::fs::symlink("nowhere", folder.path("public")).unwrap();
    assert!(refused_with_links(&folder).contains("it is a link to something that is not there"));
}

#[cfg(unix)]
fn refused_with_links(folder: &Folder) -> String {
    let output = folder.rolebook(&["build"]);
    assert_eq!(output.status.code(), Some(2));
    said(&output)
}

#[test]
fn what_belongs_to_others_is_no_output() {
    let folder = Folder::new(&Site::new());
    folder.write("other/rolebook.toml", "");
    let (long, other) = ("x".repeat(230), "other".to_owned());
    for (output, why) in [
        (".git", "it belongs to version control"),
        ("out/.git/hooks", "it belongs to version control"),
        (".rolebook-build-public", "the program keeps its own records under such names"),
        (&long, "its name is too long"),
        (&other, "the site itself lies in it"),
        ("other/content", "the site is made from files in it"),
    ] {
        let said = refused(&folder, &["build", "--output", output]);
        assert!(said.contains(why) && said.contains("help: "), "{output}: {said}");
    }
    fs::create_dir_all(folder.path("home")).unwrap();
    for output in ["home/.ssh", "home/.config/site"] {
        let said = folder.command(&["build", "--output", output]).env("HOME", folder.path("home")).output().unwrap();
        assert_eq!(said.status.code(), Some(2), "{output}");
        assert!(self::said(&said).contains("it is hidden in a home folder"), "{}", self::said(&said));
    }
}

#[cfg(unix)]
#[test]
fn sources_do_not_say_where_they_are_published() {
    use std::os::unix::fs::symlink;
    let (folder, elsewhere) = (Folder::new(&Site::new()), tempfile::tempdir().unwrap());
    fs::create_dir_all(folder.path(".hidden")).unwrap();
    fs::create_dir_all(elsewhere.path().join("keys")).unwrap();
    symlink(elsewhere.path().join("keys"), folder.path(".rolebook-site-public-abc123")).unwrap();
    for target in [elsewhere.path(), Path::new(".hidden"), Path::new(".rolebook-site-public-abc123")] {
        symlink(target, folder.path("public")).unwrap();
        let said = refused_with_links(&folder);
        assert!(said.contains("it is a link that leads out of the site, or to something hidden"), "{said}");
        fs::remove_file(folder.path("public")).unwrap();
    }
    assert_eq!(fs::read_dir(elsewhere.path().join("keys")).unwrap().count(), 0);
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_may_have_a_name_that_is_not_utf_8() {
    use std::ffi::OsStr;
    use std::os::unix::ffi::OsStrExt as _;
    let folder = Folder::new(&Site::new());
    let name = OsStr::from_bytes(b"caf\xe9");
    for arguments in [&["build"][..], &["build"], &["build", "--atomic"]] {
        let built = folder.command(arguments).arg("--output").arg(name).output().unwrap();
        assert!(built.status.success(), "{}", said(&built));
    }
    let part = folder.command(&["build", "--shard", "1/2", "--output"]).arg(name).output().unwrap();
    assert!(part.status.code() == Some(2) && said(&part).contains("its name is not UTF-8"), "{}", said(&part));
}

// --- what lies where the program keeps its own files

#[cfg(unix)]
#[test]
fn the_lock_and_the_record_are_files_and_no_links() {
    let folder = Folder::new(&Site::new());
    folder.write("victim", "precious\n");
    for name in [".rolebook-lock-public", ".rolebook-build-public"] {
        let lay: [&dyn Fn(&Path); 5] = [
            &|path| std::os::unix::fs::symlink("victim", path).unwrap(),
            &|path| std::os::unix::fs::symlink("nowhere", path).unwrap(),
            &|path| std::os::unix::fs::symlink("/dev/zero", path).unwrap(),
            &|path| assert!(std::process::Command::new("mkfifo").arg(path).status().unwrap().success()),
            &|path| fs::create_dir(path).unwrap(),
        ];
        for lay in lay {
            lay(&folder.path(name));
            let output = folder.rolebook(&["build"]);
            let said = said(&output);
            assert_eq!(output.status.code(), Some(2), "{said}");
            assert!(said.contains("not a file") && said.contains("help: remove "), "{said}");
            assert_eq!(folder.read("victim"), "precious\n");
            assert!(!folder.path("nowhere").exists() && !folder.path("public").exists());
            let path = folder.path(name);
            fs::remove_file(&path).or_else(|_| fs::remove_dir(&path)).unwrap();
        }
    }
}

// --- records that are not what the last build here has written

/// The text of a record with a right seal, whatever has been done to its lines.
fn sealed(text: &str) -> String {
    let lines: Vec<_> = text.lines().filter(|line| !line.starts_with("end ")).map(|line| format!("{line}\n")).collect();
    let text = lines.concat();
    format!("{text}end {} {}\n", lines.len() - 3, rolebook::fingerprint::Fingerprint::of(text.as_bytes()))
}

#[test]
fn a_record_that_has_lost_its_end_lists_nothing() {
    let folder = Folder::new(&Site::new());
    folder.build();
    let whole = folder.public();
    let record = folder.read(".rolebook-build-public");
    let half: Vec<_> = record.lines().take(20).map(|line| format!("{line}\n")).collect();
    folder.write(".rolebook-build-public", half.concat());
    for path in whole.keys().filter(|path| !half.concat().contains(&format!(" {}\n", path.display()))) {
        fs::remove_file(folder.path("public").join(path)).unwrap();
    }
    let output = folder.rolebook(&["build"]);
    assert!(said(&output).contains("the record of the last build is damaged: everything is made again"));
    assert!(folder.public() == whole);
    assert_eq!(said(&folder.rolebook(&["build"])), "");
}

/// Puts a script into the home page, and into the record that it was made so. Both files stay the same files.
fn forge(folder: &Folder) {
    let evil = "<!doctype html><script>alert(1)</script>";
    folder.write("public/en/index.html", evil);
    let time = fs::metadata(folder.path("public/en/index.html")).unwrap().modified().unwrap();
    let time = time.duration_since(std::time::UNIX_EPOCH).unwrap().as_nanos();
    let record = folder.read(".rolebook-build-public");
    let line = record.lines().find(|line| line.ends_with(" en/index.html")).unwrap();
    let mut parts: Vec<_> = line.split(' ').map(str::to_owned).collect();
    parts[2] = rolebook::fingerprint::Fingerprint::of(evil.as_bytes()).to_string();
    parts[3] = evil.len().to_string();
    parts[4] = time.to_string();
    folder.write(".rolebook-build-public", sealed(&record.replace(line, &parts.join(" "))));
}

/// A copy of a site with all that lies beside it, as from a repository or a cache.
fn copied(folder: &Folder) -> Folder {
    let copy = Folder::new(&Site::new());
    for (path, bytes) in tree(folder.root()) {
        copy.write(path.to_str().unwrap(), bytes);
    }
    copy
}

#[test]
fn a_record_that_came_with_the_sources_is_not_believed() {
    let folder = Folder::new(&Site::new());
    folder.build();
    let whole = folder.public();
    forge(&folder);
    let copy = copied(&folder);
    let output = copy.rolebook(&["build"]);
    assert!(said(&output).contains("the record of the last build was written elsewhere"), "{}", said(&output));
    assert!(copy.public() == whole);
    // Who has written to the machine itself is found by looking.
    assert!(folder.rolebook(&["build", "--checksum"]).status.success());
    assert!(folder.public() == whole);
}

#[test]
fn a_record_from_a_cache_is_believed_if_so_asked_for() {
    let folder = Folder::new(&Site::new());
    folder.build();
    let copy = copied(&folder);
    let output = copy.rolebook(&["build", "--trust-record"]);
    let stdout = String::from_utf8(output.stdout.clone()).unwrap();
    assert!(stdout.contains("files  0 written") && !stdout.contains("render"), "{stdout}");
    let stdout = copy.build();
    assert!(stdout.contains("files  0 written") && stdout.contains("render"), "{stdout}");
    assert!(!copy.build().contains("render"), "the record is now of here");
}

#[test]
fn only_what_a_build_has_made_is_removed() {
    let folder = Folder::new(&Site::new());
    folder.write("static/old.txt", "old\n");
    folder.build();
    folder.write("public/mine.txt", "mine\n");
    let record = folder.read(".rolebook-build-public");
    let line = record.lines().find(|line| line.ends_with(" old.txt")).unwrap();
    let made_up = format!("{line}\n{}", line.replace("old.txt", "mine.txt"));
    folder.write(".rolebook-build-public", sealed(&record.replace(line, &made_up)));
    folder.remove("static/old.txt");
    let output = folder.rolebook(&["build"]);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains("after a build had made them:\n    mine.txt\n"), "{}", said(&output));
    assert_eq!(folder.read("public/mine.txt"), "mine\n");
    assert!(!folder.path("public/old.txt").exists());
}

// --- R6: files that no build has made

#[test]
fn files_of_others_are_not_overwritten() {
    // R6
    let folder = Folder::new(&Site::new());
    folder.write("out/index.html", "mine\n");
    folder.write("out/notes.txt", "mine, too\n");
    let said = refused(&folder, &["build", "--output", "out"]);
    assert!(
        said.contains("it has files that no build recorded here has made:") && said.contains("out/index.html"),
        "{said}"
    );
    assert!(!said.contains("notes.txt") && said.contains("`--adopt`"), "{said}");
    let adopted = folder.rolebook(&["build", "--output", "out", "--adopt"]);
    assert!(adopted.status.success(), "{}", self::said(&adopted));
    assert!(folder.read("out/index.html").contains("<html"));
    assert_eq!(folder.read("out/notes.txt"), "mine, too\n");
    folder.remove("content/job-descriptions/writer/en.md");
    folder.remove("content/job-descriptions/writer/entry.toml");
    assert!(build_to(&folder, "out").status.success(), "what is adopted is the program's own from then on");
    assert_eq!(folder.read("out/notes.txt"), "mine, too\n");
}

#[test]
fn only_the_first_ten_of_many_are_named() {
    // R6
    let folder = Folder::new(&Site::new());
    for number in 0..14 {
        folder.write(&format!("static/{number:02}.txt"), "site\n");
        folder.write(&format!("out/{number:02}.txt"), "mine\n");
    }
    let said = refused(&folder, &["build", "--output", "out"]);
    assert!(said.contains("09.txt") && !said.contains("10.txt") && said.contains("and 4 more"), "{said}");
}

#[test]
fn files_of_others_that_say_the_same_are_no_obstacle() {
    // R6
    let folder = Folder::new(&Site::new());
    assert!(build_to(&folder, "out").status.success());
    folder.remove(".rolebook-build-out");
    let said = build_to(&folder, "out");
    assert!(said.status.success(), "an output that was copied without its record: {}", self::said(&said));
}

#[test]
fn what_lies_in_the_way_is_found_before_anything_is_touched() {
    // R3
    let folder = Folder::new(&Site::new());
    folder.build();
    folder.write("public/en/job-descriptions/pilot", "mine\n");
    folder.write("content/job-descriptions/pilot/entry.toml", "category = \"it\"\n");
    folder.write(
        "content/job-descriptions/pilot/en.md",
        folder.read("content/job-descriptions/tester/en.md").replace("Tester", "Pilot"),
    );
    folder.remove("content/job-descriptions/writer/en.md");
    folder.remove("content/job-descriptions/writer/entry.toml");
    let said = refused(&folder, &["build"]);
    assert!(said.contains("a file that no build has made, and a folder must be there"), "{said}");
    folder.remove("public/en/job-descriptions/pilot");
    folder.write("public/en/job-descriptions/pilot/index.html/mine.txt", "mine\n");
    assert!(refused(&folder, &["build"]).contains("index.html/mine.txt"));
    folder.remove("public/en/job-descriptions/pilot/index.html/mine.txt");
    folder.build();
    assert!(folder.read("public/en/job-descriptions/pilot/index.html").contains("Pilot"));
    assert!(!folder.path("public/en/job-descriptions/writer").exists());
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_written_is_found_before_anything_is_touched() {
    use std::os::unix::fs::PermissionsExt as _;
    // R3; who may do everything is kept out by nothing
    let folder = Folder::new(&Site::new());
    folder.build();
    let closed = folder.path("public/de");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o555)).unwrap();
    let is_open = fs::write(closed.join("x"), "").is_ok();
    if !is_open {
        folder.remove("content/job-descriptions/writer/en.md");
        folder.write("static/de/new.txt", "new\n");
        assert!(refused(&folder, &["build"]).contains("files in it cannot be changed"));
    }
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o755)).unwrap();
}

// --- R12, R15, R17: what is known of an output lies beside it

#[test]
fn nothing_of_the_program_is_in_the_output() {
    // R12, R15
    let folder = Folder::new(&Site::new());
    folder.build();
    let hidden = |folder: &Folder| {
        let names = folder.public().into_keys();
        names.filter(|path| path.to_string_lossy().contains("rolebook")).collect::<Vec<_>>()
    };
    assert_eq!(hidden(&folder), Vec::<std::path::PathBuf>::new());
    folder.write("static/a.txt", "a\n");
    folder.build();
    assert_eq!(hidden(&folder), Vec::<std::path::PathBuf>::new());
}

#[test]
fn outputs_of_earlier_programs_are_brought_over() {
    // R12
    let folder = Folder::new(&Site::new());
    folder.build();
    folder.write("public/old/index.html", "made long ago\n");
    let listed: Vec<_> = folder.public().into_keys().map(|path| path.display().to_string()).collect();
    folder.write("public/.rolebook-manifest", listed.join("\n"));
    folder.write("public/keep.txt", "mine\n");
    folder.write(".rolebook-build-public", "rolebook build 3\n{}\n");
    folder.write("static/a.txt", "a\n");
    folder.build();
    assert!(!folder.path("public/.rolebook-manifest").exists() && !folder.path("public/old").exists());
    assert_eq!(folder.read("public/keep.txt"), "mine\n");
}

#[test]
fn records_of_other_versions_list_nothing() {
    // R12
    let folder = Folder::new(&Site::new());
    folder.build();
    folder.write(".rolebook-build-public", "rolebook build 3\n{}\n");
    folder.write("public/keep.txt", "mine\n");
    let output = folder.rolebook(&["build"]);
    assert!(output.status.success() && said(&output).contains("is of another version of the program"));
    assert_eq!(folder.read("public/keep.txt"), "mine\n");
}

#[test]
fn an_output_that_has_another_name_now_has_one_record() {
    let folder = Folder::new(&Site::new());
    folder.write("static/a.txt", "old\n");
    folder.write("static/b.txt", "old\n");
    folder.build();
    fs::rename(folder.path("public"), folder.path("www")).unwrap();
    folder.write("static/a.txt", "new\n");
    folder.remove("static/b.txt");
    let built = build_to(&folder, "www");
    assert_eq!((built.status.code(), said(&built).as_str()), (Some(0), ""));
    assert_eq!(folder.read("www/a.txt"), "new\n");
    assert!(!folder.path("www/b.txt").exists());
    assert_eq!(program_files(&folder), [".rolebook-build-www"]);
    // A copy is another folder: its record says nothing of the one that was copied.
    folder.write("copy/a.txt", "mine\n");
    assert!(refused(&folder, &["build", "--output", "copy"]).contains("no build recorded here has made"));
}

#[cfg(unix)]
#[test]
fn all_files_have_the_permissions_that_the_user_wants() {
    use std::os::unix::fs::PermissionsExt as _;
    // R17
    let folder = Folder::new(&Site::new());
    folder.write("static/script.sh", "x\n");
    fs::set_permissions(folder.path("static/script.sh"), fs::Permissions::from_mode(0o700)).unwrap();
    let mode = |path: &str| fs::metadata(folder.path(path)).unwrap().permissions().mode() & 0o777;
    for (mask, file, dir) in [("022", 0o644, 0o755), ("027", 0o640, 0o750), ("002", 0o664, 0o775)] {
        let _ = fs::remove_dir_all(folder.path("public"));
        let _ = fs::remove_file(folder.path(".rolebook-build-public"));
        let program = env!("CARGO_BIN_EXE_rolebook");
        let mut shell = std::process::Command::new("sh");
        let built = shell.args(["-c", &format!("umask {mask}; '{program}' build")]).current_dir(folder.root()).output();
        assert!(built.unwrap().status.success());
        for path in [".rolebook-build-public", "public/en/index.html", "public/script.sh"] {
            assert_eq!(mode(path), file, "{mask} {path}");
        }
        assert_eq!((mode("public"), mode("public/en")), (dir, dir), "{mask}");
    }
}

#[cfg(unix)]
#[test]
fn files_that_nobody_can_read_are_made_again() {
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new(&Site::new());
    folder.write("static/a.txt", "a\n");
    folder.build();
    let paths = ["public/index.html", "public/a.txt"].map(|path| folder.path(path));
    for arguments in [&["build"][..], &["build", "--checksum"]] {
        for path in &paths {
            fs::set_permissions(path, fs::Permissions::from_mode(0o0)).unwrap();
        }
        let said = String::from_utf8(folder.rolebook(arguments).stdout).unwrap();
        assert!(said.contains("files  2 written"), "{said}");
        for path in &paths {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o400, 0o400);
        }
    }
}

// --- R9: content decides

#[test]
fn a_file_with_other_bytes_and_the_same_size_and_time_is_published() {
    // R9
    let folder = Folder::new(&Site::new());
    folder.write("static/a.txt", "one\n");
    folder.build();
    folder.build();
    for (text, arguments) in [("two\n", vec!["build"]), ("six\n", vec!["build", "--checksum"])] {
        let time = fs::metadata(folder.path("static/a.txt")).unwrap().modified().unwrap();
        folder.write("static/a.txt", text);
        fs::File::options().write(true).open(folder.path("static/a.txt")).unwrap().set_modified(time).unwrap();
        assert!(folder.rolebook(&arguments).status.success());
        assert_eq!(folder.read("public/a.txt"), text);
    }
    // In the output only reading finds it.
    let time = fs::metadata(folder.path("public/a.txt")).unwrap().modified().unwrap();
    folder.write("public/a.txt", "bad\n");
    fs::File::options().write(true).open(folder.path("public/a.txt")).unwrap().set_modified(time).unwrap();
    assert!(folder.rolebook(&["build", "--checksum"]).status.success());
    assert_eq!(folder.read("public/a.txt"), "six\n");
}

#[test]
fn folders_that_change_places_bring_their_files() {
    let folder = Folder::new(&Site::new());
    let time = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(1_700_000_000);
    for (path, text) in [("static/a/x.txt", "one\n"), ("static/b/x.txt", "two\n")] {
        folder.write(path, text);
        fs::File::options().write(true).open(folder.path(path)).unwrap().set_modified(time).unwrap();
    }
    // Files that changed while a build began are read again anyway.
    std::thread::sleep(std::time::Duration::from_millis(50));
    folder.build();
    for (from, to) in [("a", "c"), ("b", "a"), ("c", "b")] {
        fs::rename(folder.path(&format!("static/{from}")), folder.path(&format!("static/{to}"))).unwrap();
    }
    folder.build();
    assert_eq!((folder.read("public/a/x.txt").as_str(), folder.read("public/b/x.txt").as_str()), ("two\n", "one\n"));
}

// --- mounts

/// Runs commands of a shell with mounts of their own, if the system lets us.
#[cfg(target_os = "linux")]
fn with_mounts(folder: &Folder, commands: &str) -> Option<Output> {
    let mut unshare = std::process::Command::new("unshare");
    unshare.args(["-rm", "true"]);
    if !unshare.status().is_ok_and(|status| status.success()) {
        return None;
    }
    let mut shell = std::process::Command::new("unshare");
    shell.args(["-rm", "sh", "-ec", commands]).env("ROLEBOOK", env!("CARGO_BIN_EXE_rolebook"));
    Some(shell.current_dir(folder.root()).output().unwrap())
}

#[cfg(target_os = "linux")]
#[test]
fn an_output_may_be_a_mount_of_the_same_file_system() {
    let folder = Folder::new(&Site::new());
    fs::create_dir_all(folder.path("real")).unwrap();
    fs::create_dir_all(folder.path("public")).unwrap();
    let twice = "mount --bind real public; \"$ROLEBOOK\" build; echo new > static/a.txt; \"$ROLEBOOK\" build";
    folder.write("static/a.txt", "a\n");
    let Some(built) = with_mounts(&folder, twice) else { return };
    assert!(built.status.success(), "{}", said(&built));
    assert_eq!(folder.read("real/a.txt"), "new\n");
    assert!(!tree(&folder.path("real")).keys().any(|path| path.starts_with(".rolebook")));
}

/// A volume that is mounted at two places has two locks and two records beside it.
#[cfg(target_os = "linux")]
#[test]
fn builds_to_two_mounts_of_one_folder_keep_apart() {
    let folder = Folder::new(&Site::new());
    for path in ["real", "public"] {
        fs::create_dir_all(folder.path(path)).unwrap();
    }
    // Another build is at work in the volume.
    let waiting = "real/.rolebook-staging-abc123/site/en/index.html";
    folder.write(waiting, "another\n");
    let lock = fs::File::create(folder.path("real/.rolebook-lock")).unwrap();
    lock.lock().unwrap();
    let Some(refused) = with_mounts(&folder, "mount --bind real public; \"$ROLEBOOK\" build --no-wait") else { return };
    assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
    assert!(said(&refused).contains("another build (for ") && said(&refused).contains("is publishing to it"));
    assert_eq!(folder.read(waiting), "another\n");
    drop(lock);
    let built = with_mounts(&folder, "mount --bind real public; \"$ROLEBOOK\" build --no-wait").unwrap();
    assert!(built.status.success(), "{}", said(&built));
    assert!(!tree(&folder.path("real")).keys().any(|path| path.starts_with(".rolebook")));
    assert!(!folder.path("real/.rolebook-staging-abc123").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn mounts_in_an_output_are_found_before_anything_is_touched() {
    for (made, mounted) in [("static/a/x.txt", "public/a"), ("static/x.txt", "public/x.txt")] {
        let folder = Folder::new(&Site::new());
        folder.write(made, "old\n");
        folder.build();
        folder.write(made, "new\n");
        folder.write("static/0.txt", "new\n");
        let mount = format!("cp -r {mounted} other; mount --bind other {mounted}; \"$ROLEBOOK\" build");
        let before = folder.public();
        let Some(refused) = with_mounts(&folder, &mount) else { return };
        assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
        assert!(said(&refused).contains("mount") || said(&refused).contains("another file system"));
        assert!(folder.public() == before);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn mounts_of_the_sources_are_no_outputs() {
    let folder = Folder::new(&Site::new());
    fs::create_dir_all(folder.path("out/in")).unwrap();
    for (source, output) in [("content", "out"), ("content", "out/in"), (".", "out")] {
        let mount = format!("mount --bind {source} out; \"$ROLEBOOK\" build --output {output}");
        let Some(refused) = with_mounts(&folder, &mount) else { return };
        assert_eq!(refused.status.code(), Some(2), "{}", said(&refused));
        assert!(said(&refused).contains("the site "), "{}", said(&refused));
    }
}

// --- R1: other file systems

#[cfg(unix)]
#[test]
fn an_output_may_be_a_link() {
    // R1
    let (folder, elsewhere) = (Folder::new(&Site::new()), tempfile::tempdir().unwrap());
    let other = Path::new("/dev/shm").is_dir().then(|| tempfile::tempdir_in("/dev/shm").ok()).flatten();
    for target in [Some(elsewhere), other].into_iter().flatten() {
        let target = target.path().join("site");
        fs::create_dir(&target).unwrap();
        std::os::unix::fs::symlink(&target, folder.path("public")).unwrap();
        assert!(refused_with_links(&folder).contains("it is a link that leads out of the site"));
        assert!(build_to(&folder, "public").status.success());
        folder.write("static/a.txt", format!("{}\n", target.display()));
        assert!(build_to(&folder, "public").status.success());
        assert_eq!(fs::read_to_string(target.join("a.txt")).unwrap(), folder.read("static/a.txt"));
        assert!(fs::symlink_metadata(folder.path("public")).unwrap().is_symlink());
        fs::remove_file(folder.path("public")).unwrap();
    }
}

#[cfg(unix)]
#[test]
fn where_the_folder_above_cannot_be_written_the_record_lies_in_the_root() {
    use std::os::unix::fs::PermissionsExt as _;
    // R1; who may do everything is kept out by nothing
    let folder = Folder::new(&Site::new());
    fs::create_dir_all(folder.path("srv/www")).unwrap();
    fs::set_permissions(folder.path("srv"), fs::Permissions::from_mode(0o555)).unwrap();
    if fs::write(folder.path("srv/x"), "").is_err() {
        for text in ["one\n", "two\n"] {
            folder.write("static/a.txt", text);
            let said = build_to(&folder, "srv/www");
            assert!(said.status.success(), "{}", self::said(&said));
            assert_eq!(folder.read("srv/www/a.txt"), text);
        }
        let names = fs::read_dir(folder.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        let records: Vec<_> = names.filter(|name| name.starts_with(".rolebook-")).collect();
        assert!(records.len() == 1 && records[0].starts_with(".rolebook-build-www-"), "{records:?}");
        assert_eq!(fs::read_dir(folder.path("srv")).unwrap().count(), 1);
    }
    fs::set_permissions(folder.path("srv"), fs::Permissions::from_mode(0o755)).unwrap();
}

// --- what is kept as it is, and the program's own folders

/// Gives or takes an attribute, if the system lets us.
#[cfg(target_os = "linux")]
fn chattr(attribute: &str, path: &Path) -> bool {
    std::process::Command::new("chattr").arg(attribute).arg(path).output().is_ok_and(|done| done.status.success())
}

#[cfg(target_os = "linux")]
#[test]
fn what_is_immutable_is_found_before_anything_is_touched() {
    let folder = Folder::new(&Site::new());
    folder.write("static/a.txt", "old\n");
    folder.write("static/z/z.txt", "old\n");
    folder.build();
    folder.write("public/mine.txt", "mine\n");
    folder.write("static/a.txt", "new\n");
    folder.write("static/z/z.txt", "new\n");
    for (path, attribute, arguments) in [
        ("public/z/z.txt", "i", &["build"][..]),
        ("public/z/z.txt", "a", &["build", "--atomic"]),
        ("public/z", "i", &["build"]),
        ("public/z", "i", &["build", "--atomic"]),
        ("public/mine.txt", "i", &["build", "--atomic"]),
        ("public", "i", &["build", "--atomic"]),
    ] {
        if !chattr(&format!("+{attribute}"), &folder.path(path)) {
            eprintln!("skipped: files cannot be made immutable here");
            return;
        }
        let output = folder.rolebook(arguments);
        chattr(&format!("-{attribute}"), &folder.path(path));
        let shown = fs::canonicalize(folder.path(path)).unwrap();
        let expected = format!(
            "error: cannot change `{0}`: it is immutable, or files in it may only grow\n  \
             = help: take that attribute away: `chattr -i -a {0}`\n",
            shown.display()
        );
        assert_eq!((output.status.code(), said(&output)), (Some(2), expected), "{arguments:?}");
        assert_eq!(folder.read("public/a.txt"), "old\n");
        assert_eq!(program_files(&folder), [".rolebook-build-public"]);
    }
    folder.build();
    assert_eq!(folder.read("public/z/z.txt"), "new\n");
}

/// The names of what the program keeps in the root.
fn program_files(folder: &Folder) -> Vec<String> {
    let names = fs::read_dir(folder.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| name.starts_with(".rolebook-")).collect()
}

#[test]
fn folders_of_others_with_names_like_its_own_stay() {
    let folder = Folder::new(&Site::new());
    for path in [".rolebook-staging-public-mywork/notes.txt", ".rolebook-staging-public-file12"] {
        folder.write(path, "mine\n");
    }
    let output = folder.rolebook(&["build"]);
    assert!(output.status.success());
    for name in ["mywork", "file12"] {
        assert!(said(&output).contains(&format!(
            ".rolebook-staging-public-{name}` stays: an earlier build has left it, or somebody else"
        )));
    }
    assert_eq!(folder.read(".rolebook-staging-public-mywork/notes.txt"), "mine\n");
    assert_eq!(folder.read(".rolebook-staging-public-file12"), "mine\n");
}

#[cfg(unix)]
#[test]
fn what_waits_to_be_published_is_for_its_user_only() {
    use rolebook::write::{Change, Chosen, Durability, Foreign, IfBusy, Interruption, Lock, Manner};
    use rolebook::write::{OutputFolder, Publication, Record, Staging, Trust};
    use std::os::unix::fs::PermissionsExt as _;
    let folder = Folder::new(&Site::new());
    let output = OutputFolder::find(&folder.path("public"), Chosen::ByUser, folder.root(), None).unwrap();
    let interruption = Interruption::default();
    let lock = Lock::take(&output, IfBusy::Fail, &interruption, &mut |_| {}).unwrap();
    let manner = Manner {
        change: Change::FileByFile,
        foreign: Foreign::Refuse,
        durability: Durability::Unsynced,
        trust: Trust::OwnRecord,
    };
    let earlier = Record::of(&output, manner.trust).unwrap();
    let _staging = Staging::begin(Publication { output, lock, manner, interruption }, earlier).unwrap();
    let staging = program_files(&folder).into_iter().find(|name| name.contains("staging")).unwrap();
    assert_eq!(fs::metadata(folder.path(&staging)).unwrap().permissions().mode() & 0o777, 0o700);
}
