import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  selectTests,
  type SelectionRequest,
  type TestSelection,
} from '../../src/gotest/test-selection.ts';
import {
  chosenTests,
  topLevel,
  type ChosenTests,
  type Subtest,
  type Subtests,
} from '../support/chosen-tests.ts';
import { goUnderTest } from '../support/toolchains.ts';

const nothing = { run: '', skip: '' };

function request(of: Partial<SelectionRequest>): SelectionRequest {
  return { declared: topLevel, wanted: [], leaveOut: [], user: nothing, goMinor: 26, ...of };
}

function selected(of: Partial<SelectionRequest>): TestSelection[] {
  const selections = selectTests(request(of));
  if ('problem' in selections) throw new Error(selections.problem);
  return selections;
}

function problemOf(of: Partial<SelectionRequest>): string {
  const selections = selectTests(request(of));
  return 'problem' in selections ? selections.problem : '';
}

const topOf = (name: string): string => name.split('/')[0] ?? '';
const names = topLevel.map(({ name }) => name);

describe('the flags', () => {
  it('name the wanted tests, or the others where that is shorter', () => {
    expect(selected({ wanted: ['TestA'] })).toEqual([
      { flags: ['-test.run=^TestA$'], tests: ['TestA'] },
    ]);
    const allButOne = names.filter((name) => name !== 'TestAB');
    expect(selected({ wanted: allButOne })).toEqual([
      { flags: ['-test.skip=^TestAB$'], tests: allButOne },
    ]);
  });

  it('keep the order of the package, whatever the order of the wish', () => {
    const [only] = selected({ wanted: ['Example', 'Test1', 'TestA'] });
    expect(only).toEqual({
      flags: ['-test.run=^(?:TestA|Test1|Example)$'],
      tests: ['TestA', 'Test1', 'Example'],
    });
  });

  it('are none where nothing is wanted that can run: an empty pattern would run everything', () => {
    expect(selected({ wanted: [] })).toEqual([]);
    expect(selected({ wanted: ['TestNowhere'] })).toEqual([]);
    expect(selected({ wanted: ['TestA'], leaveOut: ['TestA'] })).toEqual([]);
    expect(selected({ declared: [], wanted: ['TestA'] })).toEqual([]);
  });

  it('are the leg’s own where all tests are wanted', () => {
    expect(selected({ wanted: names })).toEqual([{ flags: [], tests: names }]);
    const user = { run: 'Test|Fuzz/x|Ex', skip: 'TestB' };
    expect(selected({ wanted: names, user, goMinor: 19 })).toEqual([
      { flags: ['-test.run=Test|Fuzz/x|Ex', '-test.skip=TestB'], tests: names },
    ]);
  });

  it('leave out subtests before what the user leaves out, shorter names first', () => {
    const user = { run: '', skip: 'slow/x|slow' };
    const leaveOut = ['TestA/b/c', 'TestA/a.b', 'TestA/x', 'TestB/other'];
    expect(selected({ wanted: ['TestA'], leaveOut, user })).toEqual([
      {
        flags: [
          '-test.run=^TestA$',
          '-test.skip=^TestA$/^(?:a\\.b|x)$|^TestA$/^b$/^c$|slow/x|slow',
        ],
        tests: ['TestA'],
      },
    ]);
  });

  it('keep what the user’s -run says of subtests', () => {
    const user = { run: '(A|B)/x[/]y/z', skip: '' };
    const declared = topLevel.filter(({ name }) => /A|B/.test(name));
    expect(selected({ declared, wanted: ['TestA'], user })[0]?.flags).toEqual([
      '-test.run=^TestA$/x[/]y/z',
    ]);
  });

  it('leave the user’s -run alone where its alternatives say different things of subtests', () => {
    const user = { run: 'TestA/x|Test1', skip: '' };
    const declared = topLevel.filter(({ name }) => /TestA|Test1/.test(name));
    expect(selected({ declared, wanted: ['TestA', 'Test1'], user })[0]?.flags).toEqual([
      '-test.run=TestA/x|Test1',
      '-test.skip=^(?:TestAB|TestA_b|Test12)$',
    ]);
    expect(problemOf({ declared, wanted: ['TestA'], user, goMinor: 19 })).toBe(
      'Go 1.19 has no -skip: -run=TestA/x|Test1 asks for subtests in some of several alternatives, and TestAB cannot be left out of it',
    );
  });

  it('cannot leave out subtests before Go 1.20', () => {
    const leaveOut = ['TestA/b'];
    expect(problemOf({ wanted: ['TestA'], leaveOut, goMinor: 19 })).toBe(
      'Go 1.19 has no -skip: subtests cannot be left out',
    );
    expect(selected({ wanted: ['Test1'], leaveOut, goMinor: 19 })[0]?.flags).toEqual([
      '-test.run=^Test1$',
    ]);
  });
});

