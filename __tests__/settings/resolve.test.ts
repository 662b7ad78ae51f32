import { describe, expect, it } from '@jest/globals';
import { defaultPolicies } from '../../src/settings/heap.ts';
import { InputError, type Problem } from '../../src/settings/input-error.ts';
import { resolveSettings } from '../../src/settings/resolve.ts';
import { failOnKinds } from '../../src/settings/schema.ts';
import { parseSettingsFile } from '../../src/settings/settings-file.ts';
import type { Leg, Settings } from '../../src/settings/settings.ts';

interface Given {
  flags?: Record<string, unknown>;
  file?: string;
  words?: string[];
}

function resolve({ flags = {}, file = '', words = [] }: Given): Settings {
  const parsed = parseSettingsFile(file, '.crash-guard.yml');
  return resolveSettings({
    layers: [{ values: flags, where: (key) => `--${key}` }, parsed.layer],
    problems: parsed.problems,
    directory: '/m',
    absolute: (path) => (path.startsWith('/') ? path : `/m/${path}`),
    goTestWords: words,
  });
}

function problemsOf(given: Given): readonly Problem[] {
  try {
    resolve(given);
  } catch (error) {
    if (error instanceof InputError) return error.problems;
    throw error;
  }
  return [];
}

function words(given: Given, leg = 0): string[] | undefined {
  return resolve(given).legs[leg]?.goTestFlags.words;
}

it('has a default for everything', () => {
  expect(resolve({})).toMatchObject({
    directory: '/m',
    packages: ['./...'],
    legs: [
      { name: 'race', race: true, heapProfile: false, env: {} },
      { name: 'memory', race: false, heapProfile: true, env: {} },
    ],
    out: '/m/.crash-guard/out',
    failOn: failOnKinds,
    memoryLimit: { kind: 'default' },
    coreDumps: 'auto',
    snapshot: { atPercent: 80, goroutines: null, testTimeMs: null, noProgressMs: null },
    heap: {
      baseline: { kind: 'git' },
      base: null,
      threshold: 0.05,
      branches: null,
      confirm: 'head',
      metrics: defaultPolicies,
      budgets: [],
      accept: [],
    },
    sources: { packages: 'default', legs: 'default', timeout: 'default', out: 'default' },
  });
});

it('a flag beats the file, the file beats the default, and each value names its source', () => {
  const { packages, out, failOn, sources } = resolve({
    flags: { packages: ['./a'] },
    file: 'packages: [./b]\nout: /elsewhere\n',
  });
  expect({ packages, out, failOn }).toEqual({
    packages: ['./a'],
    out: '/elsewhere',
    failOn: failOnKinds,
  });
  expect(sources).toMatchObject({
    packages: '--packages',
    out: '.crash-guard.yml:2 out',
    'fail-on': 'default',
  });
});

it('memory limit, cores and snapshots come out as values with units', () => {
  const file = [
    'memory-limit: 1.5GiB',
    'core-dumps: off',
    'snapshot: { at: 70%, goroutines: 10000, test-time: 5m, no-progress: 90s }',
  ].join('\n');
  expect(resolve({ file, flags: { 'memory-limit': 'off' } })).toMatchObject({
    memoryLimit: { kind: 'off' },
    coreDumps: 'off',
    snapshot: { atPercent: 70, goroutines: 10_000, testTimeMs: 300_000, noProgressMs: 90_000 },
    sources: { 'memory-limit': '--memory-limit', snapshot: '.crash-guard.yml:3 snapshot' },
  });
  expect(resolve({ file }).memoryLimit).toEqual({ kind: 'bytes', bytes: 1_610_612_736 });
  expect(resolve({ file: 'snapshot: { at: off }' }).snapshot.atPercent).toBeNull();
});

