#!/usr/bin/env python3
"""Fuzzes properties of the program: those of `src/properties/`, each for some time, one after the other.

    fuzz/run.py                       all targets, ten minutes each
    fuzz/run.py messages --seconds 60

Needs `cargo install cargo-fuzz` and a nightly toolchain. The program has no `unsafe` code, so no sanitizer runs; that makes it
twice as fast. What is found stays in `fuzz/artifacts/`, and what reaches new code in `fuzz/corpus/`.
"""

import argparse
import os
import random
import re
import resource
import shutil
import subprocess
import sys
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
FUZZ = REPOSITORY / "fuzz"

# Each target with its dictionary, and the most bytes of an input.
TARGETS = {
    "front_matter": ("toml", 1024),
    "markdown": ("markdown", 1024),
    "messages": ("fluent", 1024),
    "configuration": ("toml", 1536),
    "addresses": ("address", 512),
    "requests": ("address", 512),
    "folding": (None, 36),
}

# The most seeds of a kind: those by hand, then the shortest ones.
MOST_SEEDS = 40


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=", ".join(TARGETS))
    parser.add_argument("--seconds", type=int, default=600)
    arguments = parser.parse_args()
    unknown = set(arguments.targets) - set(TARGETS)
    if unknown:
        parser.error(f"there is no target `{min(unknown)}`")
    binaries = build(FUZZ, FUZZ / "target" / "targets")
    targets = arguments.targets or TARGETS
    failed = [target for target in targets if not fuzz(target, binaries[target], arguments.seconds)]
    if failed:
        sys.exit(f"error: the property of {', '.join(failed)} does not hold; the input is in fuzz/artifacts/")


def fuzz(target, binary, seconds):
    """Says what was seen, and whether the property held."""
    print(f"== {target}", flush=True)
    result, output, elapsed = run(target, binary, seconds, FUZZ)
    shown = re.findall(r"^#\d+\s.*cov: \d+ ft: \d+.*$", output, re.MULTILINE)
    print("\n".join(shown[-1:] + re.findall(r"^stat::number_of_executed_units.*$", output, re.MULTILINE)), flush=True)
    if result != 0:
        print(found(output), f"after {elapsed:.0f} s of a core", flush=True)
    return result == 0


def run(target, binary, seconds, folder):
    """The exit status of a target, what it said, and how many seconds of a core it took: other work on the machine takes longer
    to wait for. What it keeps goes into `folder`."""
    corpus, artifacts = folder / "corpus" / target, folder / "artifacts" / target
    corpus.mkdir(parents=True, exist_ok=True)
    artifacts.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds(target)):
        (corpus / f"seed-{number}").write_bytes(seed)
    dictionary, longest = TARGETS[target]
    options = [f"-max_total_time={seconds}", f"-max_len={longest}", "-timeout=20", "-rss_limit_mb=3000", "-print_final_stats=1"]
    # Most of what an input reaches all others reach, too; to count how often took longer than the program itself.
    options += ["-entropic=0"]
    options += [f"-dict={FUZZ}/dictionaries/{dictionary}.dict"] if dictionary else []
    command = [binary, f"-artifact_prefix={artifacts}/", *options, corpus]
    environment = dict(os.environ, RUST_BACKTRACE="0")
    before = seconds_of_children()
    ended = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    return ended.returncode, ended.stdout.decode(errors="replace"), seconds_of_children() - before


def seconds_of_children():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def build(folder, into):
    """Compiles all targets of a folder like this one; returns where each is."""
    command = ["cargo", "+nightly", "fuzz", "build", "--fuzz-dir", folder, "--target-dir", FUZZ / "target", "--sanitizer", "none"]
    subprocess.run(command, cwd=folder, check=True)
    into.mkdir(parents=True, exist_ok=True)
    built = {target: max((FUZZ / "target").glob(f"*/release/{target}"), key=os.path.getmtime) for target in TARGETS}
    # Other folders have targets of the same names.
    return {target: Path(shutil.copy(binary, into)) for target, binary in built.items()}


def found(output):
    """What a target has found: the words of the panic, or what libFuzzer says."""
    panic = re.search(r"panicked at (\S+):\n(.*)", output) or re.search(r"ERROR: libFuzzer: (.*)", output)
    return " ".join(panic.groups())[:300] if panic else output[-2000:]


def seeds(target):
    """Small inputs that are made of the library in this repository, and some by hand."""
    if target == "folding":
        chance = random.Random(1)
        return [chance.randbytes(4 * (1 + number % 9)) for number in range(MOST_SEEDS)]
    texts = sorted(
        (path.read_text(encoding="utf-8") for path in (REPOSITORY / "content").glob("*/*/*.md")), key=lambda text: (len(text), text)
    )
    written = by_hand(target)
    match target:
        case "front_matter":
            made = written + [head(text, 700) for text in texts[::40]]
        case "markdown":
            made = [kind + body for body in written + [head(body_of(text), 700) for text in texts[::40]] for kind in "0123"]
        case "configuration":
            bench = (REPOSITORY / "src/properties/bench/rolebook.toml").read_text(encoding="utf-8")
            made = [bench + part for part in written] + written
        case "addresses":
            titles = [title for text in texts[::60] for title in re.findall(r'^title = "(.*)"$', text, re.MULTILINE)]
            made = written + [style + "\n".join(titles[at : at + 3]) for at in range(0, len(titles), 3) for style in ("", "unicode\n")]
        case "messages" | "requests":
            made = written
    return [text.encode("utf-8") for text in made[:MOST_SEEDS]]


def body_of(text):
    """The text below the front matter, if there is any above it."""
    return text.split("+++\n", 2)[-1]


def by_hand(target):
    """The seeds in `seeds/TARGET.txt`, with a line of hyphens between two."""
    text = (FUZZ / "seeds" / f"{target}.txt").read_text(encoding="utf-8")
    return text.split("----\n")


def head(text, length):
    return text.encode("utf-8")[:length].decode("utf-8", errors="ignore")


if __name__ == "__main__":
    main()
