//! A library to measure with: as many roles as one likes in six languages, each text as long as real ones are.
//!
//! The words are invented, in the letters of each language. How often they occur, in which forms, and that roles of one
//! category share some is as in real texts: what is related to what, and how long that takes to find, depends on it. The
//! same count gives the same bytes on any machine. Documents and search are off; whoever measures them turns them on.

mod language;
mod random;
mod words;

use std::collections::BTreeSet;
use std::fmt::Write;

use language::{LANGUAGES, Language};
use random::Random;
use words::Vocabulary;

/// How many categories the roles are sorted under, in turn.
const CATEGORIES: usize = 20;

/// How many skills belong to one category.
const SKILLS: usize = 6;

/// The files of a library of so many roles: their paths and texts.
pub(crate) fn library(roles: usize) -> Vec<(String, String)> {
    let mut random = Random::new(1);
    let categories = roles.min(CATEGORIES);
    let skills: Vec<_> = (0..roles).map(|role| skills(role % CATEGORIES, categories, &mut random)).collect();
    let mut files = vec![("rolebook.toml".to_owned(), config())];
    for (role, skills) in skills.iter().enumerate() {
        files.push((format!("content/job-descriptions/role-{role}/entry.toml"), facts(role % CATEGORIES, skills)));
    }
    let skills = skills.into_iter().flatten().collect();
    for language in &LANGUAGES {
        let words = Vocabulary::new(language, &mut random);
        let code = language.code;
        for role in 0..roles {
            let text = role_text(role, (role + CATEGORIES) % roles, &words, &mut random);
            files.push((format!("content/job-descriptions/role-{role}/{code}.md"), text));
        }
        for category in 0..categories {
            let text = category_text(category, &words, &mut random);
            files.push((format!("content/categories/category-{category}/{code}.md"), text));
        }
        files.push((format!("locales/{code}/skills.ftl"), skill_names(&skills, &words, &mut random)));
    }
    files
}

fn config() -> String {
    let locale =
        |Language { code, name, .. }: &Language| format!("[[locales]]\ncode = \"{code}\"\nname = \"{name}\"\n\n");
    let locales: String = LANGUAGES.iter().map(locale).collect();
    format!(
        r#"base_url = "https://example.org/"
default_locale = "en"

{locales}[[collections]]
id = "job-descriptions"
kind = "role"

[[collections]]
id = "categories"
kind = "category"

[downloads]
docx = false

[search]
show = false
"#
    )
}

/// Three skills of a role's category, and two of any.
fn skills(category: usize, categories: usize, random: &mut Random) -> BTreeSet<usize> {
    let first = random.below(SKILLS);
    let own = (first..first + 3).map(|skill| category * SKILLS + skill % SKILLS);
    own.chain([(); 2].map(|()| random.below(categories * SKILLS))).collect()
}

fn facts(category: usize, skills: &BTreeSet<usize>) -> String {
    let skills: Vec<_> = skills.iter().map(|skill| format!("craft-{skill}")).collect();
    format!("category = \"category-{category}\"\nskills = {skills:?}\n")
}

fn skill_names(skills: &BTreeSet<usize>, words: &Vocabulary, random: &mut Random) -> String {
    skills.iter().fold(String::new(), |mut names, skill| {
        let name = words.title(skill / SKILLS, random);
        writeln!(names, "skill-craft-{skill} = {name}").expect("a text takes all");
        names
    })
}

/// A text of about 3.5 KB: two paragraphs, twelve responsibilities, of which one leads to a neighbour, and eight
/// requirements.
fn role_text(role: usize, neighbour: usize, words: &Vocabulary, random: &mut Random) -> String {
    let category = role % CATEGORIES;
    let front_matter = front_matter(&format!("role-{role}"), words.language.title_mark, category, words, random);
    let alternatives = [words.title(category, random), words.title(category, random)];
    let updated = format!("2026-{:02}-{:02}", 1 + random.below(12), 1 + random.below(28));
    let brief = ["company", "city"].map(|placeholder| {
        let start = words.phrase(category, 6, random);
        format!("{start} {{{placeholder}}}. {}", words.paragraph(category, 4, random))
    });
    let link = format!("- [{}](@job-descriptions/role-{neighbour})\n", words.phrase(category, 5, random));
    let responsibilities = list(11, category, words, random) + &link;
    let requirements = list(8, category, words, random);
    format!(
        "+++\n{front_matter}alternative_titles = {alternatives:?}\nupdated = {updated}\n+++\n\n\
         ## brief\n\n{}\n\n## responsibilities\n\n{responsibilities}\n## requirements\n\n{requirements}",
        brief.join("\n\n")
    )
}

fn category_text(category: usize, words: &Vocabulary, random: &mut Random) -> String {
    let front_matter = front_matter(&format!("category-{category}"), "", category, words, random);
    format!("+++\n{front_matter}+++\n\n{}\n", words.paragraph(category, 4, random))
}

/// Title, slug and summary. The slug is the same in all languages: to spell titles in ASCII is what the program can do.
fn front_matter(slug: &str, title_mark: &str, category: usize, words: &Vocabulary, random: &mut Random) -> String {
    let title = words.title(category, random);
    let summary = words.paragraph(category, 1, random);
    format!("title = \"{title}{title_mark}\"\nslug = \"{slug}\"\nsummary = \"{summary}\"\n")
}

fn list(items: usize, category: usize, words: &Vocabulary, random: &mut Random) -> String {
    let item = |_| {
        let count = 8 + random.below(7);
        format!("- {}\n", words.phrase(category, count, random))
    };
    (0..items).map(item).collect()
}