describe('legs', () => {
  const file = [
    'legs:',
    '  - race',
    '  - { name: i386, env: { GOARCH: "386" }, go: 1.24.9, tags: [a, b], flags: [-short -p 1] }',
  ].join('\n');

  it('can be defined in the file', () => {
    expect(resolve({ file }).legs.map(({ name }) => name)).toEqual(['race', 'i386']);
  });

  it('can be chosen from the file by name', () => {
    const expected: Partial<Leg> = {
      name: 'i386',
      race: false,
      heapProfile: false,
      env: { GOARCH: '386', GOTOOLCHAIN: 'go1.24.9' },
    };
    const { legs } = resolve({ file, flags: { legs: ['i386'] } });
    expect(legs).toMatchObject([expected]);
    expect(legs[0]?.goTestFlags.words).toEqual(['-tags=a,b', '-short', '-p', '1']);
  });

  it('of a built-in name can be redefined', () => {
    const redefined = 'legs: [{ name: race, race: true, env: { A: b } }]';
    expect(resolve({ file: redefined, flags: { legs: ['race'] } }).legs).toMatchObject([
      { name: 'race', race: true, env: { A: 'b' } },
    ]);
  });

  it.each<[string, Given, Partial<Problem>]>([
    [
      'unknown, with the nearest',
      { flags: { legs: ['rase'] }, file },
      {
        where: '--legs',
        what: 'unknown leg "rase"',
        fix: expect.stringContaining(
          'did you mean race? known legs: race, memory, stress, fuzz, i386',
        ) as never,
      },
    ],
    ['named twice', { flags: { legs: ['race', 'race'] } }, { what: 'leg race is named twice' }],
    [
      'with a flag that is refused',
      { file: 'legs: [{ name: x, flags: [-c] }]' },
      { where: '.crash-guard.yml:1 legs x', what: '-c is not possible under guard' },
    ],
    [
      'with -race as a flag',
      { file: 'legs: [{ name: x, flags: [-race] }]' },
      { what: '-race is no flag of a leg', fix: 'write "race: true" in the leg' },
    ],
  ])('%s is refused', (_, given, problem) => {
    expect(problemsOf(given)).toEqual([expect.objectContaining(problem)]);
  });
});

describe('go test flags', () => {
  it.each<[string, Given, string[]]>([
    ['from the file', { file: 'go-test-flags: [-short -p 4]' }, ['-short', '-p', '4']],
    ['after "--"', { words: ['-run', 'A B'] }, ['-run', 'A B']],
    [
      'from both: those of the command line are last and win',
      { file: 'go-test-flags: [-p 4]', words: ['-p=2'] },
      ['-p', '4', '-p=2'],
    ],
    ['timeout', { flags: { timeout: '90s' } }, ['-timeout=90s']],
    ['fresh', { flags: { fresh: true } }, ['-count=1']],
    ['fresh beside -count=1', { flags: { fresh: true }, words: ['-count=1'] }, ['-count=1']],
    [
      'never land behind -args',
      { file: 'go-test-flags: [-p 4 -args a]', words: ['-short', '-args', '-b'] },
      ['-p', '4', '-short', '-args', 'a', '-b'],
    ],
    [
      'of a leg come after the common ones and before -args',
      { file: 'legs: [{ name: x, flags: [-p 1 -args c] }]', words: ['-p=2', '-args', 'a'] },
      ['-p=2', '-p', '1', '-args', 'a', 'c'],
    ],
  ])('%s', (_, given, expected) => {
    expect(words(given)).toEqual(expected);
  });

  it.each<[string, Given, Partial<Problem>]>([
    [
      '-race for all legs',
      { words: ['-race'] },
      { where: 'flags after "--"', what: '-race belongs to a leg, not to all' },
    ],
    [
      'a refused flag in the file',
      { file: 'fresh: true\ngo-test-flags: [-n]' },
      { where: '.crash-guard.yml:2 go-test-flags', what: '-n is not possible under guard' },
    ],
    ['an open quote', { file: `go-test-flags: ["-run 'A"]` }, { fix: 'close the quote' }],
    [
      'two timeouts',
      { flags: { timeout: '1m' }, words: ['-timeout=2m'] },
      { where: '--timeout', what: 'timeout 1m contradicts the go test flag -timeout 2m' },
    ],
    [
      'fresh and a -count',
      { flags: { fresh: true }, words: ['-count=3'] },
      { what: 'fresh (-count=1) contradicts the go test flag -count 3' },
    ],
  ])('%s is refused', (_, given, problem) => {
    expect(problemsOf(given)).toEqual([expect.objectContaining(problem)]);
  });
});

it.each(['-short', '', ' '])('%j is no package pattern', (pattern) => {
  expect(problemsOf({ flags: { packages: [pattern] } })).toMatchObject([{ where: '--packages' }]);
});

it('reports every problem of every source at once, and no problem that follows from another', () => {
  const problems = problemsOf({
    flags: { legs: ['i386', 'rase'], timeout: 'soon', packages: ['-x'] },
    file: 'legs: [{ name: i386 }]\ntiemout: 5m\nfail-on: [crush]\n',
    words: ['-c', './pkg'],
  });
  expect(problems.map(({ what }) => what)).toEqual([
    expect.stringContaining('"soon" is no duration'),
    '"crush" is not allowed',
    'unknown setting "tiemout"',
    '"-x" is no package pattern',
    '-c is not possible under guard',
    '"./pkg" is no flag',
    'unknown leg "rase"',
  ]);
});

it('the error’s message holds each problem with its fix', () => {
  expect(() => resolve({ file: 'fresh: 1' })).toThrow(
    '.crash-guard.yml:1 fresh: 1 is of the wrong kind\n  fix: give true or false',
  );
});
