//! Pictures: how large they are, and what is wrong with those that browsers cannot show.
//!
//! Only the beginning and the end of a picture are read. Sizes are those at which browsers show it: turned as a camera says,
//! and for SVG those of <https://www.w3.org/TR/SVG2/geometry.html#Sizing> or of the `viewBox`.

use std::io::{self, BufRead, Read, Seek, SeekFrom};

use imagesize::{ImageError, ImageType, reader_size, reader_type};
use roxmltree::{Document, ParsingOptions};

use crate::limits::{PICTURE_SIDE, TEXT_BYTES};
use crate::markup::tag_length;

/// What the names of pictures end with.
pub const ENDS: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];

/// A size in pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Size {
    /// From left to right.
    pub width: u32,
    /// From top to bottom.
    pub height: u32,
}

/// Why a picture cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Flaw {
    /// There is nothing in it.
    Empty,
    /// It is something else: what.
    Other(&'static str),
    /// Its end is missing.
    CutOff,
    /// It has more pixels than Rolebook takes.
    TooLarge(Size),
    /// It is an SVG that does not say how large it is.
    NoSize,
    /// It cannot be made out how large it is.
    Damaged,
}

/// How much of the end of a picture is looked at.
const END: u64 = 1 << 16;

/// The size of a picture of so many bytes, whose name ends so.
///
/// # Errors
///
/// The outer error, if it cannot be read; the inner, if it is no picture that browsers show.
pub fn size<R: BufRead + Seek>(reader: &mut R, length: u64, end: &str) -> io::Result<Result<Size, Flaw>> {
    if length == 0 {
        return Ok(Err(Flaw::Empty));
    }
    if end == "svg" {
        return svg_size(reader, length);
    }
    let kind = match reader_type(&mut *reader) {
        Ok(kind @ (ImageType::Gif | ImageType::Jpeg | ImageType::Png | ImageType::Webp | ImageType::Heif(_))) => kind,
        Ok(_) | Err(ImageError::NotSupported | ImageError::CorruptedImage) => {
            return what_else(reader).map(|what| Err(Flaw::Other(what)));
        }
        // Too short for the beginning of any picture.
        Err(ImageError::IoError(error)) if error.kind() == io::ErrorKind::UnexpectedEof => {
            return what_else(reader).map(|what| Err(Flaw::Other(what)));
        }
        Err(ImageError::IoError(error)) => return Err(error),
    };
    reader.rewind()?;
    let size = match reader_size(&mut *reader) {
        Ok(size) => size,
        Err(ImageError::IoError(error)) => return damaged(error).map(Err),
        Err(_) => return Ok(Err(Flaw::Damaged)),
    };
    let pixels = |side: usize| u32::try_from(side).unwrap_or(u32::MAX);
    let size = Size { width: pixels(size.width), height: pixels(size.height) };
    if size.width == 0 || size.height == 0 {
        return Ok(Err(Flaw::Damaged));
    }
    if size.width.max(size.height) > PICTURE_SIDE {
        return Ok(Err(Flaw::TooLarge(size)));
    }
    if !is_whole(reader, length, kind)? {
        return Ok(Err(Flaw::CutOff));
    }
    let is_turned = kind == ImageType::Jpeg && is_on_its_side(reader)?;
    Ok(Ok(if is_turned { Size { width: size.height, height: size.width } } else { size }))
}

/// A picture may end in the middle of what tells its size.
fn damaged(error: io::Error) -> io::Result<Flaw> {
    if error.kind() == io::ErrorKind::UnexpectedEof { Ok(Flaw::CutOff) } else { Err(error) }
}

/// What a file is that is no picture, as far as its beginning tells.
fn what_else(reader: &mut (impl Read + Seek)) -> io::Result<&'static str> {
    let mut start = Vec::new();
    reader.rewind()?;
    reader.take(512).read_to_end(&mut start)?;
    let text = String::from_utf8_lossy(&start).to_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    Ok(if text.starts_with("<!doctype html") || text.starts_with("<html") {
        "a web page"
    } else if text.contains("<svg") {
        "an SVG; its name must end in `.svg`"
    } else if text.starts_with("version https://git-lfs") {
        "a pointer of Git LFS; run `git lfs pull`"
    } else if start.starts_with(b"%PDF") {
        "a PDF"
    } else {
        "no picture in AVIF, GIF, JPEG, PNG or WebP"
    })
}

