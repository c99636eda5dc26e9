//! How much work it is to paint a picture, estimated before it is painted.

use resvg::tiny_skia::{Path, PathSegment, Point, Rect};
use resvg::usvg::{ClipPath, Group, Mask, Node, Stroke, Tree};

use super::excess::Excess;
use crate::limits::{PICTURE_POINTS, PICTURE_WORK};

/// What a pixel of a layer costs, where one of a shape costs 1: it is made, filled, changed and copied.
const LAYER: f64 = 8.0;

/// What a pixel of a primitive of a filter costs.
const PRIMITIVE: f64 = 32.0;

/// Whether a picture can be painted in a time that nobody minds.
pub(super) fn check(tree: &Tree) -> Result<(), Excess> {
    let size = tree.size();
    let mut work = Work { canvas: (f64::from(size.width()), f64::from(size.height())), pixels: 0.0, points: 0.0 };
    work.group(tree.root())
}

struct Work {
    canvas: (f64, f64),
    pixels: f64,
    points: f64,
}

impl Work {
    fn group(&mut self, group: &Group) -> Result<(), Excess> {
        let primitives: usize = group.filters().iter().map(|filter| filter.primitives().len()).sum();
        // The library lets a filter go this far beyond the picture.
        let margin = if primitives > 0 { 2.0 } else { 0.0 };
        let layer = self.area(group.abs_layer_bounding_box().to_rect(), margin);
        if group.should_isolate() {
            #[expect(clippy::cast_precision_loss, reason = "no picture has so many")]
            let each = LAYER + PRIMITIVE * primitives as f64;
            self.add(layer * each, 0.0)?;
        }
        if let Some(clip) = group.clip_path() {
            self.clip_path(clip, layer)?;
        }
        if let Some(mask) = group.mask() {
            self.mask(mask, layer)?;
        }
        group.children().iter().try_for_each(|node| self.node(node))
    }

    fn node(&mut self, node: &Node) -> Result<(), Excess> {
        match node {
            Node::Group(group) => self.group(group),
            Node::Text(text) => self.group(text.flattened()),
            Node::Path(path) => {
                let paints = f64::from(u8::from(path.fill().is_some()) + u8::from(path.stroke().is_some()));
                let area = self.area(path.abs_stroke_bounding_box(), 0.0);
                let dashes = path.stroke().map_or(0.0, |stroke| dashes(path.data(), stroke));
                self.add(area * paints, points(path.data()) * paints + dashes)
            }
            Node::Image(_) => Err(Excess::Refused("image")),
        }
    }

    /// Clip paths and masks are painted on layers as large as the one that they are applied to.
    fn clip_path(&mut self, clip: &ClipPath, layer: f64) -> Result<(), Excess> {
        self.add(layer * LAYER, 0.0)?;
        if let Some(next) = clip.clip_path() {
            self.clip_path(next, layer)?;
        }
        self.group(clip.root())
    }

    fn mask(&mut self, mask: &Mask, layer: f64) -> Result<(), Excess> {
        self.add(layer * LAYER, 0.0)?;
        if let Some(next) = mask.mask() {
            self.mask(next, layer)?;
        }
        self.group(mask.root())
    }

    fn add(&mut self, pixels: f64, points: f64) -> Result<(), Excess> {
        self.pixels += pixels;
        self.points += points;
        if self.points > PICTURE_POINTS {
            return Err(Excess::Points);
        }
        if self.pixels > f64::from(PICTURE_WORK) { Err(Excess::Work) } else { Ok(()) }
    }

    /// The pixels that a box covers of the picture and of a margin, given in sizes of the picture.
    fn area(&self, of: Rect, margin: f64) -> f64 {
        let length = |from: f32, to: f32, whole: f64| {
            (f64::from(to).min(whole * (1.0 + margin)) - f64::from(from).max(-whole * margin)).max(1.0)
        };
        length(of.left(), of.right(), self.canvas.0) * length(of.top(), of.bottom(), self.canvas.1)
    }
}

#[expect(clippy::cast_precision_loss, reason = "no picture has so many")]
fn points(path: &Path) -> f64 {
    path.points().len() as f64
}

/// How many dashes a line of a path has at most, by the points of its curves.
fn dashes(path: &Path, stroke: &Stroke) -> f64 {
    let Some(dashes) = stroke.dasharray() else { return 0.0 };
    let mut length = 0.0;
    let (mut start, mut last) = (Point::zero(), Point::zero());
    let mut line = |last: &mut Point, to: Point| {
        length += f64::from(last.distance(to));
        *last = to;
    };
    for segment in path.segments() {
        match segment {
            PathSegment::MoveTo(to) => (start, last) = (to, to),
            PathSegment::LineTo(to) => line(&mut last, to),
            PathSegment::QuadTo(by, to) => [by, to].into_iter().for_each(|to| line(&mut last, to)),
            PathSegment::CubicTo(by, then, to) => [by, then, to].into_iter().for_each(|to| line(&mut last, to)),
            PathSegment::Close => line(&mut last, start),
        }
    }
    let period: f64 = dashes.iter().copied().map(f64::from).sum();
    #[expect(clippy::cast_precision_loss, reason = "no picture has so many")]
    let each = dashes.len() as f64;
    length / period.max(f64::MIN_POSITIVE) * each
}
