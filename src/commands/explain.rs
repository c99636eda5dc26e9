//! `rolebook explain`: what a code means, why it matters, and how to fix it. Its words are those of `docs/diagnostics/`.

use std::fmt::Write;

use anstyle::Style;
use clap::Args;
use url::Url;

use super::markdown::{for_terminal, in_lines};
use super::terminal::Terminal;
use super::{CommandResult, Outcome};
use crate::diagnostic::Code;
use crate::process::DOCS;

/// The list of all codes, in groups, with a line for each.
const LIST: &str = include_str!("../../docs/diagnostics.md");

/// The arguments of `rolebook explain`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook explain broken-link
  rolebook explain")]
pub(super) struct Arguments {
    /// The code in the brackets of an error, a warning or a hint; all codes are listed without one
    #[arg(value_name = "CODE")]
    code: Option<Code>,
}

pub(super) fn run(arguments: &Arguments) -> CommandResult {
    let width = Terminal::width();
    let text = match arguments.code {
        Some(code) => for_terminal(code.page(), width, &address),
        None => all(width),
    };
    Terminal::default().page(&text)?;
    Ok(Outcome::Well)
}

/// What stands for a link of a page: the command that shows another page, or an address on the web.
fn address(link: &str) -> String {
    if let Some(code) = link.strip_suffix(".md").and_then(|name| name.parse::<Code>().ok()) {
        return format!("rolebook explain {code}");
    }
    let pages = Url::parse(&format!("{DOCS}/diagnostics/")).expect("Cargo.toml has the address of the repository");
    pages.join(link).map_or_else(|_| link.to_owned(), String::from)
}

/// All codes in their groups, with a line for each.
fn all(width: usize) -> String {
    let bold = Style::new().bold();
    let column = Code::ALL.iter().map(|code| code.as_str().len()).max().unwrap_or_default();
    let behind = " ".repeat(column + 4);
    let mut text = String::new();
    for line in LIST.lines() {
        if let Some(group) = line.strip_prefix("### ") {
            let before = if text.is_empty() { "" } else { "\n" };
            let _ = writeln!(text, "{before}{bold}{group}{bold:#}");
        } else if let Some((code, words)) = code_and_words(line) {
            let before = format!("  {code:column$}  ");
            let _ = writeln!(text, "{}", in_lines(words, width, (&before, &behind)));
        }
    }
    text + "\n`rolebook explain CODE` says more about one.\n"
}

/// What a line of the list says: ``- [`broken-link`](diagnostics/broken-link.md): a link that leads nowhere``.
fn code_and_words(line: &str) -> Option<(&str, &str)> {
    let (code, rest) = line.strip_prefix("- [`")?.split_once("`](")?;
    Some((code, rest.split_once("): ")?.1))
}

#[cfg(test)]
mod tests {
    use anstream::adapter::strip_str;

    use super::*;

    #[test]
    fn all_codes_are_listed_once() {
        let mut listed: Vec<_> = LIST.lines().filter_map(code_and_words).map(|(code, _)| code).collect();
        let mut codes: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
        listed.sort_unstable();
        codes.sort_unstable();
        assert_eq!(listed, codes);
        let shown = strip_str(&all(60)).to_string();
        assert!(codes.iter().all(|code| shown.contains(&format!("\n  {code}  "))), "{shown}");
        assert!(shown.lines().all(|line| line.len() <= 60), "{shown}");
    }

    #[test]
    fn links_are_commands_or_addresses() {
        assert_eq!(address("broken-link.md"), "rolebook explain broken-link");
        assert_eq!(address("../content.md#sections-of-a-role"), format!("{DOCS}/content.md#sections-of-a-role"));
        assert_eq!(address("https://www.w3.org/TR/WCAG22/"), "https://www.w3.org/TR/WCAG22/");
    }

    #[test]
    fn every_page_fits_the_terminal() {
        for code in Code::ALL {
            let shown = strip_str(&for_terminal(code.page(), 72, &address)).to_string();
            assert!(shown.starts_with(&format!("{code}\n\n")), "{shown}");
            for line in shown.lines().filter(|line| !line.starts_with("    ")) {
                assert!(!line.contains("](../") && !line.contains("```"), "{code}: {line}");
                assert!(line.chars().count() <= 72 || line.contains("https://"), "{code}: {line}");
            }
        }
    }
}
