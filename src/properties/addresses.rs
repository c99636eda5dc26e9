//! Addresses made of any words, and files of any name: they stay in the site, on every system.

use std::collections::BTreeMap;

use percent_encoding::percent_decode_str;
use url::Url;

use super::bench::{Bench, CONFIG};
use super::page::lies_in_the_output;
use crate::diagnostic::has_errors;
use crate::load::CONFIG_FILE;
use crate::locale::LocaleCode;
use crate::output_path::OutputPath;
use crate::permalink::{Permalink, encoded_path};
use crate::plan::Route;
use crate::site::Site;
use crate::slug::{Slug, SlugStyle, composed, id};

/// Languages with customs of their own.
const LOCALES: [&str; 4] = ["en", "de", "el", "ja"];

/// Names that stand for devices on Windows.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// The most titles and files that are looked at.
const MOST: usize = 6;

/// Whatever titles and names of files are, what is published lies in the output, can be asked for, and no two files of it are one
/// on a system that does not tell cases or forms of accents apart.
pub struct Addresses {
    bench: Bench,
    locales: [LocaleCode; 4],
}

impl Default for Addresses {
    fn default() -> Self {
        Self { bench: Bench::default(), locales: LOCALES.map(|code| code.parse().expect("it is a locale")) }
    }
}

impl Addresses {
    /// Panics if it does not hold of a text in which each line is a title or, behind a slash, the name of a static file. A first
    /// line `unicode` chooses the style.
    ///
    /// Says whether there was a site.
    pub fn hold(&mut self, text: &str) -> bool {
        let (style, lines) = match text.strip_prefix("unicode\n") {
            Some(lines) => (SlugStyle::Unicode, lines),
            None => (SlugStyle::Ascii, text),
        };
        for line in lines.lines().take(MOST) {
            for locale in &self.locales {
                are_slugs(line, style, locale);
            }
            is_path(line.trim_start_matches('/'));
        }
        self.publishes(lines, style)
    }

    /// A site with these titles and static files.
    fn publishes(&mut self, lines: &str, style: SlugStyle) -> bool {
        let style = if style == SlugStyle::Unicode { "unicode" } else { "ascii" };
        let config = format!("slugs = \"{style}\"\n{CONFIG}");
        let (files, titles): (Vec<_>, Vec<_>) = lines.lines().take(MOST).partition(|line| line.starts_with('/'));
        let text = |title: &str| format!("+++\ntitle = {}\nsummary = \"S\"\n+++\n\nA\n", toml_edit::Value::from(title));
        let texts = titles.iter().enumerate().flat_map(|(number, title)| {
            ["en", "de"].map(|locale| (format!("content/articles/a{number}/{locale}.md"), text(title)))
        });
        let texts: Vec<_> = texts.chain([(CONFIG_FILE.to_owned(), config)]).collect();
        let texts: Vec<_> = texts.iter().map(|(path, text)| (path.as_str(), text.as_bytes())).collect();
        let files: Vec<_> = files.iter().map(|file| &file[1..]).filter(|file| can_be_in_folder(file)).collect();
        let compiled = self.bench.compile(&texts, &files);
        let site = compiled.site.expect("the configuration is sound");
        let is_sound = !has_errors(&compiled.diagnostics);
        if is_sound {
            are_apart(&site);
        }
        is_sound
    }
}

/// Slugs that are made of words, and words that are slugs.
fn are_slugs(words: &str, style: SlugStyle, locale: &LocaleCode) {
    let made = style.of_title(words, locale);
    let read = style.read(words).ok();
    assert!(read.as_ref().is_none_or(|slug| slug.as_str() == words), "`{words}` is read as another slug");
    for slug in made.iter().chain(&read).chain(&id(words)) {
        is_slug(slug, style);
        assert_eq!(style.of_words(slug.as_str(), locale).as_ref(), Some(slug), "a slug of a slug is another");
        slug.or_numbered().take(11).for_each(|slug| is_slug(&slug, style));
        leads_to_its_file(locale, slug);
    }
    let may_have_none = locale.language() == "ja" || !words.contains(|c: char| c.is_ascii_digit());
    assert!(made.is_some() || may_have_none, "`{words}` has no slug");
}

