//! The hosts for which a new site has what they read: how they build it and how they answer.

use clap::ValueEnum;

use super::files;

/// Where a site is published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Host {
    /// Netlify: `netlify.toml`
    Netlify,
    /// Cloudflare Pages: `wrangler.toml`
    CloudflarePages,
    /// GitHub Pages: a workflow
    GithubPages,
    /// Vercel: `vercel.json`
    Vercel,
    /// Azure Static Web Apps: a workflow
    AzureStaticWebApps,
    /// Amazon S3: a workflow
    S3,
    /// A server of your own with nginx: a server block
    Nginx,
    /// Anything else
    None,
}

impl Host {
    /// The name by which the command line knows it.
    #[must_use]
    pub fn name(self) -> String {
        self.to_possible_value().expect("all hosts can be chosen").get_name().to_owned()
    }

    /// All names.
    pub fn names() -> impl Iterator<Item = String> {
        Self::value_variants().iter().map(|host| host.name())
    }

    /// The files that it reads, and the script with which build machines make the site, by their paths in the site.
    pub(super) fn files(self) -> impl Iterator<Item = (String, String)> {
        let own = files::below(&format!("hosts/{}", self.name())).into_iter().filter(|(path, _)| path != PUBLISHING);
        let script =
            (!matches!(self, Self::Nginx | Self::None)).then(|| (BUILD.to_owned(), files::text("hosts/build.sh")));
        own.chain(script)
    }

    /// How the site gets there, for its README.
    pub(super) fn publishing(self) -> String {
        files::text(&format!("hosts/{}/{PUBLISHING}", self.name()))
    }
}

const BUILD: &str = "build.sh";

/// The part of a site's README that is about the host.
const PUBLISHING: &str = "publishing.md";
