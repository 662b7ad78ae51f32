import type { CauseId } from '../report/cause-ids.ts';
import { formatBytes } from '../report/format.ts';
import type { CauseFacts } from './facts.ts';
import { lastLine } from './last-words.ts';
import { refusalSteps, starterOf } from './refusals.ts';
import { limitOf } from './usage-facts.ts';
import { isOurCeiling } from './guard-groups.ts';
import { killedForMemory } from './lost.ts';
import { mainHolder, struckEarly } from './memory.ts';
import { limitingLevel, oomFacts } from './oom-facts.ts';

// What to do, with the numbers of this run. docs/causes has the rest.

/** Concrete next steps for a cause, the most useful first. */
export function advice(id: CauseId, facts: CauseFacts): string[] {
  return table[id](facts).filter((line) => line !== '');
}

type Steps = (facts: CauseFacts) => string[];

const table: Record<CauseId, Steps> = {
  'oom-cgroup': memorySteps,
  'oom-guard': memorySteps,
  'oom-host': (facts) => [
    ...memorySteps(facts),
    facts.guard === null || facts.guard.tier === 'none'
      ? 'set memory-limit, so that the test is stopped before the machine runs out'
      : '',
  ],
  'go-out-of-memory': memorySteps,
  'address-space-limit': (facts) => [
    `raise or drop the limit of address space (ulimit -v; now ${bytes(limitOf(facts, 'as').soft ?? limitOf(facts, 'data').soft)}): Go reserves far more than it uses`,
    facts.race
      ? 'the race detector reserves terabytes of address space: it cannot run under such a limit'
      : '',
  ],
  'fd-limit': (facts) => [
    'look for files, connections and response bodies that are not closed',
    `else raise the limit: ulimit -n (now ${String(limitOf(facts, 'nofile').soft ?? 'not known')})`,
  ],
  'thread-limit': () => [
    'look for goroutines blocked in system calls or cgo: each holds a thread',
    'else raise pids.max of the container, or ulimit -u, or run fewer packages at once: go-test-flags: -p 1',
  ],
  'file-size-limit': (facts) => [
    `raise the limit: ulimit -f (now ${bytes(limitOf(facts, 'fsize').soft)})`,
  ],
  'cpu-limit': (facts) => [
    `raise the limit: ulimit -t (now ${String(limitOf(facts, 'cpu').hard ?? limitOf(facts, 'cpu').soft ?? '?')} s)`,
  ],
  'stack-limit': () => ['bound the recursion in the C code, or raise ulimit -s'],
  'memlock-limit': (facts) => [
    `raise the limit: ulimit -l (now ${bytes(limitOf(facts, 'memlock').soft)})`,
  ],
  'disk-full': (facts) => [
    `make room: ${spaceLeft(facts)}`,
    'GOTMPDIR and TMPDIR can point to a larger disk',
  ],
  killed: () => [
    'look for what kills processes here: a pkill or a Makefile, a deadline of exec.CommandContext, a container that is torn down, earlyoom or systemd-oomd (journalctl -u earlyoom -u systemd-oomd)',
  ],
  cancelled: () => [
    'somebody, a newer push or timeout-minutes cancelled the job: run it again if it was not meant',
  ],
  'runner-shutdown': () => [
    'run the job again; if it repeats, look at the log of the runner; in a terminal timeout(1) sends the same signal',
  ],
  timeout: ({ tests }) => [
    tests.unfinished.length > 0
      ? `look where ${tests.unfinished[0] ?? ''} waits`
      : 'look at what each goroutine waits for',
    'a longer timeout helps only if the tests were still making progress',
  ],
  panic: () => [],
  'init-panic': () => [],
  'fatal-error': () => [],
  'nil-dereference': () => [],
  'concurrent-map': () => [
    'guard the map with a mutex, or use sync.Map; the race leg shows both places',
  ],
  deadlock: () => ['look at what each goroutine waits for'],
  'stack-overflow': () => ['the frames that repeat in the stack are the recursion: give it an end'],
  signal: () => [],
  'data-race': () => ['protect both accesses with one mutex, or use a channel'],
  'goroutine-leak': () => [
    'end the goroutine before its test ends: close its channel, cancel its context, wait for it',
  ],
  checkptr: () => ['follow the rules of package unsafe at the named conversion'],
  sanitizer: () => ['the report of the sanitizer, with the stack, is in the output'],
  'test-failure': () => [],
  'os-exit': (facts) => [
    facts.exitTrace !== null || facts.ending === 'crashed'
      ? 'return an error there instead of calling os.Exit'
      : 'search the tests, and what they call, for os.Exit',
  ],
  'log-fatal': () => ['return an error there instead of log.Fatal'],
  'testmain-exit': testMainSteps,
  'build-failed': () => [],
  'build-killed': (facts) => [
    ...raiseCeiling(facts),
    'build fewer packages at once: go-test-flags: -p 1',
  ],
  'vet-failed': () => [],
  'setup-failed': (facts) =>
    refusalSteps(facts) ?? [
      'make "go build ./..." and "go vet ./..." succeed on a fresh clone first',
    ],
  'exec-failed': (facts) => startSteps(facts),
  'race-runtime-failed': () => [
    'the race detector needs a plain address space: no ulimit -v, and a kernel with fewer random bits (sysctl vm.mmap_rnd_bits=28) for old Go versions',
  ],
  'no-tests': () => ['check the package patterns, -run and build tags'],
  lost: (facts) =>
    killedForMemory(facts).length > 0
      ? [...raiseCeiling(facts), 'build and run fewer packages at once: go-test-flags: -p 1']
      : ['run it again; if it repeats, keep the run folder and look at who ends these processes'],
  unknown: () => ['keep the run folder: it holds everything that was seen'],
};

