//! Why the system does not tell of changes.

use std::fmt;

use notify::{Error, ErrorKind};

/// Why the system does not tell of changes, so that files must be looked at.
#[derive(Debug)]
pub struct Refusal(Error);

/// `EMFILE` of Linux, where it stands for the number of programs that can be told of changes.
const TOO_MANY: i32 = 24;

impl Refusal {
    /// The refusal that an error is, unless all that it says is that something is gone.
    pub(super) fn of(error: Error) -> Option<Self> {
        let is_gone = match &error.kind {
            ErrorKind::PathNotFound | ErrorKind::WatchNotFound => true,
            ErrorKind::Io(error) => error.kind() == std::io::ErrorKind::NotFound,
            _ => false,
        };
        (!is_gone).then_some(Self(error))
    }

    /// That nothing is told any more, for whatever reason.
    pub(super) fn silence() -> Self {
        Self(Error::generic("the system has stopped reporting them"))
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match &self.0.kind {
            ErrorKind::MaxFilesWatch => "too many folders are watched (`fs.inotify.max_user_watches`)".to_owned(),
            ErrorKind::Io(error) if cfg!(target_os = "linux") && error.raw_os_error() == Some(TOO_MANY) => {
                "too many programs watch folders (`fs.inotify.max_user_instances`)".to_owned()
            }
            ErrorKind::Io(error) => {
                let place = self.0.paths.first().map(|path| format!("`{}`: ", path.display()));
                format!("{}{error}", place.unwrap_or_default())
            }
            _ => self.0.to_string(),
        };
        write!(f, "cannot wait for changes: {why}; checking all files twice a second instead")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // R13
    #[test]
    fn what_is_gone_is_no_refusal() {
        let gone = [Error::path_not_found(), Error::watch_not_found(), Error::io(std::io::ErrorKind::NotFound.into())];
        assert!(gone.into_iter().all(|error| Refusal::of(error).is_none()));
    }

    // R13
    #[test]
    fn a_refusal_names_what_can_be_done() {
        let texts: Vec<_> = [
            Error::new(ErrorKind::MaxFilesWatch).add_path("content".into()),
            Error::io(std::io::Error::other("no")).add_path("content".into()),
            Error::generic("never"),
        ]
        .map(|error| Refusal::of(error).unwrap().to_string())
        .into();
        insta::assert_snapshot!(texts.join("\n"), @r"
        cannot wait for changes: too many folders are watched (`fs.inotify.max_user_watches`); checking all files twice a second instead
        cannot wait for changes: `content`: no; checking all files twice a second instead
        cannot wait for changes: never; checking all files twice a second instead
        ");
    }
}
