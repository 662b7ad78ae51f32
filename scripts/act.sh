#!/bin/sh
# Prints the path of act, which runs a workflow on this machine as GitHub's runner would: scripts/act.sh
# The one in PATH if it has this version, else one that is built once and kept in the user's cache, outside of the tree.
set -eu

version=0.2.89

if found=$(command -v act) && [ "$("$found" --version)" = "act version $version" ]; then
  printf '%s\n' "$found"
  exit 0
fi
folder=${XDG_CACHE_HOME:-$HOME/.cache}/go-crash-guard/act-$version
if [ ! -x "$folder/act" ]; then
  fresh=$folder.new-$$
  trap 'rm -rf "$fresh"' EXIT
  GOBIN=$fresh GOFLAGS= go install "github.com/nektos/act@v$version" </dev/null >&2
  mkdir -p "$folder"
  mv -f "$fresh/act" "$folder/act"
fi
printf '%s\n' "$folder/act"
