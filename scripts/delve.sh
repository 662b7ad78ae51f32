#!/bin/sh
# Prints the folder of a dlv, the debugger that reads cores: scripts/delve.sh
# The one in PATH, else one that is built once and kept beside the other caches.
set -eu
cd "$(dirname "$0")/.."

version=v1.27.2

if found=$(command -v dlv); then
  dirname "$found"
  exit 0
fi
folder=$PWD/node_modules/.cache/go-crash-guard/dlv-$version
if [ ! -x "$folder/dlv" ]; then
  GOBIN=$folder GOFLAGS= go install "github.com/go-delve/delve/cmd/dlv@$version" </dev/null >&2
fi
printf '%s\n' "$folder"