/// Whether the end of a picture is there.
fn is_whole(reader: &mut (impl Read + Seek), length: u64, kind: ImageType) -> io::Result<bool> {
    let mut start = [0; 8];
    reader.rewind()?;
    reader.read_exact(&mut start)?;
    let mut end = Vec::new();
    reader.seek(SeekFrom::Start(length.saturating_sub(END)))?;
    reader.take(END).read_to_end(&mut end)?;
    let has = |mark: &[u8]| memchr::memmem::find(&end, mark).is_some();
    Ok(match kind {
        ImageType::Png => has(b"IEND"),
        ImageType::Gif => end.iter().rev().find(|byte| **byte != 0) == Some(&b';'),
        ImageType::Webp => {
            let [.., a, b, c, d] = start;
            u64::from(u32::from_le_bytes([a, b, c, d])) + 8 <= length
        }
        // Telephones put films behind their pictures.
        ImageType::Jpeg => has(&[0xff, 0xd9]) || has_mark(reader, [0xff, 0xd9])?,
        _ => has_whole_boxes(reader, length)?,
    })
}

/// Whether two bytes stand anywhere in a file.
fn has_mark(reader: &mut (impl Read + Seek), mark: [u8; 2]) -> io::Result<bool> {
    reader.rewind()?;
    let mut piece = vec![0; 1 << 16];
    let mut last = 0;
    loop {
        let length = reader.read(&mut piece)?;
        let piece = &piece[..length];
        let Some(first) = piece.first() else { return Ok(false) };
        if [last, *first] == mark || memchr::memmem::find(piece, &mark).is_some() {
            return Ok(true);
        }
        last = piece[length - 1];
    }
}

/// Whether a file that is made of boxes, as AVIF is, has all of the last: ISO/IEC 14496-12, 4.2.
fn has_whole_boxes(reader: &mut (impl Read + Seek), length: u64) -> io::Result<bool> {
    let mut at = 0;
    while at + 8 <= length {
        let (mut short, mut kind, mut long) = ([0; 4], [0; 4], [0; 8]);
        reader.seek(SeekFrom::Start(at))?;
        reader.read_exact(&mut short)?;
        reader.read_exact(&mut kind)?;
        let size = match u64::from(u32::from_be_bytes(short)) {
            // It goes to the end of the file.
            0 => return Ok(true),
            1 if at + 16 <= length => {
                reader.read_exact(&mut long)?;
                u64::from_be_bytes(long)
            }
            size => size,
        };
        if size < 8 {
            return Ok(false);
        }
        at = at.saturating_add(size);
    }
    Ok(at == length)
}

/// Whether a camera was held so that the rows of a picture are its columns: Exif 2.32, tag 0x0112.
fn is_on_its_side(reader: &mut (impl Read + Seek)) -> io::Result<bool> {
    let mut start = Vec::new();
    reader.rewind()?;
    reader.take(END).read_to_end(&mut start)?;
    Ok(orientation(&start).is_some_and(|orientation| (5..=8).contains(&orientation)))
}

/// The orientation that the first bytes of a JPEG tell.
fn orientation(start: &[u8]) -> Option<u16> {
    let mut at = 2;
    loop {
        let &[0xff, marker, high, low] = start.get(at..at + 4)? else { return None };
        let end = at + 2 + usize::from(u16::from_be_bytes([high, low]));
        if marker == 0xe1
            && let Some(tiff) = start.get(at + 4..end)?.strip_prefix(b"Exif\0\0")
        {
            return orientation_in_tiff(tiff);
        }
        if marker == 0xda {
            return None;
        }
        at = end;
    }
}

fn orientation_in_tiff(tiff: &[u8]) -> Option<u16> {
    let is_little = tiff.starts_with(b"II");
    let pair = |at: usize| {
        let pair = tiff.get(at..at + 2)?.try_into().ok()?;
        Some(if is_little { u16::from_le_bytes(pair) } else { u16::from_be_bytes(pair) })
    };
    let (first, second) = (pair(4)?, pair(6)?);
    let directory = usize::from(if is_little { first } else { second });
    let entries = (0..usize::from(pair(directory)?)).map(|number| directory + 2 + 12 * number);
    entries.into_iter().find(|entry| pair(*entry) == Some(0x0112)).and_then(|entry| pair(entry + 8))
}

