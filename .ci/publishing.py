#!/usr/bin/env python3
"""Publishing while things go wrong: publishing.py PROGRAM [--kills N] [--each-call]

A site of about 30 files changes between two states. Its build is killed at each rename, removal, write and flush of publishing
(with strace, on Linux), meets errors there and full disks, and publishes to other file systems, mounts, read-only places
and as another user. Whenever a build ends, each file of the output is that of one of the two states, no page that can be
reached leads to a missing one, and the next build makes exactly the new state and leaves nothing behind.

What needs the rights of the administrator is skipped with a word if there are none.
"""
import argparse
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor

CONFIG = """base_url = "https://example.org/"
default_locale = "en"
[[locales]]
code = "en"
name = "English"
[[collections]]
id = "tutorials"
kind = "article"
[search]
show = false
"""
# The calls with which a build changes what is on the disk, and those of them that there are few of.
RARE = ["rename", "renameat", "renameat2", "unlink", "rmdir", "fsync", "syncfs", "copy_file_range", "ftruncate", "chmod"]
CALLS = [*RARE, "linkat", "unlinkat", "mkdir", "write", "openat"]


class Site:
    """A site below a folder, and its two states."""

    def __init__(self, folder, program):
        self.root, self.program = pathlib.Path(folder) / "site", program
        self.root.mkdir()
        (self.root / "rolebook.toml").write_text(CONFIG)
        self.states = []
        for state in (0, 1):
            self.make(state)
            output = self.root.parent / f"state-{state}"
            self.build("--output", output, check=True)
            self.states.append(tree(output))

    def make(self, state):
        """Half of the articles differ; each state has two that the other has not."""
        shutil.rmtree(self.root / "content", ignore_errors=True)
        for number in range(10):
            if number % 5 == state:
                continue
            entry = self.root / "content/tutorials" / f"article-{number}"
            entry.mkdir(parents=True)
            (entry / "entry.toml").write_text("")
            title = f"Article {number} {state if number % 2 else ''}".strip()
            (entry / "en.md").write_text(f'+++\ntitle = "{title}"\nsummary = "S."\n+++\n\nText.\n')
        static = self.root / "static"
        static.mkdir(exist_ok=True)
        (static / "file.txt").write_text(f"{state}\n")

    def build(self, *arguments, check=False, before=()):
        command = [*before, self.program, "build", "--root", self.root, *arguments]
        done = subprocess.run([str(word) for word in command], capture_output=True, text=True)
        if check and done.returncode:
            sys.exit(f"error: {command} ended with {done.returncode}: {done.stderr}")
        return done


def tree(folder):
    """The files of a folder."""
    files = (path for path in pathlib.Path(folder).rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}


def dead_links(files):
    """Links of pages that can be reached to pages that are not there."""
    reached, rest, dead = {"en/index.html"}, ["en/index.html"], []
    while rest and "en/index.html" in files:
        page = rest.pop()
        for address in re.findall(r'href="/([^"#?]*)', files[page].decode()):
            file = address + "index.html" if not address or address.endswith("/") else address
            if file not in files:
                dead.append(f"{page} -> {address}")
            elif file.endswith(".html") and file not in reached:
                reached.add(file)
                rest.append(file)
    return dead


class Checks:
    """What was tried, and what was wrong."""

    def __init__(self):
        self.tried, self.wrong = 0, []

    def look(self, what, output, states, atomic=False):
        """Looks at what a build has left in an output that was one of the states before."""
        self.tried += 1
        staging = re.compile(r"(^|/)\.rolebook-")
        files = {path: content for path, content in tree(output).items() if not staging.search(path)}
        strange = [path for path, content in files.items() if content not in [state.get(path) for state in states]]
        if strange or dead_links(files) or atomic and files not in states:
            self.wrong.append(f"{what}: neither old nor new {strange[:3]}, dead links {dead_links(files)[:3]}")

    def settle(self, what, site, output, state, *arguments):
        """The next build makes a state exactly, and leaves nothing behind."""
        done = site.build("--output", output, *arguments)
        if done.returncode:
            self.wrong.append(f"{what}: the next build ended with {done.returncode}: {done.stderr}")
        if tree(output) != site.states[state]:
            self.wrong.append(f"{what}: the next build is not the new state")
        left = [path.name for path in pathlib.Path(output).parent.glob(".rolebook-*") if "-build-" not in path.name]
        if left:
            self.wrong.append(f"{what}: left behind {left}")


def inject(checks, folder, program, injection, atomic, each_call):
    """Kills or fails a build at each call of each kind, one at a time; of those that there are many of at every seventh."""
    site = Site(folder, program)
    output, trace = pathlib.Path(folder) / "public", pathlib.Path(folder) / "trace"
    arguments = ["--atomic"] if atomic else []
    state = 0
    site.make(state)
    site.build("--output", output, *arguments, check=True)
    for call in CALLS:
        when = misses = 0
        while misses < 1 and when < 400:
            when += 1 if each_call or call in RARE else 7
            state = 1 - state
            site.make(state)
            what = f"{injection} at {call} {when}{' --atomic' if atomic else ''}"
            strace = ["strace", "-f", "-qq", "-o", trace, "-e", f"trace={call}", "-e", f"inject={call}:{injection}:when={when}"]
            done = site.build("--output", output, *arguments, before=strace)
            # Some errors may be borne.
            misses += done.returncode == 0 and "INJECTED" not in trace.read_text()
            checks.look(what, output, site.states, atomic)
            checks.settle(what, site, output, state, *arguments)


