#!/usr/bin/env python3
"""A role in YAML through Translate Toolkit's md2po and po2md: the site built from what comes back is the same, byte for byte.

    round_trip.py ROLEBOOK BIN

BIN is the folder of md2po and po2md.
"""

import filecmp
import pathlib
import subprocess
import sys
import tempfile

CONFIG = """base_url = "https://example.org/"
default_locale = "en"

[[locales]]
code = "en"
name = "English"

[[collections]]
id = "jobs"
kind = "role"

[[collections.fields]]
id = "place"
kind = "text"

[[collections.fields]]
id = "pay"
kind = "money"
"""
MESSAGES = """collection-jobs = Jobs
    .slug = jobs
    .singular = Job
field-place = Place
field-pay = Pay
"""
OTHER = "# Tester\n\nTests.\n\n## responsibilities\n\n- Test\n\n## requirements\n\n- Patience\n"
BLOCK = "---\n---\nEverybody is welcome.\n"
ROLE = """---
title: Warehouse Worker
summary: "Shifts, weights, and quantities: all of them."
alternative_titles:
  - Warehouse Associate # said in some countries
updated: 2026-11-24
fields:
  place: Berlin
  pay: { from: 2400, currency: EUR, per: month }
---

At {company} we pack [parcels](@jobs/tester), **pallets**, and `boxes`.

## Why you should *not* apply

It gets hot in summer.

{{ block welcome }}

## Responsibilities

- Pick orders
  - by hand
  - by scanner

1. First
2. Second

> Quoted

## requirements

| Day | Hours |
|---|---|
| Monday | ~~8~~ 7 |
"""


def write(root, text):
    files = {
        "rolebook.toml": CONFIG,
        "locales/en/site.ftl": MESSAGES,
        "content/jobs/tester/en.md": OTHER,
        "content/blocks/welcome/en.md": BLOCK,
        "content/jobs/worker/en.md": text,
    }
    for path, content in files.items():
        file = root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def differences(before, after):
    compared = filecmp.dircmp(before, after)
    yield from compared.left_only + compared.right_only + compared.diff_files
    for name in compared.common_dirs:
        yield from differences(before / name, after / name)


def main():
    rolebook, tools = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        source, translated, back = folder / "en.md", folder / "en.po", folder / "back.md"
        source.write_text(ROLE, encoding="utf-8")
        run = lambda *command: subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        run(tools / "md2po", "--progress=none", source, translated)
        run(tools / "po2md", "--progress=none", "-t", source, "-i", translated, "-o", back)
        for name, text in (("before", ROLE), ("after", back.read_text(encoding="utf-8"))):
            write(folder / name, text)
            run(rolebook, "check", "--deny", "warnings", "--root", folder / name)
            run(rolebook, "build", "--root", folder / name)
        found = list(differences(folder / "before/public", folder / "after/public"))
    print(f"round trip: {len(found)} files differ{': ' if found else ''}{', '.join(found)}")
    sys.exit(bool(found))


if __name__ == "__main__":
    main()
