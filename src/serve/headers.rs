//! What static hosts read of a site: `_headers` and `_redirects`, in the form of Netlify and Cloudflare Pages.

/// The headers of the answer for a path, by the rules of a `_headers` file.
pub(super) fn headers<'r>(rules: &'r str, path: &str) -> Vec<(&'r str, &'r str)> {
    let mut applies = false;
    let mut found = Vec::new();
    for line in rules.lines().filter(|line| !line.trim().is_empty() && !line.trim_start().starts_with('#')) {
        if line.starts_with(char::is_whitespace) {
            if let Some((name, value)) = line.trim().split_once(':').filter(|_| applies) {
                found.push((name.trim(), value.trim()));
            }
        } else {
            applies = matched(line.trim(), path).is_some();
        }
    }
    found
}

/// Where a path leads that no file has: a path and a status.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Redirect {
    pub(super) to: String,
    pub(super) status: u16,
}

/// The first rule of a `_redirects` file that a path meets.
pub(super) fn redirect(rules: &str, path: &str) -> Option<Redirect> {
    rules.lines().filter(|line| !line.trim_start().starts_with('#')).find_map(|line| {
        let mut words = line.split_whitespace();
        let (from, to) = (words.next()?, words.next()?);
        let splat = matched(from, path)?;
        let status = words.next().and_then(|status| status.trim_end_matches('!').parse().ok()).unwrap_or(301);
        Some(Redirect { to: to.replace(":splat", splat), status })
    })
}

/// What stands for the `*` at the end of a pattern, if a path is of the pattern.
fn matched<'p>(pattern: &str, path: &'p str) -> Option<&'p str> {
    match pattern.strip_suffix('*') {
        Some(start) => path.strip_prefix(start),
        None => (pattern == path).then_some(""),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_all_rules_that_a_path_meets() {
        let rules = "/*\n  A: 1\n# no\n/assets/*\n  B: 2: 3\n/x\n  C: 4\n";
        assert_eq!(headers(rules, "/assets/y"), [("A", "1"), ("B", "2: 3")]);
        assert_eq!(headers(rules, "/x"), [("A", "1"), ("C", "4")]);
    }

    #[test]
    fn the_first_redirect_counts() {
        let rules = "/old/* /new/:splat\n/en/* /en/404.html 404\n";
        assert_eq!(redirect(rules, "/old/a/b"), Some(Redirect { to: "/new/a/b".to_owned(), status: 301 }));
        assert_eq!(redirect(rules, "/en/x"), Some(Redirect { to: "/en/404.html".to_owned(), status: 404 }));
        assert_eq!(redirect(rules, "/el/x"), None);
    }
}
