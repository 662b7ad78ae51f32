#!/bin/sh
# gofmt, and vet for every system that the probe runs on: scripts/go-check.sh
set -eu
cd "$(dirname "$0")/../src/probe"

unformatted=$(gofmt -l .)
if [ -n "$unformatted" ]; then
  echo "not formatted, run \`make fmt\`:"
  echo "$unformatted"
  exit 1
fi
for system in linux darwin windows; do
  echo "go vet ($system)"
  GOOS=$system CGO_ENABLED=0 go vet ./...
done
