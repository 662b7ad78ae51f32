#!/bin/sh
# Makes sure that Go, Node, a C compiler (for -race), make and git are there: scripts/setup.sh
# With --go-bin it only prints the folder of the Go that is to be used, even where that is not in PATH.
# With --extras it sees to what a few tests need and say that they miss: a Chromium, which opens the pages, and git lfs.
# Nothing is touched when all is fine. What is missing comes from the system's packages, where that is allowed.
set -eu

go_minor=21
node_major=20

go_is_new_enough() { # the path of a go command
  minor=$("$1" version 2>/dev/null | sed -n 's/^go version go1\.\([0-9]*\).*/\1/p')
  case $("$1" version 2>/dev/null) in *" devel "*) return 0 ;; esac
  [ "${minor:-0}" -ge "$go_minor" ]
}

find_go() { # prints the first go command that is new enough
  for candidate in "$(command -v go || true)" /usr/local/go/bin/go /usr/lib/go-1.*/bin/go /usr/lib/go/bin/go; do
    if [ -x "$candidate" ] && go_is_new_enough "$candidate"; then
      printf '%s\n' "$candidate"
      return 0
    fi
  done
  return 1
}

node_is_new_enough() {
  major=$(node --version 2>/dev/null | sed -n 's/^v\([0-9]*\).*/\1/p')
  [ "${major:-0}" -ge "$node_major" ] && command -v npm >/dev/null
}

has_compiler() { command -v cc >/dev/null || command -v gcc >/dev/null || command -v clang >/dev/null; }

find_missing() { # prints what is missing, one word each
  find_go >/dev/null || echo go
  node_is_new_enough || echo node
  has_compiler || echo compiler
  command -v make >/dev/null || echo make
  command -v git >/dev/null || echo git
}

if [ "${1:-}" = --go-bin ]; then
  if go=$(find_go); then dirname "$go"; fi
  exit 0
fi

as_root=
if [ "$(id -u)" != 0 ]; then as_root='sudo -n'; fi

may_install() {
  [ -z "$as_root" ] || sudo -n true 2>/dev/null
}

# The places where __tests__/support/browser.ts looks.
has_browser() {
  for place in chromium chromium-browser google-chrome google-chrome-stable; do
    if [ -x "/usr/bin/$place" ]; then return 0; fi
  done
  return 1
}

has_lfs() { git lfs version >/dev/null 2>&1; }

if [ "${1:-}" = --extras ]; then
  extras=
  has_browser || extras=chromium
  has_lfs || extras="$extras git-lfs"
  if [ -n "$extras" ] && may_install && command -v apt-get >/dev/null; then
    # shellcheck disable=SC2086 # the words are meant to be split
    $as_root apt-get update -q </dev/null &&
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $extras </dev/null || true
  fi
  has_browser || echo 'setup: no Chromium: the tests open no page'
  has_lfs || echo 'setup: no git lfs: its test is skipped'
  exit 0
fi

missing=$(find_missing)
[ -n "$missing" ] || exit 0

packages() { # the names of what is missing, in the words of the package manager $1
  for thing in $missing; do
    case $1/$thing in
      apt-get/go) newest_go_package ;;
      apt-get/node | apk/node) echo nodejs npm ;;
      apt-get/compiler) echo gcc libc6-dev ;;
      dnf/go) echo golang ;;
      dnf/node) echo nodejs nodejs-npm ;;
      dnf/compiler) echo gcc glibc-devel ;;
      apk/go) echo go ;;
      apk/compiler) echo gcc musl-dev ;;
      */make | */git) echo "$thing" ;;
    esac
  done
}

newest_go_package() { # some releases keep newer versions beside golang-go
  newest=$(apt-cache search --names-only '^golang-1\.[0-9]+-go$' | sed -n 's/^golang-1\.\([0-9]*\)-go .*/\1/p' | sort -n | tail -n 1)
  if [ "${newest:-0}" -ge "$go_minor" ]; then echo "golang-1.$newest-go"; else echo golang-go; fi
}

install() {
  # shellcheck disable=SC2046,SC2086 # the words are meant to be split
  if command -v apt-get >/dev/null; then
    $as_root apt-get update -q &&
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $(packages apt-get)
  elif command -v dnf >/dev/null; then
    $as_root dnf install -y $(packages dnf)
  elif command -v apk >/dev/null; then
    $as_root apk add $(packages apk)
  else
    echo 'setup: no package manager that this script knows (apt-get, dnf, apk)' >&2
    return 1
  fi
}

echo "setup: missing or too old:" $missing
if may_install; then
  install </dev/null || echo 'setup: the installation failed, see above' >&2
else
  echo 'setup: neither root nor passwordless sudo: nothing can be installed from here' >&2
fi

missing=$(find_missing)
[ -n "$missing" ] || exit 0
for thing in $missing; do
  case $thing in
    go) echo "setup: please install Go 1.$go_minor or newer (found: $(go version 2>/dev/null || echo none)): https://go.dev/dl/ unpacked to /usr/local/go" ;;
    node) echo "setup: please install Node $node_major or newer with npm (found: $(node --version 2>/dev/null || echo none)): https://nodejs.org/en/download" ;;
    compiler) echo 'setup: please install a C compiler (gcc or clang with the C library headers): the race detector needs it' ;;
    *) echo "setup: please install $thing" ;;
  esac
done >&2
exit 1
