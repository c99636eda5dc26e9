//! `rolebook new entry` and `rolebook new role`: an entry to fill in.

use std::path::{Path, PathBuf};

use clap::Args;

use super::questions::ask;
use super::{locale_code, root_option};
use crate::commands::terminal::Terminal;
use crate::commands::{CommandResult, Outcome};
use crate::diagnostic::Failure;
use crate::load::Root;
use crate::locale::LocaleCode;
use crate::resolve::{Drafts, Options};
use crate::scaffold::entry::NewEntry;
use crate::scaffold::wanted::{Wanted, WantedId, category};
use crate::write;

/// The arguments of `rolebook new entry`.
#[derive(Args)]
#[command(after_help = "Examples:
  rolebook new entry job-descriptions/accountant --category finance
  rolebook new entry pages/imprint --locales en,de")]
pub(super) struct Arguments {
    /// The collection, and what the entry is called in files: lower-case letters, digits and hyphens
    #[arg(value_name = "COLLECTION/ID")]
    id: String,
    #[command(flatten)]
    more: MoreArguments,
}

/// The arguments of `rolebook new role`.
#[derive(Args)]
#[command(after_help = "Example:
  rolebook new role accountant --category finance")]
pub(super) struct RoleArguments {
    /// What the role is called in files: lower-case letters, digits and hyphens
    #[arg(value_name = "ID")]
    id: String,
    #[command(flatten)]
    more: MoreArguments,
}

#[derive(Args)]
struct MoreArguments {
    /// The title that readers see, instead of one made from the id
    #[arg(long)]
    title: Option<String>,
    /// The category to which it belongs
    #[arg(long, value_name = "ID")]
    category: Option<String>,
    /// The languages of its texts, with commas between, instead of that of the originals
    #[arg(long, value_name = "CODES", value_delimiter = ',', value_parser = locale_code)]
    locales: Vec<LocaleCode>,
    /// The folder that holds `rolebook.toml`
    #[arg(long, value_name = "DIR", default_value = ".")]
    root: PathBuf,
}

pub(super) fn run(Arguments { id, more }: &Arguments) -> CommandResult {
    start(WantedId::In(id), more)
}

pub(super) fn run_role(RoleArguments { id, more }: &RoleArguments) -> CommandResult {
    start(WantedId::OfRole(id), more)
}

fn start(id: WantedId, arguments: &MoreArguments) -> CommandResult {
    let reporter = crate::commands::reporter(&arguments.root);
    let options = Options { drafts: Drafts::Include, ..Options::default() };
    let Some((sources, site)) = crate::commands::site(&Root::new(&arguments.root), &options, &reporter)? else {
        return Ok(Outcome::Mistakes);
    };
    let MoreArguments { title, category, locales, root } = arguments;
    let wanted = Wanted { id, title: title.as_deref(), category: category.as_deref(), locales };
    let mut entry = match wanted.in_site(&site.library, &sources) {
        Ok(entry) => entry,
        Err(mistake) => {
            reporter.check(&[*mistake], &sources)?;
            return Ok(Outcome::Mistakes);
        }
    };
    ask_for_category(&mut entry, &reporter.terminal)?;
    let folder = Path::new("content").join(entry.id.to_string());
    write::create(&root.join(&folder), &entry.files(), || Ok(()))?;
    reporter.say(&said(&entry, root))?;
    Ok(Outcome::Well)
}

/// Asks to which category an entry belongs, if that is not known and there is anything to choose from.
fn ask_for_category(entry: &mut NewEntry, terminal: &Terminal) -> Result<(), Failure> {
    let is_open = entry.collection.kind.is_content() && entry.category.is_none() && !entry.categories.is_empty();
    if is_open && Terminal::is_answered() {
        let question = format!("Category: {}, or none", entry.categories.join(", "));
        entry.category = ask(terminal, &question, "none", |answer| Ok(category(answer, &entry.categories)?))?;
    }
    Ok(())
}

/// What was made, and what to do next.
fn said(entry: &NewEntry, root: &Path) -> String {
    let texts: Vec<_> = entry.locales.iter().map(|locale| format!("`{locale}.md`")).collect();
    format!(
        "created `content/{}/` as a draft: `entry.toml` and {}\n  \
         rolebook serve --drafts{}     preview it while you write; comments say what belongs where\n  \
         remove `draft = true` from `entry.toml` to publish it",
        entry.id,
        texts.join(", "),
        root_option(root)
    )
}
