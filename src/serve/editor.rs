//! Links that open a source file in an editor.

use std::path::Path;
use std::str::FromStr;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What stands in a path for itself.
const IN_PATH: &AsciiSet =
    &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'_').remove(b'.').remove(b'~').remove(b':');

/// How links to source files open an editor.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editor(Option<String>);

impl Editor {
    /// The link to a place in a file of the site at `root`, if an editor is known.
    pub(super) fn link(&self, root: &Path, file: &str, line: usize, column: usize) -> Option<String> {
        let path = root.join(file).to_string_lossy().replace('\\', "/");
        let path = utf8_percent_encode(&path, IN_PATH).to_string();
        let template = self.0.as_ref()?;
        let filled = template.replace("{path}", &path).replace("{line}", &line.to_string());
        Some(filled.replace("{column}", &column.to_string()))
    }
}

impl FromStr for Editor {
    type Err = String;

    /// One of the known editors, `none`, or an address with `{path}`, and perhaps `{line}` and `{column}`.
    fn from_str(text: &str) -> Result<Self, String> {
        let known = match text {
            "none" => return Ok(Self(None)),
            "vscode" => "vscode://file{path}:{line}:{column}",
            "vscodium" => "vscodium://file{path}:{line}:{column}",
            "cursor" => "cursor://file{path}:{line}:{column}",
            "zed" => "zed://file{path}:{line}:{column}",
            "idea" => "idea://open?file={path}&line={line}&column={column}",
            "sublime" => "subl://open?url=file://{path}&line={line}&column={column}",
            "emacs" => "org-protocol://open-file?url=file://{path}&line={line}&column={column}",
            own if own.contains("{path}") && own.contains(':') => own,
            _ => return Err("name an editor (vscode, vscodium, cursor, zed, idea, sublime, emacs), none, or an address with {path}, {line} and {column}".to_owned()),
        };
        Ok(Self(Some(known.to_owned())))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_name_the_file_line_and_column() {
        let link =
            |editor: &str| editor.parse::<Editor>().unwrap().link(Path::new("/a b"), "locales/el/site.ftl", 3, 7);
        assert_eq!(link("vscode").unwrap(), "vscode://file/a%20b/locales/el/site.ftl:3:7");
        assert_eq!(link("x:{path}?{line}").unwrap(), "x:/a%20b/locales/el/site.ftl?3");
        assert_eq!(link("none"), None);
        assert!("notepad".parse::<Editor>().is_err());
    }
}
