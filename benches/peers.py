#!/usr/bin/env python3
"""Measures Hugo, Zola and Rolebook on one library. The rounds take turns, and in each the programs do.

    clean      the site is published where nothing is
    unchanged  it is published again
    edited     it is published again after a line was added to one English text

The library is that of rolebook-bench-site. It is written as a site for Hugo and for Zola by their manuals, with the templates
in peers/: the same texts, the same words from Rolebook's theme, the same kinds of pages, sitemap and feeds. Where the programs
differ, the others have less to do: they are given the related roles that Rolebook finds in the texts, have no pages of
skills, no index from A to Z and no links within texts, and write less structured data. Hugo keeps the header and the footer
of each language.

The table holds medians of the rounds: wall s, processor s, peak MiB. The last column says how many times as long as
Rolebook a program takes, in wall and in processor time. Programs that are not found are left out.
"""

import argparse
import json
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from processes import REPOSITORY, built, counts, make_site, run, size_of, spread

PEERS = REPOSITORY / "benches" / "peers"
THEME = REPOSITORY / "themes" / "atlas"
EDITED = "role-0"
BUILDS = ["clean", "unchanged", "edited"]


def main():
    arguments = parse_arguments()
    rolebook = arguments.rolebook or built("bin", "rolebook")
    bench_site = arguments.bench_site or built("example", "rolebook-bench-site")
    programs = {"Hugo": shutil.which(arguments.hugo), "Zola": shutil.which(arguments.zola), "Rolebook": rolebook}
    for name in [name for name, program in programs.items() if not program]:
        print(f"{name} is not there and is left out", file=sys.stderr)
        del programs[name]
    results = []
    for roles in arguments.roles:
        with tempfile.TemporaryDirectory(prefix="rolebook-peers-", dir=arguments.work) as work:
            site = make_site(bench_site, roles, Path(work), search=False)
            results += measure(programs, site, roles, arguments.rounds)
    print(table(results))
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--roles", type=counts, default="300,1000,3000", help="the sizes (%(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (%(default)s)")
    parser.add_argument("--hugo", metavar="PROGRAM", default="hugo", help="Hugo (%(default)s)")
    parser.add_argument("--zola", metavar="PROGRAM", default="zola", help="Zola (%(default)s)")
    parser.add_argument("--rolebook", metavar="PROGRAM", help="Rolebook (built if not given)")
    parser.add_argument("--bench-site", metavar="PROGRAM", help="what makes the library (built if not given)")
    parser.add_argument("--work", metavar="DIR", help="where the sites are put for the time (temporary files)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to put what each round took")
    return parser.parse_args()


def measure(programs, site, roles, rounds):
    """One result for each program and build."""
    library = Library(site, programs["Rolebook"])
    hugo, zola = site.with_name("hugo"), site.with_name("zola")
    write_hugo(library, hugo)
    write_zola(library, zola)
    # Of each program its site, its command and the text that is edited.
    runs = {
        "Hugo": (hugo, ["--quiet", "--source", hugo], f"job-descriptions/{EDITED}.en.md"),
        "Zola": (zola, ["--root", zola, "build"], f"job-descriptions/{EDITED}.md"),
        "Rolebook": (site, ["build", "--quiet", "--root", site], f"job-descriptions/{EDITED}/en.md"),
    }
    took = {}
    for number in range(1, rounds + 1):
        print(f"{roles} roles, round {number} of {rounds}", file=sys.stderr)
        turn = number % len(programs)
        for name in [*programs][turn:] + [*programs][:turn]:
            folder, command, text = runs[name]
            shutil.rmtree(folder / "public", ignore_errors=True)
            for build in BUILDS:
                if build == "edited":
                    with open(folder / "content" / text, "a", encoding="utf-8") as file:
                        file.write(f"- One more line, in round {number}\n")
                took.setdefault((name, build), []).append(run(programs[name], *command))
    sizes = {name: size_of(public(name, runs[name][0], library)) for name in programs}
    results = []
    for (name, build), of_rounds in took.items():
        figures = {key: spread([of[key] for of in of_rounds]) for key in of_rounds[0]}
        results.append({"roles": roles, "program": name, "build": build, **sizes[name], **figures})
    return results


def public(program, site, library):
    """What a program has published, if that is all pages."""
    public = site / "public"
    made, wanted = len([*public.rglob("role-*/index.html")]), len(library.roles) * len(library.languages)
    return public if made == wanted else sys.exit(f"error: {program} has made {made} pages of {wanted}")


class Library:
    """The site of rolebook-bench-site, read again."""

    def __init__(self, site, rolebook):
        config = tomllib.loads((site / "rolebook.toml").read_text(encoding="utf-8"))
        self.languages = {locale["code"]: locale["name"] for locale in config["locales"]}
        self.words = {code: words(THEME / "locales" / code) for code in self.languages}
        self.skills = {code: messages(site / "locales" / code / "skills.ftl") for code in self.languages}
        self.categories = {
            folder.name: self.entry(folder) for folder in sorted((site / "content/categories").iterdir())
        }
        self.roles = {
            folder.name: self.entry(folder) for folder in sorted((site / "content/job-descriptions").iterdir())
        }
        command = [rolebook, "related", "--format", "json", "--root", site]
        related = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
        for role, entry in self.roles.items():
            entry["related"] = [of.partition("/")[2] for of in related[f"job-descriptions/{role}"]]

    def entry(self, folder):
        """The facts of an entry, if it has any, and its texts by their languages."""
        facts = folder / "entry.toml"
        entry = tomllib.loads(facts.read_text(encoding="utf-8")) if facts.exists() else {}
        entry["texts"] = {code: text(folder / f"{code}.md", self.words[code]) for code in self.languages}
        return entry


def text(file, words):
    """A text's front matter, with its Markdown as `body`: headings are words, links are what they say."""
    _, front_matter, body = file.read_text(encoding="utf-8").split("+++\n", 2)
    body = re.sub(r"^## (\S+)$", lambda heading: f"## {words[f'section-{heading[1]}']}", body, flags=re.MULTILINE)
    return {**tomllib.loads(front_matter), "body": re.sub(r"\[([^\]]*)\]\(@[^)]*\)", r"\1", body)}


def words(folder):
    """The messages of a language that are the same everywhere."""
    return {id: words for file in sorted(folder.glob("*.ftl")) for id, words in messages(file).items()}


def messages(file):
    return dict(re.findall(r"^([a-z][a-z0-9-]*) = ([^{}\n]+)$", file.read_text(encoding="utf-8"), re.MULTILINE))


def write_hugo(library, site):
    begin("hugo", site)
    for weight, (code, name) in enumerate(library.languages.items(), 1):
        language = {"locale": code, "label": name, "weight": weight, "title": "Rolebook Library"}
        with open(site / "hugo.toml", "a", encoding="utf-8") as config:
            config.write(f"\n[languages.{code}]\n{toml(language)}")
        write(site / "i18n" / f"{code}.toml", toml({**library.words[code], **library.skills[code]}))
        title = library.words[code]["collection-job-descriptions"]
        write(site / "content/job-descriptions" / f"_index.{code}.md", page({"title": title}))
        for id, category in library.categories.items():
            of = category["texts"][code]
            front_matter = {"title": of["title"], "description": of["summary"]}
            write(site / "content/categories" / id / f"_index.{code}.md", page(front_matter, of["body"]))
        for id, role in library.roles.items():
            of = role["texts"][code]
            more = {
                "categories": [role["category"]],
                "skills": role["skills"],
                "alternative_titles": of["alternative_titles"],
                "related": role["related"],
            }
            text = page({**role_front_matter(of), **more}, of["body"])
            write(site / "content/job-descriptions" / f"{id}.{code}.md", text)


def write_zola(library, site):
    begin("zola", site)
    default = next(iter(library.languages))

    def named(name, code):
        return f"{name}.md" if code == default else f"{name}.{code}.md"

    for code in library.languages:
        translations = toml({**library.words[code], **library.skills[code]})
        if code == default:
            config = f"\n[translations]\n{translations}"
        else:
            language = {"title": "Rolebook Library", "generate_feeds": True}
            taxonomies = 'taxonomies = [{ name = "categories", feed = false }]\n'
            config = (
                f"\n[languages.{code}]\n{toml(language)}{taxonomies}\n[languages.{code}.translations]\n{translations}"
            )
        with open(site / "config.toml", "a", encoding="utf-8") as file:
            file.write(config)
        write(site / "content" / named("_index", code), page({"title": "Rolebook Library"}))
        listing = {
            "title": library.words[code]["collection-job-descriptions"],
            "sort_by": "title",
            "template": "listing.html",
            "page_template": "role.html",
        }
        write(site / "content/job-descriptions" / named("_index", code), page(listing))
        for id, role in library.roles.items():
            of = role["texts"][code]
            category = library.categories[role["category"]]["texts"][code]["title"]
            extra = {
                "id": id,
                "skills": role["skills"],
                "alternative_titles": of["alternative_titles"],
                "related": [f"job-descriptions/{named(other, code)}" for other in role["related"]],
            }
            tables = f"[taxonomies]\n{toml({'categories': [category]})}[extra]\n{toml(extra)}"
            write(site / "content/job-descriptions" / named(id, code), page(role_front_matter(of), of["body"], tables))
    with open(site / "config.toml", "a", encoding="utf-8") as file:
        file.write(f"\n[extra.names]\n{toml(library.languages)}")


def begin(program, site):
    """The configuration, the templates, and the style sheet of Rolebook's theme."""
    shutil.copytree(PEERS / program, site)
    (site / "static").mkdir()
    shutil.copy(THEME / "static" / "style.css", site / "static")


def role_front_matter(text):
    return {"title": text["title"], "slug": text["slug"], "description": text["summary"], "date": text["updated"]}


def page(front_matter, body="", tables=""):
    return f"+++\n{toml(front_matter)}{tables}+++\n{body}"


def toml(values):
    """Texts, numbers, truths, days and lists of texts; TOML writes all but days as JSON does."""
    written = {
        key: value if hasattr(value, "isoformat") else json.dumps(value, ensure_ascii=False)
        for key, value in values.items()
    }
    return "".join(f"{key} = {value}\n" for key, value in written.items())


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def table(results):
    """Markdown, a line for each size, build and program."""
    own = {(of["roles"], of["build"]): of for of in results if of["program"] == "Rolebook"}
    lines = [
        "| roles | build | program | wall s | processor s | peak MiB | files | MB | times |",
        "|--:|---|---|" + "--:|" * 6,
    ]
    for of in sorted(results, key=lambda of: (of["roles"], BUILDS.index(of["build"]), -of["wall"]["median"])):
        wall, processor, peak = (of[key]["median"] for key in ("wall", "processor", "peak"))
        times = [of[key]["median"] / own[of["roles"], of["build"]][key]["median"] for key in ("wall", "processor")]
        cells = [
            f"{of['roles']:,}",
            of["build"],
            of["program"],
            f"{wall:.2f}",
            f"{processor:.2f}",
            f"{peak / 2**20:,.0f}",
        ]
        cells += [f"{of['files']:,}", f"{of['bytes'] / 1e6:.0f}", ", ".join(f"{ratio:.1f}" for ratio in times)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
