//! The tests of the program: one binary, one module a feature. `README.md` beside this file says how to add one.

#![expect(clippy::disallowed_methods, reason = "tests put sites on disk and look at what was published")]
#![expect(clippy::print_stderr, reason = "tests that are skipped say so")]

mod advisories;
mod bench_library;
mod boundary;
mod characters;
mod cldr;
mod command_line;
mod determinism;
mod diagnostics;
mod documents;
mod fallback;
mod fields;
mod fluent_fixtures;
mod folder;
mod front_matter;
mod headings;
mod html;
mod imports;
mod indexes;
mod interruptions;
mod library;
mod licenses;
mod limits;
mod locales;
mod localization;
mod mentions;
mod message_arguments;
mod message_corpus;
mod message_ids;
mod message_syntax;
mod messages;
mod one_language;
mod outputs;
mod pages;
mod paths;
mod publishing;
mod rebuild;
mod refresh;
mod related;
mod search;
mod sections;
mod serve;
mod serve_load;
mod serve_watch;
mod server;
mod shards;
mod site;
mod social_images;
mod structured_data;
mod theme_options;
mod translation_checks;
mod translators_day;
mod variants;
