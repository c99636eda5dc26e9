//! The languages of the library: what their invented words are made of.

/// A language, as far as texts can look like it that mean nothing.
pub(super) struct Language {
    pub(super) code: &'static str,
    /// What its speakers call it.
    pub(super) name: &'static str,
    /// Real words that all texts are full of, the most frequent first. The program knows them as words that say nothing.
    pub(super) small_words: [&'static str; 15],
    /// What syllables begin with.
    pub(super) onsets: &'static [&'static str],
    /// What syllables end in.
    pub(super) nuclei: &'static [&'static str],
    /// What the forms of a word end in, the most frequent first, so that there is something for stemmers to do.
    pub(super) endings: [&'static str; 7],
    /// What follows the title of a role.
    pub(super) title_mark: &'static str,
}

/// In the order in which readers are offered them; the first is that of the originals.
pub(super) const LANGUAGES: [Language; 6] = [
    Language {
        code: "en",
        name: "English",
        small_words: [
            "the", "and", "to", "of", "with", "for", "in", "on", "by", "from", "that", "you", "our", "at", "or",
        ],
        onsets: &[
            "b", "br", "c", "d", "f", "g", "gr", "h", "l", "m", "n", "p", "pl", "r", "s", "st", "t", "tr", "v", "w",
        ],
        nuclei: &["a", "e", "i", "o", "u", "ea", "ou", "an", "er", "in", "on", "ar"],
        endings: ["", "s", "t", "ting", "ted", "ter", "ment"],
        title_mark: "",
    },
    Language {
        code: "es",
        name: "Español",
        small_words: ["de", "y", "la", "los", "con", "en", "el", "para", "las", "que", "del", "una", "por", "a", "o"],
        onsets: &[
            "b", "br", "c", "d", "f", "g", "j", "l", "ll", "m", "n", "ñ", "p", "pr", "r", "s", "t", "tr", "v", "z",
        ],
        nuclei: &["a", "e", "i", "o", "u", "ie", "ue", "an", "er", "en", "or", "á", "í"],
        endings: ["", "s", "to", "tas", "ción", "ciones", "miento"],
        title_mark: "",
    },
    Language {
        code: "de",
        name: "Deutsch",
        small_words: [
            "und", "die", "der", "mit", "für", "in", "von", "zu", "den", "auf", "im", "das", "bei", "sie", "oder",
        ],
        onsets: &["b", "br", "d", "f", "g", "h", "k", "kl", "l", "m", "n", "pf", "r", "s", "sch", "st", "t", "w", "z"],
        nuclei: &["a", "e", "i", "o", "u", "ei", "au", "ie", "er", "an", "en", "ä", "ö", "ü"],
        endings: ["", "n", "t", "ten", "ter", "tung", "lich"],
        title_mark: " (m/w/d)",
    },
    Language {
        code: "fr",
        name: "Français",
        small_words: ["de", "et", "les", "la", "des", "à", "avec", "pour", "en", "le", "du", "une", "sur", "par", "ou"],
        onsets: &["b", "c", "ch", "d", "f", "g", "gr", "j", "l", "m", "n", "p", "pr", "qu", "r", "s", "t", "tr", "v"],
        nuclei: &["a", "e", "i", "o", "u", "é", "è", "ai", "ou", "eau", "an", "on", "eu"],
        endings: ["", "s", "te", "tion", "tions", "ment", "teur"],
        title_mark: " (H/F)",
    },
    Language {
        code: "el",
        name: "Ελληνικά",
        small_words: [
            "και", "την", "το", "της", "με", "για", "των", "τα", "του", "σε", "από", "να", "στην", "οι", "που",
        ],
        onsets: &["β", "γ", "δ", "ζ", "θ", "κ", "κρ", "λ", "μ", "ν", "π", "πρ", "ρ", "σ", "στ", "τ", "φ", "χ"],
        nuclei: &["α", "ε", "η", "ι", "ο", "υ", "ω", "ου", "ει", "αι", "ά", "έ", "ί", "ό"],
        endings: ["", "ς", "ση", "σεις", "μα", "ματα", "τικό"],
        title_mark: "",
    },
    Language {
        code: "pt",
        name: "Português",
        small_words: ["de", "e", "a", "os", "com", "para", "da", "do", "em", "que", "as", "dos", "uma", "por", "ou"],
        onsets: &["b", "br", "c", "d", "f", "g", "j", "l", "lh", "m", "n", "nh", "p", "pr", "r", "s", "t", "tr", "v"],
        nuclei: &["a", "e", "i", "o", "u", "ã", "é", "ei", "ou", "an", "or", "en", "ê"],
        endings: ["", "s", "to", "tas", "ção", "ções", "mento"],
        title_mark: " (m/f)",
    },
];
