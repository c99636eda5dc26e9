//! Constant folding: what is the same on all pages of a locale is rendered once, and stands in the templates as text.
//!
//! Folded are outputs such as `{{ home.url }}` or `{{ t(id="skip-to-content") }}`, and whole loops, conditions and includes,
//! such as a menu or a footer. Something is the same if it reads only variables that all pages share and messages that take
//! nothing, and calls nothing else. Templates that are not the same stand where they are included, if they set no
//! variables. The rules know no theme: they are read off the source of the templates, by the lexical rules of Tera 2. What
//! they do not understand is left as it is.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use tera::{Context, Tera};

/// What the pages of a locale share.
pub(super) struct Shared<'s> {
    /// The variables.
    pub(super) variables: BTreeSet<String>,
    /// Whether a message says the same whatever it is handed.
    pub(super) is_fixed: &'s dyn Fn(&str) -> bool,
}

/// The sources of a theme's templates, folded. `engine` renders the templates as they are.
pub(super) fn fold(engine: &Tera, sources: &BTreeMap<String, String>, shared: &Shared) -> Vec<(String, String)> {
    let templates: BTreeMap<&str, Template> =
        sources.iter().map(|(name, source)| (name.as_str(), Template { source, tags: tags(source) })).collect();
    let mut analysis = Analysis {
        engine,
        shared,
        templates: &templates,
        bound: BTreeSet::new(),
        components: BTreeMap::new(),
        whole: BTreeMap::new(),
    };
    for template in templates.values() {
        analysis.bound.extend(bound_at_includes(&template.tags).into_iter().map(str::to_owned));
    }
    for template in templates.values() {
        analysis.learn_components(&template.tags);
    }
    for name in templates.keys() {
        analysis.learn_template(name, 0);
    }
    templates.iter().map(|(name, template)| ((*name).to_owned(), analysis.folded(template, &mut vec![name]))).collect()
}

/// The source of a template, and its tags.
struct Template<'t> {
    source: &'t str,
    tags: Vec<Tag<'t>>,
}

/// A token of an expression or a statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token<'t> {
    Name(&'t str),
    /// A text, without its quotes.
    Text(&'t str),
    Sign(u8),
}

/// `{{ … }}` or `{% … %}`.
struct Tag<'t> {
    range: Range<usize>,
    is_output: bool,
    tokens: Vec<Token<'t>>,
    /// Whether space before and after it is removed.
    trims: (bool, bool),
}

/// The tags of a template; comments and raw text are none.
fn tags(source: &str) -> Vec<Tag<'_>> {
    let mut tags: Vec<Tag> = Vec::new();
    let mut at = 0;
    let mut is_raw = false;
    while let Some(found) = source[at..].find('{') {
        let start = at + found;
        at = match source.as_bytes().get(start + 1) {
            Some(b'#') if !is_raw => source[start..].find("#}").map_or(source.len(), |end| start + end + 2),
            Some(kind @ (b'{' | b'%')) => {
                let tag = tag(source, start, *kind == b'{');
                let end = tag.range.end;
                let word = if tag.is_output { None } else { tag.tokens.first().copied() };
                match word {
                    Some(Token::Name("endraw")) => is_raw = false,
                    _ if is_raw => {}
                    Some(Token::Name("raw")) => is_raw = true,
                    _ => tags.push(tag),
                }
                if is_raw && word != Some(Token::Name("raw")) { start + 2 } else { end }
            }
            _ => start + 1,
        };
    }
    tags
}

fn tag(source: &str, start: usize, is_output: bool) -> Tag<'_> {
    let close = if is_output { "}}" } else { "%}" };
    let bytes = source.as_bytes();
    let mut tokens = Vec::new();
    let mut at = start + 2;
    while at < bytes.len() && !source[at..].starts_with(close) {
        let first = at;
        at += 1;
        match bytes[first] {
            quote @ (b'"' | b'\'' | b'`') => {
                let end = bytes[at..].iter().position(|byte| *byte == quote).map_or(bytes.len(), |end| at + end);
                tokens.push(Token::Text(&source[at..end]));
                at = (end + 1).min(bytes.len());
            }
            byte if byte.is_ascii_alphabetic() || byte == b'_' => {
                let is_part = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'_';
                at += bytes[at..].iter().take_while(|byte| is_part(byte)).count();
                tokens.push(Token::Name(&source[first..at]));
            }
            byte if byte.is_ascii_whitespace() => {}
            byte => {
                tokens.push(Token::Sign(byte));
                while !source.is_char_boundary(at) {
                    at += 1;
                }
            }
        }
    }
    let end = (at + 2).min(source.len());
    let trims_before = tokens.first() == Some(&Token::Sign(b'-')) && bytes.get(start + 2) == Some(&b'-');
    let trims_after = tokens.last() == Some(&Token::Sign(b'-')) && bytes[at - 1] == b'-';
    let inner = usize::from(trims_before)..tokens.len().saturating_sub(usize::from(trims_after));
    let tokens = tokens.get(inner).unwrap_or_default().to_vec();
    Tag { range: start..end, is_output, tokens, trims: (trims_before, trims_after) }
}

