//! Questions to a person at a terminal. Enter takes what stands in brackets.

use super::Misread;
use crate::commands::terminal::Terminal;
use crate::diagnostic::Failure;

/// Asks until the answer can be read.
pub(super) fn ask<T>(
    terminal: &Terminal,
    question: &str,
    default: &str,
    read: impl Fn(&str) -> Result<T, Misread>,
) -> Result<T, Failure> {
    let question = format!("{question} [{default}] ");
    loop {
        match answered(&Terminal::ask(&question)?, default, &read) {
            Ok(answer) => return Ok(answer),
            Err(mistake) => terminal.failure(&mistake),
        }
    }
}

fn answered<T>(answer: &str, default: &str, read: &impl Fn(&str) -> Result<T, Misread>) -> Result<T, Misread> {
    match answer.trim() {
        "" => read(default),
        answer => read(answer),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn enter_takes_what_stands_in_brackets() {
        let read = |answer: &str| answer.parse::<u8>().map_err(|_| Misread(format!("`{answer}` is no number")));
        assert_eq!(answered("\n", "7", &read).ok(), Some(7));
        assert_eq!(answered(" 12 \r\n", "7", &read).ok(), Some(12));
        assert_eq!(answered("x\n", "7", &read).unwrap_err().to_string(), "`x` is no number");
    }
}