fn svg_size(reader: &mut impl BufRead, length: u64) -> io::Result<Result<Size, Flaw>> {
    if length > TEXT_BYTES {
        return Ok(Err(Flaw::Other("an SVG of more than 10 MB")));
    }
    let mut bytes = Vec::new();
    reader.take(TEXT_BYTES).read_to_end(&mut bytes)?;
    let Ok(text) = std::str::from_utf8(&bytes) else { return Ok(Err(Flaw::Other("no SVG in UTF-8"))) };
    Ok(svg_size_of(text))
}

/// The size of an SVG. Of the file only the first tag is read as XML.
fn svg_size_of(text: &str) -> Result<Size, Flaw> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    let root = root_tag(text).ok_or(Flaw::Other("no SVG"))?;
    let is_closed = text[root.clone()].ends_with("/>");
    let alone =
        if is_closed { text[..root.end].to_owned() } else { format!("{}/>", text[..root.end].trim_end_matches('>')) };
    let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
    let document = Document::parse_with_options(&alone, options).map_err(|_| Flaw::Damaged)?;
    let root = document.root_element();
    if root.tag_name().name() != "svg" {
        return Err(Flaw::Other(if root.tag_name().name() == "html" { "a web page" } else { "no SVG" }));
    }
    if !is_closed && !text.trim_end().ends_with('>') {
        return Err(Flaw::CutOff);
    }
    let written = |name: &str| root.attribute(name).and_then(pixels);
    let view = root.attribute("viewBox").and_then(view_size);
    let (width, height) = match (written("width"), written("height"), view) {
        (Some(width), Some(height), _) => (width, height),
        (Some(width), None, Some((across, down))) => (width, width * down / across),
        (None, Some(height), Some((across, down))) => (height * across / down, height),
        (None, None, Some(whole)) => whole,
        _ => return Err(Flaw::NoSize),
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it lies between")]
    let whole = |side: f64| side.round().clamp(1.0, f64::from(u32::MAX)) as u32;
    Ok(Size { width: whole(width), height: whole(height) })
}

/// Where the first start tag of an XML document stands.
fn root_tag(text: &str) -> Option<std::ops::Range<usize>> {
    let mut at = 0;
    loop {
        at += text[at..].find('<')?;
        let rest = &text[at..];
        at += if rest.starts_with("<!--") {
            rest.find("-->")? + 3
        } else if rest.starts_with("<?") {
            rest.find("?>")? + 2
        } else if rest.starts_with("<!") {
            let end = rest.find('>')?;
            match rest[..end].find('[') {
                Some(subset) => subset + rest[subset..].find("]>").or_else(|| rest[subset..].find("] >"))? + 2,
                None => end + 1,
            }
        } else {
            return Some(at..at + tag_length(rest));
        };
    }
}

/// A length in pixels. Shares of something else are none.
fn pixels(length: &str) -> Option<f64> {
    let length = length.trim();
    let unit_start = length.find(|c: char| !matches!(c, '0'..='9' | '.' | '+' | '-')).unwrap_or(length.len());
    let (number, unit) = length.split_at(unit_start);
    let pixels = match unit {
        "" | "px" => 1.0,
        "pt" => 96.0 / 72.0,
        "pc" => 16.0,
        "in" => 96.0,
        "cm" => 96.0 / 2.54,
        "mm" => 96.0 / 25.4,
        _ => return None,
    };
    number.parse::<f64>().ok().map(|number| number * pixels).filter(|length| *length > 0.0)
}

