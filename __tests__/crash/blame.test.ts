import { basename } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { findBlame } from '../../src/crash/blame/blame.ts';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import { byMessage } from '../../src/crash/blame/find-guilt.ts';
import { noRepository } from '../../src/crash/source/repository.ts';
import {
  blameCapture,
  blameCaptures,
  blameRepository,
  crashOf,
  markedLines,
} from '../support/blame-captures.ts';

interface Expected {
  /** The culprit; by Go version where not all of them tell. */
  test: string | null | Record<string, string | null>;
  /** The case whose marks it shares. */
  like?: string;
  package?: string | null;
  root?: string;
}

const orders = 'example.com/shop/orders';
const stock = 'example.com/shop/stock';

const expected: Record<string, Expected> = {
  assertion: { test: 'TestAssertionPackage', package: orders },
  boot: { test: null, package: 'example.com/shop/boot' },
  'bubble-blocks': { test: 'TestBubbleBlocks', package: stock },
  'bubble-leaks': { test: 'TestBubbleLeaks', package: stock },
  cgo: { test: 'TestRead', package: 'example.com/shop/native' },
  'cgo-file': { test: 'TestPick' },
  'cgo-file-trimpath': { test: 'TestPick', like: 'cgo-file' },
  child: { test: null, like: 'program' },
  'concurrent-map': { test: 'TestScribble' },
  deadlock: { test: 'TestDeadlock', package: stock },
  generic: { test: 'TestGeneric' },
  goroutine: { test: 'TestInGoroutine' },
  'goroutine-of-start': { test: null },
  helper: { test: 'TestHelper' },
  'helper-inside': { test: 'TestHelperCallsCode' },
  late: { test: 'TestLogs', package: 'example.com/shop/late' },
  'late-fail': { test: 'TestFails' },
  leak: { test: 'TestLeakProfile' },
  nested: { test: 'TestNested' },
  'only-helpers': { test: 'TestOnlyHelpers' },
  'other-root': { test: 'TestSubtests/empty', like: 'subtest' },
  // Before Go 1.21 the outer end of so deep a stack is not shown.
  overflow: { test: { '1.20': null, '1.24': 'TestOverflow' } },
  'overflow-json': { test: { '1.20': null, '1.24': 'TestJSON' } },
  'overflow-mutual': { test: 'TestMutual' },
  'panics-nil': { test: 'TestPanicsNil' },
  program: { test: null, package: null },
  'program-trimpath': { test: null, package: null, like: 'program' },
  quit: { test: 'TestQuit' },
  race: { test: 'TestRace', package: stock },
  'race-trimpath': { test: 'TestRace', like: 'race' },
  repanicked: { test: 'TestRepanicked' },
  'replaced-trimpath': { test: 'TestWorkspace', like: 'workspace', package: orders },
  sanitizer: { test: null },
  'standard-library': { test: 'TestRuler' },
  subtest: { test: 'TestSubtests/empty', package: orders },
  suite: { test: 'TestSuite/TestEmpty', package: orders, like: 'subtest' },
  template: { test: 'TestTemplate', package: 'example.com/shop/menu' },
  'third-party': { test: 'TestConfirm' },
  'third-party-trimpath': { test: 'TestConfirm', like: 'third-party' },
  'timeout-busy': { test: 'TestBusy' },
  'timeout-lock': { test: 'TestLock' },
  'timeout-select': { test: 'TestSlowSubtests/b' },
  trimpath: { test: 'TestSubtests/empty', like: 'subtest' },
  unlock: { test: 'TestUnlock' },
  vendored: { test: 'TestConfirm', like: 'third-party' },
  wide: { test: 'TestÜbergröße/日本', like: 'subtest' },
  windows: { test: 'TestSubtests/empty', like: 'subtest', root: 'C:\\Users\\ada\\blame' },
  workspace: { test: 'TestWorkspace', package: orders },
  'workspace-trimpath': { test: 'TestWorkspace', like: 'workspace' },
  wrapped: { test: 'TestWrapped' },
  yacc: { test: 'TestGrammar', package: 'example.com/shop/menu' },
  'yacc-trimpath': { test: 'TestGrammar', like: 'yacc' },
};

