//! Case M8: what is said of files that are not Fluent. Each mistake has its own words, its own place and its own help.

use std::fmt::Write as _;

use insta::assert_snapshot;
use rolebook::diagnostic::Code;

use crate::site::Site;

/// What is said of each text: the text, then line, column, message and help of each mistake.
fn said(texts: &[&str]) -> String {
    let mut said = String::new();
    for text in texts {
        let found = Site::new().file("locales/de/site.ftl", text).compile().diagnostics;
        let mistakes = found.iter().filter(|diagnostic| diagnostic.code == Code::Syntax);
        let _ = writeln!(said, "{}", text.trim_end_matches('\n').replace('\t', "⇥"));
        for mistake in mistakes {
            let place = mistake.place.as_ref().unwrap();
            let (message, help) = (&mistake.message, mistake.help.as_ref().unwrap());
            let _ = writeln!(said, "    {}:{} {message}\n        {help}", place.line, place.column);
        }
    }
    said
}

#[test]
fn tabs() {
    assert_snapshot!(said(&[
        "a =\n\tB\n",
        "a = A\n\tB\n",
        "\ta = A\n",
        "a\t= A\n",
        "a = A\n\t.title = B\n",
        "a = A\n    .title\t= B\n",
        "a = {\t$n }\n",
        "a = { $n\t}\n",
        "a = { $n ->\n\t[one] A\n\t*[other] B\n}\n",
        "a = { $n ->\n    [one] A\n   *[other] B\n\t}\n",
    ]), @"
    a =
    ⇥B
        2:1 a tab stands where Fluent allows spaces only
            indent with spaces: `    B`
    a = A
    ⇥B
        2:1 a tab stands where Fluent allows spaces only
            indent with spaces: `    B`
    ⇥a = A
        1:1 a tab stands where Fluent allows spaces only
            indent with spaces: `    a = A`
    a⇥= A
        1:2 a tab stands where Fluent allows spaces only
            write a space in its place
    a = A
    ⇥.title = B
        2:1 a tab stands where Fluent allows spaces only
            indent with spaces: `    .title = B`
    a = A
        .title⇥= B
        2:11 a tab stands where Fluent allows spaces only
            write a space in its place
    a = {⇥$n }
        1:6 a tab stands where Fluent allows spaces only
            write a space in its place
    a = { $n⇥}
        1:9 a tab stands where Fluent allows spaces only
            write a space in its place
    a = { $n ->
    ⇥[one] A
    ⇥*[other] B
    }
        2:1 a tab stands where Fluent allows spaces only
            indent with spaces: `    [one] A`
    a = { $n ->
        [one] A
       *[other] B
    ⇥}
        4:1 a tab stands where Fluent allows spaces only
            indent with spaces: `    }`
    ");
}

#[test]
fn comments_of_other_languages() {
    assert_snapshot!(said(&[
        "// A comment\na = A\n",
        "/* A comment\n * goes on */\na = A\n",
        "<!-- A comment -->\na = A\n",
        "; A comment\na = A\n",
        "-- A comment\na = A\n",
        "#A comment\na = A\n",
        "#### A comment\na = A\n",
        "  // A comment\na = A\n",
    ]), @"
    // A comment
    a = A
        1:1 `//` begins no comment in Fluent
            write `# A comment` at the margin
    /* A comment
     * goes on */
    a = A
        1:1 `/*` begins no comment in Fluent
            write `# A comment` at the margin
    <!-- A comment -->
    a = A
        1:1 `<!--` begins no comment in Fluent
            write `# A comment` at the margin
    ; A comment
    a = A
        1:1 `;` begins no comment in Fluent
            write `# A comment` at the margin
    -- A comment
    a = A
        1:1 `--` begins no comment in Fluent
            write `# A comment` at the margin
    #A comment
    a = A
        1:2 a space is missing after `#`
            write `# A comment`
    #### A comment
    a = A
        1:4 a comment begins with three `#` at most
            write `### A comment`
      // A comment
    a = A
        1:1 `//` begins no comment in Fluent
            write `# A comment` at the margin
    ");
}

#[test]
fn beginnings() {
    assert_snapshot!(said(&[
        "greeting Hello\n",
        "greeting\n",
        "greeting: Hello\n",
        "greeting := Hello\n",
        "\"greeting\": \"Hello\",\n",
        "a = A\nmore of the text\n",
        "a = A\nÜber uns und mehr\n",
        "a = A\n- an item\n",
        "- an item\n",
        "1st-step = A\n",
        "-1 = A\n",
        "my greeting = A\n",
        "My Greeting = A\n",
        "größe = A\n",
        "straßenname groß = A\n",
        "menu.title = A\n",
        "_private = A\n",
        "größe.titel = A\n",
        "  a = A\n",
        "  text\n",
        "[section]\na = A\n",
        "= A\n",
    ]), @r#"
    greeting Hello
        1:10 `=` is missing after `greeting`
            write `greeting = Hello`
    greeting
        1:9 `=` is missing after `greeting`
            write `greeting = …`
    greeting: Hello
        1:9 `:` stands after `greeting` in the place of `=`
            write `greeting = Hello`
    greeting := Hello
        1:10 `:` stands after `greeting` in the place of `=`
            write `greeting = Hello`
    "greeting": "Hello",
        1:1 ids and texts of Fluent stand without quotes
            write `greeting = Hello`
    a = A
    more of the text
        2:6 `=` is missing after `more`
            indent the line if it belongs to the message above: `    more of the text`; else write `more = of the text`
    a = A
    Über uns und mehr
        2:1 this line begins no message
            indent the line if it belongs to the message above: `    Über uns und mehr`
    a = A
    - an item
        2:1 this line begins no message
            indent the line if it belongs to the message above: `    - an item`
    - an item
        1:1 this line begins no message
            write `id = - an item`
    1st-step = A
        1:1 `1st-step` cannot be the id of a message
            an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores: write `st-step = A`
    -1 = A
        1:1 `-1` cannot be the id of a message
            an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores
    my greeting = A
        1:1 `my greeting` cannot be the id of a message
            an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores: write `my-greeting = A`
    My Greeting = A
        1:1 `My Greeting` cannot be the id of a message
            an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores: write `my-greeting = A`
    größe = A
        1:1 `größe` cannot be the id of a message
            an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores: write `groesse = A`
    straßenname groß = A
        1:1 `straßenname groß` cannot be the id of a message
            an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores: write `strassenname-gross = A`
    menu.title = A
        1:1 `menu.title` cannot be the id of a message
            write the attribute below its message `menu`, indented: `    .title = A`
    _private = A
        1:1 `_private` cannot be the id of a message
            an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores: write `private = A`
    größe.titel = A
        1:1 `größe.titel` cannot be the id of a message
            an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores: write `groesse-titel = A`
      a = A
        1:1 this text belongs to no message
            begin messages at the margin: `a = A`
      text
        1:1 this text belongs to no message
            begin messages at the margin: `id = text`
    [section]
    a = A
        1:1 messages are grouped by comments
            write `## section`
    = A
        1:1 an id is missing before `=`
            write `id = A`
    "#);
}

#[test]
fn messages_that_say_nothing() {
    assert_snapshot!(said(&[
        "a =\n",
        "a =\nb = B\n",
        "a =\ntext at the margin\n",
        "a =\n    [text] in brackets\n",
        "-a =\n",
        "-a =\n    .gender = x\n",
        "a = A\n    .title =\n",
        "# A comment\n    .title = B\n",
        "a = A\n    .title B\n",
        "a = A\n    .title: B\n",
        "a =\n    .my title = B\n",
        "a = A\n    .title = { $n\nb = B\n",
    ]), @r#"
    a =
        1:1 `a` has no text
            write `a = …`, or remove it; a text without letters is written `{ "" }`
    a =
    b = B
        1:1 `a` has no text
            write `a = …`, or remove it; a text without letters is written `{ "" }`
    a =
    text at the margin
        1:1 `a` has no text
            indent the text that belongs to it: `    text at the margin`
        2:6 `=` is missing after `text`
            indent the line if it belongs to the message above: `    text at the margin`; else write `text = at the margin`
    a =
        [text] in brackets
        1:1 `a` has no text
            a line of text that begins with `[` is written `{ "[" }text] in brackets`
    -a =
        1:1 `-a` has no text
            write `-a = …`, or remove it; a text without letters is written `{ "" }`
    -a =
        .gender = x
        1:1 `-a` has no text
            write `-a = …`, or remove it; a text without letters is written `{ "" }`
    a = A
        .title =
        2:6 `.title` has no text
            write `.title = …`, or remove it; a text without letters is written `{ "" }`
    # A comment
        .title = B
        2:1 the attribute `.title` belongs to no message
            put it directly below its message, with no comment between
    a = A
        .title B
        2:12 `=` is missing after `.title`
            write `.title = B`; a line of text that begins with `.` is written `{ "." }title B`
    a = A
        .title: B
        2:11 `:` stands after `.title` in the place of `=`
            write `.title = B`
    a =
        .my title = B
        2:6 `.my title` cannot be the id of a message
            an id begins with a letter from `a` to `z` and has letters, digits, hyphens and underscores: write `.my-title = B`
    a = A
        .title = { $n
    b = B
        2:14 this `{` is not closed
            write `{ $n }`
    "#);
}

#[test]
fn braces_that_are_not_closed() {
    assert_snapshot!(said(&[
        "a = { $name\nb = B\n",
        "a = B { $name and more\n    text\nb = B\n",
        "a = { $n ->\n    [one] A\n   *[other] B\nb = B\n",
        "a = { $n ->\n    [one] A { $n\n   *[other] B\n }\n",
        "a = \"{\" { $name\n",
        "a = {\n",
        "a = { }\n",
        "a = {}\n",
        "a = A } B\n",
        "a = {{ name }\n",
        "a = { name }}\n",
        "a = {{ $name }\n",
    ]), @r#"
    a = { $name
    b = B
        1:5 this `{` is not closed
            write `{ $name }`
    a = B { $name and more
        text
    b = B
        1:7 this `{` is not closed
            write `{ $name }`
    a = { $n ->
        [one] A
       *[other] B
    b = B
        1:5 this `{` is not closed
            write `}` on a line of its own after the last variant
    a = { $n ->
        [one] A { $n
       *[other] B
     }
        2:13 this `{` is not closed
            write `{ $n }`
    a = "{" { $name
        1:7 these quotes are not closed
            write `" { $name"`
    a = {
        1:5 this `{` is not closed
            write a brace that is text as `{ "{" }`
    a = { }
        1:7 nothing stands between the braces
            write what stands there, such as `{ $name }`, or the braces as text: `{ "{" }`, `{ "}" }`
    a = {}
        1:6 nothing stands between the braces
            write what stands there, such as `{ $name }`, or the braces as text: `{ "{" }`, `{ "}" }`
    a = A } B
        1:7 this `}` closes nothing
            take it out, or write it as `{ "}" }` if it is text
    a = {{ name }
        1:5 this `{` is not closed
            write one brace on each side: `{ name }`
    a = { name }}
        1:13 this `}` closes nothing
            write one brace on each side: `{ $name }`
    a = {{ $name }
        1:5 this `{` is not closed
            write one brace on each side: `{ $name }`
    "#);
}

#[test]
fn what_cannot_stand_between_braces() {
    assert_snapshot!(said(&[
        "a = {% name %}\n",
        "a = {#name#}\n",
        "a = { $ name }\n",
        "a = { $}\n",
        "a = { $1 }\n",
        "a = { $größe }\n",
        "a = { name$ }\n",
        "a = { $user name }\n",
        "a = { $user.name }\n",
        "a = { my message }\n",
        "a = { - brand }\n",
        "a = { -brand.gender }\n",
        "a = { title. }\n",
        "a = { größe }\n",
        "a = { $n | upper }\n",
        "a = { $name- }\n",
        "a = { $n ->\n    [one] { $n\n   *[other] B\n}\n",
    ]), @r#"
    a = {% name %}
        1:6 `{%` is of another template language
            messages have variables, `{ $name }`, and choices, `{ $name -> … }`; the rest is for the template
    a = {#name#}
        1:6 `{#` is of another template language
            messages have variables, `{ $name }`, and choices, `{ $name -> … }`; the rest is for the template
    a = { $ name }
        1:7 a name is missing after `$`
            write `$name`
    a = { $}
        1:7 a name is missing after `$`
            write a name directly after `$`, such as `$name`
    a = { $1 }
        1:7 no name begins with `1`
            write a name directly after `$`, such as `$name`
    a = { $größe }
        1:7 `$größe` cannot be a name
            names have letters from `a` to `z`, digits, hyphens and underscores, such as `$groesse`
    a = { name$ }
        1:11 `$` cannot stand after `name`
            between braces stands one thing: a variable `{ $name }`, a message `{ id }`, a term `{ -term }`, or a text `{ "…" }`
    a = { $user name }
        1:13 `name` cannot stand after `$user`
            names have no spaces: write `{ $user }`, or `{ $user-name }`
    a = { $user.name }
        1:12 `.name` cannot stand after `$user`
            a variable has no parts: have it handed over under one name, such as `$user-name`
    a = { my message }
        1:10 `message` cannot stand after `my`
            between braces stands one thing: a variable `{ $name }`, a message `{ id }`, a term `{ -term }`, or a text `{ "…" }`
    a = { - brand }
        1:7 a name is missing after `-`
            write `-brand`
    a = { -brand.gender }
        1:7 `-brand.gender` cannot be shown: attributes of terms are for choices
            choose by it: `{ -brand.gender ->`; what readers see is a message or the value of a term
    a = { title. }
        1:12 a name is missing after `.`
            write a name directly after `.`, such as `.name`
    a = { größe }
        1:7 `größe` cannot be a name
            names have letters from `a` to `z`, digits, hyphens and underscores, such as `groesse`
    a = { $n | upper }
        1:10 `|` cannot stand after `$n`
            between braces stands one thing: a variable `{ $name }`, a message `{ id }`, a term `{ -term }`, or a text `{ "…" }`
    a = { $name- }
        1:7 the hyphen belongs to the name `$name-`
            write `{ $name }-` if it is text
    a = { $n ->
        [one] { $n
       *[other] B
    }
        2:11 this `{` is not closed
            write `{ $n }`
    "#);
}

#[test]
fn choices_that_are_not_whole() {
    assert_snapshot!(said(&[
        "a = { $n ->\n    [one] A\n    [other] B\n}\n",
        "a = { $n ->\n    [one] A\n    [other] B\n    }\n    .title = T\n",
        "a = { $n ->\n}\n",
        "a = { $n ->\n   *[one] A\n   *[other] B\n}\n",
        "a = { $n ->\n    [one] A\n   * [other] B\n}\n",
        "a = { $n ->\n    [one]\n   *[other] B\n}\n",
        "a = { $n\n    [one] A\n   *[other] B\n}\n",
        "a = { $n =>\n    [one] A\n   *[other] B\n}\n",
        "a = { $n - >\n    [one] A\n   *[other] B\n}\n",
        "a = { $n →\n    [one] A\n   *[other] B\n}\n",
        "a = { $n, plural, one {A} other {B} }\n",
        "a = {\n    [one] A\n   *[other] B\n}\n",
    ]), @r#"
    a = { $n ->
        [one] A
        [other] B
    }
        3:5 no variant is the default
            put `*` before the variant that serves in all other cases: `*[other]`
    a = { $n ->
        [one] A
        [other] B
        }
        .title = T
        3:5 no variant is the default
            put `*` before the variant that serves in all other cases: `*[other]`
    a = { $n ->
    }
        2:1 there are no variants after `->`
            write each variant on a line of its own:
    { $n ->
        [one] …
       *[other] …
    }
    a = { $n ->
       *[one] A
       *[other] B
    }
        3:4 two variants are the default
            leave the `*` before the one that serves in all other cases
    a = { $n ->
        [one] A
       * [other] B
    }
        3:4 a space stands between `*` and `[`
            write `*[other] …`
    a = { $n ->
        [one]
       *[other] B
    }
        2:5 the variant `[one]` has no text
            write `[one] …`; a variant that shows nothing is written `[one] { "" }`
    a = { $n
        [one] A
       *[other] B
    }
        2:5 `->` is missing before the variants
            write `{ $n ->` and begin a new line
    a = { $n =>
        [one] A
       *[other] B
    }
        1:10 this is no arrow
            write `{ $n ->` and begin a new line
    a = { $n - >
        [one] A
       *[other] B
    }
        1:10 this is no arrow
            write `{ $n ->` and begin a new line
    a = { $n →
        [one] A
       *[other] B
    }
        1:10 this is no arrow
            write `{ $n ->` and begin a new line
    a = { $n, plural, one {A} other {B} }
        1:9 `,` cannot stand after `$n`
            write each variant on a line of its own:
    { $n ->
        [one] …
       *[other] …
    }
    a = {
        [one] A
       *[other] B
    }
        2:5 it is not said what the variants are chosen by
            write each variant on a line of its own:
    { $name ->
        [one] …
       *[other] …
    }
    "#);
}

#[test]
fn keys_and_selectors() {
    assert_snapshot!(said(&[
        "a = { $n ->\n    [one] A\n   *\n}\n",
        "a = { $n ->\n    [one A\n   *[other] B\n}\n",
        "a = { $n ->\n    [not found] A\n   *[other] B\n}\n",
        "a = { $n ->\n    [=0] A\n   *[other] B\n}\n",
        "a = { $n ->\n    [\"one\"] A\n   *[other] B\n}\n",
        "a = { $n ->\n    [] A\n   *[other] B\n}\n",
        "a = { $n ->\n    one A\n   *[other] B\n}\n",
        "a = { b ->\n   *[other] B\n}\n",
        "a = { b.title ->\n   *[other] B\n}\n",
        "a = { -b ->\n   *[other] B\n}\n",
    ]), @r#"
    a = { $n ->
        [one] A
       *
    }
        3:4 no variant stands after `*`
            write `*[other] …`; a line of text that begins with `*` is written `{ "*" }`
    a = { $n ->
        [one A
       *[other] B
    }
        2:5 this `[` is not closed
            write `[one] A`; a line of text that begins with `[` is written `{ "[" }one A`
    a = { $n ->
        [not found] A
       *[other] B
    }
        2:5 `not found` cannot be the key of a variant
            a key is a name or a number without spaces, such as `[not-found]`; a line of text that begins with `[` is written `{ "[" }not found] A`
    a = { $n ->
        [=0] A
       *[other] B
    }
        2:6 `=0` cannot be the key of a variant
            a key is a name or a number without spaces, such as `[0]`
    a = { $n ->
        ["one"] A
       *[other] B
    }
        2:6 `"one"` cannot be the key of a variant
            a key is a name or a number without spaces, such as `[one]`
    a = { $n ->
        [] A
       *[other] B
    }
        2:6 a key is missing between the brackets
            a key is a name or a number, such as `[one]` or `[0]`
    a = { $n ->
        one A
       *[other] B
    }
        2:5 this line begins no variant
            begin variants with their key: `[one] …`
    a = { b ->
       *[other] B
    }
        1:7 nothing can be chosen by `b`
            choose by a variable, such as `$b`, or by an attribute of a term, such as `-b.gender`
    a = { b.title ->
       *[other] B
    }
        1:7 nothing can be chosen by `b.title`
            choose by a variable, such as `$b`, or by an attribute of a term, such as `-b.gender`
    a = { -b ->
       *[other] B
    }
        1:7 nothing can be chosen by `-b`
            choose by an attribute of the term, such as `-b.gender`
    "#);
}

#[test]
fn calls() {
    assert_snapshot!(said(&[
        "a = { NUMBER($n }\n",
        "a = { NUMBER($n, style: \"percent\" }\n",
        "a = { NUMBER($n\nb = B\n",
        "a = { NUMBER($n; style: \"percent\") }\n",
        "a = { NUMBER(style: \"percent\", $n) }\n",
        "a = { NUMBER($n, style: \"percent\", style: \"decimal\") }\n",
        "a = { NUMBER($n, style: percent) }\n",
        "a = { NUMBER($n, style: 'percent') }\n",
        "a = { NUMBER($n, style: $style) }\n",
        "a = { NUMBER($n, style: ) }\n",
        "a = { number($n) }\n",
        "a = { greeting($name) }\n",
    ]), @r#"
    a = { NUMBER($n }
        1:13 this `(` is not closed
            write `NUMBER($n)`
    a = { NUMBER($n, style: "percent" }
        1:13 this `(` is not closed
            write `NUMBER($n, style: "percent")`
    a = { NUMBER($n
    b = B
        1:13 this `(` is not closed
            write `NUMBER($n)`
    a = { NUMBER($n; style: "percent") }
        1:16 `;` cannot stand here
            arguments are divided by one comma: `NUMBER($n, style: "percent")`
    a = { NUMBER(style: "percent", $n) }
        1:33 what has no name stands after a named argument
            write it first: `NUMBER($part, style: "percent")`
    a = { NUMBER($n, style: "percent", style: "decimal") }
        1:36 the argument `style` stands here twice
            remove one of the two
    a = { NUMBER($n, style: percent) }
        1:25 `percent` is neither text in quotes nor a number
            write `"percent"`
    a = { NUMBER($n, style: 'percent') }
        1:25 `'` is no quotation mark of Fluent
            between braces text stands in straight double quotes: `"percent"`
    a = { NUMBER($n, style: $style) }
        1:25 `$style` is neither text in quotes nor a number
            only text and numbers can be named arguments: choose between variants if it depends on a variable
    a = { NUMBER($n, style: ) }
        1:25 the value of an argument is missing
            write its value after the colon: `style: "percent"`
    a = { number($n) }
        1:7 `number` is no function
            functions are written in capitals, such as `NUMBER(…)`; of messages only terms are handed something: `-number(…)`
    a = { greeting($name) }
        1:7 `greeting` is no function
            functions are written in capitals, such as `NUMBER(…)`; of messages only terms are handed something: `-greeting(…)`
    "#);
}

#[test]
fn quotes() {
    assert_snapshot!(said(&[
        "a = { \"text }\n",
        "a = { \"text\nb = B\n",
        "a = { \"text",
        "a = { „Text“ }\n",
        "a = { “text” }\n",
        "a = { ’ }\n",
        "a = { 'text' }\n",
        "a = { «texte» }\n",
        "a = { $n “x” }\n",
        "a = { \"a\\nb\" }\n",
        "a = { \"\\u12\" }\n",
        "a = { \"x\\uD800\" }\n",
        "a = { QUOTE(\"\\uD83D\\uDE00\") }\n",
        "a = { \"\\U110000 \\{ \\\\uD800\" }\n    .b = { $n ->\n        [a] { \"\\UFFFFFF\" }\n       *[b] B\n    }\n",
        "a = { \"\\u12ü\" }\nb = { \"\\U01f60„\" }\n    .title = { \"\\uä\n",
        "a = { NUMBER($n, style: percent, currency: \"EUR\") }\n",
    ]), @r#"
    a = { "text }
        1:7 these quotes are not closed
            write `"text"`
    a = { "text
    b = B
        1:7 these quotes are not closed
            write `"text"`
    a = { "text
        1:7 these quotes are not closed
            write `"text"`
    a = { „Text“ }
        1:7 `„` is no quotation mark of Fluent
            between braces text stands in straight double quotes: `"Text"`
    a = { “text” }
        1:7 `“` is no quotation mark of Fluent
            between braces text stands in straight double quotes: `"text"`
    a = { ’ }
        1:7 `’` is no quotation mark of Fluent
            between braces text stands in straight double quotes: `"…"`
    a = { 'text' }
        1:7 `'` is no quotation mark of Fluent
            between braces text stands in straight double quotes: `"text"`
    a = { «texte» }
        1:7 `«` is no quotation mark of Fluent
            between braces text stands in straight double quotes: `"texte"`
    a = { $n “x” }
        1:10 `“x”` cannot stand after `$n`
            between braces stands one thing: a variable `{ $name }`, a message `{ id }`, a term `{ -term }`, or a text `{ "…" }`
    a = { "a\nb" }
        1:9 `\n` cannot be read
            in quotes there are `\\`, `\"`, `\u00e9` with four hexadecimal digits, and `\U01f602` with six
    a = { "\u12" }
        1:8 `\u` cannot be read
            in quotes there are `\\`, `\"`, `\u00e9` with four hexadecimal digits, and `\U01f602` with six
    a = { "x\uD800" }
        1:9 no character has the number U+D800
            write the number of a character: those from d800 to dfff, and above 10ffff, have none
    a = { QUOTE("\uD83D\uDE00") }
        1:14 no character has the number U+D83D, nor U+DE00
            they are halves of one: write `\U01f600`
    a = { "\U110000 \{ \\uD800" }
        .b = { $n ->
            [a] { "\UFFFFFF" }
           *[b] B
        }
        1:8 no character has the number U+110000
            write the number of a character: those from d800 to dfff, and above 10ffff, have none
        1:17 `\{` cannot be read
            write `{` without `\`
        3:16 no character has the number U+FFFFFF
            write the number of a character: those from d800 to dfff, and above 10ffff, have none
    a = { "\u12ü" }
    b = { "\U01f60„" }
        .title = { "\uä
        1:8 `\u12ü` cannot be read
            in quotes there are `\\`, `\"`, `\u00e9` with four hexadecimal digits, and `\U01f602` with six
        2:8 `\U01f60„` cannot be read
            in quotes there are `\\`, `\"`, `\u00e9` with four hexadecimal digits, and `\U01f602` with six
        3:16 these quotes are not closed
            write `"xxxx"`
        3:17 `\uä` cannot be read
            in quotes there are `\\`, `\"`, `\u00e9` with four hexadecimal digits, and `\U01f602` with six
    a = { NUMBER($n, style: percent, currency: "EUR") }
        1:25 `percent` is neither text in quotes nor a number
            write `"percent"`
    "#);
}

/// What stands on one line and belongs on several is shown on several.
#[test]
fn variants_on_one_line() {
    assert_snapshot!(said(&[
        "a = { $n -> *[other] x }\n",
        "a = Has { NUMBER($n, style: \"percent\") -> [0] none [one] one {\"]\"} *[other] { $n } [all] } items\n    .title = T\n",
        "-a = { $case -> [nom] X [gen] X's }\n",
        "a = A\n    .title = { $n ->[one] A *[other] B}\n    .alt = B\n",
        "a = { $n -> [one] { $m -> [one] A *[other] B } *[other] C } and { $o -> *[other] D }\n",
        "a = { $n -> [one] A\n   *[other] B\n}\n",
        "a = { $n -> one A other B }\n",
        "a = { $n -> [one] A *[other] B\n",
    ]), @r#"
    a = { $n -> *[other] x }
        1:13 after `->` a new line begins
            write each variant on a line of its own:
    a = { $n ->
       *[other] x
    }
    a = Has { NUMBER($n, style: "percent") -> [0] none [one] one {"]"} *[other] { $n } [all] } items
        .title = T
        1:43 after `->` a new line begins
            write each variant on a line of its own:
    a = Has { NUMBER($n, style: "percent") ->
        [0] none
        [one] one {"]"}
       *[other] { $n } [all]
    } items
        .title = T
    -a = { $case -> [nom] X [gen] X's }
        1:17 after `->` a new line begins
            write each variant on a line of its own:
    -a = { $case ->
        [nom] X
       *[gen] X's
    }
    a = A
        .title = { $n ->[one] A *[other] B}
        .alt = B
        2:21 after `->` a new line begins
            write each variant on a line of its own:
        .title = { $n ->
        [one] A
       *[other] B
    }
        .alt = B
    a = { $n -> [one] { $m -> [one] A *[other] B } *[other] C } and { $o -> *[other] D }
        1:13 after `->` a new line begins
            write each variant on a line of its own:
    a = { $n ->
        [one] { $m ->
        [one] A
       *[other] B
    }
       *[other] C
    } and { $o ->
       *[other] D
    }
    a = { $n -> [one] A
       *[other] B
    }
        1:13 after `->` a new line begins
            write each variant on a line of its own:
    a = { $n ->
        [one] A
       *[other] B
    }
    a = { $n -> one A other B }
        1:13 after `->` a new line begins
            write each variant on a line of its own:
    { $n ->
        [one] …
       *[other] …
    }
    a = { $n -> [one] A *[other] B
        1:13 after `->` a new line begins
            write each variant on a line of its own:
    { $n ->
        [one] …
       *[other] …
    }
    "#);
}

/// Lines of text that begin as attributes, variants and defaults do.
#[test]
fn lines_that_begin_with_signs() {
    assert_snapshot!(said(&[
        "a = A\n    [b] c\nb = c\n",
        "a = A\n\n    [b] c = d\n",
        "a = A\n    * item\n",
        "a = A\n* item\n",
        "a = A\n    .b c\n",
        "a = A\n    ...and so on\n",
        "a = A\n    .5 percent = much\n",
        "a = A\n    .größe zählt\n",
        "a =\n    .NET is known\n",
        "a =\n    * item = x\n",
        "a = A\n    } b\n",
        "a = A\n}\n",
    ]), @r#"
    a = A
        [b] c
    b = c
        2:5 a line of a message cannot begin with `[`
            a line of text that begins with `[` is written `{ "[" }b] c`
    a = A

        [b] c = d
        3:5 a line of a message cannot begin with `[`
            a line of text that begins with `[` is written `{ "[" }b] c = d`
    a = A
        * item
        2:5 a line of a message cannot begin with `*`
            a line of text that begins with `*` is written `{ "*" } item`
    a = A
    * item
        2:1 this line begins no message
            indent the line if it belongs to the message above: `    { "*" } item`
    a = A
        .b c
        2:8 `=` is missing after `.b`
            write `.b = c`; a line of text that begins with `.` is written `{ "." }b c`
    a = A
        ...and so on
        2:5 a line of a message cannot begin with `.`
            a line of text that begins with `.` is written `{ "." }..and so on`
    a = A
        .5 percent = much
        2:5 a line of a message cannot begin with `.`
            a line of text that begins with `.` is written `{ "." }5 percent = much`
    a = A
        .größe zählt
        2:5 a line of a message cannot begin with `.`
            a line of text that begins with `.` is written `{ "." }größe zählt`
    a =
        .NET is known
        2:10 `=` is missing after `.NET`
            write `.NET = is known`; a line of text that begins with `.` is written `{ "." }NET is known`
    a =
        * item = x
        1:1 `a` has no text
            a line of text that begins with `*` is written `{ "*" } item = x`
    a = A
        } b
        2:5 this `}` closes nothing
            take it out, or write it as `{ "}" }` if it is text
    a = A
    }
        2:1 this `}` closes nothing
            take it out, or write it as `{ "}" }` if it is text
    "#);
}

/// The same in variants.
#[test]
fn lines_of_variants_that_begin_with_signs() {
    assert_snapshot!(said(&[
        "a = { $n ->\n   *[other] x\n    .y\n}\n",
        "a = { $n ->\n    [one] x\n    .y\n   *[other] z\n}\n",
        "a = { $n ->\n    [one] x\n    *y\n   *[other] z\n}\n",
        "a = { $n ->\n    [one] x\n    [see below]\n   *[other] z\n}\n",
        "a = { $n ->\n    [one] x\n    [see\n   *[other] z\n}\n",
    ]), @r#"
    a = { $n ->
       *[other] x
        .y
    }
        3:5 a line of a message cannot begin with `.`
            a line of text that begins with `.` is written `{ "." }y`
    a = { $n ->
        [one] x
        .y
       *[other] z
    }
        3:5 a line of a message cannot begin with `.`
            a line of text that begins with `.` is written `{ "." }y`
    a = { $n ->
        [one] x
        *y
       *[other] z
    }
        3:5 no variant stands after `*`
            write `*[other] …`; a line of text that begins with `*` is written `{ "*" }y`
    a = { $n ->
        [one] x
        [see below]
       *[other] z
    }
        3:5 `see below` cannot be the key of a variant
            a key is a name or a number without spaces, such as `[see-below]`; a line of text that begins with `[` is written `{ "[" }see below]`
    a = { $n ->
        [one] x
        [see
       *[other] z
    }
        3:5 this `[` is not closed
            write `[see] …`; a line of text that begins with `[` is written `{ "[" }see`
    "#);
}

#[test]
fn numbers() {
    assert_snapshot!(said(&[
        "a = { 1. }\n",
        "a = { -1. }\n",
        "a = { .5 }\n",
        "a = { +5 }\n",
        "a = { 1,5 }\n",
        "a = { 1 000 }\n",
        "a = { 5x }\n",
        "a = { 1.5.2 }\n",
        "a = { 5% }\n",
        "a = { NUMBER(1.) }\n",
        "a = { NUMBER($n, maximumFractionDigits: 1.) }\n",
        "a = { $n ->\n    [1.] A\n   *[other] B\n}\n",
        "a = { $n ->\n    [1,5] A\n   *[other] B\n}\n",
        "a = { $n ->\n    [1 or 2] A\n   *[other] B\n}\n",
        "a = { $n ->\n    [größe] A\n   *[other] B\n}\n",
        "a = { $n ->\n    [über uns] A\n   *[other] B\n}\n",
    ]), @r#"
    a = { 1. }
        1:7 `1.` is no number
            write `1`: digits, and a point before those of the fraction
    a = { -1. }
        1:7 `-1.` is no number
            write `-1`: digits, and a point before those of the fraction
    a = { .5 }
        1:7 `.5` is no number
            write `0.5`: digits, and a point before those of the fraction
    a = { +5 }
        1:7 `+5` is no number
            write `5`: digits, and a point before those of the fraction
    a = { 1,5 }
        1:7 `1,5` is no number
            write `1.5`: digits, and a point before those of the fraction
    a = { 1 000 }
        1:7 `1 000` is no number
            write `1000`: digits, and a point before those of the fraction
    a = { 5x }
        1:7 `5x` is no number
            write text in quotes: `"5x"`
    a = { 1.5.2 }
        1:7 `1.5.2` is no number
            write text in quotes: `"1.5.2"`
    a = { 5% }
        1:7 `5%` is no number
            write text in quotes: `"5%"`
    a = { NUMBER(1.) }
        1:14 `1.` is no number
            write `1`: digits, and a point before those of the fraction
    a = { NUMBER($n, maximumFractionDigits: 1.) }
        1:41 `1.` is no number
            write `1`: digits, and a point before those of the fraction
    a = { $n ->
        [1.] A
       *[other] B
    }
        2:6 `1.` is no number
            write `1`: digits, and a point before those of the fraction
    a = { $n ->
        [1,5] A
       *[other] B
    }
        2:5 `1,5` cannot be the key of a variant
            a key is a name or a number without spaces, such as `[1.5]`; a line of text that begins with `[` is written `{ "[" }1,5] A`
    a = { $n ->
        [1 or 2] A
       *[other] B
    }
        2:5 `1 or 2` cannot be the key of a variant
            a key is a name or a number without spaces, such as `[or-2]`; a line of text that begins with `[` is written `{ "[" }1 or 2] A`
    a = { $n ->
        [größe] A
       *[other] B
    }
        2:5 `größe` cannot be the key of a variant
            a key is a name or a number without spaces, such as `[groesse]`; a line of text that begins with `[` is written `{ "[" }größe] A`
    a = { $n ->
        [über uns] A
       *[other] B
    }
        2:6 `über uns` cannot be the key of a variant
            a key is a name or a number without spaces, such as `[ueber-uns]`
    "#);
}

/// Mistakes are marked where they are, not at the space before.
#[test]
fn marks() {
    let mark = |text: &str| {
        let found = Site::new().file("locales/de/site.ftl", text).compile().diagnostics;
        let place = found.into_iter().find(|one| one.code == Code::Syntax).and_then(|one| one.place).unwrap();
        let line = text.lines().nth(place.line - 1).unwrap();
        line.chars().skip(place.column - 1).take(place.length).collect::<String>()
    };
    for (text, marked) in [
        ("a = { -t.attr }\n", "-t.attr"),
        ("a = {-t.attr}\n", "-t.attr"),
        ("a = { \"{\" }{  -t.attr(x: \"{\") }\n", "-t.attr(x: \"{\")"),
        ("a = { b ->\n   *[other] B\n}\n", "b"),
        ("a = {   -b ->\n   *[other] B\n}\n", "-b"),
        ("a = b { b.c ->\n   *[other] B\n}\n", "b.c"),
        ("a = { 1. }\n", "1."),
    ] {
        assert_eq!(mark(text), marked, "{text}");
    }
}

/// Whoever writes what the help says gets a message that can be read.
#[test]
fn help_that_is_followed_helps() {
    for (text, mended) in [
        ("a = { $n -> *[other] x }\n", "a = { $n ->\n   *[other] x\n}\n"),
        ("a = { $n -> [one] x [other] y } z\n", "a = { $n ->\n    [one] x\n   *[other] y\n} z\n"),
        ("a = { $n, plural, one {A} other {B} }\n", "a = { $n ->\n    [one] …\n   *[other] …\n}\n"),
        ("a = {\n    [one] A\n   *[other] B\n}\n", "a = { $name ->\n    [one] …\n   *[other] …\n}\n"),
        ("a = A\n    [b] c\n", "a = A\n    { \"[\" }b] c\n"),
        ("a = A\n* c\n", "a = A\n    { \"*\" } c\n"),
        ("a = A\n    .b c\n", "a = A\n    { \".\" }b c\n"),
        ("a = A\n    .b c\n", "a = A\n    .b = c\n"),
        ("a = A\n    ...and\n", "a = A\n    { \".\" }..and\n"),
        ("a =\n    [b] c\n", "a =\n    { \"[\" }b] c\n"),
        ("a = A\n    } b\n", "a = A\n    { \"}\" } b\n"),
        ("a = { $n ->\n   *[other] x\n    .y\n}\n", "a = { $n ->\n   *[other] x\n    { \".\" }y\n}\n"),
        (
            "a = { $n ->\n    [one] x\n    *y\n   *[other] z\n}\n",
            "a = { $n ->\n    [one] x\n    { \"*\" }y\n   *[other] z\n}\n",
        ),
        ("a = { 1. }\n", "a = { 1 }\n"),
        ("a = { .5 }\n", "a = { 0.5 }\n"),
        ("a = { 1,5 }\n", "a = { 1.5 }\n"),
        ("a = { 5x }\n", "a = { \"5x\" }\n"),
        ("a = { $n ->\n    [1,5] A\n   *[other] B\n}\n", "a = { $n ->\n    [1.5] A\n   *[other] B\n}\n"),
        ("a = { $n ->\n    [größe] A\n   *[other] B\n}\n", "a = { $n ->\n    [groesse] A\n   *[other] B\n}\n"),
        ("a = { \"\\uD83D\\uDE00\" }\n", "a = { \"\\U01f600\" }\n"),
        ("a = { \"\\{\" }\n", "a = { \"{\" }\n"),
        ("a = { -b ->\n   *[other] B\n}\n", "a = { -b.gender ->\n   *[other] B\n}\n"),
        ("a = { NUMBER(style: \"percent\", $n) }\n", "a = { NUMBER($n, style: \"percent\") }\n"),
    ] {
        let help = |text: &str| {
            let found = Site::new().file("locales/de/site.ftl", text).compile().diagnostics;
            found.into_iter().filter(|one| one.code == Code::Syntax).filter_map(|one| one.help).collect::<Vec<_>>()
        };
        let (said, left) = (help(text).join("\n"), help(mended));
        let is_shown = |line: &str| {
            said.contains(line.trim())
                || said.split(['`', '\n']).any(|part| line.ends_with(part) || line.contains(&format!(" {part} ")))
        };
        let changed = mended.lines().filter(|line| !text.lines().any(|before| before == *line));
        changed.for_each(|line| assert!(is_shown(line), "{text}{said}"));
        assert_eq!(left, Vec::<String>::new(), "{mended}");
    }
}

/// Windows line ends and a byte order mark are no mistake, and change nothing.
#[test]
fn line_ends_and_byte_order_marks() {
    let text = "# A comment\nmany = { $n ->\n    [one] A\n   *[other] B\n        C\n}\n    .title = T\n        U\n\n\nb =\n    B\n";
    let shown = |text: &str| {
        let site = Site::new()
            .file(
                "themes/atlas/templates/home.html",
                "{{ t(id=\"many\", n=2) }}|{{ t(id=\"many.title\") }}|{{ t(id=\"b\") }}",
            )
            .file("locales/en/site.ftl", text);
        (site.page("en/index.html"), site.diagnostics().replace('\r', ""))
    };
    let (page, diagnostics) = shown(text);
    assert_eq!(page, "B\nC|T\nU|B");
    for other in
        [text.replace('\n', "\r\n"), format!("\u{feff}{text}"), format!("\u{feff}{}", text.replace('\n', "\r\n"))]
    {
        assert_eq!(shown(&other), (page.clone(), diagnostics.clone()));
    }
}
