//! Everything that compare-locales finds in a corpus of planted faults, `check` finds, at the same place.

use std::path::Path;

use rolebook::diagnostic::{Code, Diagnostic};
use rolebook::load::Root;
use rolebook::pipeline::{Timings, compile, load};
use rolebook::resolve::Options;
use serde::Deserialize;

/// What compare-locales says; `tests/corpus/README.md` tells how it was recorded.
#[derive(Debug, Deserialize)]
struct Finding {
    locale: String,
    file: String,
    line: usize,
    severity: String,
    id: String,
    text: String,
}

/// A fault that was planted.
#[derive(Debug, Deserialize)]
struct Planted {
    file: String,
    line: usize,
    kind: String,
    id: String,
}

/// Kinds of planted faults that are matters of taste, or no faults at all, and that `check` lets pass.
const LET_PASS: [&str; 9] = [
    "missing-function",
    "missing-option",
    "missing-variant",
    "rightly-unchanged",
    "style-not-checked",
    "surplus-variant",
    "term-argument-missing",
    "unknown-term-variant",
    "obsolete-file",
];

fn corpus() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus")
}

fn recorded<T: for<'de> Deserialize<'de>>(file: &str) -> Vec<T> {
    serde_json::from_slice(&std::fs::read(corpus().join(file)).unwrap()).unwrap()
}

fn found() -> Vec<Diagnostic> {
    let mut timings = Timings::default();
    let sources = load(&Root::new(corpus().join("messages")), &mut timings).unwrap();
    compile(&sources, &Options::default(), &mut timings).diagnostics
}

/// The code under which we report what compare-locales says.
fn code(finding: &Finding) -> Code {
    let text = finding.text.as_str();
    match finding.severity.as_str() {
        "missing" if finding.id.contains('.') => Code::MissingAttribute,
        "missing" | "missing-file" => Code::MissingMessage,
        "obsolete" | "obsolete-file" => Code::UnusedMessage,
        "junk" => Code::Syntax,
        "unchanged" => Code::SameAsOriginal,
        _ if text.starts_with("Missing value") => Code::MissingMessage,
        _ if text.starts_with("Missing attribute") => Code::MissingAttribute,
        _ if text.starts_with("Obsolete value") || text.starts_with("Obsolete attribute") => Code::UnusedMessage,
        _ if text.contains("is duplicated") && text.starts_with("Attribute") => Code::DuplicateMessage,
        _ if text.contains("is duplicated") => Code::DuplicateVariant,
        _ if text.contains("occurs") => Code::DuplicateMessage,
        _ if text.starts_with("Plural categories") => Code::PluralCategory,
        _ if text.contains(" reference: ") => Code::DifferentReference,
        _ if text.starts_with('\u{fffd}') => Code::InvalidEncoding,
        _ if text.starts_with("Parser error") => Code::Syntax,
        _ => Code::DifferentStyle,
    }
}

/// The lines in which we may report it. compare-locales gives the beginning of a message or of junk for what stands further
/// down in it, gives the first of two duplicates as well, and leaves a file that is not there, or a message defined in
/// several places, without a place.
fn lines(finding: &Finding) -> std::ops::RangeInclusive<usize> {
    let line = finding.line;
    let last_of_junk = || {
        let (_, end) = finding.text.rsplit_once("to line ")?;
        end.split(' ').next()?.parse().ok()
    };
    match (finding.severity.as_str(), code(finding)) {
        ("missing-file" | "obsolete-file", _) => 1..=usize::MAX,
        (_, Code::Syntax) => line..=last_of_junk().map_or(line, |last: usize| last + 1),
        (_, Code::DifferentStyle | Code::DifferentReference | Code::DuplicateVariant) => line..=line + 5,
        (_, Code::DuplicateMessage) => line.saturating_sub(3)..=line + 5,
        _ => line..=line,
    }
}

/// Whether we report something else that says the same: a message that cannot be read is a syntax error for us and missing
/// for compare-locales, one that stands in two files is a duplicate and not obsolete, and the reference of an attribute that
/// is not there is not missed a second time.
fn is_implied(finding: &Finding, ours: &[Diagnostic]) -> bool {
    let reports = |code: Code, file: &str| {
        ours.iter().any(|diagnostic| {
            let place = diagnostic.place.as_ref();
            diagnostic.code == code && place.is_some_and(|place| place.file.as_str() == file)
        })
    };
    match (finding.severity.as_str(), code(finding)) {
        ("missing", _) => reports(Code::Syntax, &finding.file.replace("/en/", &format!("/{}/", finding.locale))),
        ("obsolete", _) => reports(Code::DuplicateMessage, &finding.file),
        (_, Code::DifferentReference) => reports(Code::MissingAttribute, &finding.file),
        _ => false,
    }
}

#[test]
fn all_that_compare_locales_finds_is_found() {
    let ours = found();
    let theirs: Vec<Finding> = recorded("compare-locales.json");
    assert!(theirs.len() > 190, "the corpus is there");
    let missed: Vec<_> = theirs
        .iter()
        .filter(|finding| finding.id != "list-separator" || finding.severity != "unchanged")
        .filter(|finding| {
            let (code, lines) = (code(finding), lines(finding));
            !ours.iter().any(|diagnostic| {
                let place = diagnostic.place.as_ref();
                diagnostic.code == code
                    && place.is_some_and(|place| place.file.as_str() == finding.file && lines.contains(&place.line))
            })
        })
        .filter(|finding| !is_implied(finding, &ours))
        .collect();
    assert!(missed.is_empty(), "{} of {} missed: {missed:#?}", missed.len(), theirs.len());
}

#[test]
fn planted_faults_beyond_are_found_too() {
    let ours = found();
    let planted: Vec<Planted> = recorded("planted.json");
    let (mut missed, mut looked_for) = (Vec::new(), 0);
    for fault in planted.iter().filter(|fault| !LET_PASS.contains(&fault.kind.as_str())) {
        looked_for += 1;
        let is_found = ours
            .iter()
            .filter_map(|diagnostic| diagnostic.place.as_ref())
            .any(|place| place.file.as_str() == fault.file && (fault.line..=fault.line + 4).contains(&place.line));
        if !is_found {
            missed.push(format!("{}:{} {} {}", fault.file, fault.line, fault.kind, fault.id));
        }
    }
    assert!(looked_for > 280, "the corpus is there");
    // A percentage is an option of ours.
    insta::assert_snapshot!(missed.join("\n"), @"locales/ar/functions.ftl:8 unknown-option rating");
}
