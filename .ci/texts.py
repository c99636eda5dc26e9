#!/usr/bin/env python3
"""What texts of this repository name: the repository and versions are those of Cargo.toml, links lead somewhere, and the notes of
a release are a section of CHANGELOG.md."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

sys.dont_write_bytecode = True
from notes import section  # noqa: E402

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = tomllib.loads((REPOSITORY / "Cargo.toml").read_text(encoding="utf-8"))["package"]
WITH_NAMES = (".md", ".sh", ".toml", ".yaml", ".yml")

wrong = []


def expect(what, condition, said=""):
    if not condition:
        wrong.append(f"{what}\n{said}".strip())


def repositories_and_versions():
    slug = PACKAGE["repository"].removeprefix("https://github.com/")
    listed = subprocess.run(["git", "ls-files"], cwd=REPOSITORY, check=True, stdout=subprocess.PIPE, text=True).stdout.splitlines()
    repositories, versions = [], []
    for name in filter(lambda name: name.endswith(WITH_NAMES), listed):
        text = (REPOSITORY / name).read_text(encoding="utf-8")
        repositories += [(name, found) for found in re.findall(r"(?:github\.com/|uses: )([\w.-]+/rolebook)\b", text)]
        named = re.findall(r"/rolebook@v([\w.-]+)|/releases/download/v([\w.-]+)/|rev: v([\w.-]+)", text)
        versions += [(name, "".join(found)) for found in named]
    script = (REPOSITORY / "install.sh").read_text(encoding="utf-8")
    versions += [("install.sh", found) for found in re.findall(r"^version=(.*)$", script, re.MULTILINE)]
    for kind, found, right in (("repository", repositories, slug), ("version", versions, PACKAGE["version"])):
        expect(f"places with a {kind}", len(found) > 3, found)
        others = [place for place in found if place[1] != right]
        expect(f"places with another {kind} than Cargo.toml", not others, others)


def anchors(text):
    """The anchors of headings, as GitHub makes them."""
    headings = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```", "", text, flags=re.MULTILINE | re.DOTALL), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def links():
    """Links and pictures lead to files of the repository: crates.io shows README.md with links to there."""
    found = 0
    for text in [*REPOSITORY.glob("*.md"), *REPOSITORY.glob("docs/*.md")]:
        content = text.read_text(encoding="utf-8")
        for link in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]+`|^ *```.*?^ *```", "", content, flags=re.MULTILINE | re.DOTALL)):
            if re.match(r"\w+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (text.parent / path).resolve() if path else text
            found += 1
            is_there = target.exists() and (not anchor or anchor in anchors(target.read_text(encoding="utf-8")))
            expect(f"{text.relative_to(REPOSITORY)}: {link} leads nowhere", is_there)
    expect("links", found > 100, found)


def notes():
    changelog = "# C\n\n## [Unreleased]\n\n## [1.1.0] - 2026-12-01\n\n### Added\n\n- b\n\n## [1.0.0] - 2026-11-01\n\n- a\n"
    expect("notes of a release", section(changelog, "1.1.0") == "### Added\n\n- b")
    expect("notes of the first release", section(changelog, "1.0.0") == "- a")
    expect("notes of no release", section(changelog, "1.0") is None)


def main():
    repositories_and_versions()
    links()
    notes()
    print("\n".join(wrong) or "0 problems")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
