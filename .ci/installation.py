#!/usr/bin/env python3
"""How a release reaches people, without one.

A server on this machine serves archives as `.ci/archive.py` makes them, with a script in place of the program. `install.sh`,
the steps of `action.yml`, the hook for pre-commit and the script of `rolebook new site` install from there, on systems that
`uname` says they are on.
"""

import functools
import http.server
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
import threading
import tomllib
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
PACKAGE = tomllib.loads((REPOSITORY / "Cargo.toml").read_text(encoding="utf-8"))["package"]
VERSION = PACKAGE["version"]

# What `uname -s` and `uname -m` say, and which archive is for that.
SYSTEMS = [
    ("Linux", "x86_64", "x86_64-unknown-linux-musl"),
    ("Linux", "aarch64", "aarch64-unknown-linux-musl"),
    ("Darwin", "x86_64", "x86_64-apple-darwin"),
    ("Darwin", "arm64", "aarch64-apple-darwin"),
    ("MINGW64_NT-10.0-26100", "x86_64", "x86_64-pc-windows-msvc"),
    ("MSYS_NT-10.0-26100", "aarch64", "x86_64-pc-windows-msvc"),
]
# A program that says what it was called with, and what the real one says of a site with a warning and a hint.
PROGRAM = """#!/bin/sh
echo "called: $*"
echo "::warning file=a.md,line=1::w"
echo "::notice file=a.md,line=1::h"
[ "$1" != man ] || : >"$2/rolebook.1"
[ "$1" != build ] || echo "::error file=a.md,line=2::e"
exit "${PROGRAM_STATUS:-0}"
"""

wrong, tried = [], 0


def expect(what, condition, said=""):
    global tried
    tried += 1
    if not condition:
        wrong.append(f"{what}\n{said}".strip())


