//! What lies outside of the site stays there: links, secrets, addresses.

use insta::assert_snapshot;

use crate::folder::Folder;
use crate::site::Site;

/// What a command says of a site, with its status.
fn said(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String) {
    let output = folder.rolebook(arguments);
    (output.status.code(), String::from_utf8(output.stderr).unwrap() + &String::from_utf8(output.stdout).unwrap())
}

#[cfg(unix)]
mod links {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    /// A site with a link, and a file beside the site.
    fn with_link(link: &str, target: &str) -> Folder {
        let folder = Folder::new(&Site::new());
        for path in [".env", "private/key.txt", "static/in/a.txt", "static/.hidden/b.txt"] {
            folder.write(path, "secret words\n");
        }
        let link = folder.path(link);
        let _ = fs::remove_file(&link);
        fs::create_dir_all(link.parent().unwrap()).unwrap();
        symlink(target, link).unwrap();
        folder
    }

    #[test]
    fn links_that_lead_out_are_errors() {
        // R2
        for (link, target) in [
            ("static/env.txt", "/proc/self/environ"),
            ("static/passwd", "/etc/passwd"),
            ("static/env.txt", "../.env"),
            ("static/key.txt", "../private/key.txt"),
            ("static/hidden.txt", ".hidden/b.txt"),
            ("static/private", "../private"),
            ("static/root", ".."),
            ("static/en.md", "../content/job-descriptions/tester/en.md"),
            ("static/deep/er/link", "../../../private"),
            ("content/job-descriptions/tester/de.md", "/etc/hostname"),
            ("content/job-descriptions/pilot", "../../private"),
            ("locales/en/x.ftl", "../../private/key.txt"),
            ("themes/atlas/templates/role.html", "/etc/hostname"),
            ("themes/own", "/etc"),
        ] {
            let folder = with_link(link, target);
            for command in ["check", "build"] {
                let (status, said) = said(&folder, &[command]);
                assert_eq!(status, Some(1), "{link} {command}: {said}");
                assert!(
                    said.contains("error[outside-site]") && said.contains(&format!(" --> {link}:1:1")),
                    "{link}: {said}"
                );
                assert!(!said.contains("secret words"), "{said}");
            }
            assert!(!folder.path("public").exists());
        }
    }

    #[test]
    fn links_within_a_folder_are_followed() {
        // R2
        for (link, target, published) in [
            ("static/out.txt", "in/a.txt", "out.txt"),
            ("static/other", "in", "other/a.txt"),
            ("static/in/deep", ".", "in/a.txt"),
        ] {
            let folder = with_link(link, target);
            fs::remove_dir_all(folder.path("static/.hidden")).unwrap();
            let (status, said) = said(&folder, &["build"]);
            if target == "." {
                assert!(said.contains("leads round in a circle"), "{said}");
                continue;
            }
            assert_eq!(status, Some(0), "{link}: {said}");
            assert_eq!(folder.read(&format!("public/{published}")), "secret words\n");
        }
    }

    #[test]
    fn links_among_folders_are_followed_so_often_and_no_more() {
        // Each folder leads to the next by two names: the last has as many paths as two to the power of all.
        let folder = Folder::new(&Site::new());
        for number in 0..24 {
            folder.write(&format!("static/{number}/x.txt"), "x\n");
            for name in ["a", "b"] {
                symlink(format!("../{}", number + 1), folder.path(&format!("static/{number}/{name}"))).unwrap();
            }
        }
        folder.write("static/24/x.txt", "x\n");
        let (status, said) = said(&folder, &["check"]);
        assert_eq!(status, Some(1));
        assert!(said.contains("error[limit]: links lead into this folder more than 1,000 times"), "{said}");
    }

    #[test]
    fn the_command_line_may_allow_more() {
        // R2
        let folder = with_link("static/files", "../private");
        let shared = tempfile::tempdir().unwrap();
        fs::write(shared.path().join("b.txt"), "shared\n").unwrap();
        fs::write(shared.path().join(".env"), "secret\n").unwrap();
        symlink(shared.path(), folder.path("static/shared")).unwrap();
        let shared_path = shared.path().to_str().unwrap();
        let (status, told) = said(&folder, &["build", "--allow-links-to", "private"]);
        assert!(status == Some(1) && told.contains("static/shared:1:1") && !told.contains("static/files"), "{told}");
        let arguments = ["build", "--allow-links-to", "private", "--allow-links-to", shared_path];
        let (status, told) = said(&folder, &arguments);
        assert_eq!(status, Some(0), "{told}");
        assert_eq!(folder.read("public/shared/b.txt"), "shared\n");
        symlink(shared.path().join(".env"), folder.path("static/env.txt")).unwrap();
        assert_eq!(said(&folder, &arguments).0, Some(1), "what is hidden stays so");
        assert_eq!(said(&folder, &["build", "--allow-links-to", "nowhere"]).0, Some(2));
    }

