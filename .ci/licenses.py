#!/usr/bin/env python3
"""Writes src/commands/licenses.txt, which `rolebook licenses` prints: the licenses of all crates that the program is made from.

These are the dependencies in Cargo.toml and in turn theirs, as Cargo.lock has them, for all systems; tests/it/licenses.rs
compares. The texts are those that the crates ship. Of a choice of licenses, MIT is taken and the GPL never. A crate that
ships no text must offer MIT; it gets the text of SPDX with the authors that it names.
"""

import json
import re
import subprocess
import sys
import textwrap
import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
NOTICES = REPOSITORY / "src" / "commands" / "licenses.txt"
WIDTH = 100
TEXT = re.compile(r"(licen[cs]e|copying|notice|copyright|unlicense)", re.IGNORECASE)
NOT_COMPILED = re.compile(r"(test|bench|example|target|\.git)", re.IGNORECASE)
OTHER_CHOICE = re.compile(r"(apache|zlib|bsd|bsl|boost|unlicense|cc0|^copying$)", re.IGNORECASE)
NEVER_CHOSEN = re.compile(r"gpl", re.IGNORECASE)

# https://spdx.org/licenses/MIT.html
MIT = """MIT License

Copyright (c) {authors}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation \
files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, \
modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the \
Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice (including the next paragraph) shall be included in all copies or \
substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE \
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR \
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, \
ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.
"""


def main():
    metadata = json.loads(cargo("metadata", "--locked", "--format-version", "1"))
    known = {(package["name"], package["version"]): package for package in metadata["packages"]}
    packages = [known[key] for key in sorted(dependencies())]
    NOTICES.write_text(notices(packages), encoding="utf-8")


def cargo(*arguments):
    return subprocess.run(["cargo", *arguments], cwd=REPOSITORY, check=True, stdout=subprocess.PIPE).stdout


def dependencies():
    """The names and versions of all packages that the program depends on, tests aside."""
    manifest = tomllib.loads((REPOSITORY / "Cargo.toml").read_text(encoding="utf-8"))
    lock = tomllib.loads((REPOSITORY / "Cargo.lock").read_text(encoding="utf-8"))["package"]
    for_tests = manifest["dev-dependencies"].keys() - manifest["dependencies"].keys()
    [own] = [package for package in lock if package["name"] == manifest["package"]["name"]]
    waiting = [name for name in own["dependencies"] if name.split()[0] not in for_tests]
    found = set()
    while waiting:
        name, *version = waiting.pop().split()[:2]
        for package in lock:
            key = package["name"], package["version"]
            if name == package["name"] and version in ([], [package["version"]]) and key not in found:
                found.add(key)
                waiting += package.get("dependencies", [])
    return found


def notices(packages):
    lines = [f"{package['name']} {package['version']}  {package['license']}" for package in packages]
    by_text = {}
    for package in packages:
        for text in texts(package):
            by_text.setdefault(" ".join(text.split()), (text, []))[1].append(f"{package['name']} {package['version']}")
    parts = ["\n".join(lines)]
    for text, users in by_text.values():
        parts.append(f"{'=' * WIDTH}\n{textwrap.fill(', '.join(users), WIDTH, break_on_hyphens=False)}\n\n{text}")
    return "\n\n".join(parts) + "\n"


def texts(package):
    folder = Path(package["manifest_path"]).parent
    files = [path for path in sorted(folder.rglob("*")) if is_text(path.relative_to(folder)) and path.is_file()]
    alternatives = re.split(r"\s+OR\s+|\s*/\s*", package["license"])
    if any(not NEVER_CHOSEN.search(alternative) for alternative in alternatives):
        files = [path for path in files if not NEVER_CHOSEN.search(path.name)]
    top = [path.name for path in files if path.parent == folder]
    offers_mit = "MIT" in alternatives
    if offers_mit and any("mit" in name.lower() for name in top):
        files = [path for path in files if path.parent != folder or not OTHER_CHOICE.search(path.name)]
    elif not top and offers_mit:
        text = MIT.format(authors=", ".join(package["authors"]) or f"the authors of {package['name']}")
        return ["\n".join(textwrap.fill(paragraph, WIDTH) for paragraph in text.split("\n")).strip()]
    elif not top:
        sys.exit(f"error: {package['name']} {package['version']} ships no text of {package['license']}: add it to {__file__}")
    return [tidy(path.read_text(encoding="utf-8", errors="replace")) for path in files]


def is_text(path):
    return TEXT.match(path.name) and path.suffix != ".rs" and not any(NOT_COMPILED.match(part) for part in path.parts[:-1])


def tidy(text):
    """Text without space at the end of its lines and around it."""
    lines = [line.rstrip() for line in text.replace("\f", "\n").splitlines()]
    return "\n".join(lines).strip("\n")


main()