describe('flags that would be too long', () => {
  const declared = Array.from({ length: 5000 }, (_, at) => {
    return { name: `TestNumber${String(at)}`, kind: 'test', file: 'm_test.go', line: at } as const;
  });
  const wanted = declared.map(({ name }) => name).filter((_, at) => at % 2 === 0);

  it('are divided, in order, and only the last selection has the benchmarks', () => {
    const selections = selected({ declared, wanted, maxChars: 10_000 });
    expect(selections.length).toBeGreaterThan(3);
    expect(selections.flatMap(({ tests }) => tests)).toEqual(wanted);
    const flags = selections.map((selection) => selection.flags);
    for (const one of flags) expect(one.join(' ').length).toBeLessThanOrEqual(10_020);
    expect(flags.map((one) => one.includes('-test.bench='))).toEqual(
      flags.map((_, at) => at < flags.length - 1),
    );
  });

  it('stay one selection below 100,000 characters', () => {
    expect(selected({ declared, wanted })).toHaveLength(1);
  });

  it('are refused where one test needs them', () => {
    const leaveOut = Array.from({ length: 50 }, (_, at) => `TestNumber0/number ${String(at)}`);
    expect(problemOf({ declared, wanted: ['TestNumber0'], leaveOut, maxChars: 500 })).toBe(
      'the flags that choose TestNumber0 alone have 794 characters, and 500 are allowed: 50 subtests of it would be left out',
    );
  });
});

const odd = [
  '',
  ' ',
  'a',
  'a b',
  'a_b',
  'a\tb',
  'a\nb',
  'x#01',
  '#00',
  '#01',
  'x',
  'x',
  'X',
  'a/b',
  '/',
  '//',
  'a/',
  '/a',
  '.',
  '.*',
  '^',
  '$',
  '^$',
  '(',
  ')',
  '(?i)x',
  '[',
  ']',
  '[]',
  '{1,2}',
  '|',
  'x|y',
  '\\',
  '\\E',
  '\\Q',
  '\\x41',
  '+',
  '*',
  '?',
  '-',
  '"',
  "'",
  '`',
  '%d',
  ...[
    'ä',
    'é',
    'e\u0301',
    '\u00a0',
    '\u200b',
    '\ufeff',
    '\ufffd',
    '\u2028',
    '😀',
    '\u0000',
    '\u007f',
  ],
  'TestA',
  'TestB/x',
  'seed#0',
  '-test.run=x',
  'x=y',
  '日本',
  'ſ',
  'K',
];
const oddName = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'binary', maxLength: 5 }));
const leaf = oddName.map((Name): Subtest => ({ Name, Below: [] }));
const branch = fc
  .record({ Name: oddName, Below: fc.array(leaf, { maxLength: 4 }) })
  .map((one): Subtest => one);
const trees: fc.Arbitrary<Subtests> = fc.record({
  TestA: fc.array(branch, { maxLength: 6 }),
  TestAB: fc.array(branch, { maxLength: 4 }),
  TestÄ: fc.array(leaf, { maxLength: 4 }),
});

/** Valid for package testing. */
const patterns = [
  '',
  '',
  '',
  'Test',
  'A',
  '^TestA$',
  'TestA/x',
  'Test/[a-z]',
  'TestA/',
  '/x',
  'Test/./.',
  'TestA/x|Test1',
  'Test1|TestA/x/y',
  'Test(A|1)',
  '(Test)/(a|x)',
  'Fuzz|Test',
  'Fuzz/seed',
  ...[
    'Fuzz/with space',
    'TestA|Fuzz|Ex',
    '|',
    'A|',
    'Test[A/B]',
    'TestA/\\/|TestÄ',
    'a_b',
    '(?i)testa',
  ],
];

/** What ran with the user's flags alone, less what is left out and the tests that were not asked for. */
function expected(
  all: readonly string[],
  wanted: ReadonlySet<string>,
  leaveOut: readonly string[],
): string[] {
  const out = new Set(leaveOut);
  return all.filter((name) => {
    const parts = name.split('/');
    const ancestors = parts.map((_, at) => parts.slice(0, at + 1).join('/'));
    return wanted.has(topOf(name)) && !ancestors.some((one) => out.has(one));
  });
}

