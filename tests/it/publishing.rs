//! What is written, kept and removed on disk.

use std::fs;

use crate::folder::Folder;
use crate::site::Site;

const ROLE: &str = "content/job-descriptions/tester/en.md";
const PAGE: &str = "public/en/job-descriptions/tester/index.html";

#[test]
fn a_second_build_touches_nothing() {
    let folder = Folder::new(&Site::new());
    folder.build();
    let modified = |path: &str| fs::metadata(folder.path(path)).unwrap().modified().unwrap();
    let before = (modified(PAGE), modified(".rolebook-build-public"));
    let said = folder.build();
    assert!(said.contains("files  0 written,") && said.contains(" 0 removed"), "{said}");
    assert_eq!((modified(PAGE), modified(".rolebook-build-public")), before);
}

#[test]
fn only_what_changed_is_written() {
    let folder = Folder::new(&Site::new());
    folder.build();
    folder.write(ROLE, folder.read(ROLE).replace("We test at", "We really test at"));
    let said = folder.build();
    assert!(said.contains("files  2 written,") && said.contains(" 0 removed"), "{said}");
    assert!(folder.read(PAGE).contains("We really test at"));
}

#[test]
fn files_that_no_route_makes_any_more_are_removed_and_others_are_not() {
    let folder = Folder::new(&Site::new());
    folder.build();
    folder.write("public/CNAME", "library.example.org\n");
    folder.write("public/en/job-descriptions/notes.txt", "mine\n");
    folder.remove("content/job-descriptions/writer/en.md");
    folder.remove("content/job-descriptions/writer/entry.toml");
    let said = folder.build();
    assert!(said.contains("3 removed"), "two pages and the feed, which has no entry left: {said}");
    assert!(!folder.path("public/en/job-descriptions/writer").exists(), "nor is the empty folder left");
    assert_eq!(folder.read("public/CNAME"), "library.example.org\n");
    assert_eq!(folder.read("public/en/job-descriptions/notes.txt"), "mine\n");
}

#[test]
fn a_file_that_was_there_before_the_first_build_is_kept() {
    let folder = Folder::new(&Site::new());
    folder.write("public/old/index.html", "old\n");
    folder.build();
    folder.build();
    assert_eq!(folder.read("public/old/index.html"), "old\n");
}

#[test]
fn a_site_with_mistakes_leaves_the_earlier_output_as_it_was() {
    let folder = Folder::new(&Site::new());
    folder.build();
    let before = folder.public();
    folder.write(ROLE, folder.read(ROLE).replace("## brief", "## breif"));
    let output = folder.rolebook(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&output.stderr).contains("nothing was written"));
    assert_eq!(folder.public(), before);
}

