//! Any `rolebook.toml` makes a site, or there is a mistake in it.

use super::bench::Bench;
use super::page;
use crate::diagnostic::Severity;
use crate::load::CONFIG_FILE;
use crate::output_path::OutputPath;
use crate::plan::Route;
use crate::render::{Output, Renderer};
use crate::site::Site;

/// Any configuration makes a site whose files lie in the output and whose addresses lie below its own, or there is a mistake.
#[derive(Default)]
pub struct Configuration {
    bench: Bench,
}

impl Configuration {
    /// Panics if it does not hold of a configuration. Says whether there was a site without errors.
    pub fn hold(&mut self, config: &[u8]) -> bool {
        let compiled = self.bench.compile(&[(CONFIG_FILE, config)], &[]);
        let errors = compiled.diagnostics.iter().filter(|mistake| mistake.severity == Severity::Error).count();
        let Some(site) = compiled.site else {
            assert!(errors > 0, "there is no site, and no mistake");
            return false;
        };
        site.routes.iter().for_each(|(path, _)| page::lies_in_the_output(path.as_str()));
        if errors == 0 {
            is_published_well(&site);
        }
        errors == 0
    }
}

/// What search engines and feed readers are told is well-formed, and lies below the address of the site.
fn is_published_well(site: &Site) {
    let renderer = Renderer::new(site);
    let base = site.library.base_url.as_str();
    assert!(base.ends_with('/') && base.starts_with("http"), "a site at `{base}`");
    for (path, route) in site.routes.iter() {
        let is_of_interest = matches!(
            route,
            Route::Page(_)
                | Route::Sitemap(_)
                | Route::SitemapIndex(_)
                | Route::Robots
                | Route::Feed(_)
                | Route::Headers
        );
        if !is_of_interest {
            continue;
        }
        let Ok(Output::Bytes(bytes)) = renderer.render(route) else { panic!("`{path}` cannot be rendered") };
        match route {
            Route::Sitemap(_) | Route::SitemapIndex(_) | Route::Feed(_) => are_below(base, path, &bytes),
            Route::Page(_) => page::is_safe(&page::parse(&page::as_xml(&bytes), path.as_str())),
            _ => assert!(std::str::from_utf8(&bytes).is_ok(), "`{path}` is no text"),
        }
    }
}

fn are_below(base: &str, path: &OutputPath, xml: &[u8]) {
    let xml = std::str::from_utf8(xml).expect("files for programs are UTF-8");
    let document = page::parse(xml, path.as_str());
    for node in document.descendants() {
        let is_address = ["loc", "id"].contains(&node.tag_name().name());
        let addresses = node.attribute("href").into_iter().chain(node.text().filter(|_| is_address));
        for address in addresses {
            assert!(address.starts_with(base), "`{path}` names `{address}`, which is not below `{base}`");
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::properties::bench::CONFIG;
    use crate::trial::hold;

    fn lines() -> impl Strategy<Value = String> {
        let lines = [
            "base_url = \"https://example.org/\"\n",
            "base_url = \"https://example.org//a b/?q#f\"\n",
            "base_url = \"javascript:x\"\n",
            "default_locale = \"en\"\n",
            "default_locale = \"german\"\n",
            "theme = \"bare\"\n",
            "theme = \"../x\"\n",
            "slugs = \"unicode\"\n",
            "[[locales]]\ncode = \"en\"\nname = \"English\"\n",
            "[[locales]]\ncode = \"iw\"\nname = \"x\"\nregion = \"..\"\n",
            "[[locales]]\ncode = \"pt-BR\"\nname = \"<b>\"\nfallback = [\"en\", \"pt\"]\n",
            "[[locales]]\ncode = \"../../x\"\nname = \"x\"\n",
            "[[collections]]\nid = \"articles\"\nkind = \"article\"\n",
            "[[collections]]\nid = \"../x\"\nkind = \"role\"\n",
            "[[collections]]\nid = \"articles\"\nkind = \"category\"\nstructured_data = \"questions\"\n",
            "[related]\nlimit = -1\nthreshold = nan\n",
            "[[related.groups]]\nid = \"g\"\ncollections = [\"articles\"]\n",
            "[automatic_links]\ncollections = [\"articles\"]\nskills = true\n",
            "[index]\ncollections = [\"articles\", \"articles\"]\n",
            "[missing_translation]\npolicy = \"fallback\"\n",
            "[search]\nshow = false\n",
            "[theme]\nname = \"bare\"\naccent = \"red\"\n",
            "[[navigation]]\nid = \"a\"\nlink = \"@articles\"\n",
            "[[footer.phones]]\nid = \"p\"\nnumber = \"+49 (0) x\"\n",
            "[newsletter]\naction = \"//evil.example\"\n",
            "[newsletter]\naction = \"javascript://x\"\n",
            "[[footer.legal]]\nid = \"terms\"\nlink = \"javascript:x\"\n",
            "locales = []\n",
            "collections = 3\n",
            "[check]\nused_messages = [\"*\"]\n",
            "x = [[[[",
            "= ",
            "\"\"\"",
            "\u{202e}",
            "\0",
            "[footer",
        ];
        prop::collection::vec(select(lines.to_vec()), 0..6).prop_map(|lines| lines.concat())
    }

    #[test]
    fn any_configuration_makes_a_site_or_a_mistake() {
        let mut property = Configuration::default();
        let start = select(vec!["", CONFIG, CONFIG]);
        hold(150, 15, &(start, lines()), |(start, lines)| property.hold(format!("{start}{lines}").as_bytes()));
    }
}