const userFlags = ({ run, skip }: { run: string; skip: string }): string[] => [
  ...(run === '' ? [] : [`-test.run=${run}`]),
  ...(skip === '' ? [] : [`-test.skip=${skip}`]),
];

/** Runs the selections one after the other, as an attempt does: behind the flags of the first one. */
function ranBy(
  binary: ChosenTests,
  selections: readonly TestSelection[],
  before: readonly string[],
  subtests: Subtests,
): string[] {
  return selections.flatMap(({ flags }) => binary.ran([...before, ...flags], subtests));
}

const versions = await goUnderTest([
  'go1.18.10',
  'go1.20.14',
  'go1.21.13',
  'go1.22.12',
  'go1.24.9',
  'go1.26.8',
  'go1.27.3',
]);
describe.each(versions)('package testing of $version', ({ version, isSkipped, it }) => {
  const goMinor = Number(version.split('.')[1]);
  let tests: ChosenTests;
  beforeAll(() => {
    if (!isSkipped) tests = chosenTests(version);
  }, 300_000);

  it('runs what is wanted, in order, and nothing else', () => {
    const sample = fc.record({
      subtests: trees,
      user: fc.record({
        run: fc.constantFrom(...patterns),
        skip: goMinor < 20 ? fc.constant('') : fc.constantFrom(...patterns),
      }),
      wantedAt: fc.uniqueArray(fc.nat({ max: names.length - 1 }), { maxLength: names.length }),
      leftOutAt: fc.uniqueArray(fc.nat({ max: 60 }), { maxLength: 6 }),
      maxChars: fc.constantFrom(100_000, 100_000, 250),
    });
    let compared = 0;
    fc.assert(
      fc.property(sample, ({ subtests, user, wantedAt, leftOutAt, maxChars }) => {
        const before = userFlags(user);
        const all = tests.ran(before, subtests);
        const declared = topLevel.filter(({ name }) => all.includes(name));
        const wanted = wantedAt.map((at) => names[at] ?? '');
        const leaveOut = leftOutAt.flatMap((at) => all.slice(at, at + 1));
        const selections = selectTests({ declared, wanted, leaveOut, user, goMinor, maxChars });
        if ('problem' in selections) {
          const tooOld = goMinor < 20 ? /[/]/ : goMinor < 22 ? /[/].*\||\|.*[/]/ : /^$/;
          const reason = [user.run, ...leaveOut].some((one) => one !== '' && tooOld.test(one));
          expect(maxChars === 250 || reason).toBe(true);
          return;
        }
        const want = expected(all, new Set(wanted), leaveOut);
        expect(ranBy(tests, selections, before, subtests)).toEqual(want);
        expect(selections.flatMap((one) => one.tests)).toEqual(
          want.filter((name) => !name.includes('/')),
        );
        compared += want.length;
      }),
      { numRuns: 120, seed: goMinor },
    );
    expect(compared).toBeGreaterThan(300);
  }, 300_000);

  it('leaves out each odd name alone', () => {
    const subtests = { TestA: odd.map((Name) => ({ Name, Below: [{ Name, Below: [] }] })) };
    const all = tests.ran(['-test.run=^(?:TestA|TestInvalid|Fuzz.*)$'], subtests);
    for (const name of all.filter((one) => one.includes('/'))) {
      const wanted = [topOf(name)];
      if (goMinor < 20) {
        expect(problemOf({ wanted, leaveOut: [name], goMinor })).toMatch(/no -skip/);
        continue;
      }
      const [selection] = selected({ wanted, leaveOut: [name], goMinor });
      expect(tests.ran(selection?.flags ?? [], subtests)).toEqual(
        expected(all, new Set(wanted), [name]),
      );
    }
    expect(all.length).toBeGreaterThan(140);
  }, 300_000);

  it('runs each benchmark once, after the last selection', () => {
    const wanted = ['TestA', 'Test1', 'TestÄ', 'Example'];
    const selections = selected({ wanted, goMinor, maxChars: 40 });
    expect(selections.length).toBeGreaterThan(1);
    const before = ['-test.bench=.', '-test.benchtime=1x'];
    expect(ranBy(tests, selections, before, {})).toEqual([...wanted, 'BenchmarkA', 'BenchmarkB']);
  }, 300_000);
});