/// The names that a statement binds: variables of loops, what is set, arguments of components.
fn binds<'t>(tokens: &[Token<'t>]) -> Vec<&'t str> {
    let names = |tokens: &[Token<'t>]| {
        tokens.iter().filter_map(|token| if let Token::Name(name) = token { Some(*name) } else { None }).collect()
    };
    match tokens {
        [Token::Name("for"), rest @ ..] => {
            let end = rest.iter().position(|token| *token == Token::Name("in")).unwrap_or(rest.len());
            let mut bound: Vec<_> = names(&rest[..end]);
            bound.push("loop");
            bound
        }
        [Token::Name("set" | "set_global"), Token::Name(name), ..] => vec![name],
        [Token::Name("component"), Token::Name(_), arguments @ ..] => names(arguments),
        _ => Vec::new(),
    }
}

/// The names that a template binds where it includes others. What a component binds that includes nothing is not among them.
fn bound_at_includes<'t>(tags: &[Tag<'t>]) -> Vec<&'t str> {
    let is = |tag: &Tag, word| tag.tokens.first() == Some(&Token::Name(word));
    let starts_part = |tag: &Tag| is(tag, "component") || is(tag, "endcomponent");
    let parts = tags.chunk_by(|tag, next| !is(tag, "endcomponent") && !is(next, "component"));
    let parts = parts.filter(|part| !starts_part(&part[0]) || part.iter().any(|tag| is(tag, "include")));
    parts.flatten().flat_map(|tag| binds(&tag.tokens)).collect()
}

/// The names of which each has a value in a part of a template.
type Scope<'t> = Vec<&'t str>;

struct Analysis<'s> {
    engine: &'s Tera,
    shared: &'s Shared<'s>,
    templates: &'s BTreeMap<&'s str, Template<'s>>,
    /// The names that are bound where templates are included: there they may stand for anything.
    bound: BTreeSet<String>,
    /// Whether each component shows the same if it is handed the same.
    components: BTreeMap<String, bool>,
    /// Whether each template is the same on all pages.
    whole: BTreeMap<String, bool>,
}

impl<'s> Analysis<'s> {
    /// Finds out which components show the same if they are handed the same. Those defined later than they are used count
    /// as others.
    fn learn_components(&mut self, tags: &[Tag]) {
        let mut rest = tags;
        while let Some(start) = rest.iter().position(|tag| tag.tokens.first() == Some(&Token::Name("component"))) {
            let [_, Token::Name(name), ..] = rest[start].tokens.as_slice() else { break };
            let body = &rest[start + 1..];
            let end = body.iter().position(|tag| tag.tokens.first() == Some(&Token::Name("endcomponent")));
            let end = end.unwrap_or(body.len());
            let is_same = self.is_same(&body[..end], binds(&rest[start].tokens), Within::Component);
            self.components.insert((*name).to_owned(), is_same);
            rest = &body[end..];
        }
    }

    fn learn_template(&mut self, name: &str, depth: usize) -> bool {
        if let Some(known) = self.whole.get(name) {
            return *known;
        }
        let templates = self.templates;
        let Some(Template { tags, .. }) = templates.get(name).filter(|_| depth < templates.len()) else { return false };
        let includes = tags.iter().filter_map(|tag| included(&tag.tokens));
        let includes_same = includes.filter(|name| !self.learn_template(name, depth + 1)).count() == 0;
        let is_same = includes_same && self.is_same(tags, Vec::new(), Within::Template);
        self.whole.insert(name.to_owned(), is_same);
        is_same
    }