#[test]
fn a_template_that_fails_on_the_last_page_only_publishes_nothing() {
    let folder = Folder::new(&Site::new());
    folder.build();
    let before = folder.public();
    let failing = "{% if page.title == \"Writer\" %}{{ page.nothing }}{% endif %}<p>new</p>\n";
    folder.write("themes/atlas/templates/role.html", failing);
    let output = folder.rolebook(&["build"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.contains(" themes/atlas/templates/role.html:1:40"), "{said}");
    assert_eq!(folder.public(), before);
    assert_eq!(left_behind(&folder), Vec::<String>::new());
}

#[test]
fn nothing_is_left_of_the_staging_folder() {
    let folder = Folder::new(&Site::new());
    folder.build();
    assert_eq!(left_behind(&folder), Vec::<String>::new());
}

#[test]
fn a_record_that_was_tampered_with_removes_nothing_outside() {
    let folder = Folder::new(&Site::new());
    folder.build();
    folder.write("precious.txt", "mine\n");
    let outside = folder.path("precious.txt").display().to_string();
    let record = folder.read(".rolebook-build-public");
    folder.write(".rolebook-build-public", format!("{record}? ../precious.txt\n? {outside}\n? ../precious.txt\n"));
    folder.build();
    assert_eq!(folder.read("precious.txt"), "mine\n");
}

#[test]
fn a_page_can_take_the_place_of_a_folder_and_back() {
    let folder = Folder::new(&Site::new());
    folder.write("static/a/b.txt", "b\n");
    folder.build();
    folder.remove("static/a/b.txt");
    fs::remove_dir(folder.path("static/a")).unwrap();
    folder.write("static/a", "a\n");
    folder.build();
    assert_eq!(folder.read("public/a"), "a\n");
    folder.remove("static/a");
    folder.write("static/a/b.txt", "b\n");
    folder.build();
    assert_eq!(folder.read("public/a/b.txt"), "b\n");
}

#[test]
fn static_files_are_copied_as_they_are() {
    let folder = Folder::new(&Site::new());
    folder.write("static/files/form.bin", [0, 255, 10, 13]);
    folder.write("static/.DS_Store", "left behind by the system");
    folder.write("static/.well-known/security.txt", "Contact: mailto:security@example.org\n");
    folder.write(ROLE, folder.read(ROLE) + "- [The form](/files/form.bin)\n");
    folder.build();
    assert_eq!(fs::read(folder.path("public/files/form.bin")).unwrap(), [0, 255, 10, 13]);
    assert!(!folder.path("public/.DS_Store").exists());
    assert!(folder.path("public/.well-known/security.txt").exists());
    assert!(folder.read(PAGE).contains("<a href=\"/files/form.bin\">The form</a>"));
    let said = folder.build();
    assert!(said.contains("0 written"), "{said}");
}

#[test]
fn what_editors_leave_behind_is_no_part_of_the_site() {
    let folder = Folder::new(&Site::new());
    for path in
        ["content/job-descriptions/tester/.en.md.swp", "content/job-descriptions/tester/en.md~", "locales/.#x.ftl"]
    {
        folder.write(path, "{{{");
    }
    folder.build();
}

#[test]
fn the_output_can_be_anywhere() {
    let folder = Folder::new(&Site::new());
    let output = folder.rolebook(&["build", "--output", "deeper/still/site", "--quiet"]);
    assert!(output.status.success() && output.stdout.is_empty());
    assert!(folder.path("deeper/still/site/en/index.html").exists());
}

/// What a build has left in the root that is neither the site nor its output.
fn left_behind(folder: &Folder) -> Vec<String> {
    let known = ["content", "public", "rolebook.toml", "themes", ".rolebook-build-public"];
    let names = fs::read_dir(folder.root()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    names.filter(|name| !known.contains(&name.as_str())).collect()
}

/// Case O13: someone has removed a file of the output, and then its source.
#[test]
fn folders_are_removed_although_their_files_are_gone() {
    let folder = Folder::new(&Site::new());
    folder.write("static/a/b/c.txt", "c\n");
    folder.write("static/d/e.txt", "e\n");
    folder.build();
    fs::remove_dir_all(folder.path("public/a/b")).unwrap();
    folder.remove("public/d/e.txt");
    folder.remove("public/en/job-descriptions/writer/index.html");
    folder.write("public/d/mine.txt", "mine\n");
    for path in ["static/a/b/c.txt", "static/d/e.txt"] {
        folder.remove(path);
    }
    fs::remove_dir_all(folder.path("content/job-descriptions/writer")).unwrap();
    folder.build();
    assert!(!folder.path("public/a").exists());
    assert!(!folder.path("public/en/job-descriptions/writer").exists());
    assert_eq!(folder.read("public/d/mine.txt"), "mine\n", "a folder with something else in it stays");
}

/// Case O12: where no folder can be.
#[cfg(unix)]
#[test]
fn an_output_that_can_be_no_folder_is_refused() {
    let folder = Folder::new(&Site::new());
    std::os::unix::fs::symlink("nowhere", folder.path("link")).unwrap();
    folder.write("file", "mine\n");
    for (output, at, why) in [
        ("link", "link", "it is a link to something that is not there"),
        ("link/site", "link", "it is a link to something that is not there"),
        ("file", "file", "it is a file, and a site is a folder"),
    ] {
        let result = folder.rolebook(&["build", "--output", output]);
        let said = String::from_utf8(result.stderr).unwrap();
        assert_eq!(result.status.code(), Some(2), "{said}");
        assert!(
            said.starts_with("error: cannot publish to `") && said.contains(&format!("{at}`: {why}\n  = help: ")),
            "{said}"
        );
    }
    assert_eq!(folder.read("file"), "mine\n");
}
