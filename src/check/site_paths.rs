//! `broken-link`, for links to files of the site: `/files/form.pdf`.

use percent_encoding::percent_decode_str;

use crate::diagnostic::{Code, Diagnostic};
use crate::parse::link::LinkTarget;
use crate::permalink::encoded_path;
use crate::place::Located;
use crate::plan::Routes;
use crate::resolve::chrome::ChromeLink;
use crate::resolve::library::{Destination, Library, SitePath};
use crate::site::Site;

pub(super) fn check(Site { library, bodies, routes, .. }: &Site) -> Vec<Diagnostic> {
    let chrome = &library.chrome;
    let groups = chrome.navigation.iter().chain(&chrome.footer).flat_map(|group| &group.items);
    let links = groups.chain(&chrome.actions).chain(&chrome.social).chain(&chrome.legal);
    let in_chrome = links
        .map(|ChromeLink { destination, .. }| destination)
        .chain(chrome.announcement.iter().map(|link| &link.value))
        .chain(library.theme_options.files.values());
    let mut diagnostics: Vec<_> = in_chrome.filter_map(|destination| broken(destination, library, routes)).collect();
    for entry in library.entries() {
        for locale in super::locales(library) {
            let Some(own) = bodies.get(entry, locale) else { continue };
            let holes = own.body.prose().into_iter().flat_map(|prose| &prose.holes);
            diagnostics.extend(holes.filter_map(|hole| broken(hole.target()?, library, routes)));
        }
    }
    diagnostics
}

fn broken(destination: &Destination, library: &Library, routes: &Routes) -> Option<Diagnostic> {
    let Destination::SitePath(Located { value: path, place }) = destination else { return None };
    let file = &path.path;
    let served = match file.as_str() {
        "" => "index.html".to_owned(),
        folder if folder.ends_with('/') => format!("{folder}index.html"),
        file => file.to_owned(),
    };
    let found = routes.get(&served).is_some() || routes.get(&format!("{served}/index.html")).is_some();
    (!found).then(|| {
        Diagnostic::error(Code::BrokenLink, format!("there is no file `/{file}` in the site"))
            .at(place.clone())
            .help(help(path, &served, library, routes))
    })
}

/// What to do about a link to a file that is not there, but would be `served`.
fn help(SitePath { path, rest }: &SitePath, served: &str, library: &Library, routes: &Routes) -> String {
    let whole = format!("{path}{}", percent_decode_str(rest).decode_utf8_lossy());
    if routes.get(&whole).is_some() {
        return format!("write `/{}`: `?` and `#` end the path of an address", encoded_path(&whole));
    }
    let link = format!("@{}", path.trim_end_matches('/'));
    let is_link = match LinkTarget::read(&link) {
        LinkTarget::Collection(id) => library.collections().any(|known| library[known].id == id),
        LinkTarget::Entry(id) => library.entry(&id).is_some(),
        _ => false,
    };
    if is_link {
        return format!("did you mean `{link}`?");
    }
    format!("put the file at `static/{served}`, or link to an entry as `@collection/entry`")
}
