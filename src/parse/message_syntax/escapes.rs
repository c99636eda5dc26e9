//! Escapes in texts in quotes: `\"`, `\\`, `\u00e9`, `\U01f602`.

use std::borrow::Cow;
use std::ops::Range;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::Document;
use crate::diagnostic::{Code, Diagnostic};
use crate::legible::is_legible;

/// What stands in quotes besides letters, for help.
pub(super) const ESCAPES: &str =
    "in quotes there are `\\\\`, `\\\"`, `\\u00e9` with four hexadecimal digits, and `\\U01f602` with six";

/// Reports escapes at which the library's parser ends the program, and says where they are: too few digits, and then a letter
/// of several bytes, `\u12ü`.
pub(in crate::parse) fn report(document: &Document) -> Vec<Range<usize>> {
    let broken = broken(document.text);
    for range in &broken {
        let message = format!("`{}` cannot be read", &document.text[range.clone()]);
        document.report(Diagnostic::error(Code::Syntax, message).help(ESCAPES), range.clone());
    }
    broken
}

fn broken(text: &str) -> Vec<Range<usize>> {
    static BROKEN: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(r"\\(?:u[0-9a-fA-F]{0,3}|U[0-9a-fA-F]{0,5})[^\x00-\x7f]").expect("a valid expression")
    });
    BROKEN.find_iter(text).map(|found| found.range()).collect()
}

/// Puts letters in their place, as many bytes.
pub(in crate::parse) fn replace(text: &mut String, broken: &[Range<usize>]) {
    for range in broken {
        text.replace_range(range.clone(), &"x".repeat(range.len()));
    }
}

/// What a text in quotes says that stands at a place of the document. Escapes that stand for nothing are reported, and those of characters that are left out.
pub(in crate::parse) fn read<'t>(document: &Document, quoted: &'t str, start: usize) -> Cow<'t, str> {
    static ESCAPE: LazyLock<Regex> = LazyLock::new(|| {
        let pair = r"u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}";
        Regex::new(&format!(r"\\(?:{pair}|u[0-9a-fA-F]{{4}}|U[0-9a-fA-F]{{6}}|.)")).expect("a valid expression")
    });
    if !quoted.contains('\\') {
        return quoted.into();
    }
    ESCAPE.replace_all(quoted, |found: &Captures| {
        let escape = found.get_match();
        let range = start + escape.start()..start + escape.end();
        match character(escape.as_str()) {
            Ok(c) if is_legible(c) => return c.to_string(),
            Ok(c) => document.leave_out(c, range),
            Err(mistake) => document.report(*mistake, range),
        }
        String::new()
    })
}

/// What an escape stands for.
fn character(escape: &str) -> Result<char, Box<Diagnostic>> {
    let no_character = |what: String| Diagnostic::error(Code::Syntax, format!("no character has the number {what}"));
    let number = |digits: &str| u32::from_str_radix(digits, 16).expect("hexadecimal digits");
    match (&escape[1..2], &escape[2..]) {
        ("u", pair) if pair.len() > 4 => {
            let whole = 0x10000 + ((number(&pair[..4]) - 0xD800) << 10) + (number(&pair[6..]) - 0xDC00);
            let halves = format!("U+{}, nor U+{}", pair[..4].to_uppercase(), pair[6..].to_uppercase());
            Err(Box::new(no_character(halves).help(format!("they are halves of one: write `\\U{whole:06x}`"))))
        }
        ("u" | "U", digits) => char::from_u32(number(digits)).ok_or_else(|| {
            let help = "write the number of a character: those from d800 to dfff, and above 10ffff, have none";
            Box::new(no_character(format!("U+{:04X}", number(digits))).help(help))
        }),
        ("{", _) => {
            let mistake = Diagnostic::error(Code::Syntax, "`\\{` cannot be read");
            Err(Box::new(mistake.help("write `{` without `\\`")))
        }
        (plain, _) => Ok(plain.chars().next().expect("a letter")),
    }
}
