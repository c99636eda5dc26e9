//! Related entries: hand-picked first, then those whose texts are most alike.

use crate::site::{Site, article_text, between, role_text};

/// A site with roles `k1` to `k6` under `it`, and `k7` under `hr`, in English.
fn site() -> Site {
    let mut site = Site::new()
        .file("content/categories/hr/en.md", article_text("People"))
        .without("content/job-descriptions/tester/entry.toml")
        .without("content/job-descriptions/tester/en.md")
        .without("content/job-descriptions/tester/de.md")
        .without("content/job-descriptions/writer/entry.toml")
        .without("content/job-descriptions/writer/en.md");
    for (id, category) in
        [("k1", "it"), ("k2", "it"), ("k3", "it"), ("k4", "it"), ("k5", "it"), ("k6", "it"), ("k7", "hr")]
    {
        let folder = format!("content/job-descriptions/{id}");
        site = site
            .file(&format!("{folder}/entry.toml"), format!("category = \"{category}\"\n"))
            .file(&format!("{folder}/en.md"), role_text(&id.to_uppercase()));
    }
    site
}

/// The titles in the group of related job descriptions.
fn related(site: &Site, id: &str) -> String {
    let page = site.page(&format!("en/job-descriptions/{id}/index.html"));
    if !page.contains("related-job-descriptions") {
        return String::new();
    }
    let group = between(&page, "aria-labelledby=\"related-job-descriptions\"", "</section>");
    group.split("/\">").skip(1).map(|part| part.split('<').next().unwrap()).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_equally_related_goes_round_from_the_entry_on() {
    assert_eq!(related(&site(), "k1"), "K2 K3 K4 K5 K7", "K7 would be named nowhere, and is most related to K1");
    assert_eq!(related(&site(), "k4"), "K5 K6 K1 K2 K3");
    assert_eq!(related(&site(), "k7"), "K1 K2 K3 K4 K5", "another category, but the same words");
}

#[test]
fn hand_picked_entries_come_first_and_excluded_ones_never() {
    let picked = site().append(
        "content/job-descriptions/k1/entry.toml",
        "[related]\njob-descriptions = [\"k7\", \"k5\"]\nexclude = [\"k2\", \"categories/it\"]\n",
    );
    assert_eq!(related(&picked, "k1"), "K7 K5 K3 K4 K6");
}

#[test]
fn the_limit_holds_for_each_group() {
    let few = site().append("rolebook.toml", "[related]\nlimit = 2\n");
    assert_eq!(related(&few, "k4"), "K5 K6");
    let none = site().append("rolebook.toml", "[related]\nlimit = 0\n");
    assert_eq!(related(&none, "k1"), "");
}

#[test]
fn only_entries_with_a_page_in_the_readers_locale_are_shown() {
    let site = site()
        .file("content/job-descriptions/k1/de.md", role_text("Anton"))
        .file("content/job-descriptions/k4/de.md", role_text("Emil"));
    let page = site.page("de/stellenbeschreibungen/anton/index.html");
    let group = between(&page, "aria-labelledby=\"related-job-descriptions\"", "</section>");
    assert_eq!(group.matches("<li>").count(), 1);
    assert!(group.contains("/de/stellenbeschreibungen/emil/"));
}

#[test]
fn other_collections_are_groups_and_namesakes_come_first() {
    let site = site()
        .append("rolebook.toml", "[[collections]]\nid = \"interview-questions\"\nkind = \"article\"\n")
        .file("content/interview-questions/k1/en.md", article_text("Questions B"))
        .file("content/interview-questions/k1/entry.toml", "category = \"it\"\n")
        .file("content/interview-questions/k3/en.md", article_text("Questions D"))
        .file("content/interview-questions/k3/entry.toml", "category = \"it\"\n");
    let page = site.page("en/job-descriptions/k3/index.html");
    let group = between(&page, "aria-labelledby=\"related-interview-questions\"", "</section>");
    assert!(group.contains("<h2 id=\"related-interview-questions\">Related interview questions</h2>"));
    assert!(group.find("Questions D").unwrap() < group.find("Questions B").unwrap());
}

#[test]
fn collections_can_share_a_group_whose_heading_is_a_message() {
    let config = "[[collections]]\nid = \"news\"\nkind = \"article\"\n[[collections]]\nid = \"terms\"\nkind = \"article\"\n\
                  [[related.groups]]\nid = \"more\"\ncollections = [\"terms\", \"news\"]\n";
    let site = site()
        .append("rolebook.toml", config)
        .file("content/news/n/en.md", article_text("News"))
        .file("content/news/n/entry.toml", "category = \"it\"\n")
        .file("content/terms/t/en.md", article_text("Term"))
        .file("content/terms/t/entry.toml", "category = \"it\"\n");
    let page = site.page("en/job-descriptions/k1/index.html");
    let group = between(&page, "id=\"related-more\"", "</section>");
    assert!(group.contains(">Related: terms</h2>"), "the general heading names the first collection: {group}");
    assert!(group.contains("Term") && group.contains("News"));
    let named = site.file("locales/en/site.ftl", "related-more = { $count } more to read\n");
    assert!(named.page("en/job-descriptions/k1/index.html").contains(">2 more to read</h2>"));
}

/// A site with roles whose texts are given, all in one category.
fn with_texts(texts: &[(&str, &str)]) -> Site {
    let mut site = site();
    for id in ["k1", "k2", "k3", "k4", "k5", "k6", "k7"] {
        site = site.without(&format!("content/job-descriptions/{id}/en.md"));
        site = site.without(&format!("content/job-descriptions/{id}/entry.toml"));
    }
    for (id, text) in texts {
        let folder = format!("content/job-descriptions/{id}");
        site = site.file(&format!("{folder}/entry.toml"), "category = \"it\"\n").file(
            &format!("{folder}/en.md"),
            role_text(&id.to_uppercase()).replace("brief\n\nx", &format!("brief\n\n{text}")),
        );
    }
    site
}

#[test]
fn the_most_alike_come_first() {
    let site = with_texts(&[
        ("baker", "Bake bread and cakes in the bakery."),
        ("clerk", "File letters and answer the telephone."),
        ("confectioner", "Decorate cakes, bake tarts."),
        ("secretary", "Write letters, answer telephones, keep files."),
    ]);
    let first = |id: &str| related(&site, id).split(' ').next().unwrap().to_owned();
    assert_eq!(
        ["baker", "clerk", "confectioner", "secretary"].map(first),
        ["CONFECTIONER", "SECRETARY", "BAKER", "CLERK"]
    );
}

#[test]
fn all_languages_agree() {
    let mut site = with_texts(&[("a", "Bake bread."), ("b", "File letters."), ("c", "Bread and baking.")]);
    for (id, title) in [("a", "Anton"), ("b", "Berta"), ("c", "Cäsar")] {
        site = site.file(&format!("content/job-descriptions/{id}/de.md"), role_text(title));
    }
    let page = site.page("de/stellenbeschreibungen/anton/index.html");
    let group = between(&page, "aria-labelledby=\"related-job-descriptions\"", "</section>");
    assert!(group.find("Cäsar").unwrap() < group.find("Berta").unwrap(), "{group}");
}

#[test]
fn no_entry_is_left_without_a_way_to_it() {
    let texts = [("a", "Bake bread."), ("b", "Bake bread, too."), ("c", "Bake bread again."), ("z", "Pilot.")];
    let site = with_texts(&texts).append("rolebook.toml", "[related]\nlimit = 2\n");
    let named: String = texts.iter().map(|(id, _)| related(&site, id) + " ").collect();
    for (id, _) in texts {
        assert!(named.contains(&id.to_uppercase()), "{id} in {named}");
    }
}

#[test]
fn what_is_hardly_related_fills_no_list_but_every_page_is_found() {
    let bake = "Bake bread and cakes, weigh flour, clean ovens, serve customers.";
    let fly = "Fly planes over mountains, read maps, talk to towers, check engines, plan routes.";
    let texts = [("a", bake), ("b", bake), ("c", bake), ("z", fly)];
    let site = with_texts(&texts).append("rolebook.toml", "[related]\nthreshold = 0.3\n");
    assert_eq!(related(&site, "z"), "");
    let named: Vec<_> = texts.iter().map(|(id, _)| related(&site, id)).collect();
    assert_eq!(named.iter().filter(|list| list.contains('Z')).count(), 1, "in one list that had room: {named:?}");
    assert_eq!(site.diagnostics(), "");
}

#[test]
fn of_two_that_say_the_same_one_is_shown() {
    let same = "Bake the bread, weigh the flour, clean the oven, serve the customers and keep the books.";
    let texts = [
        ("a", "Bake bread in an oven, weigh flour for cakes."),
        ("b", same),
        ("c", same),
        ("d", "Weigh flour and grain at the mill, clean it."),
        ("e", "Read books."),
    ];
    let shown = |limit: usize| {
        let site = with_texts(&texts).append("rolebook.toml", &format!("[related]\nlimit = {limit}\n"));
        related(&site, "a")
    };
    assert_eq!(shown(2), "B D");
    assert_eq!(shown(4), "B D E C", "where there is nothing else, both");
}

#[test]
fn codes_of_occupations_bring_neighbors_together() {
    let texts = ["k1", "k2", "k3", "k4", "k5"].map(|id| (id, "Words."));
    let mut site = with_texts(&texts);
    for (id, code) in [("k1", "2512"), ("k2", "7511"), ("k3", "2641"), ("k4", "2511"), ("k5", "5120")] {
        site = site.append(&format!("content/job-descriptions/{id}/entry.toml"), &format!("isco = \"{code}\"\n"));
    }
    assert!(related(&site, "k1").starts_with("K4 K3 "), "the nearer branch first: {}", related(&site, "k1"));
}

#[test]
fn a_locale_with_few_pages_has_full_lists_too() {
    // Sixty roles in English that are nearer than the two that are there in German as well.
    let mut site = with_texts(&[("a", "Bake bread."), ("y", "Keep bread."), ("z", "Keep books, sell bread.")]);
    for number in 0..60 {
        let folder = format!("content/job-descriptions/r{number}");
        site = site
            .file(&format!("{folder}/entry.toml"), "category = \"it\"\n")
            .file(&format!("{folder}/en.md"), role_text(&format!("R{number}")).replace("\n\nx\n", "\n\nBake bread.\n"));
    }
    for (id, title) in [("a", "Anton"), ("y", "Ypsilon"), ("z", "Zeppelin")] {
        site = site.file(&format!("content/job-descriptions/{id}/de.md"), role_text(title));
    }
    let page = site.page("de/stellenbeschreibungen/anton/index.html");
    let group = between(&page, "aria-labelledby=\"related-job-descriptions\"", "</section>");
    assert!(group.contains("Ypsilon") && group.contains("Zeppelin"), "{group}");
}

#[test]
fn authors_are_told_of_near_duplicates_and_unlikely_picks() {
    let bake = "Bake bread, weigh flour, clean the oven, serve customers.";
    let fly = "Fly planes over mountains, read maps, talk to towers, check engines, plan routes.";
    let bakers: Vec<String> = (10..22).map(|number| format!("baker{number}")).collect();
    let breads: Vec<String> = (10..22).map(|number| format!("{bake} Type {number}a of bread{number} too.")).collect();
    let mut texts: Vec<(&str, &str)> =
        bakers.iter().map(String::as_str).zip(breads.iter().map(String::as_str)).collect();
    texts.extend([("pilot", fly), ("captain", fly)]);
    let site = with_texts(&texts).append(
        "content/job-descriptions/baker10/entry.toml",
        "[related]\njob-descriptions = [\"baker11\", \"pilot\"]\n",
    );
    let site = site.sound();
    let library = &site.library;
    let name = |entry: rolebook::resolve::library::EntryIndex| library[entry].id.name.to_string();
    let suggestions = rolebook::relate::suggest::suggest(library, &site.bodies);
    let pairs: Vec<_> = suggestions.near_duplicates.iter().map(|(a, b, _)| (name(*a), name(*b))).collect();
    assert_eq!(pairs, [("captain".to_owned(), "pilot".to_owned())]);
    let [unlikely] = suggestions.unlikely.as_slice() else { panic!("one pick is unlikely") };
    assert_eq!((name(unlikely.picked), unlikely.rank, unlikely.of), ("pilot".to_owned(), 12, 13));
    assert_eq!((unlikely.place.line, unlikely.place.column), (3, 32));
}
