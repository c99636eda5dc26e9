//! Pages are the same with and without folding, whatever the templates are.

#[cfg(test)]
mod adversary;
mod expressions;
mod scope;
mod statements;
mod templates;

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::Arc;

use proptest::strategy::{BoxedStrategy, Strategy, ValueTree};
use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
use tera::{Kwargs, State, Tera, Value};

use crate::load::Sources;
use crate::parse::parse;
use crate::parse::theme::FUNCTIONS;
use crate::plan::{PageRoute, plan};
use crate::relate::{self, relate};
use crate::render::inputs::EntryInputs;
use crate::render::{Inputs, Renderer, page};
use crate::resolve::{Options, Resolved, resolve};
use crate::site::Site;
use templates::RandomTheme;

/// A site with everything that the theme shows around the content of pages.
const CONFIG: &str = r#"
    base_url = "https://example.org/"
    default_locale = "en"
    [[locales]]
    code = "en"
    name = "English"
    [[locales]]
    code = "ar"
    name = "العربية"
    [[collections]]
    id = "job-descriptions"
    kind = "role"
    [newsletter]
    action = "https://example.org/subscribe"
    [[footer.legal]]
    id = "terms"
    link = "https://example.org/terms"
"#;

/// Messages that say nothing, begin and end with space, look like a tag, or use what pages hand to them.
const MESSAGES: &str = r#"
legal-terms = Terms & conditions
test-empty = { "" }
test-space = { " " }said{ "  " }
test-braces = { "{{ home.url }}" }
test-brace = ends { "{" }
test-role = { $role } ({ $count })
"#;

/// A site with the theme in the program, for its templates.
fn site() -> Site {
    let text = "+++\ntitle = \"A & B\"\nsummary = \"B\"\nupdated = 2026-11-02\n+++\n## brief\n\nC\n";
    let files = [
        ("rolebook.toml", CONFIG),
        ("content/job-descriptions/a/entry.toml", ""),
        ("content/job-descriptions/a/en.md", text),
        ("content/job-descriptions/a/ar.md", text),
        ("locales/en/site.ftl", MESSAGES),
    ];
    let sources = Sources::in_memory(files.map(|(path, text)| (path.into(), text.into())));
    let (Resolved { library, bodies }, _) = resolve(parse(&sources).0.unwrap(), &Options::default());
    let related = Arc::new(relate(&relate::Inputs::of(&library, &bodies)));
    let routes = Arc::new(plan(&library, &bodies).0);
    Site { library, bodies, related, routes }
}

/// The pages of a site with what they are made from.
fn pages(site: &Site) -> impl Iterator<Item = (&str, PageRoute, Option<EntryInputs<'_>>)> {
    site.routes.iter().filter_map(|(path, route)| match Inputs::of(site, route) {
        Inputs::Page(page) => Some((path.as_str(), page, None)),
        Inputs::Entry(locale, entry, inputs) => Some((path.as_str(), PageRoute::Entry(locale, entry), Some(inputs))),
        _ => None,
    })
}

/// Templates by their names.
type Templates = BTreeMap<String, String>;

/// Gives a site a theme of these templates; with `shipped`, those of the theme in the program with these in their places.
/// Returns whether Tera accepts them.
fn set_templates(site: &mut Site, shipped: Option<&(Tera, Templates)>, templates: &Templates) -> bool {
    let (engine, mut sources) = shipped.cloned().unwrap_or_else(|| (bare_engine(), Templates::new()));
    let library = Arc::get_mut(&mut site.library).expect("nothing else has the library");
    let theme = Arc::get_mut(&mut library.theme).expect("nothing else has the theme");
    theme.templates = engine;
    sources.extend(templates.clone());
    theme.sources = sources;
    theme.templates.add_raw_templates(templates).is_ok()
}

fn bare_engine() -> Tera {
    let mut engine = Tera::new();
    for function in FUNCTIONS {
        engine.register_function(*function, |_: Kwargs, _: &State| Value::none());
    }
    engine
}

/// What rendering the pages of a site with and without folding has shown.
#[derive(Debug, Default)]
struct Seen {
    pages: usize,
    failures: usize,
    /// How many pieces of the templates may be the same on all pages.
    pieces: usize,
}

/// Renders those pages of a site for which there is a template.
///
/// # Errors
///
/// If a page is another with folding.
fn compare(site: &Site) -> Result<Seen, String> {
    let (renderer, library) = (Renderer::new(site), &site.library);
    let press = renderer.press();
    let mut seen = Seen::default();
    for locale in library.locales() {
        let (plain, folded) = (press.engine(locale), press.folded_engine(locale));
        for (path, route, inputs) in pages(site) {
            let template = format!("{}.html", page::kind(library, route));
            if page::locale(library, route) != locale || !library.theme.sources.contains_key(&template) {
                continue;
            }
            let variables = press.variables(locale, route, inputs);
            match (plain.render(&template, &variables), folded.render(&template, &variables)) {
                (Ok(page), Ok(other)) if page == other => seen.pages += 1,
                (Err(_), Err(_)) => seen.failures += 1,
                (page, other) => return Err(format!("{path}: {page:?} became {other:?}")),
            }
        }
    }
    let pieces = renderer.prepared.pieces.get().expect("they have been needed");
    seen.pieces = pieces.0.values().map(|template| template.pieces.len()).sum();
    Ok(seen)
}

