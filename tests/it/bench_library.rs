//! The library that is measured with (`benches/library/`) is a sound site, and always the same.

#[path = "../../benches/library/mod.rs"]
pub(crate) mod library;

use crate::site::Site;
use library::library;

#[test]
fn it_has_no_mistakes() {
    let site = library(12).iter().fold(Site::new().without_files(), |site, (path, text)| site.file(path, text));
    insta::assert_snapshot!(site.diagnostics(), @"");
}

#[test]
fn the_same_count_gives_the_same_bytes() {
    assert_eq!(library(12), library(12));
}
