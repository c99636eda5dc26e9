//! Rendered files that are kept to be sent again, as many as there is room for.

use std::collections::{HashMap, VecDeque};
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;

/// How many bytes are kept; pages of some ten kilobytes each are rendered again in milliseconds.
const MOST: usize = 64 * 1024 * 1024;

/// A path of the output, and whether messages are marked in the page.
pub(super) type Key = (String, bool);

/// A file of the output.
#[derive(Clone)]
pub(super) enum Rendered {
    Bytes(Arc<[u8]>),
    CopyOf(Arc<Path>),
    /// A template could not render it; this is what was there before, if anything.
    Failed(Arc<Diagnostic>, Option<Arc<[u8]>>),
}

impl Rendered {
    /// How many bytes it holds.
    pub(super) fn len(&self) -> usize {
        match self {
            Rendered::Bytes(bytes) | Rendered::Failed(_, Some(bytes)) => bytes.len(),
            Rendered::CopyOf(_) | Rendered::Failed(_, None) => 0,
        }
    }
}

/// Rendered files. Those that came first make room for others.
pub(super) struct Kept {
    most: usize,
    files: HashMap<Arc<Key>, Rendered>,
    order: VecDeque<Arc<Key>>,
    bytes: usize,
}

impl Default for Kept {
    fn default() -> Self {
        Self { most: MOST, files: HashMap::new(), order: VecDeque::new(), bytes: 0 }
    }
}

impl Kept {
    pub(super) fn file(&self, key: &Key) -> Option<&Rendered> {
        self.files.get(key)
    }

    pub(super) fn keep(&mut self, key: Key, file: Rendered) {
        let key = Arc::new(key);
        self.bytes += file.len();
        match self.files.insert(Arc::clone(&key), file) {
            Some(before) => self.bytes -= before.len(),
            None => self.order.push_back(key),
        }
        while self.bytes > self.most
            && let Some(first) = self.order.pop_front()
        {
            self.bytes -= self.files.remove(&first).map_or(0, |file| file.len());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // R24
    #[test]
    fn what_came_first_makes_room() {
        let mut kept = Kept { most: 10, ..Kept::default() };
        let key = |path: &str| (path.to_owned(), false);
        let file = |length| Rendered::Bytes(vec![0; length].into());
        kept.keep(key("a"), file(4));
        kept.keep(key("b"), file(4));
        kept.keep(key("a"), file(6));
        assert_eq!((kept.bytes, kept.files.len()), (10, 2), "what is kept anew counts once");
        kept.keep(key("c"), file(1));
        assert!(kept.file(&key("a")).is_none() && kept.file(&key("b")).is_some() && kept.file(&key("c")).is_some());
        kept.keep(key("d"), file(11));
        assert_eq!((kept.bytes, kept.files.len(), kept.order.len()), (0, 0, 0), "there is no room for it");
    }
}
