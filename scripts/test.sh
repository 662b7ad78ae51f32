#!/bin/sh
# The Go tests of the probe, then jest: scripts/test.sh
set -eu
cd "$(dirname "$0")/.."

sh scripts/go-modules.sh
(cd src/probe && go test ./...)
exec node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js
