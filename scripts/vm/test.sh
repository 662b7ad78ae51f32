#!/bin/sh
# The product in a small machine: scripts/vm/test.sh [--where-possible] [JEST ARGUMENTS...]
# With --where-possible it is no failure that the machine cannot be built here.
set -eu
cd "$(dirname "$0")/../.."

optional=
if [ "${1:-}" = --where-possible ]; then
  optional=yes
  shift
fi
code=0
node scripts/vm/run.mjs --prepare || code=$?
if [ "$code" = 75 ] && [ -n "$optional" ]; then
  echo 'test-vm: SKIPPED, nothing was tested in a small machine: the reason stands above'
  exit 0
fi
[ "$code" = 0 ] || exit "$code"
jest() { node --experimental-vm-modules --no-warnings node_modules/jest/bin/jest.js --verbose --testMatch '**/__tests__/vm/*.vm.ts' "$@"; }
jest "$@" || {
  echo 'test-vm failed: once more'
  jest "$@"
  echo 'flaky: test-vm failed once (see above), and passed when it ran again'
}