    #[test]
    fn the_configuration_is_of_the_site() {
        // R2
        let folder = Folder::new(&Site::new());
        let text = folder.read("rolebook.toml");
        folder.write("private/rolebook.toml", &text);
        folder.write("rolebook.prod.toml", &text);
        let link = |target: &str| {
            fs::remove_file(folder.path("rolebook.toml")).unwrap();
            symlink(target, folder.path("rolebook.toml")).unwrap();
        };
        for target in ["private/rolebook.toml", "/etc/hostname"] {
            link(target);
            let (status, said) = said(&folder, &["check"]);
            assert!(status == Some(2) && said.contains("it is a link that leads out of the site"), "{said}");
        }
        link("rolebook.prod.toml");
        assert_eq!(said(&folder, &["check"]).0, Some(0));
    }
}

#[test]
fn secrets_in_static_are_reported() {
    // R2
    let site =
        Site::new().static_file("keys/server.pem").static_file(".env").static_file("id_rsa").static_file("id.png");
    assert_snapshot!(site.diagnostics(), @"
    warning[secret-file]: this looks like a secret, and everybody will see it
     --> static/.env:1:1
      |
    1 |
      | ^
      |
      = help: move it out of `static/`; if it was ever published, replace what it unlocks

    warning[secret-file]: this looks like a secret, and everybody will see it
     --> static/id_rsa:1:1
      |
    1 |
      | ^
      |
      = help: move it out of `static/`; if it was ever published, replace what it unlocks

    warning[secret-file]: this looks like a secret, and everybody will see it
     --> static/keys/server.pem:1:1
      |
    1 |
      | ^
      |
      = help: move it out of `static/`; if it was ever published, replace what it unlocks
    ");
}

#[test]
fn addresses_of_sites_have_no_empty_names() {
    // R5
    for written in ["https://example.org//", "https://example.org/", "https://example.org", "https://example.org///"] {
        let site = Site::new().replace("rolebook.toml", "https://example.org/", written);
        let page = site.page("en/index.html");
        assert!(!page.contains("href=\"//") && page.contains("href=\"/en/job-descriptions/\""), "{written}");
    }
    for written in ["https://example.org//a//b", "https://example.org/a/b//"] {
        let site = Site::new().replace("rolebook.toml", "https://example.org/", written);
        assert!(site.page("en/index.html").contains("href=\"/a/b/en/job-descriptions/\""), "{written}");
    }
}

/// What hosts read as patterns, in the address of a site.
#[test]
fn addresses_of_sites_have_no_signs_of_patterns() {
    let site = Site::new().replace("rolebook.toml", "https://example.org/", "https://example.org/*/:a/");
    assert!(site.page("_headers").lines().all(|line| !line.starts_with("/*/")));
    assert!(site.page("en/index.html").contains("href=\"/%2A/%3Aa/en/job-descriptions/\""));
}

/// A pull request may bring a folder that is the site and at the same time a bare repository, whose configuration names programs.
#[test]
#[cfg(unix)]
fn a_repository_that_lies_in_the_site_runs_nothing() {
    use std::os::unix::fs::PermissionsExt;
    use std::process::Command;

    if Command::new("git").arg("--version").output().is_err() {
        eprintln!("skipped: Git is not installed, and this test is about repositories");
        return;
    }
    let de = "content/job-descriptions/tester/de.md";
    let stale = Site::new().replace(de, "+++\n", "+++\nsource = \"0123456789ab\"\n");
    let folder = Folder::new(&stale);
    let git = |arguments: &[&str]| {
        let identity = ["-c", "user.name=t", "-c", "user.email=t@example.org"];
        let done = Command::new("git").args(identity).args(arguments).current_dir(folder.root()).output().unwrap();
        assert!(done.status.success(), "git {arguments:?}: {}", String::from_utf8_lossy(&done.stderr));
    };
    git(&["init", "--quiet"]);
    git(&["add", "--all"]);
    git(&["commit", "--quiet", "--message", "start"]);
    for part in ["HEAD", "objects", "refs"] {
        std::fs::rename(folder.path(&format!(".git/{part}")), folder.path(part)).unwrap();
    }
    std::fs::remove_dir_all(folder.path(".git")).unwrap();
    let script = folder.path("evil.sh");
    folder.write("evil.sh", "#!/bin/sh\necho >\"$(dirname \"$0\")/ran\"\n");
    std::fs::set_permissions(&script, PermissionsExt::from_mode(0o755)).unwrap();
    let settings = format!(
        "[core]\nrepositoryformatversion = 0\nbare = true\nfsmonitor = {0}\n[log]\nshowSignature = true\n[gpg]\nprogram = {0}\n\
         [diff]\nexternal = {0}\n[alias]\nrev-list = !{0}\nlog = !{0}\n",
        script.display()
    );
    folder.write("config", &settings);
    let (status, said) = said(&folder, &["check"]);
    assert!(status == Some(0) && said.contains("warning[stale-translation]"), "{said}");
    assert!(said.contains("older") && !said.contains("[-"), "the history of such a repository is not read: {said}");
    assert!(!folder.path("ran").exists(), "a program of the site has run");
}

/// A key with a line end in it could begin a line of its own in the log of a build, which its host may obey.
#[test]
fn no_name_begins_a_line() {
    let keys = "\"x\\n::error file=a::pwned\" = 1\ncategory = \"it\"\n";
    let shown = Site::new().file("content/job-descriptions/tester/entry.toml", keys).diagnostics();
    assert!(shown.contains("the key `x␊::error file=a::pwned` is not known here"), "{shown}");
}