/** Memory that no test holds. */
export const raceDetectorsOwn = "the race detector's own";

/** Who held the memory, and how many tests may run at once. */
function memorySteps(facts: CauseFacts): string[] {
  const { blackBox, tests } = facts;
  const steps: string[] = [];
  const { earlier } = oomFacts(facts);
  if (earlier !== null)
    steps.push(
      `look at ${earlier.name} (pid ${String(earlier.pid)}) and at what starts it: it held ${formatBytes(earlier.rssBytes ?? 0)}`,
    );
  const top = mainHolder(blackBox);
  if (top !== null) {
    const where = `${top.caller?.function ?? top.function} (${top.caller?.file ?? top.file}:${String(top.caller?.line ?? top.line)})`;
    steps.push(
      `look at ${where}: it held ${formatBytes(top.bytes)}, ${percent(top.share)} of the Go heap`,
    );
  }
  const outside = blackBox?.outsideGoBytes ?? 0;
  if (blackBox !== null && outside > 0.3 * (blackBox.rssBytes ?? Infinity))
    steps.push(
      facts.race
        ? `${formatBytes(outside)} were ${raceDetectorsOwn}: a leg without it shows what the tests themselves hold`
        : `${formatBytes(outside)} were not Go's: look at C code called through cgo, and at mapped files`,
    );
  const fit = parallelThatFits(facts);
  if (fit !== null)
    steps.push(
      `run fewer tests at once: ${String(topLevel(tests.unfinished).size)} were running, -parallel ${String(fit)} should fit, judged by what each held`,
    );
  const limit = ceiling(facts);
  if (limit !== null)
    steps.push(`${steps.length > 0 ? 'else ' : ''}raise the limit (now ${formatBytes(limit)})`);
  return steps;
}

export function ceiling(facts: CauseFacts): number | null {
  const { guard, watcherKill } = facts;
  const level = limitingLevel(oomFacts(facts));
  const ours = level !== null && isOurCeiling(facts, level) ? guard?.ceilingBytes : null;
  const reached = ours ?? level?.limitBytes ?? null;
  return (
    reached ?? (watcherKill === null || struckEarly(watcherKill) ? null : watcherKill.ceilingBytes)
  );
}

/**
 * How many of the running tests fit below the ceiling, judged by the largest of them in the black box. Null where the box does
 * not say which test held what, where one alone is too much, or where all would have fitted.
 */
export function parallelThatFits(facts: CauseFacts): number | null {
  const limit = ceiling(facts);
  const { blackBox, tests } = facts;
  if (limit === null || blackBox === null || tests.unfinished.length < 2) return null;
  const running = topLevel(tests.unfinished);
  const held = blackBox.tests.filter(({ test }) => running.has(test));
  if (held.length < 2 || blackBox.rssBytes === null) return null;
  const largest = Math.max(...held.map(({ bytes }) => bytes));
  const inTests = held.reduce((sum, { bytes }) => sum + bytes, 0);
  // Go lets the heap grow to twice what is live before it collects: what a test holds counts double (GOGC=100).
  const shared = Math.max(0, blackBox.rssBytes - inTests);
  const fit = Math.floor((0.9 * limit - shared) / (2 * largest));
  return fit >= 1 && fit < running.size ? fit : null;
}

function topLevel(tests: readonly string[]): Set<string> {
  return new Set(tests.map((test) => test.split('/')[0] ?? ''));
}

function raiseCeiling({ guard }: CauseFacts): string[] {
  const bytes = guard?.ceilingBytes ?? null;
  return bytes === null ? [] : [`raise memory-limit (now ${formatBytes(bytes)})`];
}

function testMainSteps({ end, tests, output }: CauseFacts): string[] {
  const began = tests.passed + tests.failed + tests.unfinished.length > 0;
  const left = `TestMain left with ${String(end?.exitCode ?? 0)} ${began ? 'though all tests passed' : 'before any test began'}`;
  const then = began ? 'end with "os.Exit(m.Run())"' : 'call m.Run and end with its code';
  return [
    lastLine(output) === null
      ? `${left}: ${then}`
      : `${left}: its last output says why; mend that, or ${then}`,
  ];
}

function startSteps(facts: CauseFacts): string[] {
  const starter = starterOf(facts);
  if (starter !== null && facts.death?.errno === 'ENOENT')
    return [`install ${starter.program}, or correct -exec (go-test-flags, or GOFLAGS)`];
  if (starter !== null) return [];
  switch (facts.death?.errno) {
    case 'EACCES':
      return ['point GOTMPDIR to a folder on a disk that is not mounted noexec'];
    case 'ENOEXEC':
      return ['check GOOS and GOARCH, or give an emulator with -exec'];
    case 'ENOENT':
      return ['install the C library that the binary was linked for, or build with CGO_ENABLED=0'];
    default:
      return [];
  }
}

function spaceLeft({ usage }: CauseFacts): string {
  const parts = [
    usage.tempFreeBytes === null
      ? ''
      : `${formatBytes(usage.tempFreeBytes)} were free in the temporary folder`,
    usage.dirFreeBytes === null ? '' : `${formatBytes(usage.dirFreeBytes)} in the package's`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'no sample says how much was free';
}

function bytes(value: number | null): string {
  return value === null ? 'not known' : formatBytes(value);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}