/// A part of an address is the name of one folder on every system.
fn is_slug(slug: &Slug, style: SlugStyle) {
    let text = slug.as_str();
    assert!((1..=80).contains(&text.chars().count()) && text.len() <= 200, "the length of `{text}`");
    assert!(text.to_lowercase() == text && composed(text) == text, "`{text}` has a twin on some systems");
    assert!(text.split('-').all(|part| !part.is_empty()), "hyphens in `{text}`");
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    let is_letter =
        |c: char| is_plain(c) || style == SlugStyle::Unicode && !c.is_ascii() && !c.is_whitespace() && !c.is_control();
    assert!(text.chars().all(is_letter), "letters in `{text}`");
    let is_port = ["com", "lpt"].iter().any(|port| text.strip_prefix(port).is_some_and(is_number_of_port));
    assert!(!is_port && !DEVICES.contains(&text), "Windows has no folder `{text}`");
}

fn is_number_of_port(rest: &str) -> bool {
    ["1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"].contains(&rest)
}

/// From an address to the file that a host gives for it, and back.
fn leads_to_its_file(locale: &LocaleCode, slug: &Slug) {
    let permalink = Permalink::of_locale(locale).below(slug).below(slug);
    let file = OutputPath::read(&format!("{}index.html", permalink.as_str()));
    let file = file.unwrap_or_else(|why| panic!("`{}`: {why}", permalink.as_str()));
    is_asked_for(file.as_str());
    assert!(file.as_str().starts_with(&format!("{locale}/")), "`{file}` is none of the locale");
}

/// What is taken as a path of the output lies in it, and an address leads there.
fn is_path(text: &str) {
    let Ok(path) = OutputPath::read(text) else { return };
    assert_eq!(path.as_str(), text, "a path is read as another");
    lies_in_the_output(text);
    is_asked_for(text);
}

/// The address of a path is one, and leads to that path.
fn is_asked_for(path: &str) {
    let encoded = encoded_path(path).to_string();
    assert_eq!(percent_decode_str(&encoded).decode_utf8().as_deref(), Ok(path), "an address leads to another path");
    let url = Url::parse(&format!("https://example.org/{encoded}"));
    let url = url.unwrap_or_else(|error| panic!("the address of `{path}`: {error}"));
    assert_eq!((url.path(), url.query(), url.fragment()), (format!("/{encoded}").as_str(), None, None));
}

/// Whether there can be a file of this name below a folder.
fn can_be_in_folder(name: &str) -> bool {
    !name.contains('\0') && name.split('/').all(|part| !["", ".", ".."].contains(&part) && part.len() <= 255)
}

/// No two files of the output are one, nor is one a folder of another, where cases and forms of accents are not told apart.
fn are_apart(site: &Site) {
    let seen = |path: &str| composed(&composed(path).to_lowercase()).into_owned();
    let mut names: BTreeMap<String, (&str, bool)> = BTreeMap::new();
    for (path, route) in site.routes.iter() {
        let path = path.as_str();
        lies_in_the_output(path);
        if let Route::Page(_) = route {
            is_asked_for(path);
        }
        let ends = path.match_indices('/').map(|(at, _)| (at, false)).chain([(path.len(), true)]);
        for (end, is_file) in ends {
            let name = &path[..end];
            if let Some((other, is_other_file)) = names.insert(seen(name), (name, is_file)) {
                assert!(other == name && !is_file && !is_other_file, "`{name}` and `{other}` are one on some systems");
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use proptest::sample::select;

    use super::*;
    use crate::trial::hold;

    fn text() -> impl Strategy<Value = String> {
        let words = [
            "Clerk",
            "clerk",
            "CLERK",
            " ",
            "-",
            "--",
            "_",
            ".",
            "..",
            "/",
            "\\",
            "%2e",
            "con",
            "COM1",
            "lpt²",
            "(m/w/d)",
            "é",
            "e\u{301}",
            "É",
            "ß",
            "ẞ",
            "İ",
            "ı",
            "Σας",
            "ΣΑΣ",
            "職",
            "हिन्दी",
            "\u{200d}",
            "\u{ad}",
            "\u{345}",
            "ǅ",
            "ﬃ",
            "\u{202e}",
            "\u{1}",
            "#",
            "?",
            ":",
            "en",
            "index.html",
            "2",
            "-2",
            "🙂",
            "ö",
            "ΐ",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        ];
        let word = select(words.to_vec());
        let line = (select(vec!["", "", "/", "/en/articles/"]), prop::collection::vec(word, 0..7));
        let line = line.prop_map(|(start, words)| format!("{start}{}\n", words.concat()));
        let style = select(vec!["", "unicode\n"]);
        (style, prop::collection::vec(line, 0..5)).prop_map(|(style, lines)| format!("{style}{}", lines.concat()))
    }

    #[test]
    fn addresses_stay_in_the_site_and_apart() {
        let mut property = Addresses::default();
        hold(200, 50, &text(), |text: String| property.hold(&text));
    }
}