/** Text of tests that crashed nothing, or of other people's programs: other tests look at them. */
const others = new Set(['fails-parent', 'foreign', 'log-fatal']);
const captures = blameCaptures().filter(({ name }) => !others.has(name));

const place = ({ file, line }: { file: string; line: number }) => `${file}:${String(line)}`;

it('every capture is expected, and every case has captures', () => {
  expect([...new Set(captures.map(({ name }) => name))].sort()).toEqual(
    Object.keys(expected).sort(),
  );
});

describe.each(captures)('$name, Go $go', ({ file, name, go }) => {
  const { like = name, test, root, package: tested } = expected[name]!;
  const marks = markedLines(like);
  const guilty = marks.filter(({ role }) => role === 'blame');
  const blame = findBlame(crashOf(file), blameRepository(root));

  it('blames the marked line', () => {
    expect(guilty).toHaveLength(1);
    expect(guilty.map(place)).toEqual([place(blame.blame!)]);
  });

  it('what belongs to it is marked, and what is marked belongs to it', () => {
    const found = blame.related.filter(({ role }) => role !== 'raised in');
    const isMarked = ({ role, ...at }: (typeof found)[number]): boolean =>
      marks.some((mark) => mark.role === role && place(mark) === place(at));
    expect(found.filter((frame) => !isMarked(frame))).toEqual([]);
    const roles = new Set(marks.map(({ role }) => role).filter((role) => role !== 'blame'));
    // Since Go 1.26 the other goroutines of a fatal error are not shown.
    if (name === 'concurrent-map' && Number(go.slice(2)) >= 26) roles.delete('other access');
    expect(new Set(found.map(({ role }) => role))).toEqual(roles);
  });

  it('the test', () => {
    const byVersion = test === null || typeof test === 'string' ? { [go]: test } : test;
    const known = Object.keys(byVersion).findLast((since) => Number(since) <= Number(go));
    expect(blame.test).toBe(byVersion[known!]);
    if (tested !== undefined) expect(blame.package).toBe(tested);
  });
});

/** Without the sources nobody knows who is a helper, what a file was made of, and which modules are of one workspace. */
const needSources = new Set(['helper', 'template', 'workspace']);

describe.each(captures.filter(({ name }) => !needSources.has(expected[name]!.like ?? name)))(
  '$name, Go $go, without a repository',
  ({ file, name }) => {
    it('blames the same line, by the name that the text has for it', () => {
      const [guilty] = markedLines(expected[name]!.like ?? name).filter(
        ({ role }) => role === 'blame',
      );
      const { blame } = findBlame(crashOf(file), noRepository);
      expect(blame?.line).toBe(guilty?.line);
      expect(basename(blame!.file)).toBe(basename(guilty!.file));
    });
  },
);

it.each([
  ['third-party-go1.27.txt', /\/testify@v1\.8\.4\/mock\/mock\.go$/],
  ['third-party-trimpath-go1.27.txt', /^github\.com\/stretchr\/testify@v1\.8\.4\/mock\/mock\.go$/],
  ['vendored-go1.26.txt', /\/vendor\/github\.com\/stretchr\/testify\/mock\/mock\.go$/],
])('%s: the line of the dependency that raised it is named', (file, path) => {
  const { related } = findBlame(crashOf(file), blameRepository());
  expect(related).toMatchObject([{ role: 'raised in', file: expect.stringMatching(path) }]);
});

it('blames nobody where only others were at work', () => {
  const crash = crashOf('third-party-go1.27.txt');
  const { goroutine, ...stack } = crash.stacks[0]!;
  const frames = goroutine.frames.filter(({ function: name }) => !name.startsWith('example.com/'));
  const alone = { ...crash, stacks: [{ ...stack, goroutine: { ...goroutine, frames } }] };
  expect(findBlame(alone, blameRepository())).toMatchObject({ blame: null, related: [] });
});

