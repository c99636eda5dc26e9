//! Files for machines: feeds, sitemaps, what hosts read, and what is copied.

use rayon::prelude::*;

use super::origin::{self, Origin};
use super::twins::Twins;
use super::{Planner, Route, feed, search, sitemap};
use crate::fingerprint::DIGITS_IN_NAMES;
use crate::load::STATIC;
use crate::resolve::bodies::Bodies;
use crate::resolve::library::LocaleIndex;

pub(super) fn plan(planner: &mut Planner) {
    let library = planner.library;
    for locale in library.locales() {
        if let Some(path) = feed::path(library, locale) {
            planner.add(&path, Route::Feed(locale));
        }
    }
    sitemaps(planner);
    planner.add("robots.txt", Route::Robots);
    planner.add("_redirects", Route::Redirects);
    planner.add("_headers", Route::Headers);
    for (file, bytes) in &library.theme.files {
        let path = fingerprinted(file, bytes);
        planner.routes.addresses.assets.insert(file.clone(), path.clone());
        planner.add(&path, Route::ThemeFile(file.clone()));
    }
    if let Some(stylesheet) = &library.theme_options.stylesheet {
        let path = fingerprinted("theme.css", stylesheet.as_bytes());
        planner.routes.addresses.theme_stylesheet = Some(path.clone());
        planner.add(&path, Route::ThemeStylesheet);
    }
}

/// Plans what is copied as it is. Names in `static/` are the only ones that can be those of folders of other files.
pub(super) fn plan_static(planner: &mut Planner) {
    if planner.library.static_files.is_empty() {
        return;
    }
    let mut twins = Twins::of(&planner.routes);
    for file in planner.library.static_files.keys() {
        planner.diagnostics.extend(twins.mistake(&planner.routes, file, &format!("{STATIC}/{file}").into()));
        let route = Route::StaticFile(file.clone());
        match planner.routes.in_the_way(file) {
            Some((path, other)) => {
                let [first, second] = [other, &route].map(|route| Origin::of(planner.library, route));
                planner.diagnostics.push(origin::file_and_folder(path, first, second));
            }
            None => drop(planner.add(file, route)),
        }
    }
}

/// Plans the search index of each locale.
pub(super) fn search_indexes(planner: &mut Planner, bodies: &Bodies) {
    let library = planner.library;
    let is_ours = |locale: &LocaleIndex| library.share.as_ref().is_none_or(|share| share.has_locale(locale.0));
    let locales = library.locales().filter(is_ours).filter(|locale| library.search(*locale).is_some());
    let locales: Vec<_> = locales.collect();
    let indexes: Vec<_> =
        locales.into_par_iter().map(|locale| (locale, search::index(library, bodies, locale))).collect();
    for (locale, index) in indexes {
        let folder = library.search_index(locale);
        planner.add(&format!("{folder}index.json"), Route::SearchManifest(locale));
        for (number, file) in index.files.iter().enumerate() {
            planner.add(&format!("{folder}{}.json", file.name()), Route::SearchFile(locale, number));
        }
        planner.routes.search.insert(locale, index);
    }
}

fn sitemaps(planner: &mut Planner) {
    let parts = sitemap::parts(planner.library);
    if let [part] = parts.as_slice() {
        planner.add("sitemap.xml", Route::Sitemap(*part));
        return;
    }
    planner.add("sitemap.xml", Route::SitemapIndex(parts.len()));
    for (index, part) in parts.into_iter().enumerate() {
        planner.add(&sitemap::file(index), Route::Sitemap(part));
    }
}

/// `style.css` to `assets/style.<hash>.css`: hosts may let browsers keep it for ever.
fn fingerprinted(file: &str, bytes: &[u8]) -> String {
    let hash = blake3::hash(bytes).to_hex();
    let hash = &hash[..DIGITS_IN_NAMES];
    let name_start = file.rfind('/').map_or(0, |slash| slash + 1);
    match file[name_start..].rfind('.').map(|dot| name_start + dot) {
        Some(dot) => format!("assets/{}.{hash}{}", &file[..dot], &file[dot..]),
        None => format!("assets/{file}.{hash}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_stands_before_the_extension() {
        for (file, start, end) in [
            ("style.css", "assets/style.", ".css"),
            ("fonts/a.b.woff2", "assets/fonts/a.b.", ".woff2"),
            ("v1.2/licence", "assets/v1.2/licence.", ""),
        ] {
            let path = fingerprinted(file, b"content");
            assert!(path.starts_with(start) && path.ends_with(end), "{path}");
            assert_eq!(path.len(), start.len() + DIGITS_IN_NAMES + end.len());
        }
        assert_ne!(fingerprinted("a", b"1"), fingerprinted("a", b"2"));
    }
}
