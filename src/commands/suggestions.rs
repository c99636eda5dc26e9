//! `rolebook related --suggest`: what authors may want to reconsider.

use std::fmt::Write;

use serde_json::{Value, json};

use super::printable::printable_name;
use super::report::{Format, Reporter};
use super::terminal::Said;
use crate::place::Place;
use crate::relate::suggest::{Suggestions, Unlikely, suggest};
use crate::resolve::library::{EntryIndex, Library};
use crate::site::Site;

pub(super) fn print(Site { library, bodies, .. }: &Site, reporter: &Reporter) -> Said {
    let suggestions = suggest(library, bodies);
    match reporter.format {
        Format::Json => reporter.terminal.json(&json(library, &suggestions).to_string()),
        Format::Human | Format::Github => reporter.say(&human(library, &suggestions)),
    }
}

fn human(library: &Library, Suggestions { near_duplicates, unlikely }: &Suggestions) -> String {
    let mut text = String::new();
    if near_duplicates.is_empty() && unlikely.is_empty() {
        return "nothing to reconsider\n".to_owned();
    }
    if !near_duplicates.is_empty() {
        text += "These say almost the same. Make one of two, or say what sets them apart:\n";
        for (a, b, score) in near_duplicates {
            let _ = writeln!(text, "  {score:.2}  {}  {}", library[*a].id, library[*b].id);
        }
    }
    if !unlikely.is_empty() {
        text += "These are picked by hand, though most others are more alike:\n";
        for Unlikely { picked, place, rank, of, .. } in unlikely {
            let Place { file, line, column, .. } = place;
            let file = printable_name(file.as_str());
            let _ = writeln!(text, "  {file}:{line}:{column}  {}  is number {rank} of {of}", library[*picked].id);
        }
    }
    text
}

fn json(library: &Library, Suggestions { near_duplicates, unlikely }: &Suggestions) -> Value {
    let pair = |(a, b, score): &(EntryIndex, EntryIndex, f32)| json!({ "entries": [library[*a].id.to_string(), library[*b].id.to_string()], "score": score });
    let pick = |Unlikely { entry, picked, place, rank, of }: &Unlikely| {
        json!({
            "entry": library[*entry].id.to_string(),
            "picked": library[*picked].id.to_string(),
            "file": place.file.to_string(),
            "line": place.line,
            "column": place.column,
            "rank": rank,
            "of": of,
        })
    };
    json!({
        "near_duplicates": near_duplicates.iter().map(pair).collect::<Value>(),
        "unlikely": unlikely.iter().map(pick).collect::<Value>(),
    })
}
