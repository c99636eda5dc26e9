//! The search index, and the pages that use it.

use serde_json::Value;

use crate::site::{Site, role_text};

fn json(site: &Site, path: &str) -> Value {
    serde_json::from_str(&site.page(path)).unwrap()
}

/// The titles of the entries that have a word in a file of the index, best first.
fn titles(shard: &Value, word: &str) -> Vec<String> {
    let pairs = shard["words"][word].as_array().cloned().unwrap_or_default();
    let entry = |pair: &[Value]| {
        let number = usize::try_from(pair[0].as_u64().unwrap()).unwrap();
        shard["entries"][number][0].as_str().unwrap().to_owned()
    };
    pairs.chunks(2).map(entry).collect()
}

#[test]
fn entries_are_found_by_titles_other_titles_skills_and_categories() {
    let site = Site::new()
        .file("content/job-descriptions/tester/entry.toml", "category = \"it\"\nskills = [\"care\"]\n")
        .file("locales/en/site.ftl", "skill-care = Attention to détail\n")
        .replace(
            "content/job-descriptions/tester/en.md",
            "summary =",
            "alternative_titles = [\"QA Größe\"]\nsummary =",
        );
    let shard = json(&site, "search/en/all.json");
    for word in ["tester", "qa", "grosse", "detail", "technology", "faults"] {
        assert!(titles(&shard, word).contains(&"Tester".to_owned()), "{word}: {shard}");
    }
    assert_eq!(shard["entries"][titles_index(&shard, "Tester")][1], "/en/job-descriptions/tester/");
    assert_eq!(titles(&json(&site, "search/de/all.json"), "writer"), [""; 0], "only what has a page in the language");
}

fn titles_index(shard: &Value, title: &str) -> usize {
    shard["entries"].as_array().unwrap().iter().position(|entry| entry[0] == title).unwrap()
}

#[test]
fn titles_count_more_than_summaries() {
    let site = Site::new().replace(
        "content/job-descriptions/writer/en.md",
        "summary = \"Writes.\"",
        "summary = \"Writes for a tester.\"",
    );
    assert_eq!(titles(&json(&site, "search/en/all.json"), "tester"), ["Tester", "Writer"]);
}

#[test]
fn a_large_index_is_divided_by_letters() {
    let mut site = Site::new();
    for number in 0..600 {
        let folder = format!("content/job-descriptions/r{number}");
        let title = format!("{}word{number} Engineer", char::from(b'a' + u8::try_from(number % 26).unwrap()));
        site = site
            .file(&format!("{folder}/entry.toml"), "category = \"it\"\n")
            .file(&format!("{folder}/en.md"), role_text(&title));
    }
    let output = site.output();
    let manifest: Value = serde_json::from_str(&output["search/en/index.json"]).unwrap();
    let shards = manifest["shards"].as_object().unwrap();
    assert!(shards.len() > 10 && !shards.contains_key(""), "{shards:?}");
    for (prefix, name) in shards {
        let file = &output[&format!("search/en/{}.json", name.as_str().unwrap())];
        assert!(file.len() < 60_000, "{prefix}: {} bytes", file.len());
        let shard: Value = serde_json::from_str(file).unwrap();
        assert!(shard["words"].as_object().unwrap().keys().all(|word| word.starts_with(prefix)), "{prefix}");
    }
    let found = shards.iter().find(|(prefix, _)| "aword26".starts_with(prefix.as_str())).unwrap();
    let shard: Value = serde_json::from_str(&output[&format!("search/en/{}.json", found.1.as_str().unwrap())]).unwrap();
    assert_eq!(titles(&shard, "aword26"), ["aword26 Engineer"]);
}

#[test]
fn search_can_be_turned_off() {
    let site = Site::new().append("rolebook.toml", "\n[search]\nshow = false\n");
    let output = site.output();
    assert!(!output.keys().any(|path| path.starts_with("search/") || path.contains("/search/")));
    assert!(!output["en/index.html"].contains("search"), "{}", output["en/index.html"]);
}

#[test]
fn without_script_the_form_leads_to_a_page_that_says_so() {
    let site = Site::new();
    assert!(site.page("de/index.html").contains("action=\"/de/suche/\" method=\"get\" role=\"search\""));
    let page = site.page("de/suche/index.html");
    assert!(page.contains("<noscript>"));
}
