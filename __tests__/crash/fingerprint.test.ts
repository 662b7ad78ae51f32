import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findBlame } from '../../src/crash/blame/blame.ts';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import { fingerprint } from '../../src/crash/likeness/fingerprint.ts';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { noRepository, type Repository } from '../../src/crash/source/repository.ts';
import { fixture } from '../support/guarded.ts';
import { damaged } from '../support/scanned.ts';

const folder = join(fixture('crashes'), 'fingerprints');

function repositoryIn(place: string, module: string, root: string): Repository {
  const path = (file: string): string => join(place, file);
  return {
    modules: [{ path: module, directory: '' }],
    root,
    has: (file) => existsSync(path(file)),
    lines: (file) => (existsSync(path(file)) ? readFileSync(path(file), 'utf8').split('\n') : null),
  };
}

function fingerprintOf(text: string, repository: Repository): string | null {
  const [crash] = scanCrashes(text);
  return crash === undefined ? null : fingerprint(crash, findBlame(crash, repository), repository);
}

const builds = readdirSync(join(folder, 'captures')).map((name) => name.replace('.txt', ''));

/** What each test printed in a build. */
function sectionsOf(build: string): Map<string, string> {
  const text = readFileSync(join(folder, 'captures', `${build}.txt`), 'utf8');
  const sections = text.split(/^##### /m).slice(1);
  return new Map(sections.map((section) => [section.split('\n', 1)[0] ?? '', section]));
}

/** By build, then by test. */
const captured = new Map(
  builds.map((build) => {
    const source = build.endsWith('shifted') ? 'shifted' : 'source';
    const repository = repositoryIn(join(folder, source), 'example.com/fingerprints', '/src/shop');
    const prints = [...sectionsOf(build)].map(
      ([test, text]) => [test, fingerprintOf(text, repository)] as const,
    );
    return [build, new Map(prints)];
  }),
);
const reference = captured.get('go1.24.9')!;
const tests = [...reference.keys()];

it('there are captures of all builds, and every test crashes', () => {
  expect(builds).toHaveLength(13);
  for (const test of tests) expect(reference.get(test)).toMatch(/^[0-9a-f]{16}$/);
});

describe.each(tests)('%s', (test) => {
  // Moved lines, without inlining, with -trimpath, with the race detector, Go 1.18 to 1.27.
  it.each(builds)('has one fingerprint in %s', (build) => {
    const hangs = build.endsWith('-race') && test === 'TestWait';
    expect(captured.get(build)!.get(test)).toBe(hangs ? undefined : reference.get(test));
  });
});

it('tests with one root cause share a fingerprint, and no others do', () => {
  const groups = new Map<string | null, string[]>();
  for (const [test, print] of reference) groups.set(print, [...(groups.get(print) ?? []), test]);
  expect([...groups.values()]).toEqual([
    [
      'TestNilMap',
      'TestNilMapAgain',
      'TestNilMapInGoroutine',
      'TestNilMapByMethodValue',
      'TestNilMapDeferred',
    ],
    // The method of another type.
    ['TestNilMapOfBasket'],
    // Who calls the method of a nil pointer is to blame.
    ['TestNilOrder'],
    ['TestInvoice'],
    ['TestReceipt'],
    // Two lines of one function.
    ['TestFields'],
    ['TestComment'],
    // Another depth of the recursion.
    ['TestTree', 'TestDeepTree'],
    // Other numbers in the message.
    ['TestParse', 'TestParseAgain'],
    // Where the stack ran out.
    ['TestEven', 'TestOdd'],
    ['TestDiscount'],
    ['TestCheapest'],
    ['TestClose'],
    ['TestCheck'],
    ['TestConversion'],
    ['TestNil'],
    ['TestEnvironment'],
    ['TestUnlock'],
    // A deadlock and a timeout at one line.
    ['TestWait'],
    ['TestWaitAgain'],
  ]);
});

it('without the source most fingerprints are as stable', () => {
  const unstable = tests.filter((test) => {
    const all = builds.map((build) => sectionsOf(build).get(test));
    const prints = all.flatMap((text) =>
      text === undefined ? [] : [fingerprintOf(text, noRepository)],
    );
    return new Set(prints).size > 1;
  });
  // Up to Go 1.26 a closure that was inlined has the name of where that happened.
  expect(unstable).toEqual(['TestDiscount']);
});

describe('data races', () => {
  const reports = join(fixture('crashes'), 'reports');
  const repository = repositoryIn(reports, 'example.com/reports', '/src/reports');
  const versions = readdirSync(join(reports, 'captures'))
    .filter((name) => name.startsWith('race-'))
    .map((name) => name.slice('race-'.length, -'.txt'.length));
  /** By the first test that a report names. */
  const races = (version: string) =>
    new Map(
      scanCrashes(readFileSync(join(reports, 'captures', `race-${version}.txt`), 'utf8')).map(
        (crash) => {
          const frames = crash.stacks.flatMap(({ goroutine }) => goroutine.frames);
          const named = frames.map((frame) => /racing\.(Test\w+)/.exec(frame.function)?.[1]);
          return [named.find((name) => name !== undefined), crash] as const;
        },
      ),
    );
  const printOf = (crash: ParsedCrash): string =>
    fingerprint(crash, findBlame(crash, repository), repository);

  it.each(versions)('are the same in %s', (version) => {
    const first = races('go1.24.9');
    expect(first.size).toBe(6);
    for (const [test, crash] of races(version))
      expect([test, printOf(crash)]).toEqual([
        test,
        printOf(first.get(test === 'TestSubtests' ? 'TestWrites' : test)!),
      ]);
  });

  it('differ when another line takes part', () => {
    const groups = new Map<string, string[]>();
    for (const [test = '', crash] of races('go1.26.8'))
      groups.set(printOf(crash), [...(groups.get(printOf(crash)) ?? []), test]);
    expect([...groups.values()]).toEqual([
      ['TestWrites', 'TestGeneric', 'TestSubtests'],
      ['TestReadAfterWrite'],
      ['TestAtomicAndPlain'],
      ['TestPlainAndAtomic'],
      ['TestMap'],
    ]);
  });

  it('do not depend on who came first', () => {
    const race = races('go1.26.8').get('TestReadAfterWrite')!;
    const turned: ParsedCrash = {
      ...race,
      stacks: [race.stacks[1]!, race.stacks[0]!, ...race.stacks.slice(2)].map((stack) => ({
        ...stack,
        role:
          stack.role === 'access' ? 'previous' : stack.role === 'previous' ? 'access' : stack.role,
      })),
    };
    expect(printOf(turned)).toBe(printOf(race));
    const plain = (crash: ParsedCrash): string =>
      fingerprint(crash, findBlame(crash, noRepository), noRepository);
    expect(plain(turned)).toBe(plain(race));
  });
});

const crashed: ParsedCrash = {
  ...scanCrashes(
    'panic: boom\n\ngoroutine 1 [running]:\nmain.main()\n\t/src/main.go:3 +0x1d\n',
  )[0]!,
};
const printed = (change: Partial<ParsedCrash>): string => {
  const crash = { ...crashed, ...change };
  return fingerprint(crash, findBlame(crash, noRepository), noRepository);
};

it('what has run out is the same wherever it was asked for', () => {
  const out = { kind: 'fatal-error', message: 'runtime: out of memory' } as const;
  expect(printed({ ...out, stacks: [] })).toBe(printed(out));
  expect(printed({ ...out, message: 'sync: unlock of unlocked mutex', stacks: [] })).not.toBe(
    printed({ ...out, message: 'sync: unlock of unlocked mutex' }),
  );
});

it('an exit without a word is known by its status and its package', () => {
  const exit = { kind: 'exit', message: 'exit status 3', stacks: [], package: 'm/a' } as const;
  const others = [
    exit,
    { ...exit, message: 'exit status 4' },
    { ...exit, package: 'm/b' },
    { ...exit, notes: ['2026/01/02 03:04:05 no such order: 17'] },
    { ...exit, notes: ['2026/01/02 03:04:05 out of stock'] },
  ];
  expect(new Set(others.map(printed)).size).toBe(others.length);
  expect(printed({ ...exit, notes: ['2026/01/09 13:04:05 no such order: 4'] })).toBe(
    printed(others[3]!),
  );
});

it('leaks are known by where the goroutines were started, whoever found them', () => {
  const captures = join(fixture('crashes'), 'reports', 'captures');
  const repository = repositoryIn(
    join(fixture('crashes'), 'reports', 'leaks'),
    'example.com/leaks',
    '/src/reports/leaks',
  );
  const prints = (name: string): string[] =>
    scanCrashes(readFileSync(join(captures, `${name}.txt`), 'utf8')).map((crash) =>
      fingerprint(crash, findBlame(crash, repository), repository),
    );
  const [goleak, first, leaktest] = prints('leaks-go1.27.3');
  expect(leaktest).toBe(goleak);
  expect(first).not.toBe(goleak);
  for (const version of ['1.21.13', '1.24.9']) {
    expect(prints(`leaks-go${version}`)).toEqual([goleak, first, leaktest]);
    expect(prints(`testmain-go${version}`)).toEqual([goleak]);
  }
  const profiles = ['debug1-go1.26.8', 'debug1-go1.27.3', 'debug2-go1.26.8', 'debug2-go1.27.3'];
  expect(new Set(profiles.flatMap((name) => prints(`goroutineleak-${name}`))).size).toBe(1);
});

it('is 16 hex digits for whatever was read', () => {
  const texts = builds.map((build) =>
    readFileSync(join(folder, 'captures', `${build}.txt`), 'utf8'),
  );
  const repository = repositoryIn(join(folder, 'source'), 'example.com/fingerprints', '/src/shop');
  fc.assert(
    fc.property(damaged(texts), fc.boolean(), (text, withSource) => {
      for (const crash of scanCrashes(text).slice(0, 5))
        expect(
          fingerprint(crash, findBlame(crash, repository), withSource ? repository : noRepository),
        ).toMatch(/^[0-9a-f]{16}$/);
    }),
    { numRuns: 30 },
  );
});