    /// Whether tags that stand for themselves show the same on all pages.
    fn is_same(&self, tags: &[Tag], arguments: Scope, within: Within) -> bool {
        let mut scopes: Vec<Scope> = vec![arguments];
        tags.iter().all(|tag| {
            let reads_same = self.reads_same(tag, &scopes, within);
            match tag.tokens.first() {
                Some(Token::Name("for" | "if")) if !tag.is_output => scopes.push(binds(&tag.tokens)),
                Some(Token::Name("elif" | "else")) if !tag.is_output => {
                    scopes.last_mut().expect("there is one for the whole").retain(|name| *name == "loop");
                }
                Some(Token::Name("endfor" | "endif")) if !tag.is_output && scopes.len() > 1 => drop(scopes.pop()),
                _ if !tag.is_output => {
                    scopes.last_mut().expect("there is one for the whole").extend(binds(&tag.tokens));
                }
                _ => {}
            }
            reads_same
        })
    }

    /// Whether a tag by itself, where names have values, reads nothing but what is the same on all pages.
    fn reads_same(&self, tag: &Tag, scopes: &[Scope], within: Within) -> bool {
        let tokens = tag.tokens.as_slice();
        if tag.is_output {
            return self.is_constant(tokens, scopes, within);
        }
        match tokens {
            [Token::Name("if" | "elif"), expression @ ..] => self.is_constant(expression, scopes, within),
            [Token::Name("else" | "endif" | "endfor")] => true,
            [Token::Name("for"), rest @ ..] => {
                let of = rest.iter().position(|token| *token == Token::Name("in"));
                of.is_some_and(|of| self.is_constant(&rest[of + 1..], scopes, within))
            }
            [Token::Name("set"), Token::Name(_), Token::Sign(b'='), expression @ ..] => {
                self.is_constant(expression, scopes, within)
            }
            [Token::Name("include"), Token::Text(name)] => {
                within == Within::Template && self.whole.get(*name) == Some(&true)
            }
            _ => false,
        }
    }

    /// Whether an expression has the same value on all pages.
    fn is_constant(&self, tokens: &[Token], scopes: &[Scope], within: Within) -> bool {
        let (component, tokens) = match tokens {
            [Token::Sign(b'<'), Token::Name(name), rest @ ..] => (Some(*name), rest),
            tokens => (None, tokens),
        };
        if component.is_some_and(|name| self.components.get(name) != Some(&true)) {
            return false;
        }
        let is_shared = |name: &str| {
            within == Within::Template && self.shared.variables.contains(name) && !self.bound.contains(name)
        };
        (0..tokens.len()).all(|index| {
            let Token::Name(name) = tokens[index] else { return true };
            let before = index.checked_sub(1).map(|before| tokens[before]);
            match (before, tokens.get(index + 1), tokens.get(index + 2)) {
                (Some(Token::Sign(b'.')), ..) => true,
                (Some(Token::Sign(b'|')), ..) => name == "safe",
                (_, Some(Token::Sign(b'=')), after) if after != Some(&Token::Sign(b'=')) => true,
                (_, Some(Token::Sign(b'(')), _) => {
                    name == "asset" || name == "t" && self.says_same(&tokens[index + 1..])
                }
                _ if matches!(name, "and" | "or" | "not" | "if" | "else" | "true" | "false" | "none" | "None") => true,
                _ => scopes.iter().any(|scope| scope.contains(&name)) || is_shared(name),
            }
        })
    }

    /// Whether the arguments of `t` name a message that takes nothing.
    fn says_same(&self, arguments: &[Token]) -> bool {
        let id = arguments.windows(3).find_map(|tokens| match tokens {
            [Token::Name("id"), Token::Sign(b'='), Token::Text(id)] => Some(*id),
            _ => None,
        });
        id.is_some_and(self.shared.is_fixed)
    }

    /// The source of a template with text in the place of what is the same on all pages, and of what it includes.
    /// `within_templates` are the template itself and those that it stands in.
    fn folded(&self, Template { source, tags }: &Template<'s>, within_templates: &mut Vec<&'s str>) -> String {
        let mut folded = String::with_capacity(source.len());
        let mut done = 0;
        let mut within = Within::Template;
        let mut rest = tags.as_slice();
        while let [tag, ..] = rest {
            match tag.tokens.first() {
                Some(Token::Name("component")) if !tag.is_output => within = Within::Component,
                Some(Token::Name("endcomponent")) if !tag.is_output => within = Within::Template,
                _ => {}
            }
            let block = whole(rest);
            let text = self.text(source, block, within).map(|text| (text, block));
            let replaced = text.or_else(|| Some((self.inlined(tag, within_templates)?, &rest[..1])));
            let Some((other, tags)) = replaced else {
                rest = &rest[1..];
                continue;
            };
            let (first, last) = (tag, &tags[tags.len() - 1]);
            folded.push_str(&source[done..first.range.start]);
            // What stands in the place of tags keeps its own space, and leaves that around it as the tags leave it.
            folded.push_str(if first.trims.0 { "{#- #}" } else { "" });
            folded.push_str(match other.as_bytes() {
                _ if other.starts_with(char::is_whitespace) => "{{ \"\" }}",
                [b'{', _, b'-', ..] => "{##}",
                _ => "",
            });
            folded.push_str(&other);
            folded.push_str(match other.as_bytes() {
                _ if last.trims.1 => "{# -#}",
                _ if other.ends_with(char::is_whitespace) => "{##}",
                [.., b'-', _, b'}'] => "{##}",
                _ => "",
            });
            done = last.range.end;
            rest = &rest[tags.len()..];
        }
        folded.push_str(&source[done..]);
        folded
    }

