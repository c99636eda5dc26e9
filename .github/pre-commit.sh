#!/bin/sh
# The hook of .pre-commit-hooks.yaml. pre-commit keeps a clone of each version of the hook; the program is fetched into it once.

set -eu

clone=$(dirname "$0")/..
folder=$clone/target/pre-commit
[ -e "$folder/rolebook" ] || [ -e "$folder/rolebook.exe" ] || "$clone/install.sh" --to "$folder"
exec "$folder/rolebook" check "$@"
