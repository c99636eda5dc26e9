#!/usr/bin/env python3
"""Large and lopsided inputs: large.py PROGRAM [--share PERCENT]

Each must be built, or refused, in under 10 seconds and 1.5 GB on two cores (Linux). With --share, of less input, to try the
script itself; what is refused may then be taken. Prints a row for each; ends with 1 if one took more.
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile
import time

sys.dont_write_bytecode = True
from publishing import CONFIG  # noqa: E402

SECONDS, MEBIBYTES = 10, 1536


def write(file, text):
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)


def article(root, name, body, title="An article"):
    folder = root / "content/tutorials" / name
    write(folder / "entry.toml", "")
    write(folder / "en.md", f'+++\ntitle = "{title}"\nsummary = "S."\n+++\n\n{body}\n')


def articles(root, count):
    for number in range(count):
        article(root, f"a-{number}", "Text.", f"Article {number}")


def static_files(root, count):
    for number in range(count):
        write(root / f"static/{number // 1000}/{number}.txt", f"{number}\n")


def equal_headings(root, count):
    article(root, "a", "## Same\n\nText.\n\n" * count)


def messages(root, count):
    """Each message refers to the next; none is used, but the last."""
    lines = [f"m{number} = {{ m{number + 1} }}\n" for number in range(count)]
    write(root / "locales/en/chain.ftl", "".join(lines) + f"m{count} = x\n")


def broken_links(root, count):
    article(root, "a", "[x](/nowhere) " * count)


def unused_messages(root, count):
    write(root / "locales/en/unused.ftl", "".join(f"unused-{number} = x\n" for number in range(count)))


def emphases(root, count):
    article(root, "a", "*a " * count)


def long_line(root, count):
    article(root, "a", "word " * count)


def list_items(root, count):
    article(root, "a", "- item\n" * count)


def table_rows(root, count):
    article(root, "a", "| a | b |\n|---|---|\n" + "| c | d |\n" * count)


def references(root, count):
    article(root, "a", "".join(f"[r{number}]\n\n[r{number}]: /nowhere\n\n" for number in range(count)))


def role_of_megabytes(root, count):
    article(root, "a", "word word word word\n" * (count * 50_000))


def turned_letters(root, count):
    article(root, "a", "\u202e" * count)


def unnamed_choices(root, count):
    values = ", ".join(f'"v{number}"' for number in range(500))
    field = '[[collections.fields]]\nid = "f{}"\nkind = "choice"\nvalues = [{}]\n'
    fields = "".join(field.format(number, values) for number in range(count))
    write(root / "rolebook.toml", CONFIG.replace('kind = "article"\n', 'kind = "article"\n' + fields))
    article(root, "a", "Text.")


def ways_through_blocks(root, count):
    """Each of ten blocks names the next many times."""
    for number in range(10):
        write(root / f"content/blocks/b-{number}/en.md", f"{{{{ block b-{number + 1} }}}}\n\n" * count if number < 9 else "\n")
    article(root, "a", "{{ block b-0 }}")


# What is made, how much of it, and whether the program is to take it.
CASES = [
    (articles, 100_000, True),
    (static_files, 200_000, True),
    (equal_headings, 5_000, True),
    (messages, 5_000, True),
    (broken_links, 10_000, False),
    (unused_messages, 50_000, True),
    (emphases, 30_000, True),
    (long_line, 150_000, True),
    (list_items, 90_000, True),
    (table_rows, 60_000, True),
    (references, 20_000, False),
    (role_of_megabytes, 100, False),
    (turned_letters, 3_000_000, False),
    (unnamed_choices, 100, False),
    (ways_through_blocks, 1_000, True),
]


def run(program, root):
    """Seconds, mebibytes and the status of a build."""
    begin = time.monotonic()
    command = [program, "build", "--root", root, "--no-sync"]
    with open(root / "said", "w") as said:
        process = subprocess.Popen(command, stdout=said, stderr=said)
        _, status, used = os.wait4(process.pid, 0)
    return time.monotonic() - begin, used.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("program", type=lambda path: pathlib.Path(path).resolve())
    arguments.add_argument("--share", type=int, default=100, metavar="PERCENT")
    arguments = arguments.parse_args()
    failed = False
    print(f"{'input':<20} {'count':>8} {'seconds':>8} {'MiB':>7}  status")
    for make, count, is_taken in CASES:
        count = max(1, count * arguments.share // 100)
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            write(root / "rolebook.toml", CONFIG)
            make(root, count)
            seconds, mebibytes, status = run(arguments.program, root)
            is_well = seconds < SECONDS and mebibytes < MEBIBYTES and status in ((0, 1) if arguments.share < 100 else (0,) if is_taken else (1,))
            print(f"{make.__name__:<20} {count:>8} {seconds:>8.2f} {mebibytes:>7.0f}  {status}{'' if is_well else '  <- wrong'}")
            if not is_well:
                failed = True
                print((root / "said").read_text()[:2000])
    sys.exit(failed)


if __name__ == "__main__":
    main()
