//! The library in this repository is one that can be put online as it is.

use std::collections::BTreeMap;
use std::path::Path;

use rolebook::load::Root;
use rolebook::parse::config::Kind;
use rolebook::parse::prose::{Event, Tag};
use rolebook::pipeline::{Timings, compile, load};
use rolebook::render::{Output, Renderer};
use rolebook::resolve::Options;
use rolebook::site::Site;

fn site() -> Site {
    let sources = load(&Root::new(env!("CARGO_MANIFEST_DIR")), &mut Timings::default()).unwrap();
    let compiled = compile(&sources, &Options::default(), &mut Timings::default());
    assert_eq!(compiled.diagnostics, []);
    compiled.site.unwrap()
}

#[test]
fn every_entry_is_in_every_language() {
    let Site { library, .. } = site();
    let codes: Vec<_> = library.locales().map(|locale| library[locale].code.to_string()).collect();
    assert_eq!(codes, ["en", "es", "de", "fr", "el", "pt"]);
    let mut entries = BTreeMap::new();
    for entry in library.entries() {
        *entries.entry(library[entry].id.collection.to_string()).or_insert(0) += 1;
        for locale in library.locales() {
            let page = library.page(entry, locale);
            assert!(
                page.is_some_and(|page| !page.is_fallback(locale)),
                "{} in {}",
                library[entry].id,
                library[locale].code
            );
        }
    }
    let expected = [
        ("categories", 13),
        ("hr-terms", 30),
        ("interview-questions", 10),
        ("job-descriptions", 30),
        ("pages", 1),
        ("tutorials", 8),
    ];
    assert_eq!(entries, expected.map(|(id, count)| (id.to_owned(), count)).into());
}

#[test]
fn roles_have_the_lengths_that_readers_expect() {
    let Site { library, bodies, .. } = site();
    for entry in library.entries().filter(|entry| library.kind(*entry) == Kind::Role) {
        for locale in library.locales() {
            let sections = bodies.get(entry, locale).unwrap().body.sections();
            let count = |key: &str, tag: Tag| {
                let section =
                    sections.iter().find(|section| section.key().is_some_and(|of| of.as_str() == key)).unwrap();
                section.prose.events().filter(|event| matches!(event, Event::Start(of) if *of == tag)).count()
            };
            let of = format!("{} in {}", library[entry].id, library[locale].code);
            assert!((2..=3).contains(&count("brief", Tag::Paragraph)), "brief of {of}");
            assert!((8..=12).contains(&count("responsibilities", Tag::Item)), "responsibilities of {of}");
            assert!((6..=10).contains(&count("requirements", Tag::Item)), "requirements of {of}");
            let mut holes = sections.iter().flat_map(|section| &section.prose.holes);
            assert!(holes.any(|hole| hole.link_target().is_some()), "{of} links to its neighbours");
        }
    }
}

#[test]
fn every_page_says_what_it_is() {
    let site = site();
    let renderer = Renderer::new(&site);
    for (path, route) in site.routes.iter().filter(|(path, _)| path.as_str().ends_with("index.html")) {
        let Output::Bytes(bytes) = renderer.render(route).unwrap() else { unreachable!() };
        let html = String::from_utf8(bytes).unwrap();
        assert_eq!(html.matches("<h1").count(), 1, "{path}");
        for wanted in
            ["<title>", "<meta name=\"description\" content=\"", "rel=\"canonical\"", "hreflang=\"x-default\""]
        {
            assert!(html.contains(wanted), "{wanted} in {path}");
        }
        for unwanted in ["{{", "{%", "{ $", "{ -", "\u{2068}", "[object", "><title></title>"] {
            assert!(!html.contains(unwanted), "{unwanted} in {path}");
        }
        let versions = html.matches("<link rel=\"alternate\" hreflang=").count();
        assert_eq!(versions, 7, "six languages and the default in {path}");
    }
}

#[test]
fn the_example_is_sound() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/gazette");
    let sources = load(&Root::new(&folder), &mut Timings::default()).unwrap();
    let compiled = compile(&sources, &Options::default(), &mut Timings::default());
    assert_eq!(compiled.diagnostics, []);
    let site = compiled.site.unwrap();
    let renderer = Renderer::new(&site);
    assert!(site.routes.iter().all(|(_, route)| renderer.render(route).is_ok()));
}
