//! What an answer sends: bytes in memory, and parts of files, which are read while they are sent.
//!
//! A file of any size takes the memory of a few chunks for each connection, and none if its reader is slow.

use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom};
use std::ops::RangeInclusive;

use http_body_util::Channel;
use http_body_util::channel::Sender;
use hyper::body::Bytes;

/// How much of a file is read at a time, in bytes.
const CHUNK: u64 = 32 * 1024;

/// What an answer sends, in order.
#[derive(Default)]
pub(super) struct Content(Vec<Piece>);

enum Piece {
    Bytes(Bytes),
    /// This many bytes of a file, from the place at which it is open.
    File(File, u64),
}

/// What hyper is handed.
pub(super) type Body = Channel<Bytes, io::Error>;

impl<T: Into<Bytes>> From<T> for Content {
    fn from(bytes: T) -> Self {
        Self(vec![Piece::Bytes(bytes.into())])
    }
}

impl Content {
    /// A file of so many bytes.
    pub(super) fn file(file: File, length: u64) -> Self {
        Self(vec![Piece::File(file, length)])
    }

    /// How many bytes it has.
    pub(super) fn len(&self) -> u64 {
        self.0.iter().map(Piece::len).sum()
    }

    /// Its bytes that are in memory.
    pub(super) fn bytes_mut(&mut self) -> impl Iterator<Item = &mut Bytes> {
        self.0.iter_mut().filter_map(|piece| match piece {
            Piece::Bytes(bytes) => Some(bytes),
            Piece::File(..) => None,
        })
    }

    /// Some of its bytes, all of which it has.
    pub(super) fn part(self, range: &RangeInclusive<u64>) -> io::Result<Self> {
        let mut before = 0;
        let mut pieces = Vec::new();
        for piece in self.0 {
            let start = range.start().saturating_sub(before).min(piece.len());
            let end = (range.end() + 1).saturating_sub(before).min(piece.len());
            before += piece.len();
            if start < end {
                pieces.push(piece.part(start, end)?);
            }
        }
        Ok(Self(pieces))
    }

    /// Puts bytes where `place` says, which sees the first bytes, `longest` of them at most.
    pub(super) fn insert(self, longest: u64, bytes: Bytes, place: impl FnOnce(&[u8]) -> usize) -> io::Result<Self> {
        let mut pieces = self.0.into_iter();
        let (first, rest) = match pieces.next() {
            None => (Bytes::new(), None),
            Some(Piece::Bytes(first)) => (first, None),
            Some(Piece::File(file, length)) => {
                let first = read(&file, longest.min(length))?;
                let rest = length - first.len() as u64;
                (first, Some(Piece::File(file, rest)))
            }
        };
        let at = place(&first);
        let parts = [first.slice(..at), bytes, first.slice(at..)].map(Piece::Bytes);
        Ok(Self(parts.into_iter().chain(rest).chain(pieces).collect()))
    }

    /// All that it would send.
    #[cfg(any(test, fuzzing))]
    pub(super) fn read(self) -> io::Result<Vec<u8>> {
        let pieces = self.0.into_iter().map(|piece| match piece {
            Piece::Bytes(bytes) => Ok(bytes),
            Piece::File(file, length) => read(&file, length),
        });
        Ok(pieces.collect::<io::Result<Vec<_>>>()?.concat())
    }

    /// Sends it as fast as it is read at the other end.
    pub(super) fn into_body(self) -> Body {
        let (mut sender, body) = Channel::new(1);
        tokio::spawn(async move {
            for piece in self.0 {
                match piece.send(&mut sender).await {
                    Ok(()) => {}
                    // The answer breaks off, so that nobody takes what has come for all of it.
                    Err(error) => return sender.abort(error),
                }
            }
        });
        body
    }
}

impl Piece {
    fn len(&self) -> u64 {
        match self {
            Piece::Bytes(bytes) => bytes.len() as u64,
            Piece::File(_, length) => *length,
        }
    }

    fn part(self, start: u64, end: u64) -> io::Result<Self> {
        Ok(match self {
            Piece::Bytes(bytes) => {
                let place = |offset: u64| usize::try_from(offset).expect("it is within the bytes");
                Piece::Bytes(bytes.slice(place(start)..place(end)))
            }
            Piece::File(mut file, _) => {
                file.seek(SeekFrom::Current(start.try_into().map_err(io::Error::other)?))?;
                Piece::File(file, end - start)
            }
        })
    }

    async fn send(self, sender: &mut Sender<Bytes, io::Error>) -> io::Result<()> {
        let is_gone = |_| io::Error::from(io::ErrorKind::BrokenPipe);
        let (mut file, mut left) = match self {
            Piece::Bytes(bytes) => return sender.send_data(bytes).await.map_err(is_gone),
            Piece::File(file, length) => (file, length),
        };
        while left > 0 {
            let reading = tokio::task::spawn_blocking(move || read(&file, left.min(CHUNK)).map(|chunk| (file, chunk)));
            let chunk;
            (file, chunk) = reading.await??;
            left -= chunk.len() as u64;
            sender.send_data(chunk).await.map_err(is_gone)?;
        }
        Ok(())
    }
}

/// The next bytes of a file, which must have them: it may have been cut since it was measured.
fn read(mut file: &File, length: u64) -> io::Result<Bytes> {
    let mut bytes = vec![0; usize::try_from(length).map_err(io::Error::other)?];
    file.read_exact(&mut bytes)?;
    Ok(bytes.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `0123456789`: bytes, then a file, then bytes.
    fn digits() -> Content {
        let mut file = tempfile::tempfile().unwrap();
        io::Write::write_all(&mut file, b"--34567").unwrap();
        file.seek(SeekFrom::Start(2)).unwrap();
        Content(vec![
            Piece::Bytes(Bytes::from_static(b"012")),
            Piece::File(file, 5),
            Piece::Bytes(Bytes::from_static(b"89")),
        ])
    }

    fn text(content: Content) -> String {
        String::from_utf8(content.read().unwrap()).unwrap()
    }

    #[test]
    fn a_part_can_begin_and_end_anywhere() {
        for start in 0..10 {
            for end in start..10 {
                let part = digits().part(&(start..=end)).unwrap();
                assert_eq!(part.len(), end - start + 1);
                let [from, to] = [start, end].map(|place| usize::try_from(place).unwrap());
                assert_eq!(text(part), "0123456789"[from..=to]);
            }
        }
    }

    #[test]
    fn bytes_are_put_into_bytes_and_files() {
        let insert = |content: Content| text(content.insert(3, Bytes::from_static(b"x"), <[u8]>::len).unwrap());
        assert_eq!(insert(Content::from("0123")), "0123x", "what is in memory is seen as a whole");
        assert_eq!(insert(digits().part(&(3..=9)).unwrap()), "345x6789");
        assert_eq!(insert(digits().part(&(6..=7)).unwrap()), "67x");
        assert_eq!(insert(Content::default()), "x");
    }

    #[test]
    fn a_file_that_was_cut_meanwhile_is_a_failure() {
        let Content(mut pieces) = digits();
        let Piece::File(file, _) = pieces.remove(1) else { panic!("it is a file") };
        file.set_len(4).unwrap();
        assert_eq!(read(&file, 5).unwrap_err().kind(), io::ErrorKind::UnexpectedEof);
    }
}