    /// The source of the template that a tag includes, if it can stand there itself: variables that it sets would last.
    fn inlined(&self, tag: &Tag<'s>, within_templates: &mut Vec<&'s str>) -> Option<String> {
        let name = included(&tag.tokens).filter(|name| !within_templates.contains(name))?;
        let template = self.templates.get(name)?;
        let stays = ["set", "set_global", "extends", "block", "component"];
        if template.tags.iter().any(|tag| stays.iter().any(|word| tag.tokens.first() == Some(&Token::Name(word)))) {
            return None;
        }
        within_templates.push(name);
        let folded = self.folded(template, within_templates);
        within_templates.pop();
        (!folded.ends_with('{')).then_some(folded)
    }

    /// What tags show together, if they show the same on all pages and can stand in a template as they are.
    fn text(&self, source: &str, tags: &[Tag], within: Within) -> Option<String> {
        let (first, last) = (tags.first()?, tags.last()?);
        let shows = match first.tokens.first() {
            _ if first.is_output => true,
            Some(Token::Name("include" | "for")) => true,
            // What is set within a condition lasts.
            Some(Token::Name("if")) => tags.iter().all(|tag| tag.tokens.first() != Some(&Token::Name("set"))),
            _ => false,
        };
        let is_same = shows && self.is_same(tags, Scope::new(), within);
        let source = &source[first.range.start..last.range.end];
        let text = is_same.then(|| self.engine.render_str(source, &Context::new(), true).ok()).flatten()?;
        (!["{{", "{%", "{#"].iter().any(|sign| text.contains(sign)) && !text.ends_with('{')).then_some(text)
    }
}

/// The loop or condition that begins with the first of some tags, or that tag by itself.
fn whole<'a, 't>(tags: &'a [Tag<'t>]) -> &'a [Tag<'t>] {
    let mut depth = 0_usize;
    let end = tags.iter().position(|tag| {
        match tag.tokens.first() {
            Some(Token::Name("for" | "if")) if !tag.is_output => depth += 1,
            Some(Token::Name("endfor" | "endif")) if !tag.is_output => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0
    });
    &tags[..=end.unwrap_or_default()]
}

/// Where an expression stands. Within components, the variables of pages have no values.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    Template,
    Component,
}