/// The pages of a theme are the same with and without folding, or fail in both ways.
pub struct Folding {
    site: Site,
    /// The templates of the theme in the program.
    shipped: (Tera, Templates),
    themes: BoxedStrategy<RandomTheme>,
    /// What has been put together by chance. That takes far longer than rendering pages, and inputs have most of it in common.
    known_themes: Known<RandomTheme>,
    known_templates: BTreeMap<String, Known<String>>,
}

/// Random things by their numbers.
type Known<T> = BTreeMap<Vec<u8>, T>;

/// The most random things of a kind that are kept.
const MOST_KNOWN: usize = 10_000;

impl Default for Folding {
    fn default() -> Self {
        let site = site();
        let shipped = (site.library.theme.templates.clone(), site.library.theme.sources.clone());
        let (known_themes, known_templates) = (BTreeMap::new(), BTreeMap::new());
        Self { site, shipped, themes: templates::themes().boxed(), known_themes, known_templates }
    }
}

impl Folding {
    /// Panics if it does not hold of a theme that is put together by these choices: the first four bytes are the number of a
    /// random theme, the next ones those of its templates, so that what is found in one template can be tried with others.
    pub fn hold(&mut self, choices: &[u8]) {
        let mut choices = choices.chunks(4);
        let mut theme = random(&mut self.known_themes, choices.next().unwrap_or_default(), || self.themes.clone());
        for (choice, (name, template)) in choices.zip(&mut theme.templates) {
            let known = self.known_templates.entry(name.clone()).or_default();
            *template = random(known, choice, || templates::template(name, choice[0] % 2 == 1));
        }
        self.hold_of(&theme);
    }

    /// What the pages of a theme have shown; nothing if Tera does not take its templates.
    fn hold_of(&mut self, theme: &RandomTheme) -> Option<Seen> {
        let shipped = theme.overrides_shipped.then_some(&self.shipped);
        let is_taken = set_templates(&mut self.site, shipped, &theme.templates);
        is_taken.then(|| compare(&self.site).unwrap_or_else(|difference| panic!("{difference}")))
    }
}

/// The random thing with a number.
fn random<T: Clone + Debug>(known: &mut Known<T>, number: &[u8], strategy: impl FnOnce() -> BoxedStrategy<T>) -> T {
    if known.len() == MOST_KNOWN {
        known.clear();
    }
    let make = || {
        let mut seed = [0; 32];
        seed[..number.len()].copy_from_slice(number);
        let random = TestRng::from_seed(RngAlgorithm::ChaCha, &seed);
        let mut runner = TestRunner::new_with_rng(Config::default(), random);
        strategy().new_tree(&mut runner).expect("the strategy refuses nothing").current()
    };
    known.entry(number.to_vec()).or_insert_with(make).clone()
}

#[cfg(test)]
mod tests {
    use std::cell::{Cell, RefCell};

    use super::*;

    #[test]
    fn the_theme_makes_the_same_pages() {
        let seen = compare(&site()).unwrap();
        assert!(seen.pages > 8 && seen.failures == 0 && seen.pieces > 100, "{seen:?}");
    }

    /// What reads only variables that all pages share would read a page's if it had one of the same name.
    #[test]
    fn no_page_has_a_variable_that_all_share() {
        let site = site();
        let renderer = Renderer::new(&site);
        for (path, route, inputs) in pages(&site) {
            let locale = page::locale(&site.library, route);
            let variables = renderer.press().variables(locale, route, inputs);
            let shared =
                serde_json::to_value(crate::render::site::view(&site.library, site.routes.addresses(), locale))
                    .unwrap();
            let both: Vec<_> = shared.as_object().unwrap().keys().filter(|name| variables.contains_key(name)).collect();
            assert!(both.is_empty(), "{path}: {both:?}");
        }
    }

    /// How many random themes are tried: some for every day, as many as `ROLEBOOK_TEMPLATES` says for a long look.
    fn themes_to_try() -> u32 {
        std::env::var("ROLEBOOK_TEMPLATES").ok().and_then(|templates| templates.parse().ok()).unwrap_or(500)
    }

    #[test]
    fn random_templates_make_the_same_pages() {
        let config =
            Config { cases: themes_to_try(), failure_persistence: None, max_shrink_iters: 2_000, ..Config::default() };
        let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
        let property = RefCell::new(Folding::default());
        let (accepted, shown, foldable) = (Cell::new(0), Cell::new(0), Cell::new(0));
        let count = |counter: &Cell<u32>, is_so: bool| counter.set(counter.get() + u32::from(is_so));
        let result = runner.run(&templates::themes(), |theme| {
            if let Some(seen) = property.borrow_mut().hold_of(&theme) {
                count(&accepted, true);
                count(&shown, seen.pages > 0);
                count(&foldable, seen.pieces > 0);
            }
            Ok(())
        });
        let seen = format!("{accepted:?} accepted, {shown:?} shown, {foldable:?} foldable");
        if let Err(error) = result {
            panic!("{error}\n{seen}");
        }
        // The test is worth something only if most templates can be shown, and many have something to fold.
        let most = themes_to_try() / 2;
        assert!(accepted.get() > most && shown.get() > most && foldable.get() > most, "{seen}");
    }
}
