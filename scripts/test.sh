#!/bin/sh
# The Go tests of the probe, then jest: scripts/test.sh
set -eu
cd "$(dirname "$0")/.."

sh scripts/go-modules.sh
(cd src/probe && go test ./...)
# A module of its own: it needs golang.org/x/tools.
if (cd src/probe/callers && go mod download </dev/null); then
  (cd src/probe/callers && go test ./...)
else
  echo 'skipped: the Go tests of src/probe/callers, golang.org/x/tools is not to be had'
fi
exec node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js
