//! Rolebook: a localized static site generator for libraries of job descriptions.
//!
//! Rolebook is a program. This crate is its code, public for its tests, benchmarks and fuzz targets; it promises nothing to other
//! crates, and any version may change all of it. `CONTRIBUTING.md` says what a version of the program promises.
//!
//! ```text
//! load  ->  parse  ->  resolve  ->  relate  ->  plan  ->  render  ->  write
//! Sources   Parsed     Library      Related    Routes    bytes       disk
//! ```
//!
//! Each stage is a pure function of the types to its left and owns the type that it returns. Only [`load`] and [`mod@write`]
//! touch the outside world. [`pipeline`] is the program on one screen; `ARCHITECTURE.md` says what holds and where
//! things go.
//!
//! A site in memory, and one of its pages:
//!
//! ```
//! use rolebook::load::Sources;
//! use rolebook::pipeline::{Timings, compile};
//! use rolebook::render::{Output, Renderer};
//! use rolebook::resolve::Options;
//!
//! let config = "base_url = \"https://example.org/\"\ndefault_locale = \"en\"\n\n[[locales]]\ncode = \"en\"\nname = \"English\"\n";
//! let sources = Sources::in_memory([("rolebook.toml".into(), config.into())]);
//! let compiled = compile(&sources, &Options::default(), &mut Timings::default());
//! assert!(compiled.diagnostics.is_empty());
//!
//! let site = compiled.site.expect("the configuration can be used");
//! let home = site.routes.get("en/index.html").expect("each locale has a home page");
//! let Output::Bytes(html) = Renderer::new(&site).render(home).expect("the theme is sound") else {
//!     unreachable!("pages are made, not copied")
//! };
//! assert!(html.starts_with(b"<!DOCTYPE html>"));
//! ```

pub mod diagnostic;
pub mod fingerprint;
pub mod fold;
pub mod id;
pub mod legible;
pub mod limits;
pub mod locale;
pub mod look;
pub mod markup;
pub mod output_path;
pub mod permalink;
pub mod place;
pub mod process;
pub mod slug;
pub mod timings;
#[cfg(test)]
pub mod trial;
pub mod xml;

pub mod check;
pub mod load;
pub mod parse;
pub mod plan;
pub mod rebuild;
pub mod relate;
pub mod render;
pub mod resolve;
pub mod shard;
pub mod site;
pub mod translated;
pub mod write;

pub mod commands;
pub mod pipeline;
#[cfg(any(test, fuzzing))]
pub mod properties;
pub mod scaffold;
pub mod schema;
pub mod serve;
pub mod upkeep;
