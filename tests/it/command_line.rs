//! The program itself: `tests/cmd/*.md` are transcripts that double as documentation.

#[cfg(unix)]
use std::{os::unix::net::UnixListener, path::Path, process::Command};

use clap::{Command as ClapCommand, CommandFactory};
use rolebook::commands::Cli;
use serde_json::Value;

use crate::folder::Folder;
use crate::site::Site;

#[test]
fn transcripts() {
    trycmd::TestCases::new().case("tests/cmd/*.md");
}

/// The program and its commands, by the names of their manual pages.
fn commands() -> Vec<(String, ClapCommand)> {
    let mut all = vec![("rolebook".to_owned(), Cli::command())];
    let mut next = 0;
    while let Some((name, command)) = all.get(next) {
        let below = command.get_subcommands().map(|below| (format!("{name}-{}", below.get_name()), below.clone()));
        all.extend(below.collect::<Vec<_>>());
        next += 1;
    }
    all
}

/// The long options of a command.
fn options(command: &ClapCommand) -> impl Iterator<Item = &str> {
    command.get_arguments().filter_map(|argument| argument.get_long())
}

#[test]
fn completions_know_all_commands_and_options() {
    let folder = Folder::new(&Site::new().without_files());
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let output = folder.rolebook(&["completions", shell]);
        assert_eq!((output.status.code(), output.stderr), (Some(0), Vec::new()), "{shell}");
        let script = String::from_utf8(output.stdout).unwrap();
        let dashes = if shell == "fish" { "-l " } else { "--" };
        for (_, command) in commands() {
            let words = options(&command).map(|option| format!("{dashes}{option}"));
            for word in words.chain([command.get_name().to_owned()]) {
                assert!(script.contains(&word), "{shell} does not know {word}");
            }
        }
    }
    assert_eq!(folder.rolebook(&["completions", "cmd"]).status.code(), Some(2), "wrong usage");
}

#[test]
fn each_command_has_a_manual_page() {
    let folder = Folder::new(&Site::new().without_files());
    let first = String::from_utf8(folder.rolebook(&["man"]).stdout).unwrap();
    // Pages that are there are written again.
    folder.write("share/man1/rolebook.1", "old");
    let output = folder.rolebook(&["man", "share/man1"]);
    assert!(output.status.success(), "{output:?}");
    assert_eq!(folder.read("share/man1/rolebook.1"), first);
    let commands = commands();
    for (name, command) in &commands {
        let page = folder.read(&format!("share/man1/{name}.1"));
        for option in options(command) {
            assert!(page.contains(&format!("\\-\\-{}", option.replace('-', "\\-"))), "{name}: --{option} in {page}");
        }
        assert!(page.contains("\n.SH EXAMPLES\n  rolebook "), "{name} has an example: {page}");
        let above = name.rsplit_once('-').map(|(above, _)| folder.read(&format!("share/man1/{above}.1")));
        let reference = format!("{}(1)", name.replace('-', "\\-"));
        assert!(above.is_none_or(|above| above.contains(&reference)), "{reference}");
    }
    let said = format!("wrote {} pages to `share/man1`\n", commands.len());
    assert_eq!(String::from_utf8(output.stdout).unwrap(), said);
}

