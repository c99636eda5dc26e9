//! What always holds, whatever the input: one type for each property, tried with random inputs.
//!
//! Each is tried twice. `cargo test` hands it inputs made by `proptest`, from pieces of the syntax, and the same ones each
//! time; `fuzz/` hands it whatever reaches new code. A property that does not hold panics and says what is wrong. None is only
//! that nothing panics.
//!
//! | property | holds of |
//! |---|---|
//! | [`FrontMatter`] | the text of an entry, and what is recorded in its front matter |
//! | [`Markdown`] | a text on its page, in its document and in search results |
//! | [`MessagesOnPages`] | a file of messages, and the page that shows them |
//! | [`Configuration`] | `rolebook.toml`, and the files that the site has then |
//! | [`Addresses`] | titles, slugs and names of files, and the paths of what is published |
//! | [`Requests`] | what a preview is asked, and what it answers |
//! | [`Folding`] | the templates of a theme, and the pages that they make |
//!
//! Two of them stand beside what they are about, which others do not see: `serve/property/` and
//! `render/fold/differential/`.

mod addresses;
mod bench;
mod configuration;
mod front_matter;
mod markdown;
mod messages;
mod page;

pub use addresses::Addresses;
pub use configuration::Configuration;
pub use front_matter::FrontMatter;
pub use markdown::Markdown;
pub use messages::MessagesOnPages;

pub use crate::render::Folding;
pub use crate::serve::Requests;
