//! Text in pictures: how wide it is, and where it may be broken.

use std::sync::Arc;

use icu_segmenter::LineSegmenter;
use icu_segmenter::options::LineBreakOptions;
use resvg::usvg::fontdb::Database;
use resvg::usvg::{Group, Node, Options, Tree};
use tera::{Error, Function, Kwargs, Map, State, TeraResult, Value};

use crate::markup::escaped;

/// The size at which text is measured: widths grow with the size.
const MEASURED: f64 = 100.0;

/// Measures text with the fonts of a theme.
pub(super) struct Faces {
    options: Options<'static>,
}

impl Faces {
    /// Takes the fonts.
    pub(super) fn new(fontdb: Arc<Database>) -> Self {
        Self { options: Options { fontdb, ..Options::default() } }
    }

    /// The widths of pieces of text at the size [`MEASURED`]. What cannot be shown takes no room.
    fn widths(&self, pieces: &[&str], font: &str, weight: u16) -> Vec<f64> {
        let font = escaped(font);
        let element = |(id, text): (usize, &&str)| {
            let text = escaped(text);
            format!(
                "<text id=\"{id}\" xml:space=\"preserve\" font-family=\"{font}\" font-weight=\"{weight}\" \
                 font-size=\"{MEASURED}\">{text}</text>"
            )
        };
        let elements: String = pieces.iter().enumerate().map(element).collect();
        let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\">{elements}</svg>");
        let mut widths = vec![0.0; pieces.len()];
        if let Ok(tree) = Tree::from_str(&svg, &self.options) {
            measure(tree.root(), &mut widths);
        }
        widths
    }
}

/// Notes the width of each text by its id.
fn measure(group: &Group, widths: &mut [f64]) {
    for node in group.children() {
        match node {
            Node::Text(text) => {
                let width = text.id().parse().ok().and_then(|id: usize| widths.get_mut(id));
                if let Some(width) = width {
                    *width = f64::from(text.bounding_box().width());
                }
            }
            Node::Group(group) => measure(group, widths),
            _ => {}
        }
    }
}

/// `fit_text(text=…, font=…, weight=…, size=…, least=…, width=…, lines=…)`: the largest `size`, down to `least`, at which the
/// text fits into so many lines of that width, and these lines. Text that does not fit is cut.
pub(super) struct FitText(pub(super) Faces);

impl Function<TeraResult<Value>> for FitText {
    fn call(&self, kwargs: Kwargs, _: &State) -> TeraResult<Value> {
        let text = kwargs.must_get::<&str>("text")?;
        let (font, weight) = (kwargs.must_get::<&str>("font")?, kwargs.must_get::<u16>("weight")?);
        let (size, least) = (kwargs.must_get::<u32>("size")?, kwargs.must_get::<u32>("least")?);
        let (width, most) = (kwargs.must_get::<f64>("width")?, kwargs.must_get::<usize>("lines")?);
        if least == 0 || least > size || most == 0 {
            return Err(Error::message("`fit_text` needs `least` between 1 and `size`, and at least one of `lines`"));
        }
        let pieces = pieces(text);
        let trimmed: Vec<&str> = pieces.iter().map(|piece| piece.trim_end()).collect();
        let measured = [trimmed.as_slice(), &["x x", "xx"]].concat();
        let widths = self.0.widths(&measured, font, weight);
        let space = widths[pieces.len()] - widths[pieces.len() + 1];
        let at = |size: u32| break_lines(&pieces, &widths, space, width * MEASURED / f64::from(size));
        let sizes = (least..=size).rev().step_by(2).chain([least]);
        let found = sizes.map(|size| (size, at(size))).find(|(_, lines)| lines.len() <= most);
        let (size, lines) = found.unwrap_or_else(|| (least, cut(at(least), most)));
        let mut fit = Map::new();
        fit.insert("size".into(), size.into());
        fit.insert("lines".into(), lines.into());
        Ok(fit.into())
    }
}

/// The pieces between which a line may be broken: Unicode Standard Annex 14, but not after a slash, so that `(m/w/d)` and
/// `Αναλυτής/τρια` stay whole.
fn pieces(text: &str) -> Vec<&str> {
    let segmenter = LineSegmenter::new_for_non_complex_scripts(LineBreakOptions::default());
    let mut start = 0;
    let mut pieces = Vec::new();
    for end in segmenter.segment_str(text) {
        if end > start && (end == text.len() || !text[..end].ends_with('/')) {
            pieces.push(&text[start..end]);
            start = end;
        }
    }
    pieces
}

/// Fills lines one after the other.
fn break_lines(pieces: &[&str], widths: &[f64], space: f64, width: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let (mut used, mut gap) = (f64::INFINITY, 0.0);
    for (piece, own) in pieces.iter().zip(widths) {
        if used + gap + own > width {
            lines.push(String::new());
            (used, gap) = (0.0, 0.0);
        }
        lines.last_mut().expect("the first piece began a line").push_str(piece);
        used += gap + own;
        gap = if piece.ends_with(char::is_whitespace) { space } else { 0.0 };
    }
    lines.iter().map(|line| line.trim_end().to_owned()).collect()
}

fn cut(mut lines: Vec<String>, most: usize) -> Vec<String> {
    if lines.len() > most {
        lines.truncate(most);
        let last = lines.last_mut().expect("at least one line is left");
        let whole = last.rfind(' ').unwrap_or(last.len());
        last.truncate(last[..whole].trim_end_matches(|c: char| !c.is_alphanumeric()).len());
        last.push('…');
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_filled_and_broken_where_a_line_may_break() {
        let text = "one two-three four";
        let pieces = pieces(text);
        assert_eq!(pieces, ["one ", "two-", "three ", "four"]);
        assert_eq!(super::pieces("Tester (m/w/d)"), ["Tester ", "(m/w/d)"]);
        assert_eq!(super::pieces("人事部"), ["人", "事", "部"]);
        assert_eq!(super::pieces(""), [""; 0]);
        let widths = [3.0, 4.0, 5.0, 4.0];
        assert_eq!(break_lines(&pieces, &widths, 1.0, 8.0), ["one two-", "three", "four"]);
        assert_eq!(break_lines(&pieces, &widths, 1.0, 99.0), [text]);
        assert_eq!(break_lines(&pieces, &widths, 1.0, 1.0), ["one", "two-", "three", "four"]);
        assert_eq!(cut(vec!["a b".to_owned(), "c, d".to_owned(), "e".to_owned()], 2), ["a b", "c…"]);
    }
}
