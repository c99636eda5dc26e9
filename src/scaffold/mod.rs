//! Starting points: a new site, a new entry, a new language.
//!
//! Makes the files; what creates them on disk is [`write::create`](crate::write::create). What a new site has is in `files/`, file by
//! file; only what depends on its languages is made here.

pub mod entry;
mod files;
pub mod host;
pub mod locale;
pub mod messages;
pub mod site;
mod skeleton;
pub mod wanted;
