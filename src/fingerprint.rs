//! Fingerprints: hashes of what something is made from, and of what is in files. What has the fingerprint of the last time
//! need not be made again.

use std::hash::{Hash, Hasher};
use std::io::{self, Read};

use xxhash_rust::xxh3::{Xxh3, xxh3_128};

/// How many hexadecimal digits of its content's hash a published file carries in its name.
pub const DIGITS_IN_NAMES: usize = 10;

/// The hash of something: XXH3 with 128 bits, <https://xxhash.com/>. Not for secrets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Fingerprint(u128);

impl Fingerprint {
    /// The fingerprint of bytes that are in memory.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(xxh3_128(bytes))
    }

    /// The fingerprint of a value as a whole: of each field that its type hashes. The same on every machine.
    #[must_use]
    pub fn of_value(value: &(impl Hash + ?Sized)) -> Self {
        let mut hasher = Portable(Xxh3::new());
        value.hash(&mut hasher);
        Self(hasher.0.digest128())
    }

    /// The fingerprint as a number.
    #[must_use]
    pub fn to_number(self) -> u128 {
        self.0
    }

    /// The fingerprint of what is read, piece by piece.
    ///
    /// # Errors
    ///
    /// If it cannot be read.
    pub fn of_stream(mut stream: impl Read) -> io::Result<Self> {
        let (mut hash, mut piece) = (Xxh3::new(), vec![0; 1 << 16]);
        loop {
            match stream.read(&mut piece)? {
                0 => return Ok(Self(hash.digest128())),
                length => hash.update(&piece[..length]),
            }
        }
    }
}

/// Hashes numbers in the same way whatever the machine's order of bytes and size of pointers.
struct Portable(Xxh3);

macro_rules! little_endian {
    ($($method:ident: $number:ty;)*) => {$(
        fn $method(&mut self, number: $number) {
            self.0.update(&number.to_le_bytes());
        }
    )*};
}

impl Hasher for Portable {
    fn finish(&self) -> u64 {
        self.0.digest()
    }

    fn write(&mut self, bytes: &[u8]) {
        self.0.update(bytes);
    }

    little_endian! {
        write_u16: u16;
        write_u32: u32;
        write_u64: u64;
        write_u128: u128;
    }

    fn write_usize(&mut self, number: usize) {
        self.write_u64(number as u64);
    }

    /// Of enumerations, whose variants are numbered from 0.
    fn write_isize(&mut self, number: isize) {
        self.write_usize(number.unsigned_abs());
    }
}

impl std::fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Digit by digit: what formats numbers is slower by far, and the record of a build has two of them for each file.
        let bytes = self.0.to_be_bytes();
        let half = |at: usize| if at.is_multiple_of(2) { bytes[at / 2] >> 4 } else { bytes[at / 2] & 0xf };
        let digits: [u8; 32] = std::array::from_fn(|at| b"0123456789abcdef"[usize::from(half(at))]);
        f.write_str(std::str::from_utf8(&digits).expect("hexadecimal digits are ASCII"))
    }
}

impl std::str::FromStr for Fingerprint {
    type Err = std::num::ParseIntError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        u128::from_str_radix(text, 16).map(Self)
    }
}

impl TryFrom<String> for Fingerprint {
    type Error = std::num::ParseIntError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse()
    }
}

impl From<Fingerprint> for String {
    fn from(fingerprint: Fingerprint) -> Self {
        fingerprint.to_string()
    }
}
