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

jest() { node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js "$@"; }
# These race against the clock: with another suite beside them, that suite may win.
jest --runInBand --runTestsByPath __tests__/e2e/black-box.test.ts __tests__/e2e/snapshots.test.ts
jest --testPathIgnorePatterns '/(black-box|snapshots)\.test\.ts$'
