//! `build --atomic`: what is not the program's stays as it is.

use std::fs;
#[cfg(unix)]
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::path::Path;
use std::process::Output;

use rolebook::fingerprint::Fingerprint;

use crate::folder::{Folder, tree};
use crate::site::Site;

fn said(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

fn build(folder: &Folder) {
    let output = folder.rolebook(&["build", "--atomic"]);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", said(&output));
}

#[test]
fn all_at_once_keeps_what_is_not_the_programs() {
    let folder = Folder::new(&Site::new());
    build(&folder);
    folder.write("public/CNAME", "library.example.org\n");
    folder.write("public/en/notes/mine.txt", "mine\n");
    fs::create_dir(folder.path("public/empty")).unwrap();
    folder.write("static/a.txt", "a\n");
    folder.remove("content/job-descriptions/writer/en.md");
    folder.remove("content/job-descriptions/writer/entry.toml");
    build(&folder);
    let at_once = folder.public();
    assert_eq!(folder.read("public/CNAME"), "library.example.org\n");
    assert_eq!(folder.read("public/en/notes/mine.txt"), "mine\n");
    assert!(folder.path("public/empty").is_dir() && !folder.path("public/en/job-descriptions/writer").exists());
    // It is what a build that changes file by file leaves.
    assert!(folder.rolebook(&["build", "--output", "other"]).status.success());
    for (path, bytes) in tree(&folder.path("other")) {
        assert!(at_once[&path] == bytes, "{}", path.display());
    }
    folder.write("static/a.txt", "b\n");
    folder.build();
    assert_eq!(folder.read("public/a.txt"), "b\n");
}

#[cfg(unix)]
#[test]
fn an_output_that_is_a_link_of_a_build_is_replaced_at_once() {
    // Where folders cannot be exchanged, a build makes such a link itself.
    let folder = Folder::new(&Site::new());
    folder.build();
    fs::rename(folder.path("public"), folder.path(".rolebook-site-public-abc123")).unwrap();
    std::os::unix::fs::symlink(".rolebook-site-public-abc123", folder.path("public")).unwrap();
    for (text, arguments) in
        [("one\n", &["build"][..]), ("two\n", &["build", "--atomic"]), ("three\n", &["build", "--atomic"])]
    {
        folder.write("static/a.txt", text);
        let built = folder.rolebook(arguments);
        assert!(built.status.success(), "{}", said(&built));
        assert_eq!(folder.read("public/a.txt"), text);
        let target = fs::read_link(folder.path("public")).unwrap();
        assert_eq!(target == Path::new(".rolebook-site-public-abc123"), arguments == ["build"], "{}", target.display());
    }
    let sites = fs::read_dir(folder.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(sites.filter(|name| name.starts_with(".rolebook-site-")).count(), 1);
}

/// A site with folders and files of others in its output, as a server has them.
#[cfg(unix)]
fn with_others() -> Folder {
    let folder = Folder::new(&Site::new());
    folder.build();
    folder.write("public/private/key", "mine\n");
    folder.write("public/en/shared/deep/file", "mine\n");
    std::os::unix::fs::symlink("key", folder.path("public/private/link")).unwrap();
    for (path, mode) in
        [("public/private", 0o700), ("public/en/shared", 0o2770), ("public/en", 0o750), ("public", 0o711)]
    {
        fs::set_permissions(folder.path(path), fs::Permissions::from_mode(mode)).unwrap();
    }
    let old = fs::FileTimes::new().set_modified(std::time::UNIX_EPOCH);
    for path in ["public/private/key", "public/private", "public/en/shared/deep", "public/en/shared"] {
        fs::File::open(folder.path(path)).unwrap().set_times(old).unwrap();
    }
    folder
}

#[cfg(unix)]
#[test]
fn folders_and_files_of_others_keep_their_modes_and_times() {
    let folder = with_others();
    let paths = ["private", "private/key", "private/link", "en/shared", "en/shared/deep", "en/shared/deep/file"];
    let what = |path: &str| {
        let found = fs::symlink_metadata(folder.path(&format!("public/{path}"))).unwrap();
        (path.to_owned(), format!("{:o}", found.mode()), found.uid(), found.gid(), found.mtime())
    };
    let before: Vec<_> = paths.iter().map(|path| what(path)).collect();
    let modes = ["", "en", "en/job-descriptions"].map(|path| what(path).1);
    folder.write("static/a.txt", "a\n");
    build(&folder);
    assert_eq!(paths.iter().map(|path| what(path)).collect::<Vec<_>>(), before);
    assert_eq!(["", "en", "en/job-descriptions"].map(|path| what(path).1), modes);
    assert!(folder.path("public/a.txt").exists());
}

#[cfg(target_os = "linux")]
#[test]
fn folders_of_others_keep_their_owners_and_attributes() {
    use rustix::fs::{XattrFlags, getxattr, setxattr};
    let folder = with_others();
    let private = folder.path("public/private");
    let has_attributes = setxattr(&private, "user.note", b"mine", XattrFlags::empty()).is_ok();
    let may_give_away = ["public/private", "public/private/key", "public/en", "public"]
        .iter()
        .all(|path| chown(folder.path(path), Some(12), Some(34)).is_ok());
    fs::set_permissions(folder.path("public"), fs::Permissions::from_mode(0o2755)).unwrap();
    folder.write("static/new/a.txt", "a\n");
    build(&folder);
    if may_give_away {
        let owner = |path: &str| fs::metadata(folder.path(path)).map(|found| (found.uid(), found.gid())).unwrap();
        for path in ["public/private", "public/private/key", "public/en", "public"] {
            assert_eq!(owner(path), (12, 34), "{path}");
        }
        assert_eq!(owner("public/new/a.txt").1, 34, "a new file has the group that the output gives");
    } else {
        eprintln!("skipped: only the administrator may give files away");
    }
    let mut value = [0; 16];
    let length = if has_attributes { getxattr(&private, "user.note", &mut value).unwrap() } else { 0 };
    assert!(!has_attributes || &value[..length] == b"mine");
}

/// What a build leaves that was killed when it had just exchanged the folders.
fn exchanged(folder: &Folder) {
    fs::create_dir(folder.path(".rolebook-staging-public-abc123")).unwrap();
    fs::rename(folder.path("public"), folder.path(".rolebook-staging-public-abc123/site")).unwrap();
    let found = fs::metadata(folder.path(".rolebook-staging-public-abc123/site")).unwrap();
    let identity = Fingerprint::of_value(&rolebook::look::identity(&found)).to_string();
    folder.write(".rolebook-staging-public-abc123/old", identity);
    for (path, bytes) in tree(&folder.path(".rolebook-staging-public-abc123/site")) {
        folder.write(&format!("public/{}", path.display()), bytes);
    }
}

#[test]
fn what_others_wrote_before_a_build_was_killed_is_brought_over_by_the_next() {
    let folder = Folder::new(&Site::new());
    build(&folder);
    exchanged(&folder);
    let whole = folder.public();
    folder.write(".rolebook-staging-public-abc123/site/uploads/1/late.txt", "mine\n");
    folder.build();
    assert_eq!(folder.read("public/uploads/1/late.txt"), "mine\n");
    assert!(!folder.path(".rolebook-staging-public-abc123").exists());
    assert_eq!(folder.public().len(), whole.len() + 1, "nothing of the program has come back");
}

#[test]
fn a_tree_that_was_never_exchanged_brings_nothing() {
    let folder = Folder::new(&Site::new());
    build(&folder);
    folder.write(".rolebook-staging-public-abc123/site/en/new.html", "new\n");
    folder.write(".rolebook-staging-public-abc123/old", "of another tree");
    folder.build();
    assert!(!folder.path(".rolebook-staging-public-abc123").exists());
    assert!(!folder.path("public/en/new.html").exists());
}
