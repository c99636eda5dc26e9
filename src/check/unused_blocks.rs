//! `unused-block`: a shared block that no text names.

use crate::diagnostic::{Code, Diagnostic};
use crate::site::Site;

pub(super) fn check(Site { library, bodies, .. }: &Site) -> Vec<Diagnostic> {
    if library.share.is_some() {
        // A shard does not read all that may name blocks.
        return Vec::new();
    }
    let unused = bodies.unused_blocks.iter().map(|(id, place)| {
        Diagnostic::warning(Code::UnusedBlock, format!("no text names the block `{id}`"))
            .at(place.clone())
            .help(format!("write `{{{{ block {id} }}}}` on a line of its own in a text, or remove the folder"))
    });
    unused.collect()
}
