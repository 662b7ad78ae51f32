#!/bin/sh
# Guards the example module, which fails on purpose: scripts/demo.sh
set -eu
cd "$(dirname "$0")/.."

code=0
node dist/cli.js run --dir examples --memory-limit 1GiB || code=$?
if [ "$code" != 1 ]; then
  echo "demo: expected exit code 1, because the examples fail on purpose, but got $code" >&2
  exit 1
fi
echo
echo "Exit code 1 is right: the examples fail on purpose."
for file in report.json summary.md; do
  if [ ! -s "examples/.crash-guard/out/$file" ]; then
    echo "demo: examples/.crash-guard/out/$file was not written" >&2
    exit 1
  fi
  echo "  examples/.crash-guard/out/$file"
done
