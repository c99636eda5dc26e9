#!/usr/bin/env python3
"""Measures whole runs of the program on libraries of several sizes. The rounds take turns, so that a slow minute of the
machine falls on all alike.

    clean      the site is published where nothing is
    unchanged  it is published again
    edited     it is published again after a line was added to one English text
    floor      the limit: one process for each core writes the same files, which it has read into memory before

Times are of the wall clock and of the processor, in user and system mode; peaks are of resident memory. The numbers are
medians of the rounds, with the least and the most in brackets. Documents, pictures for social networks and, without
--search, the search index are off. The floor is written by Python, which adds about 2 microseconds for each file.
"""

import argparse
import json
import multiprocessing
import os
import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
MAXRSS_UNIT = 1 if sys.platform == "darwin" else 1024


def main():
    arguments = parse_arguments()
    rolebook = arguments.rolebook or built("bin", "rolebook")
    bench_site = arguments.bench_site or built("example", "rolebook-bench-site")
    with tempfile.TemporaryDirectory(prefix="rolebook-bench-", dir=arguments.work) as work:
        sites = {roles: make_site(bench_site, roles, Path(work), arguments.search) for roles in arguments.roles}
        rounds = {}
        for number in range(1, arguments.rounds + 1):
            print(f"round {number} of {arguments.rounds}", file=sys.stderr)
            for roles, site in sites.items():
                for build, took in one_round(rolebook, site, number):
                    rounds.setdefault((roles, build), []).append(took)
        sizes = {roles: size_of(site / "public") for roles, site in sites.items()}
    results = [
        {"roles": roles, "build": build, **sizes[roles], **{key: spread([of[key] for of in took]) for key in took[0]}}
        for (roles, build), took in rounds.items()
    ]
    print(table(results))
    if arguments.json:
        arguments.json.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")


def counts(text):
    return [int(count) for count in text.split(",")]


def parse_arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--roles", type=counts, default="100,300,1000,3000", help="the sizes (%(default)s)")
    parser.add_argument("--rounds", type=int, default=5, help="how often each is measured (%(default)s)")
    parser.add_argument("--rolebook", metavar="PROGRAM", help="the program (built if not given)")
    parser.add_argument("--bench-site", metavar="PROGRAM", help="what makes the sites (built if not given)")
    parser.add_argument("--work", metavar="DIR", help="where the sites are put for the time (temporary files)")
    parser.add_argument("--search", action="store_true", help="with the search index")
    parser.add_argument("--json", type=Path, metavar="FILE", help="where to put what each round took")
    return parser.parse_args()


def built(kind, name):
    """A program of this repository."""
    run("cargo", "build", "--release", "--quiet", "--manifest-path", REPOSITORY / "Cargo.toml", f"--{kind}", name)
    release = Path(os.environ.get("CARGO_TARGET_DIR", REPOSITORY / "target")) / "release"
    return (release / "examples" if kind == "example" else release) / name


def make_site(bench_site, roles, work, search):
    site = work / str(roles)
    run(bench_site, str(roles), site)
    if search:
        config = site / "rolebook.toml"
        config.write_text(config.read_text(encoding="utf-8").replace("show = false", "show = true"), encoding="utf-8")
    return site


def one_round(rolebook, site, number):
    """Each build by its name, and what it took."""
    output, copy = site / "public", site / "floor"
    build = [rolebook, "build", "--quiet", "--root", site]
    shutil.rmtree(output, ignore_errors=True)
    yield "clean", run(*build)
    yield "unchanged", run(*build)
    with open(site / "content/job-descriptions/role-0/en.md", "a", encoding="utf-8") as text:
        text.write(f"- One more line, in round {number}\n")
    yield "edited", run(*build)
    yield "floor", write_again(output, copy)
    shutil.rmtree(copy)


def run(program, *arguments):
    """What a program took. If it fails, all ends."""
    start = time.perf_counter()
    try:
        process = os.posix_spawnp(program, [program, *arguments], os.environ)
    except OSError as error:
        sys.exit(f"error: cannot run `{program}`: {error.strerror}")
    # The peak is at least that of this process, which therefore never holds the files of a site.
    _, status, usage = os.wait4(process, 0)
    wall = time.perf_counter() - start
    if status != 0:
        command = " ".join(map(str, [program, *arguments]))
        sys.exit(f"error: `{command}` ended with status {os.waitstatus_to_exitcode(status)}")
    return {"wall": wall, "processor": usage.ru_utime + usage.ru_stime, "peak": usage.ru_maxrss * MAXRSS_UNIT}


def write_again(source, target):
    """What it takes to write the files of a folder to a new one."""
    below = [(path, target / path.relative_to(source)) for path in sorted(source.rglob("*"))]
    folders = [target, *(copy for path, copy in below if path.is_dir())]
    files = [(path, os.fsencode(copy)) for path, copy in below if path.is_file()]
    cores = multiprocessing.cpu_count()
    gate, took = multiprocessing.Barrier(cores + 1), multiprocessing.SimpleQueue()
    writers = [multiprocessing.Process(target=write, args=(files[core::cores], gate, took)) for core in range(cores)]
    for writer in writers:
        writer.start()
    gate.wait()
    start, before = time.perf_counter(), time.process_time()
    for folder in folders:
        os.mkdir(folder)
    processor = time.process_time() - before
    gate.wait()
    for writer in writers:
        writer.join()
        if writer.exitcode != 0:
            sys.exit(f"error: the files of `{source}` cannot be written again")
    ends, processors = zip(*(took.get() for _ in writers))
    return {"wall": max(ends) - start, "processor": processor + sum(processors), "peak": 0}


def write(files, gate, took):
    """Reads files, waits until all have read theirs and there are folders, writes them."""
    held = [(target, source.read_bytes()) for source, target in files]
    gate.wait()
    gate.wait()
    before = time.process_time()
    for target, content in held:
        file = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL)
        os.write(file, content)
        os.close(file)
    took.put((time.perf_counter(), time.process_time() - before))


def size_of(output):
    files = [path for path in output.rglob("*") if path.is_file()]
    pages = sum(file.suffix == ".html" for file in files)
    return {"files": len(files), "bytes": sum(file.stat().st_size for file in files), "pages": pages}


def spread(numbers):
    return {"median": statistics.median(numbers), "least": min(numbers), "most": max(numbers), "rounds": numbers}


def table(results):
    """Markdown, a line for each size and build."""

    def cell(of, digits, unit=1):
        middle, least, most = (f"{of[key] / unit:.{digits}f}" for key in ("median", "least", "most"))
        return f"{middle} ({least}–{most})"

    lines = ["| roles | build | wall s | processor s | peak MiB | files | MB | wall µs a page |", "|--:" * 8 + "|"]
    for of in results:
        cells = [f"{of['roles']:,}", of["build"], cell(of["wall"], 3), cell(of["processor"], 3)]
        cells += [cell(of["peak"], 0, 2**20) if of["build"] != "floor" else ""]
        cells += [f"{of['files']:,}", f"{of['bytes'] / 1e6:.1f}", cell(of["wall"], 0, of["pages"] / 1e6)]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


if __name__ == "__main__":
    main()
