//! Diagnostics for GitHub Actions, which shows them on the lines of a pull request.

use std::fmt::Write;
use std::path::{MAIN_SEPARATOR_STR, Path};

use super::printable::shortened;
use crate::diagnostic::{Diagnostic, Severity};

/// Diagnostics as workflow commands of GitHub Actions, for a site that is at `root` in the repository.
///
/// Source: <https://docs.github.com/actions/reference/workflow-commands-for-github-actions>.
#[must_use]
pub fn github(diagnostics: &[Diagnostic], root: &Path) -> String {
    let data = |text: &str| text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A");
    let property = |text: &str| data(text).replace(':', "%3A").replace(',', "%2C");
    let mut out = String::new();
    for diagnostic in diagnostics {
        let mut properties = Vec::new();
        if let Some(place) = &diagnostic.place {
            properties.push(format!("file={}", property(&below(root, place.file.as_str()))));
            properties.push(format!("line={}", place.line));
            properties.push(format!("col={}", place.column));
            properties.push(format!("endColumn={}", place.column + place.length));
        }
        properties.push(format!("title={}", property(diagnostic.code.as_str())));
        let help = diagnostic.help.as_ref().map(|help| format!("\nhelp: {help}")).unwrap_or_default();
        let message = data(&shortened(&format!("{}{help}", diagnostic.message)));
        let command = match diagnostic.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Hint => "notice",
        };
        let _ = writeln!(out, "::{command} {}::{message}", properties.join(","));
    }
    out
}

/// A path below a folder, with forward slashes.
fn below(root: &Path, file: &str) -> String {
    let root = root.to_string_lossy().replace(MAIN_SEPARATOR_STR, "/");
    if root.is_empty() { file.to_owned() } else { format!("{}/{file}", root.trim_end_matches('/')) }
}

#[cfg(test)]
mod tests {
    use insta::assert_snapshot;

    use super::*;
    use crate::diagnostic::Code;
    use crate::place::{Place, SourcePath};

    // C8
    #[test]
    fn names_cannot_break_out_of_annotations() {
        let place = Place { file: SourcePath::from("a,line=1:\n::error::%0A.md"), line: 2, column: 1, length: 1 };
        let mistake = Diagnostic::error(Code::UnexpectedFile, "a\r\n::warning::100%").at(place);
        assert_snapshot!(github(&[mistake], Path::new("/srv/site/")), @"::error file=/srv/site/a%2Cline=1%3A%0A%3A%3Aerror%3A%3A%250A.md,line=2,col=1,endColumn=2,title=unexpected-file::a%0D%0A::warning::100%25");
    }
}
