#!/bin/sh
# gofmt, and vet for every system that the probe runs on: scripts/go-check.sh
set -eu
cd "$(dirname "$0")/.."

# One case of the catalog is about a file that cannot be parsed.
unformatted=$(find src/probe catalog -name '*.go' ! -path '*/syntax-error/before/*' -exec gofmt -l {} +)
if [ -n "$unformatted" ]; then
  echo "not formatted, run \`make fmt\`:"
  echo "$unformatted"
  exit 1
fi
cd src/probe
for system in linux darwin windows; do
  echo "go vet ($system)"
  GOOS=$system CGO_ENABLED=0 go vet ./...
done
if (cd callers && go mod download </dev/null); then
  echo 'go vet (callers)'
  (cd callers && go vet ./...)
else
  echo 'skipped: go vet of src/probe/callers, golang.org/x/tools is not to be had'
fi
