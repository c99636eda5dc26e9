//! Files that are copied, and that others may be writing to meanwhile.

use std::fs::File;
use std::io::{self, Read, Seek as _, Write};
use std::path::Path;

use crate::fingerprint::Fingerprint;
use crate::look::Look;

/// A file that is to be copied.
pub(super) struct Original {
    file: File,
    /// What it was from outside when it was opened.
    pub(super) look: Look,
}

impl Original {
    pub(super) fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        Ok(Self { look: Look::of(&file.metadata()?), file })
    }

    /// Copies all of it and gives the fingerprint of what was copied; nothing if it was written to meanwhile, so that the copy
    /// may be half old and half new.
    pub(super) fn copy_to(&mut self, copy: &mut impl Write) -> io::Result<Option<Fingerprint>> {
        self.file.rewind()?;
        let content = Fingerprint::of_stream(Copying { from: &mut self.file, to: copy })?;
        let look = Look::of(&self.file.metadata()?);
        Ok((look.of_source() == self.look.of_source()).then_some(content))
    }
}

/// Writes all that is read of something to something else.
struct Copying<'c, W> {
    from: &'c mut File,
    to: &'c mut W,
}

impl<W: Write> Read for Copying<'_, W> {
    fn read(&mut self, piece: &mut [u8]) -> io::Result<usize> {
        let length = self.from.read(piece)?;
        self.to.write_all(&piece[..length])?;
        Ok(length)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A copy during which somebody writes to the original.
    struct Writing<'p>(Vec<u8>, &'p Path);

    impl Write for Writing<'_> {
        fn write(&mut self, piece: &[u8]) -> io::Result<usize> {
            if self.0.is_empty() {
                let old = std::time::SystemTime::UNIX_EPOCH;
                File::options().write(true).open(self.1)?.set_modified(old)?;
            }
            self.0.write(piece)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_file_that_is_written_to_meanwhile_is_not_copied() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a");
        let bytes = vec![b'x'; 200_000];
        std::fs::write(&path, &bytes).unwrap();
        let mut original = Original::open(&path).unwrap();
        let mut copy = Vec::new();
        let whole = Some(Fingerprint::of(&bytes));
        assert_eq!((original.copy_to(&mut copy).unwrap(), copy.len()), (whole, 200_000));
        assert_eq!(original.copy_to(&mut Writing(Vec::new(), &path)).unwrap(), None);
    }
}
