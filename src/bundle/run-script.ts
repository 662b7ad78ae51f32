import { bundleFolder, splitArguments } from './test-arguments.ts';
import { comment, quoted } from './shell.ts';

export interface RunScript {
  /** For people: package, leg and attempt. */
  title: string;
  /** Of the test binary, with `bundleFolder` for the bundle's. */
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  /** As the process had them (setrlimit(2)); null is no limit. */
  limits: Readonly<Record<string, { soft: number | null; hard: number | null }>>;
  /** Memory for the process and all that it starts; null for none. */
  ceilingBytes: number | null;
}

/** Letters of ulimit (sh(1)) and bytes for its unit. */
const ulimits: Record<string, { letter: string; unit: number }> = {
  nofile: { letter: 'n', unit: 1 },
  cpu: { letter: 't', unit: 1 },
  fsize: { letter: 'f', unit: 512 },
  data: { letter: 'd', unit: 1024 },
  stack: { letter: 's', unit: 1024 },
  memlock: { letter: 'l', unit: 1024 },
  as: { letter: 'v', unit: 1024 },
  nproc: { letter: 'u', unit: 1 },
};

/** A script for a POSIX shell that runs the binary beside it again: same arguments, variables, limits and memory ceiling. */
export function runScript(script: RunScript): string {
  const { title, args, env, limits, ceilingBytes } = script;
  const { flags, own } = splitArguments(args);
  const lines = (words: string[], form: (word: string) => string): string =>
    words.map((word) => `  ${form(word)} \\\n`).join('');
  const variables = Object.entries(env).map(
    ([name, value]) => `    ${quoted(`${name}=${value}`)} \\`,
  );
  return [
    head.replace('@TITLE@', () => comment(title)),
    `ceiling=${String(Math.floor(ceilingBytes ?? 0))} # bytes for the test and all that it starts; 0: none`,
    '',
    'limits() {',
    ...limitLines(limits),
    '}',
    '',
    '# Becomes the test binary.',
    'become() {',
    '  cd "$here/package" || exit 125',
    '  # The kernel shall take the test and nothing else.',
    '  { echo 1000 >/proc/self/oom_score_adj; } 2>/dev/null',
    '  limits',
    '  exec env -i PATH="$PATH" HOME="$here/home" TMPDIR="$here/tmp" PWD="$here/package" \\',
    ...variables,
    '    "$here/pkg.test" "$@"',
    '}',
    hold,
    '# Further words come behind the flags of package testing: the last of two wins.',
    `set -- \\\n${lines(flags, portable)}  "$@" \\\n${lines(own, quoted)}`,
    run,
  ].join('\n');
}

/** The folder of the bundle may hold any character, so it is not pasted into the text. */
function portable(word: string): string {
  return word
    .split(bundleFolder)
    .map((part) => (part === '' ? '' : quoted(part)))
    .join('"$here"')
    .replace(/^$/, "''");
}

function limitLines(limits: RunScript['limits']): string[] {
  const lines = Object.entries(ulimits).flatMap(([name, { letter, unit }]) => {
    const { soft, hard } = limits[name] ?? { soft: null, hard: null };
    if (soft === null) return [];
    const inUnits = (value: number | null): string =>
      value === null || !Number.isFinite(value) ? 'unlimited' : Math.ceil(value / unit).toFixed(0);
    return [`  limit ${letter} ${inUnits(soft)} ${inUnits(hard)} ${name}`];
  });
  return lines.length > 0 ? lines : ['  :'];
}

const head = `#!/bin/sh
# @TITLE@
#
# Runs this test binary again as go-crash-guard saw it: same arguments, variables, resource limits and memory ceiling.
# Further words are handed on: sh run.sh -test.run TestOne
# It ends as the test does, by the same signal or with the same exit code.

set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 125
say() { printf 'run.sh: %s\\n' "$*" >&2; }

# LETTER SOFT HARD NAME, in the units of ulimit
limit() {
  letter=$1
  # Shells differ in the letter for processes.
  [ "$letter" = u ] && { ulimit -u >/dev/null 2>&1 || letter=p; }
  ulimit -S -"$letter" "$2" 2>/dev/null || say "the limit $4 could not be set to $2"
  [ "$3" = unlimited ] || ulimit -H -"$letter" "$3" 2>/dev/null || say "the hard limit $4 could not be set to $3"
}
`;

const hold = `
# Makes a control group with the ceiling and names it in $group; needs root.
make_group() {
  name=crash-guard-repro-$$
  root=/sys/fs/cgroup/memory
  if [ -e "$root/memory.limit_in_bytes" ] && mkdir "$root/$name" 2>/dev/null; then
    group=$root/$name
    echo "$ceiling" >"$group/memory.limit_in_bytes" || return 1
    # Swap counts too, where the kernel counts it.
    [ ! -e "$group/memory.memsw.limit_in_bytes" ] || echo "$ceiling" >"$group/memory.memsw.limit_in_bytes"
    return 0
  fi
  root=/sys/fs/cgroup
  grep -qw memory "$root/cgroup.controllers" 2>/dev/null || return 1
  grep -qw memory "$root/cgroup.subtree_control" || { echo +memory >"$root/cgroup.subtree_control"; } 2>/dev/null || return 1
  mkdir "$root/$name" 2>/dev/null || return 1
  group=$root/$name
  echo "$ceiling" >"$group/memory.max" || return 1
  [ ! -e "$group/memory.swap.max" ] || echo 0 >"$group/memory.swap.max"
}

remove_group() {
  [ -n "$group" ] || return 0
  # What was killed in it may take a while to be gone.
  for _ in 1 2 3 4 5 6 7 8 9 10; do
    rmdir "$group" 2>/dev/null && break
    sleep 1
  done
  [ ! -d "$group" ] || say "$group is still in use"
  group=
}

kills() {
  sed -n 's/^oom_kill //p' "$1/memory.events" "$1/memory.oom_control" 2>/dev/null
}

mkdir -p "$here/home" "$here/tmp" "$here/out" "$here/package" || exit 125
group=
if [ "$ceiling" -gt 0 ] && [ -z "\${CRASH_GUARD_REPRO_HELD:-}" ]; then
  if make_group; then
    say "memory ceiling $ceiling bytes, held by $group"
  else
    remove_group
    if [ "$(id -u)" = 0 ]; then mode=; else mode=--user; fi
    if systemd-run $mode --scope --quiet -p "MemoryMax=$ceiling" -p MemorySwapMax=0 true >/dev/null 2>&1; then
      say "memory ceiling $ceiling bytes, held by systemd"
      CRASH_GUARD_REPRO_HELD=1 exec systemd-run $mode --scope --quiet -p "MemoryMax=$ceiling" -p MemorySwapMax=0 \\
        sh "$here/run.sh" "$@"
    fi
    say "WITHOUT a memory ceiling: neither a control group (needs root) nor systemd-run is to be had"
  fi
fi

`;

const run = `
# 0 stands for whoever writes it.
(
  if [ -n "$group" ]; then echo 0 >"$group/cgroup.procs" || exit 125; fi
  become "$@"
)
status=$?
if [ -n "$group" ]; then
  count=$(kills "$group")
  [ "\${count:-0}" = 0 ] || say "the kernel killed it at the memory ceiling (oom_kill $count)"
fi
remove_group
if [ "$status" -gt 128 ] && [ "$status" -le 192 ]; then
  ulimit -c 0
  kill -"$((status - 128))" $$
fi
exit "$status"
`;
