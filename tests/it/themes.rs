//! `rolebook theme`, and files of themes that lie where nothing reads them.

use insta::assert_snapshot;

use crate::folder::Folder;
use crate::site::Site;

fn said(folder: &Folder, arguments: &[&str]) -> (Option<i32>, String) {
    let output = folder.rolebook(arguments);
    (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

fn with(files: &[&str]) -> Site {
    files.iter().fold(Site::new(), |site, file| site.file(file, "<p>x</p>"))
}

#[test]
fn the_files_of_the_theme_are_listed() {
    let folder = Folder::new(&Site::new());
    let (status, all) = said(&folder, &["theme", "list"]);
    assert_eq!(status, Some(0));
    assert!(all.starts_with("fonts/"), "{all}");
    for file in ["templates/role.html\n", "static/style.css\n", "locales/el/interface.ftl\n", "theme.toml\n"] {
        assert!(all.contains(&format!("\n{file}")), "{all}");
    }
    folder.write("themes/atlas/templates/partials/skills.html", "x");
    assert_snapshot!(said(&folder, &["theme", "list", "templates/partials/skills.html", "theme.toml"]).1, @"
    templates/partials/skills.html    (the site has its own)
    theme.toml
    ");
}

/// What is written is what the program has, so that nothing changes until somebody changes it.
#[test]
fn files_of_the_theme_are_written_into_the_site() {
    let folder = Folder::new(&Site::new());
    let built = |folder: &Folder| {
        folder.build();
        crate::folder::tree(&folder.path("public"))
    };
    let before = built(&folder);
    assert_snapshot!(said(&folder, &["theme", "export", "templates/partials/footer.html", "themes/atlas/locales/de"]).1, @"
    wrote 8 files to `themes/atlas/`
      change them there: they take the place of the files of the program
    ");
    assert_eq!(built(&folder), before);
    assert_eq!(said(&folder, &["check"]), (Some(0), "no mistakes found\n".to_owned()));
    // Nothing that is there is overwritten, and nothing is written then.
    folder.write("themes/atlas/templates/partials/footer.html", "mine");
    let (status, refused) = said(&folder, &["theme", "export", "templates/partials"]);
    assert_eq!(status, Some(2));
    assert!(refused.contains("these are there already, and nothing was written:"), "{refused}");
    assert_eq!(folder.read("themes/atlas/templates/partials/footer.html"), "mine");
    assert!(!folder.path("themes/atlas/templates/partials/header.html").exists());
}

#[test]
fn a_theme_of_ones_own_begins_as_a_copy() {
    let folder = Folder::new(&Site::new());
    assert_snapshot!(said(&folder, &["theme", "export", "--as", "mine"]).1.replace(char::is_numeric, "N"), @r#"
    wrote NN files to `themes/mine/`
      write `theme = "mine"` in `rolebook.toml` to use that theme, and nothing else of `atlas`
    "#);
    let config = folder.read("rolebook.toml").replace("default_locale", "theme = \"mine\"\ndefault_locale");
    folder.write("rolebook.toml", config);
    assert_eq!(said(&folder, &["check"]), (Some(0), "no mistakes found\n".to_owned()));
    assert_eq!(said(&folder, &["theme", "export", "--as", "My Theme"]).0, Some(2));
}

#[test]
fn files_that_the_theme_does_not_have_are_not_exported() {
    let folder = Folder::new(&Site::new());
    for (file, meant) in [
        ("footer.html", "templates/partials/footer.html"),
        ("templates/roles.html", "templates/role.html"),
        ("static/styles.css", "static/style.css"),
    ] {
        let (status, said) = said(&folder, &["theme", "export", "theme.toml", file]);
        assert_eq!(status, Some(2));
        assert!(said.contains(&format!("did you mean `{meant}`?")), "{said}");
        assert!(!folder.path("themes").exists());
    }
    assert_eq!(said(&folder, &["theme", "export"]).0, Some(2), "all files are a theme of one's own");
    folder.remove("rolebook.toml");
    assert!(said(&folder, &["theme", "export", "theme.toml"]).1.contains("name that folder with `--root`"));
}

#[test]
fn files_of_themes_that_nothing_reads_are_reported() {
    let site = with(&[
        "themes/atlas/partials/footer.html",
        "themes/atlas/template/role.html",
        "themes/atlas/Templates/home.html",
        "themes/atlas/templates/Partials/skills.html",
        "themes/atlas/style.css",
        "themes/atlas/README.md",
        "themes/atlas/sass/main.scss",
        "themes/gazette/templates/home.html",
    ]);
    assert_snapshot!(site.diagnostics(), @r#"
    warning[unexpected-file]: nothing reads this file
     --> themes/atlas/Templates/home.html:1:1
      |
    1 | <p>x</p>
      | ^
      |
      = help: did you mean `themes/atlas/templates/home.html`?

    warning[unexpected-file]: nothing reads this file
     --> themes/atlas/partials/footer.html:1:1
      |
    1 | <p>x</p>
      | ^
      |
      = help: did you mean `themes/atlas/templates/partials/footer.html`?

    warning[unexpected-file]: nothing reads this file
     --> themes/atlas/style.css:1:1
      |
    1 | <p>x</p>
      | ^
      |
      = help: did you mean `themes/atlas/static/style.css`?

    warning[unexpected-file]: nothing reads this file
     --> themes/atlas/template/role.html:1:1
      |
    1 | <p>x</p>
      | ^
      |
      = help: did you mean `themes/atlas/templates/role.html`?

    error[name-clash]: `themes/atlas/templates` and `themes/atlas/Templates` are one name on some systems
     --> themes/atlas/templates/Partials/skills.html:1:1
      |
    1 | <p>x</p>
      | ^
      |
      = help: rename one of them; the other is `themes/atlas/Templates` (of `themes/atlas/Templates/home.html`)

    warning[unexpected-file]: no page and no template uses this template
     --> themes/atlas/templates/Partials/skills.html:1:1
      |
    1 | <p>x</p>
      | ^
      |
      = help: did you mean `themes/atlas/templates/partials/skills.html`?

    hint[unexpected-file]: nothing reads the folder `themes/gazette/`: the theme is `atlas`
     |
     = help: write `theme = "gazette"` in `rolebook.toml`, or remove the folder
    "#);
    assert_snapshot!(with(&["themes/Atlas/templates/role.html"]).diagnostics(), @"
    warning[unexpected-file]: nothing reads the folder `themes/Atlas/`: the theme is `atlas`
     |
     = help: did you mean `themes/atlas`? Rename the folder
    ");
}

#[test]
fn templates_that_nothing_uses_are_reported() {
    let site = with(&["themes/atlas/templates/partials/fotter.html", "themes/atlas/templates/partials/own.html"]);
    assert_snapshot!(site.diagnostics(), @r#"
    warning[unexpected-file]: no page and no template uses this template
     --> themes/atlas/templates/partials/fotter.html:1:1
      |
    1 | <p>x</p>
      | ^
      |
      = help: did you mean `themes/atlas/templates/partials/footer.html`?

    warning[unexpected-file]: no page and no template uses this template
     --> themes/atlas/templates/partials/own.html:1:1
      |
    1 | <p>x</p>
      | ^
      |
      = help: write `{% include "partials/own.html" %}` where it belongs, or remove it
    "#);
    // One is included, one defines a component, one is chosen by a page, one takes the place of the program's.
    let site = Site::new()
        .file("themes/atlas/templates/partials/head-extra.html", "{% include \"partials/own.html\" %}")
        .file("themes/atlas/templates/partials/own.html", "x")
        .file("themes/atlas/templates/partials/parts.html", "{% component own_part() %}x{% endcomponent own_part %}")
        .file("themes/atlas/templates/partials/fallback-notice.html", "x");
    assert_eq!(site.diagnostics(), "");
}

#[test]
fn of_a_file_of_the_program_the_command_is_named_that_gets_it() {
    let site =
        Site::new().file("themes/atlas/templates/partials/languages.html", "{{ nothing.of.the.kind }}{{ <nobody /> }}");
    let said = site.diagnostics();
    assert!(!said.contains("theme export"), "the site has that file: {said}");
    let said = Site::new().file("themes/atlas/templates/partials/components.html", "").diagnostics();
    let shown = "--> themes/atlas/templates/listing.html:";
    let note = "= note: the file is in the program; to change it, run `rolebook theme export templates/listing.html`";
    assert!(said.contains(shown) && said.contains(note), "{said}");
}
