#!/usr/bin/env python3
"""Shows that fuzzing finds something: weakens guards of the program as the patches in `fuzz/faults/` say, in a copy, and says
after how many seconds of a core each target has found out.

    fuzz/faults.py                    all faults, up to ten minutes each
    fuzz/faults.py messages requests --seconds 60

Compiling takes longer than most searches. So the program is compiled three times, each time with one fault for each target;
they are far enough from each other that none is found by the target of another.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import run

FAULTS = run.FUZZ / "faults"
# Below the folder of what is compiled, so that libraries are compiled once. A copy for each number.
COPIES = run.FUZZ / "target" / "faulty"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(run.TARGETS))
    parser.add_argument("--numbers", nargs="*", default=["1", "2", "3"], help="which of the three faults of each")
    parser.add_argument("--seconds", type=int, default=600)
    arguments = parser.parse_args()
    targets = arguments.targets or list(run.TARGETS)
    missed = []
    for number in arguments.numbers:
        copy = COPIES / number
        copy_repository(copy)
        for target in targets:
            patch = FAULTS / f"{target}-{number}.patch"
            subprocess.run(["patch", "--quiet", "--strip=1", "--input", patch], cwd=copy, check=True)
        binaries = run.build(copy / "fuzz", copy / "targets")
        missed += [f"{target}-{number}" for target in targets if not is_found(target, number, binaries, arguments.seconds)]
    if missed:
        sys.exit(f"error: not found in {arguments.seconds} s: {', '.join(missed)}")


def is_found(target, number, binaries, seconds):
    """Whether a target finds its fault in the copy, beginning with nothing but its seeds."""
    with tempfile.TemporaryDirectory() as folder:
        result, output, elapsed = run.run(target, binaries[target], seconds, Path(folder))
    runs = re.findall(r"^stat::number_of_executed_units: *(\d+)", output, re.MULTILINE)
    what = f"{'found' if result != 0 else 'not found'} after {elapsed:.1f} s of a core"
    print(f"{target}-{number}: {what} and {runs[-1] if runs else '?'} inputs", flush=True)
    if result != 0:
        print(f"    {run.found(output)}", flush=True)
    return result != 0


def copy_repository(to):
    """Copies what has changed, so that only that is compiled again."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    files = subprocess.run(listed, cwd=run.REPOSITORY, check=True, stdout=subprocess.PIPE).stdout.decode()
    for file in filter(None, files.split("\0")):
        source, copy = run.REPOSITORY / file, to / file
        if not copy.exists() or copy.read_bytes() != source.read_bytes():
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, copy)


if __name__ == "__main__":
    main()
