//! Rolebook: a localized static site generator for libraries of job descriptions.
//!
//! ```text
//! load  ->  parse  ->  resolve  ->  plan  ->  render  ->  write
//! Sources   Parsed     Library      Routes    bytes       disk
//! ```
//!
//! Each stage is a pure function of the types to its left and owns the type that it returns. Only [`load`] and [`mod@write`]
//! touch the outside world. [`pipeline`] is the program on one screen; `ARCHITECTURE.md` says what holds and where
//! things go.

pub mod diagnostic;
pub mod id;
pub mod locale;
pub mod place;

pub mod check;
pub mod load;
pub mod parse;
pub mod plan;
pub mod render;
pub mod resolve;
pub mod write;

pub mod commands;
pub mod pipeline;
