#!/bin/sh
# Downloads the modules that Go fixtures and examples need: scripts/go-modules.sh
set -eu
cd "$(dirname "$0")/.."

for sum in __tests__/fixtures/*/go.sum examples/go.sum; do
  if [ -f "$sum" ]; then (cd "$(dirname "$sum")" && go mod download </dev/null); fi
done