class Place:
    """A folder with releases, a server for them, and a `uname` that says what it is told to."""

    def __init__(self, folder, program):
        self.folder, self.program = Path(folder), program
        self.releases = self.folder / "releases"
        self.tools = self.folder / "tools"
        release = self.releases / f"v{VERSION}"
        release.mkdir(parents=True)
        self.tools.mkdir()
        for target in sorted({target for _, _, target in SYSTEMS} | {"x86_64-unknown-linux-gnu"}):
            path = self.folder / ("rolebook.exe" if "windows" in target else "rolebook")
            shutil.copy(program, path)
            subprocess.run([sys.executable, REPOSITORY / ".ci/archive.py", path, target, release], check=True)
        shutil.copy(REPOSITORY / "install.sh", release)
        self.write_tool("uname", 'case $1 in -s) echo "$SYSTEM" ;; -m) echo "$MACHINE" ;; esac')
        handler = functools.partial(QuietHandler, directory=self.releases)
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def write_tool(self, name, script):
        tool = self.tools / name
        tool.write_text(f"#!/bin/sh\n{script}\n")
        tool.chmod(0o755)

    def run(self, *command, system="Linux", machine="x86_64", cwd=None, **variables):
        releases = f"http://127.0.0.1:{self.server.server_port}"
        path = f"{self.tools}{os.pathsep}{os.environ['PATH']}"
        environment = os.environ | {"PATH": path, "ROLEBOOK_RELEASES": releases, "SYSTEM": system, "MACHINE": machine, "HOME": str(self.folder)}
        environment |= {name: str(value) for name, value in variables.items()}
        done = subprocess.run(command, env=environment, cwd=cwd or self.folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        return done.returncode, done.stdout

    def install(self, *arguments, **variables):
        return self.run("sh", REPOSITORY / "install.sh", *arguments, **variables)

    def new_folder(self):
        return Path(tempfile.mkdtemp(dir=self.folder))


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


def installs(place):
    """Each system gets its program; whatever is wrong with a release installs nothing."""
    for system, machine, target in SYSTEMS:
        name = "rolebook.exe" if "windows" in target else "rolebook"
        to = place.new_folder()
        status, said = place.install("--to", to, system=system, machine=machine)
        installed = to / name
        expect(f"{system} {machine}", status == 0 and installed.read_bytes() == place.program.read_bytes(), said)
        expect(f"{system} {machine}: nothing else", [path.name for path in to.iterdir()] == [name], said)
        expect(f"{system} {machine}: it can be run", os.access(installed, os.X_OK))
        archive = next((place.releases / f"v{VERSION}").glob(f"rolebook-{target}.*[pz]"))
        sound = archive.read_bytes()
        archive.write_bytes(sound + b"x")
        to = place.new_folder()
        status, said = place.install("--to", to, "--version", f"v{VERSION}", system=system, machine=machine)
        expect(f"{target}, changed", status == 1 and "checksum" in said and not list(to.iterdir()), said)
        archive.write_bytes(sound)


def holds_more(place):
    """What else is in an archive, for people and for packages of systems."""
    with tarfile.open(place.releases / f"v{VERSION}/rolebook-x86_64-unknown-linux-gnu.tar.gz") as archive:
        names = archive.getnames()
        said = archive.extractfile("completions/_rolebook").read().decode().splitlines()[0]
    expect("licenses", {"LICENSE-APACHE", "LICENSE-MIT", "LICENSES-OF-LIBRARIES"} <= set(names), names)
    expect("completions", said == "called: completions zsh", said)
    expect("manual pages", "man/rolebook.1" in names, names)


def refuses(place):
    to = place.new_folder()
    for name, arguments, machine, status, words in [
        ("missing version", ["--version", "9.9.9"], {}, 1, "error: cannot fetch"),
        ("missing target", ["--target", "x86_64-unknown-freebsd"], {}, 1, "error: cannot fetch"),
        ("another checksum", ["--sha256", "0" * 64], {}, 1, "checksum"),
        ("unknown processor", [], {"machine": "riscv64"}, 1, "`riscv64`"),
        ("unknown system", [], {"system": "FreeBSD"}, 1, "`FreeBSD`"),
        ("unknown option", ["--prefix", "x"], {}, 2, "`--prefix`"),
        ("no value", ["--version"], {}, 2, "`--version` needs a value"),
        ("no version", ["--version", "../../x"], {}, 2, "`../../x`"),
    ]:
        ended, said = place.install("--to", to, *arguments, **machine)
        expect(name, ended == status and words in said and not list(to.iterdir()), said)
    sum_file = place.releases / f"v{VERSION}/rolebook-x86_64-unknown-linux-musl.tar.gz.sha256"
    sum_of = sum_file.read_text()
    sum_file.write_text("<html>")
    status, said = place.install("--to", to)
    expect("a page in place of the checksum", status == 1 and not list(to.iterdir()), said)
    sum_file.write_text(sum_of)
    status, said = place.install("--to", to, "--sha256", sum_of.split()[0].upper())
    expect("the checksum on the command line", status == 0, said)
    status, said = place.install("--to", to, "--target", "x86_64-unknown-linux-gnu")
    expect("another target, over what is there", status == 0, said)


def finds_its_way(place):
    status, said = place.install()
    expect("~/.local/bin", status == 0 and (place.folder / ".local/bin/rolebook").exists() and "not in PATH" in said, said)
    status, said = place.install(PATH=f"{place.tools}:{place.folder}/.local/bin:{os.environ['PATH']}")
    expect("~/.local/bin in PATH", status == 0 and "not in PATH" not in said, said)
    with open(REPOSITORY / "install.sh", encoding="utf-8") as script:
        half = script.read().rpartition("\n\n")[0]
    to = place.new_folder()
    status, said = place.run("sh", "-c", half, "sh", "--to", to)
    expect("a script that has arrived in part", not list(to.iterdir()), said)


class Runner:
    """A runner of GitHub Actions, as far as the steps of action.yml see one."""

    def __init__(self, place):
        self.place, self.folder = place, place.new_folder()
        self.path, self.output = self.folder / "path", self.folder / "output"

    def step(self, name, **inputs):
        script = REPOSITORY / ".github/action.sh"
        runner = {"RUNNER_TEMP": self.folder, "GITHUB_PATH": self.path, "GITHUB_OUTPUT": self.output}
        return self.place.run(script, name, **runner, **inputs)


def acts(place):
    """The steps of action.yml, with a script in place of the program."""
    runner = Runner(place)
    status, said = runner.step("install", VERSION="9.9.9")
    expect("the version of the action's input", status == 1 and "v9.9.9" in said, said)
    status, said = runner.step("install", VERSION="", SHA256="0" * 64)
    expect("the checksum of the action's input", status == 1 and "checksum" in said, said)
    status, said = runner.step("install", VERSION="", SHA256="")
    expect("the action installs", status == 0 and runner.path.read_text() == f"{runner.folder}/rolebook\n", said)
    said = runner.step("check", ROOT=".", BASE_URL="", DRAFTS="false", DENY="", ALLOW="")[1].splitlines()
    expect("a check", said[0] == "called: check --format github --root .", said)
    inputs = {"ROOT": "a site", "BASE_URL": "https://example.org/$(x)/", "DRAFTS": "true"}
    said = runner.step("check", DENY="warnings", ALLOW="long-title\n * ", **inputs)[1].splitlines()
    shared = "--format github --root a site --base-url https://example.org/$(x)/ --drafts"
    expect("a check with all", said[0] == f"called: check {shared} --deny warnings --allow long-title --allow *", said)
    status, said = runner.step("build", OUTPUT="", CHECKED="true", **inputs)
    expect("a build after a check", (status, said) == (0, f"called: build {shared}\n::error file=a.md,line=2::e\n"), said)
    expect("where the site is", runner.output.read_text() == "output=a site/public\n")
    runner.output.unlink()
    status, said = runner.step("build", ROOT=".", OUTPUT="out", CHECKED="false")
    expect("a build without a check", said.startswith("called: build --format github --root . --output out\n::warning"), said)
    expect("where that site is", runner.output.read_text() == "output=out\n")
    runner.output.unlink()
    for step in ("check", "build"):
        status, said = runner.step(step, PROGRAM_STATUS=1, CHECKED="true")
        expect(f"a {step} of a site with errors", status == 1 and not runner.output.exists(), said)


def hooks(place):
    """The hook for pre-commit, in a clone of what it needs."""
    clone = place.new_folder()
    (clone / ".github").mkdir()
    shutil.copy(REPOSITORY / "install.sh", clone)
    shutil.copy(REPOSITORY / ".github/pre-commit.sh", clone / ".github")
    hook = clone / ".github/pre-commit.sh"
    status, said = place.run(hook, "--root", "site")
    expect("the hook installs and checks", status == 0 and "called: check --root site\n" in said, said)
    status, said = place.run(hook, ROLEBOOK_RELEASES="http://127.0.0.1:1", PROGRAM_STATUS=1)
    expect("the hook fetches once, and fails with the check", status == 1 and said.startswith("called: check\n"), said)


def builds(place):
    """The script that `rolebook new site` writes for build machines."""
    template = (REPOSITORY / "src/scaffold/files/hosts/build.sh").read_text(encoding="utf-8")
    script = place.folder / "build.sh"
    script.write_text(template.replace("{repository}", PACKAGE["repository"]).replace("{version}", VERSION))
    status, said = place.run("sh", script, "--base-url", "https://example.org/a b/")
    expect("build.sh", status == 0 and "called: build --base-url https://example.org/a b/\n" in said, said)
    status, said = place.run("sh", script, PROGRAM_STATUS=1)
    expect("build.sh with errors in the site", status == 1, said)
    script.write_text(script.read_text().replace(f"v{VERSION}", "v9.9.9"))
    status, said = place.run("sh", script)
    expect("build.sh without a release", status != 0 and "called" not in said, said)


def main():
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder) / "program"
        script.write_text(PROGRAM)
        script.chmod(0o755)
        place = Place(folder, script)
        for part in (installs, holds_more, refuses, finds_its_way, acts, hooks, builds):
            part(place)
    print("\n".join(wrong) or "0 problems")
    print(f"{tried} things looked at")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