def kills(checks, folder, program, count, atomic):
    """Kills builds at random moments."""
    site = Site(folder, program)
    output = pathlib.Path(folder) / "public"
    arguments = ["--atomic"] if atomic else []
    chance = random.Random(77)
    site.make(0)
    start = time.monotonic()
    site.build("--output", output, *arguments, check=True)
    whole = time.monotonic() - start
    for kill in range(count):
        state = 1 - kill % 2
        site.make(state)
        build = subprocess.Popen(
            [program, "build", "--root", site.root, "--output", output, *arguments],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )
        time.sleep(whole * chance.uniform(0.2, 1.1))
        build.kill()
        build.wait()
        checks.look(f"kill {kill}", output, site.states, atomic)
        checks.settle(f"kill {kill}", site, output, state, *arguments)


def unreadable(checks, folder, program):
    """A page that must go and cannot be read stops the build, so that the record goes on to list it and a later build removes it."""
    site = Site(folder, program)
    output = pathlib.Path(folder) / "public"
    site.make(0)
    site.build("--output", output, check=True)
    site.make(1)
    page = next(output / path for path in sorted(site.states[0].keys() - site.states[1].keys()) if path.endswith(".html"))
    strace = ["strace", "-f", "-qq", "-o", "/dev/null", "-P", page, "-e", "trace=openat", "-e", "inject=openat:error=EIO"]
    done = site.build("--output", output, before=strace)
    checks.tried += 1
    if done.returncode != 2 or page.name not in done.stderr or tree(output) != site.states[0]:
        checks.wrong.append(f"a page that cannot be read: {done.returncode} {done.stderr}")
    checks.settle("a page that could not be read", site, output, 1)


WRITER = """import os, sys, time
output, written = sys.argv[1], 0
while written < 40_000 and not os.path.exists(sys.argv[2]):
    try:
        os.makedirs(f"{output}/uploads/{written % 5}", exist_ok=True)
        with open(f"{output}/uploads/{written % 5}/{written}", "x") as file:
            file.write("mine")
        written += 1
    except FileNotFoundError:
        pass
    time.sleep(0.0002)
print(written)
"""


def uploads(checks, folder, program, builds):
    """Somebody writes into an output while builds exchange it, and some are killed: nothing of theirs is lost."""
    site = Site(folder, program)
    output, end = pathlib.Path(folder) / "public", pathlib.Path(folder) / "end"
    site.make(0)
    site.build("--output", output, check=True)
    writer = subprocess.Popen([sys.executable, "-c", WRITER, output, end], stdout=subprocess.PIPE, text=True)
    chance = random.Random(77)
    whole = 0.3
    for number in range(builds):
        site.make(1 - number % 2)
        start = time.monotonic()
        build = subprocess.Popen([program, "build", "--quiet", "--root", site.root, "--output", output, "--atomic"])
        if number % 3 == 2:
            time.sleep(whole * chance.uniform(0.3, 1))
            build.kill()
        if build.wait() == 0:
            whole = time.monotonic() - start
        elif number % 3 != 2:
            checks.wrong.append(f"uploads: build {number} ended with {build.returncode}")
        checks.tried += 1
    site.make(0)
    site.build("--output", output, "--atomic", check=True)
    end.touch()
    written = int(writer.communicate()[0])
    lost = [number for number in range(written) if not (output / f"uploads/{number % 5}/{number}").exists()]
    if lost or not written:
        checks.wrong.append(f"uploads: of {written} files, {len(lost)} are lost, such as {lost[:5]}")


def flushes(checks, folder, program):
    """What is published is on the disk before the record says so; without syncing nothing is waited for. Case R16."""
    site = Site(folder, program)
    output, trace = pathlib.Path(folder) / "public", pathlib.Path(folder) / "trace"
    calls = "fsync,fdatasync,syncfs,sync_file_range,rename,renameat,renameat2"
    for state, arguments in ((0, []), (1, []), (0, ["--atomic"]), (1, ["--no-sync"]), (0, ["--no-sync", "--atomic"])):
        site.make(state)
        strace = ["strace", "-f", "-qq", "-y", "-o", trace, "-e", f"trace={calls}"]
        site.build("--output", output, *arguments, check=True, before=strace)
        checks.tried += 1
        lines = trace.read_text().splitlines()
        waits = [at for at, line in enumerate(lines) if "sync" in line.split("(")[0]]
        records = [at for at, line in enumerate(lines) if "rename" in line and ".rolebook-build-" in line.split(",")[-1]]
        if "--no-sync" in arguments and waits:
            checks.wrong.append(f"{arguments}: waits for the disk: {lines[waits[0]]}")
        if "--no-sync" not in arguments and not (waits and records and waits[0] < records[-1]):
            checks.wrong.append(f"{arguments}: the record is written before what it lists is on the disk: {lines}")


