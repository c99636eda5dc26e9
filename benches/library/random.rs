//! Numbers that look random and are the same on every machine.

/// `SplitMix64`: Steele, Lea and Flood, *Fast Splittable Pseudorandom Number Generators*, OOPSLA 2014, with the
/// constants of Vigna's `splitmix64.c`.
pub(super) struct Random(u64);

impl Random {
    pub(super) fn new(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `bound`, all alike.
    pub(super) fn below(&mut self, bound: usize) -> usize {
        let scaled = u128::from(self.next()) * bound as u128;
        usize::try_from(scaled >> 64).expect("it is below the bound")
    }

    /// One of several, all alike.
    pub(super) fn one_of<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// One of `2^n - 1`, by Zipf's law as words in texts follow it: what stands twice as far back is half as likely. Each
    /// run of places that is twice as long as the one before is as likely as that.
    pub(super) fn one_by_rank<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        let runs = (all.len() + 1).trailing_zeros() as usize;
        let length = 1 << self.below(runs);
        &all[length - 1 + self.below(length)]
    }
}
