#!/bin/sh
# Installs what the lockfile says, unless node_modules is current: scripts/deps.sh
set -eu
cd "$(dirname "$0")/.."

stamp=node_modules/.cache/go-crash-guard/installed
wanted="$(cat package-lock.json .npmrc | cksum) $(uname -sm)"
if [ "$(cat "$stamp" 2>/dev/null || true)" != "$wanted" ]; then
  npm ci --no-progress </dev/null
  mkdir -p "$(dirname "$stamp")"
  printf '%s\n' "$wanted" >"$stamp"
fi
