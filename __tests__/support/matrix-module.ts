import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture } from './guarded.ts';

// A module with a package for each way to fail at each place. Its ways are Go code of the fixture resilience-matrix.

/** What is right for a package at one place. */
export interface Place {
  source: (fail: string) => string;
  /** Tests that must never count as passed. */
  culprits: readonly string[];
  others: readonly string[];
  /** Ways that mean nothing here, or that nobody can tell from a good end. */
  without: readonly string[];
}

const tests = ['TestA', 'TestB'];
const a = 'func TestA(t *testing.T) {}';
const b = 'func TestB(t *testing.T) {}';
const culprit = (fail: string): string => `func TestCulprit(t *testing.T) { ${fail} }`;
const parallel = (name: string, body: string): string =>
  `func ${name}(t *testing.T) { t.Parallel(); ${body} }`;
const run = (name: string, body: string): string =>
  `t.Run("${name}", func(t *testing.T) { ${body} })`;
const withoutTest = (fail: string): string => fail.replace(', t)', ', nil)');

// Outside a test there is no t, and until the first test begins and after the last one nothing watches the time.
const needTest = ['error', 'fatal'];
const outside = [...needTest, 'hang', 'goexit', 'race'];
// With its tests passed a process may leave with code 0.
const afterAll = [...outside, 'exit0', 'syscall0'];

export const places: Readonly<Record<string, Place>> = {
  first: {
    source: (fail) => [culprit(fail), a, b].join('\n'),
    ...{ culprits: ['TestCulprit'], others: tests, without: [] },
  },
  middle: {
    source: (fail) => [a, culprit(fail), b].join('\n'),
    ...{ culprits: ['TestCulprit'], others: tests, without: [] },
  },
  last: {
    source: (fail) => [a, b, culprit(fail)].join('\n'),
    ...{ culprits: ['TestCulprit'], others: tests, without: [] },
  },
  subtest: {
    source: (fail) =>
      [
        a,
        `func TestCases(t *testing.T) { ${[run('a', ''), run('culprit', fail), run('b', '')].join('; ')} }`,
        b,
      ].join('\n'),
    culprits: ['TestCases', 'TestCases/culprit'],
    others: [...tests, 'TestCases/a', 'TestCases/b'],
    without: [],
  },
  parallel: {
    source: (fail) =>
      [parallel('TestA', ''), parallel('TestCulprit', fail), parallel('TestB', ''), ''].join('\n'),
    ...{ culprits: ['TestCulprit'], others: tests, without: [] },
  },
  // package testing takes a cleanup that ends its goroutine for one that has ended.
  cleanup: {
    source: (fail) => [a, culprit(`t.Cleanup(func() { ${fail} })`), b].join('\n'),
    ...{ culprits: ['TestCulprit'], others: tests, without: ['goexit'] },
  },
  seed: {
    source: (fail) =>
      [
        a,
        `func FuzzCulprit(f *testing.F) { f.Add(1); f.Fuzz(func(t *testing.T, n int) { ${fail} }) }`,
        'func FuzzOther(f *testing.F) { f.Add(1); f.Fuzz(func(t *testing.T, n int) {}) }',
      ].join('\n'),
    culprits: ['FuzzCulprit', 'FuzzCulprit/seed#0'],
    others: ['TestA', 'FuzzOther', 'FuzzOther/seed#0'],
    without: [],
  },
  example: {
    source: (fail) =>
      [
        a,
        `func Example_culprit() { ${withoutTest(fail)}\n// Output:\n}`,
        'func Example_other() {\n// Output:\n}',
      ].join('\n'),
    ...{ culprits: ['Example_culprit'], others: ['TestA', 'Example_other'], without: needTest },
  },
  before: {
    source: (fail) => [main(`${withoutTest(fail)}; os.Exit(m.Run())`), a, b].join('\n'),
    ...{ culprits: [], others: tests, without: outside },
  },
  after: {
    source: (fail) =>
      [main(`code := m.Run(); ${withoutTest(fail)}; os.Exit(code)`), a, b].join('\n'),
    ...{ culprits: [], others: tests, without: afterAll },
  },
  init: {
    source: (fail) => [`func init() { ${withoutTest(fail)} }`, a, b].join('\n'),
    ...{ culprits: [], others: tests, without: outside },
  },
};

function main(body: string): string {
  return `func TestMain(m *testing.M) { ${body} }`;
}

export interface Cell {
  /** Its folder. */
  name: string;
  way: string;
  place: Place;
}

/** Writes the module into a folder. */
export function writeMatrix(folder: string, ways: readonly string[]): Cell[] {
  cpSync(fixture('resilience-matrix'), folder, { recursive: true });
  return ways.flatMap((way) =>
    Object.entries(places)
      .filter(([, place]) => !place.without.includes(way))
      .map(([at, place]) => {
        const name = `${way}-${at}`;
        mkdirSync(join(folder, name), { recursive: true });
        const source = place.source(`ways.Fail("${way}", t)`);
        const os = source.includes('os.') ? '"os"\n' : '';
        writeFileSync(
          join(folder, name, 'cell_test.go'),
          `package cell\n\nimport (\n${os}"testing"\n\n"example.com/matrix/ways"\n)\n\n${source}\n`,
        );
        return { name, way, place };
      }),
  );
}
