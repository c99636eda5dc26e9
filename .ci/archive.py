#!/usr/bin/env python3
"""The archive of a release: archive.py PROGRAM TARGET FOLDER

Puts the program, its licenses, completions for shells and manual pages into FOLDER/rolebook-TARGET.tar.gz, or .zip for
Windows, with the SHA-256 checksum beside it. `install.sh` reads these names. The same program gives the same bytes.
"""

import gzip
import hashlib
import io
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
EXECUTABLE, READABLE = 0o755, 0o644
# The names under which shells find them.
COMPLETIONS = {"bash": "rolebook.bash", "elvish": "rolebook.elv", "fish": "rolebook.fish", "powershell": "_rolebook.ps1", "zsh": "_rolebook"}


def contents(program):
    """Names, modes and bytes of the files in the archive."""
    yield "rolebook" + program.suffix, EXECUTABLE, program.read_bytes()
    for name in ("LICENSE-APACHE", "LICENSE-MIT"):
        yield name, READABLE, (REPOSITORY / name).read_bytes()
    yield "LICENSES-OF-LIBRARIES", READABLE, said_by(program, "licenses")
    for shell, name in COMPLETIONS.items():
        yield f"completions/{name}", READABLE, said_by(program, "completions", shell)
    with tempfile.TemporaryDirectory() as folder:
        said_by(program, "man", folder)
        for page in sorted(Path(folder).iterdir()):
            yield f"man/{page.name}", READABLE, page.read_bytes()


def said_by(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout


def tar_gz(files):
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", mtime=0) as stream, tarfile.open(fileobj=stream, mode="w") as archive:
        for name, mode, content in files:
            entry = tarfile.TarInfo(name)
            entry.mode, entry.size = mode, len(content)
            archive.addfile(entry, io.BytesIO(content))
    return packed.getvalue()


def zipped(files):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, mode, content in files:
            entry = zipfile.ZipInfo(name)
            entry.external_attr = mode << 16
            archive.writestr(entry, content, zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def main():
    program, target, folder = Path(sys.argv[1]).resolve(), sys.argv[2], Path(sys.argv[3])
    pack, extension = (zipped, "zip") if "-windows-" in target else (tar_gz, "tar.gz")
    archive = folder / f"rolebook-{target}.{extension}"
    packed = pack(contents(program))
    archive.write_bytes(packed)
    sum_of = f"{hashlib.sha256(packed).hexdigest()}  {archive.name}\n"
    # Not `write_text`, which would end the line as Windows does.
    (folder / f"{archive.name}.sha256").write_bytes(sum_of.encode())


if __name__ == "__main__":
    main()
