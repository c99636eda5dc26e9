#!/bin/sh
# Installs Rolebook from a release, with its checksum verified: for people, for action.yml, and for CI of any kind. Nothing is
# compiled. `install.sh --help` has the options. Needs curl or wget, tar or unzip, and sha256sum or shasum.

set -eu

version=0.1.0
repository=https://github.com/rolebook/rolebook

# Where releases are: another address serves a mirror.
releases=${ROLEBOOK_RELEASES:-$repository/releases/download}
to=
target=
expected=

usage() {
  cat <<EOF
Installs Rolebook, in version $version unless another is asked for.

Usage: install.sh [--version VERSION] [--to DIR] [--target TARGET] [--sha256 SUM]

  --version VERSION  the version, such as $version
  --to DIR           where to put the program, instead of ~/.local/bin
  --target TARGET    the system, instead of this one, such as x86_64-unknown-linux-gnu
  --sha256 SUM       the checksum of the archive, instead of that beside it in the release

The variable ROLEBOOK_RELEASES names a mirror of
$repository/releases/download
EOF
}

fail() {
  printf 'error: %s\n' "$1" >&2
  [ $# -lt 2 ] || printf '  = help: %s\n' "$2" >&2
  exit "${status:-1}"
}

misused() {
  status=2 fail "$1" "see \`install.sh --help\`"
}

read_arguments() {
  while [ $# -gt 0 ]; do
    case $1 in
      --help | -h) usage && exit ;;
      --version | --to | --target | --sha256) [ $# -gt 1 ] || misused "\`$1\` needs a value" ;;
      *) misused "unknown argument \`$1\`" ;;
    esac
    case $1 in
      --version) version=${2#v} ;;
      --to) to=$2 ;;
      --target) target=$2 ;;
      --sha256) expected=$2 ;;
    esac
    shift 2
  done
  for word in "$version" "$target"; do
    # It becomes a part of an address.
    case $word in *[!A-Za-z0-9._+-]*) misused "\`$word\` is no version or target" ;; esac
  done
}

# The target of this machine. On Linux the static program, which needs no particular C library.
target_here() {
  machine=$(uname -m)
  case $machine in
    x86_64 | amd64) machine=x86_64 ;;
    aarch64 | arm64) machine=aarch64 ;;
    *) fail "there is no release for the processor \`$machine\`" "compile Rolebook: \`cargo install --locked rolebook\`" ;;
  esac
  system=$(uname -s)
  case $system in
    Linux) echo "$machine-unknown-linux-musl" ;;
    Darwin) echo "$machine-apple-darwin" ;;
    # Windows on ARM runs programs for x86-64.
    MINGW* | MSYS* | CYGWIN* | Windows_NT) echo x86_64-pc-windows-msvc ;;
    *) fail "there is no release for the system \`$system\`" "compile Rolebook: \`cargo install --locked rolebook\`" ;;
  esac
}

fetch() {
  if command -v curl >/dev/null; then
    curl --fail --silent --show-error --location --proto-redir =https --retry 3 --output "$2" "$1"
  elif command -v wget >/dev/null; then
    wget -q -O "$2" "$1"
  else
    fail 'neither curl nor wget is installed'
  fi || fail "cannot fetch $1" "the versions and their files are listed at $repository/releases"
}

checksum() {
  if command -v sha256sum >/dev/null; then
    sha256sum <"$1"
  else
    shasum -a 256 <"$1"
  fi | cut -d ' ' -f 1
}

install_program() {
  program=rolebook archive=rolebook-$target.tar.gz
  case $target in
    *-windows-*) program=rolebook.exe archive=rolebook-$target.zip ;;
  esac
  fetch "$releases/v$version/$archive" "$temporary/$archive"
  if [ -z "$expected" ]; then
    fetch "$releases/v$version/$archive.sha256" "$temporary/sum"
    expected=$(cut -d ' ' -f 1 "$temporary/sum")
  fi
  expected=$(printf %s "$expected" | tr A-F a-f)
  found=$(checksum "$temporary/$archive")
  [ "$found" = "$expected" ] || fail "the SHA-256 checksum of $archive is \`$found\` and not \`$expected\`; nothing was installed"
  case $archive in
    *.zip) unzip -q "$temporary/$archive" "$program" -d "$temporary" ;;
    *) tar -xzf "$temporary/$archive" -C "$temporary" "$program" ;;
  esac
  mkdir -p "$folder"
  # A program that is running can be replaced, but not written.
  cp "$temporary/$program" "$folder/.$program.new"
  mv -f "$folder/.$program.new" "$folder/$program"
}

main() {
  read_arguments "$@"
  [ -n "$target" ] || target=$(target_here)
  temporary=$(mktemp -d)
  trap 'rm -rf "$temporary"' EXIT
  folder=${to:-$HOME/.local/bin}
  install_program
  echo "installed Rolebook $version in $folder"
  # Whoever has named a folder knows where it is.
  case $to:$PATH: in
    :"$folder":* | :*:"$folder":*) ;;
    :*) echo "$folder is not in PATH: add it, or call $folder/$program" ;;
  esac
}

# The last line, so that a script that has arrived in part does nothing.
main "$@"
