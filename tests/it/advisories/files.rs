//! Files of the machine that builds a stranger's site: read, written, or run.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use crate::folder::{Folder, tree};
use crate::site::Site;

const TEXT: &str = "content/job-descriptions/tester/en.md";
/// Where the site lies in its folder, so that there is room beside it.
const SITE: &str = "a/b/site";
const SECRET: &str = "a stranger must not read this";

/// A site two folders down, with a secret beside it.
fn beside_a_secret(site: &Site) -> Folder {
    let folder = Folder::new(&Site::new().without_files());
    for (path, bytes) in site.files() {
        folder.write(&format!("{SITE}/{path}"), bytes);
    }
    for path in ["secret.txt", "a/secret.ftl", "a/b/secret.html", "a/b/site-secret/en.md", "a/b/site/.env"] {
        folder.write(path, SECRET);
    }
    folder
}

/// Runs a command on the site. Gives its status and what it said.
fn run(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String) {
    let output = folder.rolebook(&[arguments, &["--root", SITE]].concat());
    (output.status.code(), String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned())
}

/// All files but those of the output and its record. Links are not followed.
fn untouched(folder: &Folder) -> BTreeMap<PathBuf, Vec<u8>> {
    let site = folder.path(SITE);
    let is_made = |path: &Path| {
        let below = path.strip_prefix(&site).ok().and_then(|path| path.iter().next());
        below.is_some_and(|name| name == "public" || name.to_string_lossy().starts_with(".rolebook-build"))
    };
    let entries = WalkDir::new(folder.root()).into_iter().map(Result::unwrap);
    let files = entries.filter(|entry| entry.file_type().is_file() && !is_made(entry.path()));
    files.map(|entry| (entry.path().to_owned(), fs::read(entry.path()).unwrap())).collect()
}

/// Builds and checks: the secret is neither published nor said, and nothing changes outside of the output.
#[track_caller]
fn keeps_to_the_site(folder: &Folder, what: &str) -> Option<i32> {
    let before = untouched(folder);
    let status = ["check", "build"].map(|command| {
        let (status, said) = run(folder, &[command]);
        assert!(!said.contains(SECRET), "{what}: {command} says {said}");
        assert!(status.is_some_and(|status| status < 3), "{what}: {command}: {status:?} {said}");
        status
    });
    assert!(before == untouched(folder), "{what}: files outside of the output have changed");
    let public = folder.path(SITE).join("public");
    let published = if public.exists() { tree(&public) } else { BTreeMap::new() };
    let leaks = |bytes: &[u8]| memchr::memmem::find(bytes, SECRET.as_bytes()).is_some() || bytes.starts_with(b"root:");
    assert!(published.values().all(|bytes| !leaks(bytes)), "{what}: the secret is published");
    status[1]
}

/// CVE-2018-17567, Jekyll: the configuration could name a link to any file, which was then published. Here a theme, a picture or
/// an address in the configuration would lead out of the site.
#[test]
fn files_named_by_the_configuration_were_published() {
    for written in [
        "theme = \"../../secret\"",
        "theme = \"../../../etc\"",
        "theme = \"/etc\"",
        "theme = \"../../site-secret\"",
        "theme = \"..\"",
        "[theme]\nlogo = \"/../../secret.html\"",
        "[theme]\nlogo = \"/..%2f..%2fsecret.html\"",
        "[theme]\nlogo = \"/../.env\"",
        "[theme]\nname = \"atlas/../../..\"",
    ] {
        let mut site = Site::new();
        site = if written.starts_with('[') {
            site.append("rolebook.toml", &format!("\n{written}\n"))
        } else {
            site.replace("rolebook.toml", "default_locale", &format!("{written}\ndefault_locale"))
        };
        assert_ne!(keeps_to_the_site(&beside_a_secret(&site), written), Some(0), "{written}");
    }
}

