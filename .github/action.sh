#!/usr/bin/env bash
# The steps of action.yml: action.sh install | check | build. Inputs come in variables, so that none of them is read as code.

set -euo pipefail

folder=$RUNNER_TEMP/rolebook

# Arguments that `check` and `build` share.
site=(--format github --root "${ROOT:-.}")
[ -z "${BASE_URL:-}" ] || site+=(--base-url "$BASE_URL")
[ "${DRAFTS:-}" != true ] || site+=(--drafts)

install() {
  local arguments=(--to "$folder")
  [ -z "${VERSION:-}" ] || arguments+=(--version "$VERSION")
  [ -z "${SHA256:-}" ] || arguments+=(--sha256 "$SHA256")
  "$(dirname "${BASH_SOURCE[0]}")/../install.sh" "${arguments[@]}"
  echo "$folder" >>"$GITHUB_PATH"
}

check() {
  local code
  [ -z "${DENY:-}" ] || site+=(--deny "$DENY")
  set -f # codes are words, not patterns of files
  for code in ${ALLOW:-}; do
    site+=(--allow "$code")
  done
  "$folder/rolebook" check "${site[@]}"
}

build() {
  [ -z "${OUTPUT:-}" ] || site+=(--output "$OUTPUT")
  "$folder/rolebook" build "${site[@]}" | without_repetitions
  echo "output=${OUTPUT:-${ROOT:-.}/public}" >>"$GITHUB_OUTPUT"
}

# After a check only errors are new: warnings would stand on their lines twice.
without_repetitions() {
  if [ "${CHECKED:-}" = true ]; then sed -E '/^::(warning|notice) /d'; else cat; fi
}

"$1"
