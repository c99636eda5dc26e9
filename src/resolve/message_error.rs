//! Why a message has no text.

use std::fmt;

use crate::diagnostic::Code;
use crate::parse::message_id::MessageId;
use crate::place::Place;

/// Why a message has no text.
#[derive(Debug, PartialEq, Eq)]
pub enum MessageError {
    /// No locale of the fallback chain has the message.
    Missing {
        /// What was asked for.
        id: MessageId,
    },
    /// The message is defined but cannot be shown.
    Faulty {
        /// What was asked for.
        id: MessageId,
        /// Why.
        problem: Problem,
        /// Where it is defined.
        place: Place,
    },
}

/// Why a message cannot be shown.
#[derive(Debug, PartialEq, Eq)]
pub struct Problem {
    /// What kind of mistake it is.
    pub code: Code,
    /// What is wrong.
    pub message: String,
}

impl fmt::Display for MessageError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing { id } => write!(f, "the message `{id}` is not defined"),
            Self::Faulty { id, problem, place } => {
                write!(
                    f,
                    "the message `{id}` ({}:{}:{}) cannot be shown: {}",
                    place.file, place.line, place.column, problem.message
                )
            }
        }
    }
}

impl std::error::Error for MessageError {}
