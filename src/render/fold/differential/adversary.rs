//! Templates written by hand to break folding, without a look at the random ones.

use super::{Templates, compare, set_templates, site};
use crate::site::Site;

/// Templates of a theme, without that of the home page.
type Others<'t> = &'t [(&'t str, &'t str)];

/// A part that says which home page it sees.
const WHICH_HOME: Others =
    &[("part.html", "[{% if home %}{{ home?.url or home }}{% else %}none{% endif %}{{ t(id=\"site-name\") }}]")];

/// Compares the pages of a theme whose template of home pages is that of roles, too; how many of them can be shown.
fn pages(site: &mut Site, page: &str, others: Others) -> usize {
    let all = others.iter().copied().chain([("home.html", page), ("role.html", page)]);
    let templates = all.map(|(name, source)| (name.to_owned(), source.to_owned())).collect();
    assert!(set_templates(site, None, &templates), "{page}");
    compare(site).unwrap_or_else(|difference| panic!("{page}\n{difference}")).pages
}

/// Case S4: a string with escapes, and a variable of the site's own that is named like a shared one.
#[test]
fn strings_hide_nothing() {
    let mut site = site();
    let shipped = (site.library.theme.templates.clone(), site.library.theme.sources.clone());
    for page in [
        "{% set q = \"\\\"\" %}{% set home = page %}<meta content=\"{% if page.noindex %}x{% endif %}\">{{ home.url }}",
        "{% set q = '\\'' %}{% set home = page %}{% if page.noindex %}'{% endif %}{{ home.url }}",
        "{% set q = \"\\\\\" %}{% set home = page %}{{ home.url }}{{ \"\\\\\" }}",
        "{% set q = \"\\\" %} {{ home.url }}\" %}{{ q }}",
        "{% set q = '\\' %}{% if home %}a{% endif %}' %}{{ q }}",
        "{{ \"{% raw %}\" }}{{ home.url }}{{ \"{% endraw %}\" }}",
        "{{ \"{{ home.url }}\" }}{{ '{% set home = page %}' }}{{ home.url }}{{ `}}\"'` }}",
        "{{ \"é}}\" }}é{{ home.url }}{{ \"{#\" }}{{ feed.url }}{{ \"#}\" }}",
        "{#}{{ home.url }}#}{{ home.url }}{#-#}{{ \"#}\" }}{#--#} {{ feed.url }}",
        "{%--raw%}{{ home.url }}{%-endraw-%}{{ home.url }}",
    ] {
        assert!(pages(&mut site, page, &[]) > 3, "{page}");
        let templates = Templates::from([("partials/head-extra.html".to_owned(), page.to_owned())]);
        assert!(set_templates(&mut site, Some(&shipped), &templates));
        assert!(compare(&site).unwrap().pages > 8, "{page}");
    }
}

#[test]
fn names_may_stand_for_something_else() {
    let mut site = site();
    for page in [
        "{% set home = page %}{% include \"part.html\" %}",
        "{% if page %}{%-set_global\n\thome=page.title-%}{% endif %}{% include \"part.html\" %}{{ home }}",
        "{% include \"part.html\" %}{% for home in [page.kind, home] %}{% include \"part.html\" %}{% endfor %}{{ home.url }}",
        "{% for a, home in {\"k\": page.url} %}{% include \"part.html\" %}{% else %}{{ home.url }}{% endfor %}",
        "{% set home = missing %}{% include \"part.html\" %}{% if home %}yes{% endif %}",
        "{% set home %}{{ page.url }}{% endset %}{{ home }}{% filter upper %}{{ feed.url }}{% endfilter %}",
        "{{ [home for home in [page.url, home.url]] | join(sep=\",\") }}{{ home.url }}",
        "{% for x in [1] %}{% set home = page %}{{ home.url }}{% endfor %}{{ home.url }}",
        "{% set t = page %}{% set asset = 1 %}{{ t(id=\"site-name\") }}{{ t.url }}{{ asset(path=\"style.css\") }}{{ asset }}",
        "{% set message_arguments = {\"role\": page.kind, \"count\": 1} %}{{ t(id=\"test-role\") }}{{ t(id=\"site-name\") }}",
        "{% for message_arguments in [{\"role\": \"r\", \"count\": 2}] %}{{ t(id=\"test-role\") }}{% endfor %}",
        "{{ t(id=\"test-role\", role=home.url, count=1) }}{{ \"x\" | default(value=page.url) }}",
        "{% for x in [1, 2] %}{{ loop.index }}{{ home.url if loop.last else page.url }}{% endfor %}{{ loop?.index or 'l' }}",
        "{% for x in [page, 2] %}{% for y in [loop.index | default(value=\"none\")] %}{{ y }}{% endfor %}{% endfor %}",
        "{% for x in [page] %}{% if home %}{% for y in [[loop?.last or \"a\" for z in [1]]] %}{{ y }}{% endfor %}{% endif %}{% endfor %}",
        "{% for home in [1] %}{{ __tera_context.home | default(value=\"n\") }}{{ __tera_loop_index }}{% endfor %}",
        "{{ home[page.missing or \"url\"] }}{{ {...home}[\"url\"] }}{{ [...navigation, page] | length }}{{ 1if home else 2 }}",
        "{% for x in [1, 2] %}{% if x == 2 %}{% break %}{% endif %}{{ home.url }}{% endfor %}",
    ] {
        assert!(pages(&mut site, page, WHICH_HOME) > 3, "{page}");
    }
}

