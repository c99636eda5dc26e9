//! `broken-link`, for links to files of the site: `/files/form.pdf`.

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::markdown::Hole;
use crate::place::Located;
use crate::plan::Routes;
use crate::resolve::chrome::ChromeLink;
use crate::resolve::library::{Destination, SitePath};
use crate::site::Site;

pub(super) fn check(Site { library, bodies, routes, .. }: &Site) -> Vec<Diagnostic> {
    let chrome = &library.chrome;
    let groups = chrome.navigation.iter().chain(&chrome.footer).flat_map(|group| &group.items);
    let links = groups.chain(&chrome.actions).chain(&chrome.social).chain(&chrome.legal);
    let in_chrome = links
        .map(|ChromeLink { destination, .. }| destination)
        .chain(chrome.announcement.iter().map(|link| &link.value))
        .chain(library.theme_options.files.values());
    let mut diagnostics: Vec<_> = in_chrome.filter_map(|destination| broken(destination, routes)).collect();
    for entry in library.entries() {
        for locale in super::locales(library) {
            let Some(own) = bodies.get(entry, locale) else { continue };
            let holes = own.body.prose().into_iter().flat_map(|prose| &prose.holes);
            diagnostics.extend(holes.filter_map(|(_, hole)| match hole {
                Hole::Link(destination) | Hole::Address(destination) => broken(destination, routes),
                Hole::Placeholder(_) => None,
            }));
        }
    }
    diagnostics
}

fn broken(destination: &Destination, routes: &Routes) -> Option<Diagnostic> {
    let Destination::SitePath(Located { value: SitePath { path: file, .. }, place }) = destination else { return None };
    let served = match file.as_str() {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    let found = routes.get(&served).is_some() || routes.get(&format!("{served}/index.html")).is_some();
    (!found).then(|| {
        Diagnostic::error(Code::BrokenLink, format!("there is no file `/{file}` in the site"))
            .at(place.clone())
            .help(format!("put the file at `static/{file}`, or link to an entry as `@collection/entry`"))
    })
}