def places(checks, folder, program):
    """Other file systems, mounts, full disks, read-only folders, other users."""
    site = Site(folder, program)
    folder = pathlib.Path(folder)
    run = lambda *command: subprocess.run([str(word) for word in command], check=True, capture_output=True)
    volume, small = folder / "volume", folder / "small"
    mounted = folder / "mounted"
    for path in (volume, small, mounted):
        path.mkdir()
    run("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", volume)
    run("mount", "-t", "tmpfs", "-o", "size=900k", "tmpfs", small)
    run("mount", "--bind", volume, mounted)
    try:
        link = folder / "link"
        (volume / "below").mkdir()
        link.symlink_to(volume / "below")
        for output in (mounted, link):
            for state in (0, 1, 0):
                if output == mounted:
                    shutil.rmtree(volume / "below", ignore_errors=True)
                site.make(state)
                site.build("--output", output, check=True)
                checks.tried += 1
                found = tree(output)
                if found != site.states[state]:
                    checks.wrong.append(f"{output}: not the state {state}")
            (volume / "below").mkdir(exist_ok=True)
            for path in [*volume.iterdir()]:
                shutil.rmtree(path) if path.is_dir() and path.name != "below" else path.is_file() and path.unlink()
        done = site.build("--output", mounted, "--atomic")
        checks.tried += 1
        if done.returncode == 0 and tree(mounted) not in site.states:
            checks.wrong.append("--atomic on a mount point published something else")
        site.make(0)
        site.build("--output", small / "public", check=True)
        before = tree(small / "public")
        site.make(1)
        (site.root / "static/big.bin").write_bytes(os.urandom(2_000_000))
        done = site.build("--output", small / "public")
        checks.tried += 1
        if done.returncode != 2 or tree(small / "public") != before:
            checks.wrong.append(f"a full disk: {done.returncode} {done.stderr}")
        (site.root / "static/big.bin").unlink()
        checks.settle("after a full disk", site, small / "public", 1)
        closed = folder / "closed"
        (closed / "www").mkdir(parents=True)
        os.chown(closed / "www", 65534, 65534)
        subprocess.run(["chown", "-R", "65534:65534", site.root], check=True)
        folder.chmod(0o755)
        as_nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for state in (0, 1):
            site.make(state)
            subprocess.run(["chown", "-R", "65534:65534", site.root], check=True)
            done = site.build("--output", closed / "www", before=as_nobody)
            checks.tried += 1
            if done.returncode or tree(closed / "www") != site.states[state]:
                checks.wrong.append(f"below a folder that cannot be written: {done.returncode} {done.stderr}")
        done = site.build("--output", closed / "new", before=as_nobody)
        checks.tried += 1
        if done.returncode != 2:
            checks.wrong.append(f"in a folder that cannot be written: {done.returncode} {done.stderr}")
    finally:
        for path in (mounted, small, volume):
            subprocess.run(["umount", path], check=False)


def run(part):
    """What a part has found in a folder of its own."""
    checks = Checks()
    with tempfile.TemporaryDirectory() as folder:
        part(checks, folder)
    return checks


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=20, help="builds that are killed at random moments, each way")
    parser.add_argument("--each-call", action="store_true", help="fail at each call, also of those that there are many of")
    arguments = parser.parse_args()
    program = arguments.program.resolve()
    parts = [(f"kills {'at once' if atomic else 'file by file'}", lambda checks, folder, atomic=atomic: kills(checks, folder, program, arguments.kills, atomic)) for atomic in (False, True)]
    parts.append(("uploads", lambda checks, folder: uploads(checks, folder, program, arguments.kills)))
    if shutil.which("strace") and subprocess.run(["strace", "-qq", "-o", "/dev/null", "true"], check=False).returncode == 0:
        for injection in ("signal=SIGKILL", "error=EIO"):
            for atomic in (False, True):
                name = f"{injection} {'at once' if atomic else 'file by file'}"
                part = lambda checks, folder, i=injection, a=atomic: inject(checks, folder, program, i, a, arguments.each_call)
                parts.append((name, part))
        parts.append(("unreadable pages", lambda checks, folder: unreadable(checks, folder, program)))
        parts.append(("flushes", lambda checks, folder: flushes(checks, folder, program)))
    else:
        print("skipped: builds that are killed at each call (strace cannot be used here)")
    if os.geteuid() == 0:
        parts.append(("places", lambda checks, folder: places(checks, folder, program)))
    else:
        print("skipped: mounts, full disks and other users (only the administrator can make them)")
    wrong = []
    # Each part has a site of its own, and a build hardly uses more than one core.
    with ThreadPoolExecutor(max_workers=2) as pool:
        for (name, _), checks in zip(parts, pool.map(lambda part: run(part[1]), parts)):
            print(f"{name}: {checks.tried} builds looked at", flush=True)
            wrong += checks.wrong
    print("\n".join(wrong) or "0 problems")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
