// Fills a store with records of many packages and works with it: node baseline-store.mjs REPOSITORY PACKAGES
// Prints { recordMs: number[], readMs, compareMs, bytes, pruneMs, removed } as JSON. The commits are those of the repository.
import { execFileSync } from 'node:child_process';
import { keptPerKey } from '../../src/baseline/prune.ts';
import { pruneStore } from '../../src/baseline/prune-store.ts';
import { openStore } from '../../src/baseline/open-store.ts';
import { recordPath } from '../../src/baseline/layout.ts';
import type { BaselineRecord, Key } from '../../src/baseline/record.ts';
import { encodeRecord } from '../../src/baseline/records.ts';
import { compare } from '../../src/heap/compare/compare.ts';
import { commandRunner } from '../../src/machine/command.ts';
import type { HeapRecord } from '../../src/report/heap-schema.ts';
import { findBases } from '../../src/run/baseline/find-bases.ts';
import { defaultPolicies } from '../../src/settings/heap.ts';

const [directory = '', packages = ''] = process.argv.slice(2);
const env = process.env;
const run = commandRunner(new AbortController().signal);
const git = (...args: string[]): string =>
  execFileSync('git', args, { cwd: directory, encoding: 'utf8' }).trim();

const functionsEach = 200;
const testsEach = 30;
let state = 1;

/** A number that moves by half a percent from record to record, as figures do. */
function noisy(value: number): number {
  state = (state * 48271) % 2147483647;
  return Math.round(value * (1 + (state / 2147483647 - 0.5) * 0.01));
}

function keyOf(index: number): Key {
  return {
    ...{ module: 'example.com/shop', package: `example.com/shop/part${String(index)}` },
    ...{ leg: 'memory', os: 'linux', arch: 'amd64', go: '1.26', race: false },
    ...{ tags: [], flags: [], rate: 512 },
  };
}

function heapRecord(name: string): HeapRecord {
  const amounts = (
    bytes: number,
  ): Pick<HeapRecord['tests'][number], 'allocBytes' | 'allocObjects' | 'inuseBytes'> => ({
    allocBytes: noisy(bytes),
    allocObjects: noisy(bytes / 64),
    inuseBytes: noisy(bytes / 1000),
  });
  const functions = Array.from({ length: functionsEach }, (_, index) => {
    const own = amounts(4_000_000 / (index + 1));
    const [file, line] = [`part/file${String(index % 7)}.go`, 10 + index];
    return {
      ...{ function: `${name}.(*Store).Method${String(index)}`, file, line, ...own },
      cumulativeAllocBytes: noisy(own.allocBytes * 2),
      cumulativeAllocObjects: noisy(own.allocObjects * 2),
      cumulativeInuseBytes: noisy(own.inuseBytes * 2),
      chargedAllocBytes: own.allocBytes,
      chargedAllocObjects: own.allocObjects,
      chargedInuseBytes: own.inuseBytes,
      lines: [{ line, ...own }],
      test: `TestCase${String(index % testsEach)}`,
      calledFrom: null,
    };
  });
  const tests = Array.from({ length: testsEach }, (_, index) => ({
    test: `TestCase${String(index)}`,
    ...amounts(800_000),
  }));
  const sum = (pick: (row: (typeof tests)[number]) => number): number =>
    tests.reduce((total, row) => total + pick(row), 0);
  return {
    ...{ package: name, leg: 'memory', outcome: 'passed', functions, tests, holders: [] },
    metrics: {
      allocBytes: sum((row) => row.allocBytes),
      allocObjects: sum((row) => row.allocObjects),
      inuseBytes: sum((row) => row.inuseBytes),
      inuseObjects: 100,
      liveHeapPeakBytes: noisy(9_000_000),
      peakRssBytes: noisy(30_000_000),
      goroutinesAtEnd: 2,
    },
    benchmarks: [],
    sampling: { rate: 512, relativeError: 0.004 },
  };
}

const environment = {
  ...{ go: 'go1.26.3', runnerImage: null, kernel: '6.8.0', cpus: 4, gogc: null, gomemlimit: null },
};
const keys = Array.from({ length: Number(packages) }, (_, index) => keyOf(index));
const commits = git('rev-list', '--reverse', '--first-parent', 'HEAD').split('\n');
const open = (): NonNullable<ReturnType<typeof openStore>> => {
  const store = openStore({ kind: 'git' }, { run, env, directory, remote: null, token: null });
  if (store === null) throw new Error('no store');
  return store;
};

const recordMs: number[] = [];
let bytes = 0;
for (const [index, commit] of commits.entries()) {
  const committedAt = new Date(Date.UTC(2026, 0, 1, index)).toISOString();
  const files = keys.map((key) => {
    const record: BaselineRecord = {
      ...{ schema: 1, key, commit, committedAt, recordedAt: committedAt, environment },
      record: heapRecord(key.package),
    };
    const encoded = encodeRecord(record);
    bytes += encoded.length;
    return { path: recordPath(key, commit), bytes: encoded };
  });
  const began = performance.now();
  const added = await open().add(files, commit);
  recordMs.push(performance.now() - began);
  if (added.kind === 'problem') throw new Error(added.problem);
}

let began = performance.now();
const ancestors = commits.toReversed();
const found = await findBases({
  ...{ store: open(), keys, ancestors, environment, wholeModule: true, old: [] },
});
const readMs = performance.now() - began;
const heads = keys.map((key) => heapRecord(key.package));
began = performance.now();
const comparison = compare({
  settings: { threshold: 0.05, metrics: defaultPolicies, budgets: [], accept: [], confirm: 'head' },
  base: { commit: ancestors[0] ?? '', reason: '', exact: true },
  ...{ noBase: '', heads, bases: found.bases, removed: [], modulePath: null, accepted: null },
  ...{ again: { head: [], base: [] }, today: '2026-11-21', problems: found.problems },
});
const compareMs = performance.now() - began;
if (comparison.packages.length !== keys.length || comparison.status !== 'pass')
  throw new Error(`compared ${String(comparison.packages.length)}: ${comparison.status}`);

began = performance.now();
const pruned = await pruneStore(open(), {
  dryRun: false,
  keep: Math.min(keptPerKey, commits.length / 2),
});
const pruneMs = performance.now() - began;
if (pruned.kind === 'problem') throw new Error(pruned.problem);
const removed = pruned.paths.length;
process.stdout.write(JSON.stringify({ recordMs, readMs, compareMs, bytes, pruneMs, removed }));
