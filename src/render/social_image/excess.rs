//! What a picture has too much of.

use std::fmt;

use resvg::usvg::roxmltree;

use crate::limits::{NESTING, PICTURE_BYTES, PICTURE_PIECES, PICTURE_POINTS, PICTURE_STYLE_BYTES, PICTURE_WORK};

/// Why the SVG of a picture is not painted.
pub(super) enum Excess {
    /// It is no XML.
    Unreadable(roxmltree::Error),
    Bytes,
    Levels,
    Pieces,
    Points,
    Work,
    StyleBytes,
    /// A style sheet, or an attribute, refers to something in a way that is not followed.
    StyleReference,
    /// An element that no picture may have.
    Refused(&'static str),
}

impl fmt::Display for Excess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(error) => error.fmt(f),
            Self::Bytes => write!(f, "its SVG has more than {} kB", PICTURE_BYTES / 1000),
            Self::Levels => {
                write!(f, "its elements stand in each other, or refer to each other, more than {NESTING} deep")
            }
            Self::Pieces => {
                write!(f, "it has more than {PICTURE_PIECES} elements and letters, each as often as it is used")
            }
            Self::Points => write!(f, "its shapes have more than {PICTURE_POINTS} points and dashes"),
            Self::Work => {
                write!(f, "its shapes and layers cover more than {} million pixels", PICTURE_WORK / 1_000_000)
            }
            Self::StyleBytes => write!(f, "its style sheets have more than {} kB", PICTURE_STYLE_BYTES / 1000),
            Self::StyleReference => f.write_str("a style sheet has `url(…)`, or an attribute `inherit`"),
            Self::Refused(element) => write!(f, "`<{element}>` is not for such pictures"),
        }
    }
}

impl Excess {
    /// What to do.
    pub(super) fn help(&self) -> &'static str {
        match self {
            Self::Unreadable(_) => "correct the template",
            Self::Bytes | Self::Pieces | Self::Points => "draw less, and simpler shapes",
            Self::Levels => "take groups, clip paths and masks apart",
            Self::Work => {
                "use fewer large shapes, opacities, clip paths, masks and filters, or make the picture smaller"
            }
            Self::StyleBytes => "write fewer rules",
            Self::StyleReference => {
                "write `clip-path`, `mask` and `filter` as attributes of the elements that have them"
            }
            Self::Refused(_) => "take it out, or draw what it shows with shapes",
        }
    }
}