/// jekyll/jekyll#1944: addresses were cleaned before they were decoded, so that an encoded `..` led out of the output. Here a
/// slug, a title or a message would write a file elsewhere.
#[test]
fn addresses_led_out_once_they_were_decoded() {
    for slug in [
        "../../../x",
        "..%2f..%2fx",
        "%2e%2e/%2e%2e/x",
        "%252e%252e%252fx",
        "..\\\\..\\\\x",
        "/tmp/x",
        "..",
        ".",
        "x/../../../y",
        "\u{2025}/x",
        "\u{ff0e}\u{ff0e}\u{ff0f}x",
        "x\\u0000/../../y",
        "C:\\\\x",
        "..\\u2044x",
    ] {
        let as_slug = Site::new().replace(TEXT, "summary", &format!("slug = \"{slug}\"\nsummary"));
        assert_ne!(keeps_to_the_site(&beside_a_secret(&as_slug), slug), Some(0), "{slug}");
        let as_title = Site::new().replace(TEXT, "\"Tester\"", &format!("\"{slug} x\""));
        keeps_to_the_site(&beside_a_secret(&as_title), slug);
        let message = slug.replace("\\\\", "\\").replace("\\u0000", "\u{1}").replace("\\u2044", "\u{2044}");
        let in_message = format!("search-title = S\n    .slug = {message}\n");
        let in_message = Site::new().file("locales/en/site.ftl", in_message);
        keeps_to_the_site(&beside_a_secret(&in_message), slug);
    }
}

/// CVE-2023-39584, Hexo: a tag in a text put any file of the machine into the page. Here what looks like one in a text, a title or
/// a message is text, and a template that asks for a file of the machine, for its environment or for another site is a mistake.
#[test]
fn texts_and_templates_read_files_of_the_machine() {
    let tags = [
        "{% include \"../../../secret.txt\" %}",
        "{% include \"/etc/passwd\" %}",
        "{{ get_env(name=\"PATH\") }}",
        "{{ load_data(path=\"../secret.html\") }}",
        "{{ get_file(path=\"../secret.html\") }}",
        "{% import \"../../secret.html\" as x %}",
        "{% extends \"../../secret.html\" %}",
        "{{ read_file(path=\"/etc/passwd\") }}",
        "{{ url(path=\"http://127.0.0.1/\") }}",
        "{{ now() }}",
    ];
    for tag in tags {
        let quoted = tag.replace('"', "\\\"");
        let in_text = Site::new()
            .replace(TEXT, "We test at {company}.", tag)
            .replace(TEXT, "\"Tester\"", &format!("\"{quoted}\"\nslug = \"tester\""))
            .replace(TEXT, "\"Finds faults.\"", &format!("\"{quoted}\""));
        assert_eq!(keeps_to_the_site(&beside_a_secret(&in_text), tag), Some(0), "{tag}");
        let in_template = Site::new().file("themes/atlas/templates/partials/footer.html", tag);
        assert_ne!(keeps_to_the_site(&beside_a_secret(&in_template), tag), Some(0), "{tag}");
    }
}

#[cfg(unix)]
mod links {
    use std::os::unix::fs::symlink;

    use super::*;

    /// GHSA-fw87-fv5r-9fpw and GHSA-c3wq-j5vh-68rc, Hugo: a link in the folder of a theme was followed when a template asked for
    /// it by name. Here a template, a part of one, a message, a font or a picture of a theme would be a file of the machine.
    #[test]
    fn links_in_themes_were_followed() {
        for (link, target) in [
            ("themes/atlas/templates/partials/footer.html", "../../../../../secret.html"),
            ("themes/atlas/templates/role.html", "/etc/passwd"),
            ("themes/atlas/locales/en/x.ftl", "../../../../../../secret.ftl"),
            ("themes/atlas/static/x.txt", "../../../../../../secret.txt"),
            ("themes/atlas/static/folder", "../../../../site-secret"),
            ("themes/atlas/theme.toml", "../../.env"),
            ("themes/atlas/fonts/x.ttf", "/etc/passwd"),
            ("themes/atlas", "../../site-secret"),
            ("themes/atlas/templates", "/etc"),
        ] {
            let folder = beside_a_secret(&Site::new());
            let place = folder.path(SITE).join(link);
            fs::create_dir_all(place.parent().unwrap()).unwrap();
            symlink(target, &place).unwrap();
            assert_eq!(keeps_to_the_site(&folder, link), Some(1), "{link}");
        }
    }
}

#[cfg(unix)]
mod git {
    use std::os::unix::fs::PermissionsExt;
    use std::process::{Command, Stdio};

    use super::*;

