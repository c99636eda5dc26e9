//! The program itself: `tests/cmd/*.md` are transcripts that double as documentation.

use serde_json::Value;

use crate::folder::Folder;
use crate::site::Site;

#[test]
fn transcripts() {
    trycmd::TestCases::new().case("tests/cmd/*.md");
}

#[test]
fn a_build_reports_to_programs() {
    let folder = Folder::new(&Site::new());
    let report = json(&folder.rolebook(&["build", "--format", "json"]).stdout);
    assert_eq!(report["diagnostics"], Value::Array(Vec::new()));
    let summary = &report["summary"];
    let files = folder.public().len() - 1; // but the manifest
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
    let files = folder.public().into_iter().filter(|(path, _)| !path.ends_with(".rolebook-manifest"));
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

#[test]
fn colour_is_for_terminals() {
    let site = Site::new().append("content/job-descriptions/tester/en.md", "- [x](@nowhere)\n");
    let output = Folder::new(&site).rolebook(&["check"]);
    assert!(!output.stdout.contains(&0x1b));
}

fn json(bytes: &[u8]) -> Value {
    serde_json::from_slice(bytes).unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(bytes)))
}
