//! Mutations of whole lines. libFuzzer changes bytes, which seldom makes a key, a message or a paragraph of its own.

use std::ops::Range;
use std::sync::LazyLock;
use std::{env, fs};

/// The most lines that are changed at once.
const MOST_LINES: usize = 8;

/// Changes the first `size` bytes of `data` in place: half of the time as libFuzzer does, else some whole lines or a word of the
/// dictionary at the start of a line. Returns the new size, which is at most `most`.
pub fn mutate(data: &mut [u8], size: usize, most: usize, seed: u32) -> usize {
    let mut chance = Chance(seed);
    if chance.below(2) == 0 {
        return libfuzzer_sys::fuzzer_mutate(data, size, most);
    }
    let mut input = data[..size].to_vec();
    let (from, to) = (some_lines(&input, &mut chance), some_lines(&input, &mut chance).start);
    match chance.below(4) {
        0 => drop(input.drain(from)),
        1 => insert(&mut input, to, &data[from]),
        _ => insert(&mut input, to, a_word(&mut chance)),
    }
    input.truncate(most);
    data[..input.len()].copy_from_slice(&input);
    input.len()
}

fn insert(input: &mut Vec<u8>, at: usize, bytes: &[u8]) {
    drop(input.splice(at..at, bytes.iter().copied()));
}

/// One line of an input, or several in a row; none at its end.
fn some_lines(input: &[u8], chance: &mut Chance) -> Range<usize> {
    let ends = input.iter().enumerate().filter(|(_, byte)| **byte == b'\n').map(|(at, _)| at + 1);
    let starts: Vec<_> = [0].into_iter().chain(ends).collect();
    let first = chance.below(starts.len());
    let last = first + 1 + chance.below(MOST_LINES);
    starts[first]..starts.get(last).copied().unwrap_or(input.len())
}

/// A word of the dictionary that this run was given, if any.
fn a_word(chance: &mut Chance) -> &'static [u8] {
    static WORDS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(|| match env::args().find_map(|arg| dictionary_of(&arg)) {
        Some(file) => words(&fs::read_to_string(file).expect("libFuzzer has read it")),
        None => vec![Vec::new()],
    });
    &WORDS[chance.below(WORDS.len())]
}

fn dictionary_of(argument: &str) -> Option<String> {
    argument.strip_prefix("-dict=").map(str::to_owned)
}

/// Reads a dictionary of libFuzzer: <https://llvm.org/docs/LibFuzzer.html#dictionaries>.
fn words(dictionary: &str) -> Vec<Vec<u8>> {
    let word = |line: &str| Some(unescaped(line.strip_prefix('"')?.strip_suffix('"')?));
    dictionary.lines().filter_map(word).collect()
}

/// The bytes of a word, in which `\\`, `\"` and `\xAB` are escapes.
fn unescaped(word: &str) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut rest = word.as_bytes();
    while let [first, after @ ..] = rest {
        let (byte, after) = match (first, after) {
            (b'\\', [b'x', digits @ ..]) if digits.len() >= 2 => {
                let digits = std::str::from_utf8(&digits[..2]).ok();
                let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
                (byte.expect("two digits follow `\\x`"), &after[3..])
            }
            (b'\\', [escaped, after @ ..]) => (*escaped, after),
            _ => (*first, after),
        };
        bytes.push(byte);
        rest = after;
    }
    bytes
}

/// Random numbers: a linear congruential generator, whose high bits are the good ones.
struct Chance(u32);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (self.0 >> 8) as usize % bound
    }
}
