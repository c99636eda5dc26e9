//! Words, sentences and titles of a language.

use super::CATEGORIES;
use super::language::Language;
use super::random::Random;

/// How many words all texts of a language share, small words among them.
const SHARED: usize = (1 << 12) - 1;

/// How many words each category has for itself.
const OWN: usize = (1 << 8) - 1;

/// The words of a language, the most frequent first. Some are those of one category, by which its roles are alike.
pub(super) struct Vocabulary<'l> {
    pub(super) language: &'l Language,
    shared: Vec<Word>,
    own: Vec<Vec<Word>>,
}

/// A word in all its forms, the most frequent first.
struct Word(Vec<String>);

impl<'l> Vocabulary<'l> {
    pub(super) fn new(language: &'l Language, random: &mut Random) -> Self {
        let small = language.small_words.iter().map(|word| Word(vec![(*word).to_owned()]));
        let invented = SHARED - small.len();
        let shared = small.chain((0..invented).map(|_| Word::invent(language, random))).collect();
        let of_category = |_| (0..OWN).map(|_| Word::invent(language, random)).collect();
        Self { language, shared, own: (0..CATEGORIES).map(of_category).collect() }
    }

    /// Several words, one in four of those that the category has for itself.
    pub(super) fn phrase(&self, category: usize, count: usize, random: &mut Random) -> String {
        let word = |_| {
            let words = if random.below(4) == 0 { &self.own[category] } else { &self.shared };
            random.one_by_rank(words).form(random)
        };
        capitalized(&(0..count).map(word).collect::<Vec<_>>().join(" "))
    }

    /// Several sentences of 12 to 19 words.
    pub(super) fn paragraph(&self, category: usize, sentences: usize, random: &mut Random) -> String {
        let sentence = |_| {
            let count = 12 + random.below(8);
            self.phrase(category, count, random) + "."
        };
        (0..sentences).map(sentence).collect::<Vec<_>>().join(" ")
    }

    /// Two words, one of them of the category; no small ones.
    pub(super) fn title(&self, category: usize, random: &mut Random) -> String {
        let shared = random.one_of(&self.shared[self.language.small_words.len()..]).form(random);
        let own = random.one_of(&self.own[category]).form(random);
        format!("{} {}", capitalized(shared), capitalized(own))
    }
}

impl Word {
    /// A word of two syllables, or now and then three, and an ending.
    fn invent(language: &Language, random: &mut Random) -> Self {
        let syllables = if random.below(4) == 0 { 3 } else { 2 };
        let syllable = |_| [*random.one_of(language.onsets), *random.one_of(language.nuclei)].concat();
        let stem: String = (0..syllables).map(syllable).collect();
        Self(language.endings.iter().map(|ending| format!("{stem}{ending}")).collect())
    }

    fn form<'w>(&'w self, random: &mut Random) -> &'w str {
        random.one_by_rank::<String>(&self.0)
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