it('a helper without a caller is better than nobody, and who started it is better than the helper', () => {
  const crash = crashOf('helper-go1.27.txt');
  const { goroutine, ...stack } = crash.stacks[0]!;
  const at = goroutine.frames.findIndex(({ function: name }) => name.endsWith('.TestHelper'));
  const caller = { ...goroutine.frames[at]!, goroutine: 7 };
  const frames = goroutine.frames.slice(0, at);
  const alone = (createdBy: typeof caller | null) =>
    findBlame(
      { ...crash, stacks: [{ ...stack, goroutine: { ...goroutine, frames, createdBy } }] },
      blameRepository(),
    ).blame?.function;
  expect(alone(null)).toBe('example.com/shop/orders.mustNote');
  expect(alone(caller)).toBe('example.com/shop/orders.TestHelper');
});

it.each([
  // The go command names files relative to where it ran.
  ['shop/orders/orders.go', 'shop/orders/orders.go'],
  ['./orders.go', 'shop/orders/orders.go'],
  ['orders/orders.go', 'shop/orders/orders.go'],
  ['../orders/orders.go', 'shop/orders/orders.go'],
  ['/src/blame/shop/orders/orders.go', 'shop/orders/orders.go'],
  ['orders.go', 'shop/orders/orders.go'],
  ['.\\orders.go', 'shop/orders/orders.go'],
  ['go.mod', 'shop/go.mod'],
  ['missing.go', 'missing.go'],
  ['../../../etc/passwd', '../../../etc/passwd'],
])('a compiler that complains about %s means %s', (file, found) => {
  const crash = crashOf('subtest-go1.27.txt');
  const positions = [{ file, line: 3, message: 'undefined: x' }];
  const build = { ...crash, kind: 'build-failure' as const, stacks: [], positions };
  expect(findBlame(build, blameRepository()).blame).toEqual({ function: '', file: found, line: 3 });
});

it('log names its file by the last element alone', () => {
  const [mark] = markedLines('log-fatal');
  const positions = [{ file: 'main.go', line: mark!.line, message: 'no such report: weekly' }];
  const exit = {
    ...crashOf('child-go1.27.txt'),
    kind: 'exit' as const,
    stacks: [],
    positions,
  };
  expect(findBlame(exit, blameRepository()).blame).toMatchObject({
    file: mark!.file,
    line: mark!.line,
  });
  expect(findBlame({ ...exit, positions: [] }, blameRepository()).blame).toBeNull();
});

it.each(blameCaptures().filter(({ name }) => name === 'fails-parent'))(
  '$file: without a stack there is a test to blame, and no line',
  ({ file }) => {
    expect(findBlame(crashOf(file), blameRepository())).toMatchObject({
      blame: null,
      test: 'TestFailsParent/child',
    });
  },
);

it.each(byMessage)('samples of $message', ({ message, samples }) => {
  for (const sample of samples) expect(sample).toMatch(message);
});

it('blames something or nobody, whatever the text', () => {
  const texts = captures.map(({ file }) => blameCapture(file));
  const repository = blameRepository();
  fc.assert(
    fc.property(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), fc.nat(40), fc.string({ maxLength: 12 })), { maxLength: 6 }),
      (text, cuts) => {
        let mutated = text;
        for (const [at, length, put] of cuts) {
          const start = at % mutated.length;
          mutated = mutated.slice(0, start) + put + mutated.slice(start + length);
        }
        for (const crash of scanCrashes(mutated))
          for (const known of [repository, noRepository]) {
            const { blame, related, test } = findBlame(crash, known);
            expect(blame === null || blame.line >= 0).toBe(true);
            expect(related.length).toBeLessThanOrEqual(40);
            expect(test).not.toBe('');
          }
      },
    ),
    { numRuns: 300 },
  );
});
