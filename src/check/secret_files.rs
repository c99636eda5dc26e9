//! `secret-file`: a file that looks like a key or a password and is about to be published.

use crate::diagnostic::{Code, Diagnostic};
use crate::load::STATIC;
use crate::place::{Place, SourcePath};
use crate::site::Site;

/// Names of files in which programs keep passwords.
const NAMES: [&str; 7] = [".env", ".htpasswd", ".netrc", ".npmrc", ".pgpass", ".pypirc", ".git-credentials"];

/// The ends of names of private keys, and of stores of such.
const ENDS: [&str; 7] = [".pem", ".key", ".p12", ".pfx", ".ppk", ".jks", ".kdbx"];

pub(super) fn check(site: &Site) -> Vec<Diagnostic> {
    let files = site.library.static_files.keys();
    let secret = files.filter(|file| looks_secret(file.rsplit('/').next().unwrap_or(file)));
    secret
        .map(|file| {
            let place = Place::start_of(&SourcePath::from(format!("{STATIC}/{file}")));
            let diagnostic =
                Diagnostic::warning(Code::SecretFile, "this looks like a secret, and everybody will see it");
            diagnostic.at(place).help("move it out of `static/`; if it was ever published, replace what it unlocks")
        })
        .collect()
}

/// Whether a name is one that secrets have.
fn looks_secret(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_key = name.starts_with("id_") && !name.contains('.');
    NAMES.contains(&&*name) || name.starts_with(".env.") || ENDS.iter().any(|end| name.ends_with(end)) || is_key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn secrets_have_names() {
        for name in [".env", ".ENV.production", "server.pem", "id_rsa", "ID_ED25519", "site.key", ".htpasswd", "a.p12"]
        {
            assert!(looks_secret(name), "{name}");
        }
        for name in ["id_rsa.pub", "id_card.png", "environment.txt", "keynote.pdf", ".well-known", "pem.txt", "env"] {
            assert!(!looks_secret(name), "{name}");
        }
    }
}
