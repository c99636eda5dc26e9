//! Bytes to disk: one build at a time, and never half of it.
//!
//! Rendered files wait in a staging folder on the file system of the output. When all are there, and nothing stands in the way
//! of any, they move in by rename (`publishing`): the folder as a whole if there is no output yet, or if so asked for
//! (`exchange`), else the files that have changed, in an order in which no page ever leads to one that is not there. Files
//! whose bytes have not changed are not touched. Files that an earlier build made and this one does not are removed; the
//! [`Record`] beside the output says which those are, so that nothing else in the folder ever is.

#![expect(clippy::disallowed_methods, reason = "this stage touches the disk so that no other has to")]

mod attributes;
mod changes;
mod create;
mod exchange;
mod interruption;
mod leftovers;
mod lock;
mod made;
mod manner;
mod obstacles;
mod old_tree;
mod original;
mod output;
mod part;
mod publishing;
mod record;
mod record_text;
mod refusals;
mod replace;
mod staging;
mod system;

pub use create::{NewFiles, create};
pub use interruption::{Interruption, Stopped};
pub use lock::{IfBusy, Lock, LockNews};
pub use manner::{Change, Durability, Foreign, Manner, Trust, Turn};
pub use output::OutputFolder;
pub use part::Part;
pub use record::Record;
pub use record_text::{About, Flaw};
pub use refusals::Chosen;
pub use replace::{replace, replace_all};
pub use staging::{Publication, Staging, ToMake, Written};
#[cfg(unix)]
pub(crate) use system::is_at;