    fn git(folder: &Path, arguments: &[&str]) -> String {
        let mut git = Command::new("git");
        git.current_dir(folder).args(["-c", "user.name=t", "-c", "user.email=t@example.org"]).args(arguments);
        let output = git.stderr(Stdio::null()).output().unwrap();
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    }

    /// A site with a stale translation and its history, whose latest commit bears a signature, in the folder `site`.
    fn site_with_history() -> Folder {
        let folder = Folder::new(&Site::new().without_files());
        let site = Site::new().replace(
            "content/job-descriptions/tester/de.md",
            "slug = \"tester\"",
            "slug = \"tester\"\nsource = \"000000000000\"",
        );
        for (path, bytes) in site.files() {
            folder.write(&format!("site/{path}"), bytes);
        }
        let root = folder.path("site");
        git(&root, &["init", "--quiet"]);
        git(&root, &["add", "--all"]);
        git(&root, &["commit", "--quiet", "--message", "start"]);
        let commit = git(&root, &["cat-file", "commit", "HEAD"]);
        let signature = "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n";
        folder.write("commit", commit.replacen("\n\n", &format!("\n{signature}"), 1) + "\n");
        let signed = git(&root, &["hash-object", "-t", "commit", "-w", "../commit"]);
        git(&root, &["update-ref", "HEAD", &signed]);
        folder
    }

    /// CVE-2020-26284 and CVE-2026-44301, Hugo: the programs that it calls were looked for in the site, or could do what the site
    /// told them. Here Git, which is asked for earlier states of a text, would run a program that a stranger's folder names: in
    /// the settings of its `.git`, or in those of a repository that the files of a pull request make up.
    #[test]
    fn programs_did_what_the_site_told_them() {
        if Command::new("git").arg("--version").output().is_err() {
            eprintln!("skipped: Git is not installed");
            return;
        }
        for is_bare in [false, true] {
            for settings in ["[log]\nshowSignature = true\n[gpg]\nprogram = ", "[core]\nfsmonitor = ", "fetch"] {
                let folder = site_with_history();
                let root = folder.path("site");
                let (program, ran) = (folder.path("program"), folder.path("ran"));
                folder.write("program", format!("#!/bin/sh\necho >>'{}'\nexit 1\n", ran.display()));
                fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
                let program = program.display();
                let config = match settings {
                    "fetch" => {
                        // Git fetches what is missing with a program of its settings.
                        let blob = git(&root, &["rev-parse", &format!("HEAD:{TEXT}")]);
                        fs::remove_file(root.join(format!(".git/objects/{}/{}", &blob[..2], &blob[2..]))).unwrap();
                        format!(
                            "[core]\nrepositoryformatversion = 1\n[extensions]\npartialClone = o\n[remote \"o\"]\nurl = {}\n\
                             promisor = true\nuploadpack = {program}\n[protocol \"file\"]\nallow = always\n",
                            root.display()
                        )
                    }
                    _ => format!("{settings}{program}\n"),
                };
                fs::write(root.join(".git/config"), format!("{config}[core]\nbare = {is_bare}\n")).unwrap();
                if is_bare {
                    for name in ["HEAD", "config", "objects", "refs"] {
                        fs::rename(root.join(".git").join(name), root.join(name)).unwrap();
                    }
                    fs::remove_dir_all(root.join(".git")).unwrap();
                }
                let asked = if settings == "fetch" { vec!["cat-file", "-p"] } else { vec!["log", "-1", "--"] };
                let path = if settings == "fetch" { format!("HEAD:{TEXT}") } else { TEXT.to_owned() };
                git(&root, &[asked.as_slice(), &[path.as_str()]].concat());
                let is_armed = fs::remove_file(&ran).is_ok();
                assert!(
                    is_armed || settings.contains("fsmonitor"),
                    "the trap `{settings}` works, in {}",
                    root.display()
                );
                for arguments in [["check"].as_slice(), &["status", "--locale", "de"], &["build"]] {
                    let output = folder.rolebook(&[arguments, &["--root", "site"]].concat());
                    assert!(output.status.code().is_some_and(|code| code < 2), "{arguments:?} {output:?}");
                    assert!(!ran.exists(), "{arguments:?} runs what `{settings}` names; bare: {is_bare}");
                }
            }
        }
    }
}
