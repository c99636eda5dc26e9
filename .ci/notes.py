#!/usr/bin/env python3
"""The notes of a release: notes.py TAG

Prints what CHANGELOG.md says of the version. Ends with 1 if the tag is not the version in Cargo.toml, or if CHANGELOG.md does
not have it.
"""

import re
import sys
import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent


def section(changelog, version):
    """What follows the heading of the version, up to the next one; `None` without such a heading."""
    found = re.search(rf"^## \[{re.escape(version)}\] - \d{{4}}-\d\d-\d\d\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL)
    return found and found[1].strip()


def main():
    tag = sys.argv[1]
    version = tomllib.loads((REPOSITORY / "Cargo.toml").read_text(encoding="utf-8"))["package"]["version"]
    if tag != f"v{version}":
        sys.exit(f"error: the tag is `{tag}`, and Cargo.toml has the version {version}")
    notes = section((REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8"), version)
    if not notes:
        sys.exit(f"error: CHANGELOG.md has no section `## [{version}] - YYYY-MM-DD`")
    print(notes)


if __name__ == "__main__":
    main()