fn view_size(view: &str) -> Option<(f64, f64)> {
    let parts = view.split([' ', ',', '\t', '\n', '\r']).filter(|part| !part.is_empty());
    let parts: Vec<f64> = parts.map(str::parse).collect::<Result<_, _>>().ok()?;
    let &[_, _, across, down] = parts.as_slice() else { return None };
    (across > 0.0 && down > 0.0).then_some((across, down))
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn read(bytes: &[u8], end: &str) -> Result<(u32, u32), Flaw> {
        let found = size(&mut Cursor::new(bytes), bytes.len() as u64, end).unwrap();
        found.map(|size| (size.width, size.height))
    }

    /// A PNG of a size, as far as it is looked at.
    fn png(width: u32, height: u32) -> Vec<u8> {
        let size = [width.to_be_bytes(), height.to_be_bytes()].concat();
        [b"\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR", &*size, b"\x08\0\0\0\0....\0\0\0\0IEND...."].concat()
    }

    /// A JPEG 3 wide and 2 high, of which a camera says how it was held.
    fn jpeg(orientation: u8) -> Vec<u8> {
        let exif = [0, 0x12, b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0];
        let exif = [b"\xff\xe1\0\x22Exif\0\0", &exif[2..], &[0; 4]].concat();
        [b"\xff\xd8", &*exif, b"\xff\xc0\0\x11\x08\0\x02\0\x03\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xd9"].concat()
    }

    #[test]
    fn sizes_are_those_that_browsers_show() {
        assert_eq!(read(&png(640, 480), "png"), Ok((640, 480)));
        assert_eq!(read(&jpeg(1), "jpg"), Ok((3, 2)));
        assert_eq!(read(&jpeg(6), "jpg"), Ok((2, 3)), "held upright");
        assert_eq!(read(b"GIF89a\x05\0\x04\0\x80\0\0;", "gif"), Ok((5, 4)));
    }

    #[test]
    fn svg_has_a_size_or_a_view() {
        for (svg, size) in [
            ("<svg width=\"20\" height=\"10px\"></svg>", (20, 10)),
            ("<?xml version='1.0'?>\n<!-- <svg> -->\n<svg viewBox='0 0 30.4 20'/>", (30, 20)),
            ("<svg width=\"1in\" viewBox=\"0,0,2,1\"> </svg>\n", (96, 48)),
            ("<svg width=\"100%\" height=\"100%\" viewBox=\"0 0 7 8\"></svg>", (7, 8)),
            (
                "<!DOCTYPE svg PUBLIC \"a\" \"b\" [ <!ENTITY ns \"http://x/\"> ]>\n\
                 <svg xmlns:x=\"&ns;\" height=\"4\" viewBox=\"0 0 2 1\"></svg>",
                (8, 4),
            ),
        ] {
            assert_eq!(read(svg.as_bytes(), "svg"), Ok(size), "{svg}");
        }
    }

    #[test]
    fn what_is_wrong_is_told_apart() {
        for (bytes, end, flaw) in [
            (&b""[..], "png", Flaw::Empty),
            (b"", "svg", Flaw::Empty),
            (b"<!DOCTYPE html><html>", "jpg", Flaw::Other("a web page")),
            (b"<html><body></body></html>", "svg", Flaw::Other("a web page")),
            (b"<svg width='1' height='1'/>", "png", Flaw::Other("an SVG; its name must end in `.svg`")),
            (b"%PDF-1.7", "png", Flaw::Other("a PDF")),
            (
                b"version https://git-lfs.github.com/spec/v1",
                "png",
                Flaw::Other("a pointer of Git LFS; run `git lfs pull`"),
            ),
            (b"words", "webp", Flaw::Other("no picture in AVIF, GIF, JPEG, PNG or WebP")),
            (b"words", "svg", Flaw::Other("no SVG")),
            (b"<svg></svg>", "svg", Flaw::NoSize),
            (b"<svg width='1' height='1'><path d='M 1", "svg", Flaw::CutOff),
            (&png(640, 480)[..20], "png", Flaw::CutOff),
            (&png(640, 480)[..30], "png", Flaw::CutOff),
            (&png(9000, 10), "png", Flaw::TooLarge(Size { width: 9000, height: 10 })),
            (&png(0, 10), "png", Flaw::Damaged),
            (&jpeg(1)[..jpeg(1).len() - 2], "jpg", Flaw::CutOff),
            (b"RIFF\xff\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x02\0\x02\0", "webp", Flaw::CutOff),
        ] {
            assert_eq!(read(bytes, end), Err(flaw), "{} {end}", String::from_utf8_lossy(bytes));
        }
    }
}