/// The template that a statement includes.
fn included<'t>(tokens: &[Token<'t>]) -> Option<&'t str> {
    match tokens {
        [Token::Name("include"), Token::Text(name)] => Some(name),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use tera::{Kwargs, State};

    use super::*;

    /// A theme's template `page.html`, folded, where `site` and `locale` are shared and `fixed` is a message that takes
    /// nothing; checked to render as it did.
    fn folded(templates: &[(&str, &str)]) -> String {
        let mut engine = Tera::new();
        engine.register_function("t", |kwargs: Kwargs, _: &State| {
            kwargs.must_get::<&str>("id").map(|id| format!("[{id}]"))
        });
        engine.register_function("asset", |_: Kwargs, _: &State| "/a.css");
        engine.add_raw_templates(templates.iter().copied()).unwrap();
        engine.global_context().insert("site", &BTreeMap::from([("name", "S & T")]));
        engine.global_context().insert("links", &["a", "b"]);
        let sources = templates.iter().map(|(name, source)| ((*name).to_owned(), (*source).to_owned())).collect();
        let variables = ["site", "links"].map(str::to_owned).into();
        let folded = fold(&engine, &sources, &Shared { variables, is_fixed: &|id| id == "fixed" });
        let mut context = Context::new();
        context.insert("page", "P");
        let before = engine.render("page.html", &context).unwrap();
        engine.add_raw_templates(folded.iter().map(|(name, source)| (name.as_str(), source.as_str()))).unwrap();
        assert_eq!(engine.render("page.html", &context).unwrap(), before, "{folded:?}");
        folded.into_iter().find(|(name, _)| name == "page.html").unwrap().1
    }

    #[test]
    fn outputs_that_are_the_same_become_text() {
        for (source, expected) in [
            ("a {{ site.name }} b", "a S &amp; T b"),
            ("{{ t(id=\"fixed\") }}{{ t(id=\"other\") }}", "[fixed]{{ t(id=\"other\") }}"),
            ("{{ t(id=page) }}", "{{ t(id=page) }}"),
            ("{{ page }} {{- site.name -}} b", "{{ page }} {#- #}S &amp; T{# -#} b"),
            ("{{ site.name | upper }}", "{{ site.name | upper }}"),
            ("{{ site.name if page else \"\" }}", "{{ site.name if page else \"\" }}"),
            ("{{ \"{{\" }}", "{{ \"{{\" }}"),
            (
                "{% raw %}{{ site.name }}{% endraw %}{# {{ site.name }} #}",
                "{% raw %}{{ site.name }}{% endraw %}{# {{ site.name }} #}",
            ),
            ("{% for site in page %}{{ site }}{% endfor %}", "{% for site in page %}{{ site }}{% endfor %}"),
            ("{% for site in links -%} {{ site }}, {% endfor %}", "a, b, {##}"),
            (
                "{% if page %}{% if site.name %}{{ site.name }}{% endif -%} {% endif %}",
                "{% if page %}S &amp; T{# -#} {% endif %}",
            ),
            (
                "{% if site %}{% set mine = site.name %}{% endif %}{{ mine }}",
                "{% if site %}{% set mine = site.name %}{% endif %}{{ mine }}",
            ),
            (
                "{% component x(site) %}{{ site }}{% endcomponent x %}{{ site.name }}",
                "{% component x(site) %}{{ site }}{% endcomponent x %}S &amp; T",
            ),
            ("{{ asset(path=\"x\") }}é{{ [x for x in links] }}", "/a.cssé{{ [x for x in links] }}"),
        ] {
            assert_eq!(folded(&[("page.html", source)]), expected, "{source}");
        }
    }

    #[test]
    fn includes_that_are_the_same_become_text() {
        let footer =
            "\n{% if site.name %}{% for link in links %}<{{ link }}>{{ <x y={link} /> }}{% endfor %}{% endif %}\n";
        let component = "{% component x(y) %}({{ y }}{{ t(id=\"fixed\") }}){% endcomponent x %}";
        let page = "{% if page -%}{% include \"footer.html\" -%} \n {%- endif %}";
        assert_eq!(
            folded(&[("a.html", component), ("footer.html", footer), ("page.html", page)]),
            "{% if page -%}{{ \"\" }}\n<a>(a[fixed])<b>(b[fixed])\n{# -#} \n {%- endif %}"
        );
    }

    #[test]
    fn space_of_the_text_is_kept_whatever_stands_before_it() {
        let part = "\n {{ site.name }}";
        for before in
            ["{# a -#}", "{% if page -%}{% endif -%}\n", "{% raw %}{% endraw -%}", "{% raw -%} a {%- endraw -%}", ""]
        {
            let page = format!("{before}{{% include \"part.html\" %}} {{#- b #}}{{{{ page }}}}");
            assert!(folded(&[("page.html", &page), ("part.html", part)]).contains("S &amp; T"), "{page}");
        }
    }

    #[test]
    fn other_includes_stand_in_their_place() {
        let page = "{% set mine = page %}{% if page -%} {% include \"part.html\" %} {%- endif %}";
        for (part, expected) in [
            ("{{ page }}", "{{ page }}"),
            ("{{ mine }} ", "{{ mine }} {##}"),
            ("{%- if page -%} a {%- endif -%}", "{##}{%- if page -%} a {%- endif -%}{##}"),
            ("{% include \"deep.html\" %}\u{a0}", "{{ page }}{{ site.name | upper }}\u{a0}{##}"),
        ] {
            let templates =
                [("page.html", page), ("part.html", part), ("deep.html", "{{ page }}{{ site.name | upper }}")];
            let expected = page.replace("{% include \"part.html\" %}", expected);
            assert_eq!(folded(&templates), expected, "{part}");
        }
    }

    #[test]
    fn includes_that_set_variables_stay() {
        let page = "{% set mine = page %}{% include \"part.html\" %}{{ mine }}";
        for part in [
            "{% set mine = 1 %}{{ t(id=\"other\") }}",
            "{% for x in links %}{% set mine = x %}{% endfor %}{{ page }}",
            "{",
        ] {
            assert_eq!(folded(&[("page.html", page), ("part.html", part)]), page, "{part}");
        }
    }
}
