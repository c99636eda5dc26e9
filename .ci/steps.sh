# What the scripts of this folder share: steps, and the installation of what they need. To be sourced.

set -euo pipefail
export CI=true
exec </dev/null
cd "$(dirname "${BASH_SOURCE[0]}")/.."

temporary=$(mktemp -d)
trap 'rm -rf "$temporary"' EXIT

step() {
  printf '\n== %s\n' "$*"
}

as_root() {
  if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

updated=false

# Installs Debian packages.
install_packages() {
  if [ "$updated" = false ]; then
    as_root apt-get update
    updated=true
  fi
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "$@"
}

# Installs the package $2 if the command $1 is missing.
need() {
  if command -v "$1" >"$temporary/command"; then
    printf '%s: %s\n' "$1" "$(cat "$temporary/command")"
    return
  fi
  install_packages "$2"
  hash -r
}

# Installs a program from PyPI, as `.ci/$1.txt` names it with its checksums, into `$temporary/$1`.
pip_install() {
  python3 -m pip --version || install_packages python3-pip
  python3 -m pip install --quiet --disable-pip-version-check --root-user-action ignore --require-hashes \
    --requirement ".ci/$1.txt" --target "$temporary/$1"
}

# Runs commands at once, each of them one word, and shows what each has said. Fails if any of them does. For checks that do
# not depend on how long something takes.
together() {
  local processes=() number failed=0
  for ((number = 1; number <= $#; number++)); do
    bash -euo pipefail -c "${!number}" >"$temporary/said-$number" 2>&1 &
    processes+=($!)
  done
  for ((number = 1; number <= $#; number++)); do
    wait "${processes[number - 1]}" || failed=1
    printf -- '-- %s\n' "${!number}"
    cat "$temporary/said-$number"
  done
  return "$failed"
}