#[test]
fn codes_are_read_as_they_are_copied() {
    let folder = Folder::new(&Site::new().without_files());
    let explained = |code: &str| {
        let output = folder.rolebook(&["explain", code]);
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let page = explained("broken-link");
    assert!(page.0 == Some(0) && page.1.starts_with("broken-link\n\n"), "{page:?}");
    for code in
        ["broken_link", "Broken-Link", "[broken-link]", "error[broken-link]", "error[broken-link]: there is no entry"]
    {
        assert_eq!(explained(code), page, "{code}");
    }
    let unknown = explained("warning[brokn-link]");
    assert_eq!(unknown.0, Some(2));
    assert!(unknown.1.contains("there is no such code; did you mean `broken-link`?"), "{}", unknown.1);
    assert!(explained("E0425").1.contains("there is no such code; `rolebook explain` lists all"));
}

#[test]
fn a_page_is_bold_where_colors_are_shown() {
    let folder = Folder::new(&Site::new().without_files());
    let said = |variable: &str| {
        let mut command = folder.command(&["explain", "broken-link"]);
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").env(variable, "1");
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    assert!(said("CLICOLOR_FORCE").starts_with("\u{1b}[1mbroken-link\u{1b}[0m\n"));
    assert!(!said("NO_COLOR").contains('\u{1b}'));
}

#[test]
fn people_are_told_what_explains_the_first_mistake() {
    let said = |site: &Site, command: &str| {
        let output = Folder::new(site).rolebook(&command.split(' ').collect::<Vec<_>>());
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    let warned = Site::new().append(TEXT, "- <b>x</b>\n");
    let both = warned.clone().append(TEXT, "- [x](@nowhere)\n");
    let hinted = Site::new().replace("rolebook.toml", "code = \"de\"", "code = \"DE\"");
    for (site, code) in
        [(&warned, Some("raw-html")), (&both, Some("broken-link")), (&hinted, None), (&Site::new(), None)]
    {
        for command in ["check", "build"] {
            let said = said(site, command);
            let told: Vec<_> = said.lines().filter(|line| line.contains("rolebook explain")).collect();
            let expected = code.map(|code| format!("  rolebook explain {code}     what it means and how to fix it"));
            assert_eq!(told, expected.iter().collect::<Vec<_>>(), "{command}: {said}");
        }
    }
    for command in ["check -q", "build -q", "check --format json", "build --format json", "check --format github"] {
        assert!(!said(&both, command).contains("rolebook explain"), "{command}");
    }
}

#[test]
fn a_build_reports_to_programs() {
    let folder = Folder::new(&Site::new());
    let report = json(&folder.rolebook(&["build", "--format", "json"]).stdout);
    assert_eq!(report["diagnostics"], Value::Array(Vec::new()));
    let summary = &report["summary"];
    let files = folder.public().len();
    assert_eq!((&summary["pages"], &summary["written"]), (&13.into(), &files.into()));
    assert_eq!((&summary["unchanged"], &summary["removed"]), (&0.into(), &0.into()));
    for stage in ["load", "parse", "resolve", "plan", "check", "render", "write"] {
        assert!(summary["milliseconds"][stage].is_number(), "{stage}");
    }
}

#[test]
fn timings_name_templates_and_files() {
    let folder = Folder::new(&Site::new());
    let timings = |folder: &Folder| {
        let output = folder.rolebook(&["build", "--timings", "--format", "json"]);
        json(&output.stdout)["summary"]["timings"].clone()
    };
    let first = timings(&folder);
    let files = folder.public().into_iter();
    let (count, bytes) = files.fold((0, 0), |(count, bytes), (_, file)| (count + 1, bytes + file.len()));
    let sum =
        |key: &str| first["templates"].as_array().unwrap().iter().map(|of| of[key].as_u64().unwrap()).sum::<u64>();
    assert_eq!((sum("files"), sum("bytes")), (count, bytes as u64));
    assert_eq!(first["rendered_bytes"], bytes);
    assert_eq!(first["slowest"].as_array().unwrap().len(), 10);
    assert_eq!(first["peak_memory_bytes"].is_u64(), cfg!(target_os = "linux"));
    assert_eq!(timings(&folder)["rendered_bytes"], 0, "nothing is rendered again");
    folder.remove(".rolebook-build-public");
    let said = String::from_utf8(folder.rolebook(&["build", "--timings"]).stdout).unwrap();
    for words in ["  render   ", "  template  ", "  role  ", "  slowest files\n", " kB  en/", "  peak memory  "] {
        assert!(said.contains(words), "`{words}` in {said}");
    }
}

#[test]
fn a_check_reports_to_programs() {
    let site = Site::new().append("content/job-descriptions/tester/de.md", "- [x](@nowhere)\n");
    let output = Folder::new(&site).rolebook(&["check", "--format", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let report = json(&output.stdout);
    insta::assert_snapshot!(serde_json::to_string_pretty(&report).unwrap(), @r#"
    {
      "diagnostics": [
        {
          "code": "broken-link",
          "column": 7,
          "file": "content/job-descriptions/tester/de.md",
          "help": "add it to `rolebook.toml` as a table `[[collections]]`",
          "line": 18,
          "locale": null,
          "message": "there is no collection `nowhere`",
          "severity": "error"
        }
      ],
      "summary": {
        "errors": 1,
        "hints": 0,
        "warnings": 0
      }
    }
    "#);
}

#[test]
fn warnings_can_be_denied_or_allowed() {
    let site = Site::new().append("content/job-descriptions/tester/en.md", "- <b>x</b>\n");
    let folder = Folder::new(&site);
    let status = |arguments: &[&str]| folder.rolebook(arguments).status.code();
    assert_eq!(status(&["check"]), Some(0));
    assert_eq!(status(&["check", "--deny", "warnings"]), Some(1));
    assert_eq!(status(&["check", "--deny", "warnings", "--allow", "raw-html"]), Some(0));
    assert_eq!(status(&["check", "--allow", "raw-htlm"]), Some(2), "wrong usage");
    assert_eq!(status(&["build"]), Some(0), "warnings do not keep a site from being published");
}

#[test]
fn errors_cannot_be_allowed_away() {
    let site = Site::new().append("content/job-descriptions/tester/en.md", "- [x](@nowhere)\n");
    assert_eq!(Folder::new(&site).rolebook(&["check", "--allow", "broken-link"]).status.code(), Some(1));
}

#[test]
fn a_folder_that_is_no_site_is_a_failure_of_the_environment() {
    let folder = Folder::new(&Site::new().without_files());
    let output = folder.rolebook(&["build"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("error: cannot read `./rolebook.toml`: "), "{said}");
}

// T19
#[test]
fn folders_with_almost_the_right_names_are_pointed_out() {
    let folder = Folder::new(&Site::new());
    let rename = |from: &str, to: &str| std::fs::rename(folder.path(from), folder.path(to)).unwrap();
    let said = |command: &str| {
        let output = folder.rolebook(&[command]);
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    folder.write("locale/en/site.ftl", "site-name = Ours\n");
    folder.write("docs/x.md", "x");
    insta::assert_snapshot!(said("check").1, @"
    warning[unexpected-file]: nothing reads the folder `locale/`, and there is no `locales/`
     |
     = help: did you mean `locales`? Rename the folder

    1 warning
      rolebook explain unexpected-file     what it means and how to fix it
    ");
    for code in ["en", "de"] {
        folder.write(&format!("locales/{code}/site.ftl"), "site-name = Ours\n");
    }
    assert_eq!(said("check"), (Some(0), "no mistakes found\n".to_owned()), "the right one is there, too");
    for other in ["contents", "Content", "conent"] {
        rename("content", other);
        if folder.path("content").exists() {
            // The system does not tell capitals from other letters.
            rename(other, "content");
            continue;
        }
        let (status, said) = said("build");
        assert_eq!(status, Some(1));
        let message =
            format!("error[unexpected-file]: nothing reads the folder `{other}/`, and there is no `content/`\n");
        assert!(said.starts_with(&message), "{said}");
        assert!(said.contains("= help: did you mean `content`? Rename the folder\n"), "{said}");
        rename(other, "content");
    }
    rename("content", "container");
    assert!(!said("check").1.contains("container"));
}

// T19
#[test]
fn configurations_with_another_name_are_pointed_out() {
    let folder = Folder::new(&Site::new().without_files());
    for (name, help) in [
        ("rolebook.tml", "there is `rolebook.tml`: rename it to `rolebook.toml`"),
        ("Rolebook.TOML", "there is `Rolebook.TOML`: rename it to `rolebook.toml`"),
        ("rolebok.toml", "there is `rolebok.toml`: rename it to `rolebook.toml`"),
        ("rolebook.yaml", "there is `rolebook.yaml`; the configuration is written in TOML, in `rolebook.toml`"),
        ("config.toml", "run the program in the folder of a site, or name that folder with `--root`"),
    ] {
        folder.write(name, "");
        if folder.path("rolebook.toml").exists() {
            continue;
        }
        let output = folder.rolebook(&["check"]);
        assert_eq!(output.status.code(), Some(2));
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.ends_with(&format!("\n  = help: {help}\n")), "{said}");
        folder.remove(name);
    }
}

/// From the "Also" line: reading from a pipe would wait for ever.
#[cfg(unix)]
#[test]
fn what_is_no_file_is_refused() {
    let pipe = |path: &Path| assert!(Command::new("mkfifo").arg(path).status().unwrap().success());
    let socket = |path: &Path| drop(UnixListener::bind(path).unwrap());
    let makers: [&dyn Fn(&Path); 2] = [&pipe, &socket];
    for make in makers {
        let folder = Folder::new(&Site::new());
        folder.remove("rolebook.toml");
        make(&folder.path("rolebook.toml"));
        let output = folder.rolebook(&["check"]);
        let said = String::from_utf8(output.stderr).unwrap();
        let expected = "error: cannot read `./rolebook.toml`: it is a folder, a pipe, a socket or a device, not a file\n  \
                        = help: put a file in its place\n";
        assert_eq!((output.status.code(), said.as_str()), (Some(2), expected));
    }
    let sources = [TEXT, "content/job-descriptions/tester/entry.toml", "locales/en/site.ftl"];
    for (number, source) in sources.into_iter().chain(["themes/atlas/templates/home.html", "static/a.pdf"]).enumerate()
    {
        let folder = Folder::new(&Site::new().append(source, ""));
        folder.remove(source);
        makers[number % makers.len()](&folder.path(source));
        let output = folder.rolebook(&["check"]);
        let said = String::from_utf8(output.stdout).unwrap();
        let expected =
            format!("error[unexpected-file]: this is a pipe, a socket or a device, not a file\n --> {source}:1:1\n");
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(&expected), "{said}");
    }
}

const TEXT: &str = "content/job-descriptions/tester/en.md";

// C8
#[test]
fn color_is_for_terminals_and_who_asks_for_it() {
    let folder = Folder::new(&Site::new().append(TEXT, "- [x](@nowhere)\n"));
    let said = |command: &str, variables: &[(&str, &str)]| {
        let mut command = folder.command(&[command]);
        command.env_remove("NO_COLOR").env_remove("CLICOLOR_FORCE").envs(variables.iter().copied());
        let output = command.output().unwrap();
        (output.stdout.contains(&0x1b), output.stderr.contains(&0x1b))
    };
    for (variables, is_colored) in [
        (&[] as &[_], false),
        (&[("NO_COLOR", "1")], false),
        (&[("CLICOLOR_FORCE", "1")], true),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")], false),
        (&[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "")], true),
    ] {
        assert_eq!(said("check", variables), (is_colored, false), "{variables:?}");
        assert_eq!(said("build", variables), (false, is_colored), "{variables:?}");
    }
}

// C8
#[test]
fn a_closed_pipe_is_no_failure() {
    let sound = Folder::new(&Site::new().append(TEXT, "- <b>x</b>\n"));
    let broken = Folder::new(&Site::new().append(TEXT, "- [x](@nowhere)\n"));
    let empty = Folder::new(&Site::new().without_files());
    for (folder, command, status) in [
        (&sound, "related --explain", 0),
        (&sound, "related --suggest", 0),
        (&sound, "related --format json", 0),
        (&sound, "check", 0),
        (&sound, "check --format github", 0),
        (&sound, "status --locale de --verbose", 0),
        (&sound, "build --verbose", 0),
        (&sound, "build --format json", 0),
        (&sound, "licenses", 0),
        (&sound, "explain", 0),
        (&sound, "explain limit", 0),
        (&sound, "completions bash", 0),
        (&sound, "man", 0),
        (&sound, "--help", 0),
        // Nobody hears what is wrong, and it is wrong all the same.
        (&broken, "check", 1),
        (&broken, "build", 1),
        (&empty, "build", 2),
    ] {
        for is_error in [false, true] {
            let (reader, writer) = std::io::pipe().unwrap();
            drop(reader);
            let mut program = folder.command(&command.split(' ').collect::<Vec<_>>());
            if is_error {
                program.stderr(writer)
            } else {
                program.stdout(writer)
            };
            let output = program.output().unwrap();
            assert_eq!(output.status.code(), Some(status), "{command}");
            let errors = String::from_utf8(output.stderr).unwrap();
            assert!(!errors.contains("ipe"), "{command}: {errors}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_is_a_failure() {
    let folder = Folder::new(&Site::new());
    for command in ["related", "check", "licenses"] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = folder.command(&[command]).stdout(full).output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{command}");
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.starts_with("error: cannot write to `standard output`: "), "{said}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_was_done_counts_although_nobody_hears_of_it() {
    let folder = Folder::new(&Site::new());
    for (command, status) in [("build -v", 0), ("check -v", 0), ("check --root nowhere", 2)] {
        let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
        let output = folder.command(&command.split(' ').collect::<Vec<_>>()).stderr(full).output().unwrap();
        assert_eq!(output.status.code(), Some(status), "{command}");
    }
}

#[test]
fn a_password_in_an_address_is_neither_said_nor_published() {
    let folder = Folder::new(&Site::new());
    let output = folder.rolebook(&["build", "-v", "--base-url", "https://ada:secret@example.org/site/"]);
    assert!(output.status.success(), "{output:?}");
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(!said.contains("secret"));
    let published = folder.public();
    assert!(!published.values().any(|bytes| String::from_utf8_lossy(bytes).contains("secret")));
    assert!(folder.read("public/sitemap.xml").contains("https://example.org/site/"));
}

// C8
#[test]
fn quiet_is_quiet_everywhere() {
    let sound = Folder::new(&Site::new());
    let warned = Folder::new(&Site::new().append(TEXT, "- <b>x</b>\n"));
    let said = |folder: &Folder, command: &str| {
        let output = folder.rolebook(&command.split(' ').collect::<Vec<_>>());
        String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
    };
    for command in
        ["related", "related --explain", "related --suggest", "status", "status --locale de", "check", "build"]
    {
        assert_ne!(said(&sound, command), "", "{command}");
        assert_eq!(said(&sound, &format!("{command} -q")), "", "{command}");
        assert_ne!(said(&sound, &format!("{command} -q --format json")), "", "programs are told: {command}");
    }
    // People are told of the same mistake once.
    for (command, count) in
        [("check -q", 1), ("build -q", 1), ("check -q --format github", 2), ("build -q --format github", 2)]
    {
        assert_eq!(said(&warned, command).matches("raw-html").count(), count, "{command}");
    }
    assert!(said(&sound, "related -q nobody").contains("there is no entry `nobody`"));
    assert!(said(&Folder::new(&Site::new().without_files()), "related -q").starts_with("error: cannot read"));
}

#[test]
fn verbose_says_how_long_it_took_everywhere() {
    let folder = Folder::new(&Site::new());
    for command in ["related", "status", "check"] {
        let output = folder.rolebook(&[command, "--verbose"]);
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains("  parse  "), "{command}: {said}");
        assert_eq!(output.stdout, folder.rolebook(&[command]).stdout, "{command}");
    }
}

// C8, R: also
#[cfg(unix)]
#[test]
fn control_characters_of_files_do_not_reach_the_terminal() {
    const EVIL: &str = "\u{1b}[31m\u{1b}]0;x\u{7}\u{9b}1m\u{202e}\u{2066}\u{8}";
    let site = Site::new()
        .file(&format!("content/job-descriptions/tester/{EVIL}.txt"), "")
        .file(&format!("locales/de/{EVIL}\n::error::forged.ftl"), format!("hello = x\n    {EVIL} {{ $who }}\n"))
        .replace(TEXT, "title = \"Tester\"", r#"title = "\u001B[2J\u202E" # "#)
        .append(TEXT, &format!("- [x](@{EVIL}) <b>{EVIL}</b>\n"))
        .append("content/job-descriptions/tester/entry.toml", &format!("\"{}\" = 1\n", r"\u001B[31mkey\u202E"));
    let folder = Folder::new(&site);
    let root = format!("no {EVIL}");
    for command in [
        &["check"] as &[&str],
        &["check", "--format", "github"],
        &["check", "--format", "json"],
        &["build"],
        &["build", "--root", &root],
        &["related", EVIL],
        &["related", "--suggest"],
        &["related", "--explain"],
        &["status"],
        &["status", "--locale", "de"],
    ] {
        let output = folder.command(command).env_remove("NO_COLOR").env("CLICOLOR_FORCE", "1").output().unwrap();
        let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
        // The program's own are colors, as SGR sequences.
        for sequence in said.split('\u{1b}').skip(1) {
            let end = sequence.find(|c: char| !c.is_ascii_digit() && !"[;".contains(c));
            assert_eq!(&sequence[end.unwrap()..=end.unwrap()], "m", "{command:?}: {said:?}");
        }
        assert!(!said.contains("\u{1b}[2J") && !said.contains("\u{1b}[31m\u{1b}"), "{command:?}: {said:?}");
        for c in ['\u{7}', '\u{8}', '\u{9b}', '\u{202e}', '\u{2066}'] {
            assert!(!said.contains(c), "{command:?}: {c:?} in {said:?}");
        }
        assert!(!said.lines().any(|line| line.starts_with("::error::forged")), "{command:?}: {said}");
    }
}

// R: also
#[test]
fn annotations_name_files_from_the_repository() {
    let folder = Folder::new(&Site::new().without_files());
    for (path, bytes) in Site::new().append(TEXT, "- [x](@nowhere)\n").files() {
        folder.write(&format!("repository/sites/jobs/{path}"), bytes);
    }
    folder.write("elsewhere/x", "");
    let site = folder.path("repository/sites/jobs").to_str().unwrap().to_owned();
    let file = |from: &str, root: &str, workspace: Option<&str>| {
        let mut command = folder.command(&["check", "--format", "github", "--root", root]);
        command.current_dir(folder.path(from)).env_remove("GITHUB_WORKSPACE");
        command.envs(workspace.map(|workspace| ("GITHUB_WORKSPACE", folder.path(workspace))));
        let said = String::from_utf8(command.output().unwrap().stdout).unwrap();
        let file = said.split("file=").nth(1).unwrap_or_else(|| panic!("{said}")).split(',').next().unwrap().to_owned();
        file.strip_suffix(TEXT).unwrap_or_else(|| panic!("{file}")).to_owned()
    };
    for root in ["repository/sites/jobs", "./repository/sites/jobs/", "repository/../repository/sites/jobs/.", &site] {
        assert_eq!(file("", root, None), "repository/sites/jobs/", "from the working directory: {root}");
        assert_eq!(file("", root, Some("repository")), "sites/jobs/", "from the workspace: {root}");
    }
    let real = folder.path("repository/sites/jobs/").canonicalize().unwrap();
    assert_eq!(file("elsewhere", &site, None), format!("{}/", real.display()));
    folder.write("repository/.git", "gitdir: /x\n"); // as in a work tree
    for (from, root) in [("", "repository/sites/jobs"), ("repository", "sites/jobs"), ("repository/sites/jobs", ".")] {
        assert_eq!(file(from, root, Some("elsewhere")), "sites/jobs/", "{from} {root}");
    }
    for root in ["../jobs", "..//jobs/", &site] {
        assert_eq!(file("repository/sites/jobs", root, None), "sites/jobs/", "{root}");
    }
    assert_eq!(file("elsewhere", "../repository/sites/jobs", None), "sites/jobs/");
    std::fs::rename(folder.path("repository/.git"), folder.path("repository/sites/jobs/.git")).unwrap();
    assert_eq!(file("", &site, None), "", "the site is the repository");
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(bytes)))
}
