//! `rolebook licenses`: the licenses of what others have made and that is in this program.

use super::terminal::{Stream, Terminal, Verbosity};
use super::{CommandResult, Outcome};
use crate::load::{BUILT_IN_THEME, Sources};

/// The licenses of all crates, which `.ci/licenses.py` writes and `tests/it/licenses.rs` compares with `Cargo.lock`.
const OF_CRATES: &str = include_str!("licenses.txt");

pub(super) fn run() -> CommandResult {
    let theme = Sources::in_memory([]);
    let of_fonts = theme.text(&format!("themes/{BUILT_IN_THEME}/fonts/OFL.txt").into());
    let of_fonts = of_fonts.expect("the theme in the program has the license of its fonts");
    let line = "=".repeat(100);
    let text = format!("{OF_CRATES}\n{line}\nfonts of the theme {BUILT_IN_THEME}\n\n{of_fonts}");
    Terminal::default().say(Verbosity::Normal, Stream::Output, &text)?;
    Ok(Outcome::Well)
}
