//! `secret-file`: a file that looks like a key or a password and is about to be published.

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostic::{Code, Diagnostic};
use crate::load::STATIC;
use crate::place::{Place, SourcePath};
use crate::plan::Route;
use crate::site::Site;

/// Names of files in which programs keep passwords.
const NAMES: [&str; 11] = [
    ".env",
    ".envrc",
    ".htpasswd",
    ".netrc",
    ".npmrc",
    ".pgpass",
    ".pypirc",
    ".git-credentials",
    ".dockercfg",
    ".dockerconfigjson",
    "credentials.json",
];

/// Names of folders in which programs keep passwords and keys.
const FOLDERS: [&str; 5] = [".aws", ".docker", ".gnupg", ".kube", ".ssh"];

/// The ends of names of private keys, and of stores of such.
const ENDS: [&str; 7] = [".pem", ".key", ".p12", ".pfx", ".ppk", ".jks", ".kdbx"];

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let copied = site.library.static_files.keys().map(|file| SourcePath::from(format!("{STATIC}/{file}")));
    let linked: BTreeSet<_> = site.routes.iter().filter_map(|(_, route)| file_beside(route)).collect();
    let secret = copied.chain(linked).filter(|file| looks_secret(file.as_str()));
    secret
        .map(|file| {
            let place = Place::start_of(&file);
            let top = file.segments().next().unwrap_or_default();
            let diagnostic =
                Diagnostic::warning(Code::SecretFile, "this looks like a secret, and everybody will see it");
            diagnostic
                .at(place)
                .help(format!("move it out of `{top}/`; if it was ever published, replace what it unlocks"))
        })
        .collect()
}

fn file_beside(route: &Route) -> Option<SourcePath> {
    if let Route::FileBeside(file, _) = route { Some(file.clone()) } else { None }
}

/// Whether a path is one that secrets have.
fn looks_secret(path: &str) -> bool {
    let path = path.to_ascii_lowercase();
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", &path));
    let is_key = name.starts_with("id_") && !name.contains('.');
    let is_json = Path::new(name).extension().is_some_and(|extension| extension == "json");
    let is_account =
        ["service-account", "service_account", "client_secret"].iter().any(|start| name.starts_with(start));
    NAMES.contains(&name)
        || folders.split('/').any(|folder| FOLDERS.contains(&folder))
        || name.starts_with(".env.")
        || ENDS.iter().any(|end| name.ends_with(end))
        || is_key
        || is_account && is_json
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_have_names() {
        for name in [
            ".env",
            "a/.ENV.production",
            "server.pem",
            "id_rsa",
            "keys/ID_ED25519",
            "site.key",
            ".htpasswd",
            "a.p12",
            ".aws/credentials",
            "a/.ssh/known_hosts",
            "service-account-1.json",
            ".envrc",
        ] {
            assert!(looks_secret(name), "{name}");
        }
        for name in [
            "id_rsa.pub",
            "id_card.png",
            "environment.txt",
            "keynote.pdf",
            ".well-known/a.txt",
            "service-account.html",
            "pem.txt",
            "env",
        ] {
            assert!(!looks_secret(name), "{name}");
        }
    }
}
