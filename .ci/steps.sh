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