#[test]
fn components_see_what_they_are_handed() {
    let mut site = site();
    let components = "{% component inner() %}i{% endcomponent inner %}\
        {% component includes(a=\"\") %}{% include \"part.html\" %}{% endcomponent includes %}\
        {% component reads(@page, @home) %}{{ page.title }}{{ home?.url or home }}{% endcomponent reads %}\
        {% component shows(home=none, ...rest) %}{% if home %}{{ home?.url or home }}{% endif %}{{ rest | length }}{{ t(id=\"site-name\") }}\
        {% endcomponent shows %}\
        {% component frame(a) %}<{{ a }}>{{ body }}{{ asset(path=\"style.css\") }}{% endcomponent frame %}\
        {% component deep(n) %}{% if n > 0 %}{{ <deep n={n - 1} /> }}{% else %}{{ <inner /> }}{% endif %}{% endcomponent deep %}";
    let others = [WHICH_HOME[0], ("components.html", components)];
    for page in [
        "{{ <includes /> }}{% include \"part.html\" %}",
        "{{ <reads /> }}{% set home = page %}{{ <reads /> }}",
        "{% for page in [{\"title\": \"T\"}] %}{{ <reads /> }}{% endfor %}{{ <reads home={page.url} /> }}",
        "{{ <shows home /> }}{{ <shows {...page} /> }}{{ <shows home={page.url} x=\"y\" /> }}{{ <shows/> }}{{ <shows x={1 < 2} /> }}",
        "{% <frame a={home.url}> %} {{ home.url }}{% set home = page %}{{ home.url }} {% </frame> %}{{ home.url }}",
        "{% if <inner /> == \"i\" %}{{ home.url }}{% endif %}{{ <deep n={18} /> }}",
    ] {
        assert!(pages(&mut site, page, &others) > 3, "{page}");
    }
    // Too deep with folding, too.
    assert_eq!(pages(&mut site, "{{ <deep n={19} /> }}", &others), 0);
}

#[test]
fn space_stays_where_it_is() {
    let mut site = site();
    for page in [
        "{% if page -%}{{ t(id=\"test-empty\") }} b{% endif %}",
        "a {{ t(id=\"test-empty\") }}{%- if page %} x{% endif %}",
        "a {{ t(id=\"test-empty\") }}{#- c -#} b",
        "{% if page -%} {{ t(id=\"test-space\") }} {%- endif %}|{{ page.title -}} {{ t(id=\"test-space\") -}} |",
        "{%- raw -%} a {%- endraw -%}{{ t(id=\"test-space\") }}{%- raw %} b{% endraw %}",
        "{% if home %}\u{a0}\n{% endif %}{%- if page %}x{% endif -%}{% if home %}\u{2003}y{% endif %}",
        "{{ t(id=\"test-brace\") }}{ home.url }}{{ t(id=\"test-brace\") }}% if x %}{{ t(id=\"test-brace\") }}{{ page.title }}",
        "{{ t(id=\"test-braces\") }}{{ \"{\" }}{{ \"%\" }}{{ home.url }}{{ \"{%\" }}",
        "{% if missing %}{{ 1 / 0 }}{% endif -%}\n {{- home.url -}}\n",
    ] {
        assert!(pages(&mut site, page, &[]) > 3, "{page}");
    }
}

#[test]
fn blocks_and_parts_are_what_they_were() {
    let mut site = site();
    let base = "{{ home.url }}{% block a %}{{ feed.url }}{% endblock a %}{% include \"part.html\" %}{% block b %}{% endblock %}";
    let text = ("part.txt", "{{ t(id=\"legal-terms\") }}{% if home %} & {% endif %}");
    let block = ("block.html", "{% block q %}{{ home.url }}{% set home = 1 %}{% endblock %}{{ feed.url }}");
    let others = [WHICH_HOME[0], ("base.html", base), text, block];
    for page in [
        "{% extends \"base.html\" %}{% block a %}{% set_global home = page %}{{ super() }}{% endblock a %}",
        "{% extends \"base.html\" %}{% block a %}{{ home.url }}{{ super() | upper }}{% endblock a %}{% block b %}{{ t(id=\"site-name\") }}{% endblock %}",
        "{% extends \"base.html\" %}{% block b %}{% set home = page %}{% include \"part.html\" %}{% endblock %}",
        "{% include \"part.txt\" %}{% include 'block.html' %}{{ home.url }}",
    ] {
        assert!(pages(&mut site, page, &others) > 3, "{page}");
    }
    for failing in
        ["{{ home.url }}{{ super() }}", "{{ throw(message=home.url) }}", "{{ home.missing }}", "{{ t(id=\"none\") }}"]
    {
        assert_eq!(pages(&mut site, failing, &others), 0, "{failing}");
    }
}
