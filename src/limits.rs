//! How much Rolebook takes of something. What goes beyond is reported with the code `limit`; `docs/limits.md` tells users.
//!
//! The numbers stand here and nowhere else. They are far beyond what people write, and low enough that neither the stack nor
//! the memory of a machine decides how a build of a stranger's site ends.

/// The most bytes of a file of text: Markdown, configuration, messages, templates.
pub const TEXT_BYTES: u64 = 10_000_000;

/// The most lines of a file of text: a line may be a message, a heading, an item of a list, each of which takes far more memory
/// than it has letters.
pub const TEXT_LINES: usize = 100_000;

/// The most mistakes that are reported of a file one by one.
pub const MISTAKES: usize = 100_000;

/// The most signs of links, emphases, HTML, code, headings, tables and placeholders in a text in Markdown: reading them takes many times the memory of letters.
pub const MARKDOWN_SIGNS: usize = 200_000;

/// The most bytes of the record of a build: a site of a million files has less.
pub const RECORD_BYTES: u64 = 500_000_000;

/// How often links may lead into one folder, whether directly or by way of others.
pub const VISITS: usize = 1_000;

/// The most parts in which a site may be built.
pub const SHARDS: usize = 10_000;

/// How deep quotes, lists, emphasis, placeables, brackets and tables may stand within each other. Libraries that stop earlier
/// (TOML at 80, templates at 40) are reported in the same way.
pub const NESTING: usize = 100;

/// How deep blocks may stand within each other.
pub const BLOCK_DEPTH: usize = 10;

/// The most values of front matter in YAML, those counted anew that an alias repeats.
pub const YAML_VALUES: usize = 10_000;

/// The most characters of a title.
pub const TITLE_CHARACTERS: usize = 300;

/// The most bytes of a page.
pub const PAGE_BYTES: usize = 20_000_000;

/// The most pixels of a side of a picture.
pub const PICTURE_SIDE: u32 = 8192;

/// The most bytes of the SVG that a picture is painted from.
pub const PICTURE_BYTES: usize = 250_000;

/// The most bytes of the style sheets of a picture: each rule is tried on each element.
pub const PICTURE_STYLE_BYTES: usize = 10_000;

/// The most elements and letters of a picture, each as often as it is used.
pub const PICTURE_PIECES: usize = 20_000;

/// The most points and dashes of the shapes of a picture.
pub const PICTURE_POINTS: f64 = 100_000.0;

/// The most pixels that the shapes and layers of a picture cover, those of a layer counted several times.
pub const PICTURE_WORK: u32 = 400_000_000;

/// The most attributes of a message.
pub const ATTRIBUTES: usize = 100;

/// The most arguments that a function or a term is handed.
pub const ARGUMENTS: usize = 100;

/// The most keys of the table `[grammar]` of a text: messages are handed each of them.
pub const GRAMMAR_KEYS: usize = 100;

/// The most collections of a site, and groups of related entries: each page shows them.
pub const COLLECTIONS: usize = 200;

/// The most fields of a collection.
pub const FIELDS: usize = 100;

/// The most values of a field.
pub const CHOICES: usize = 500;

/// The most placeables that the Fluent library shows of a message, with those of what it refers to.
pub const PLACEABLES: usize = 100;

/// The most pieces that a message may become when its choices are divided into choices by number and by plural form.
pub const MESSAGE_PIECES: usize = 10_000;

/// How many templates and components may follow each other, by including, extending and calling. Tera uses far more of the stack
/// for each than others do for a level.
pub const INCLUDES: usize = 32;
