import { execFileSync } from 'node:child_process';
import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createFold } from '../../src/gotest/fold.ts';
import { goModule, goTestJson } from '../support/go-module.ts';
import { cut, ends, foldOf, jsonLines, output, plainState } from '../support/streams.ts';

const stream = Buffer.from(
  [
    'go: downloading example.com/ü v1.0.0\n',
    '{"ImportPath":"q","Action":"build-output","Output":"# q\\n"}\n',
    '{"ImportPath":"q","Action":"build-output","Output":"q.go:1:1: ä\\n"}\n',
    '{"ImportPath":"q","Action":"build-fail"}\n',
    jsonLines([
      { Action: 'start' },
      { Action: 'run', Test: 'Test\u{1f600}' },
      output('\u{1f600} € ', 'Test\u{1f600}'),
      output('panic: ü\n', 'Test\u{1f600}'),
      { Action: 'fail', Package: 'q', FailedBuild: 'q' },
    ]),
    '\n{"Action":"output","Package":"p","Outp',
  ].join(''),
);

it('sorts a stream into packages, build text and plain lines, and loses nothing', () => {
  const { state, cutOff } = foldOf([stream]);
  expect(cutOff).toBe(true);
  expect([...state.packages.keys()]).toEqual(['p', 'q']);
  expect(state.packages.get('p')?.running.get('Test\u{1f600}')?.text()).toBe(
    '\u{1f600} € panic: ü\n',
  );
  expect(state.builds.get('q')?.text()).toBe('# q\nq.go:1:1: ä\n');
  expect(state).toMatchObject({ events: 8, plainLines: 2 });
  expect(state.plain.text()).toBe(
    'go: downloading example.com/ü v1.0.0\n{"Action":"output","Package":"p","Outp\n',
  );
});

describe('the same stream gives the same state', () => {
  const whole = plainState(foldOf([stream]).state);

  it('cut once anywhere, also inside a character', () => {
    for (let place = 0; place <= stream.length; place++) {
      expect(plainState(foldOf(cut(stream, [place])).state)).toEqual(whole);
    }
  });

  it('byte by byte', () => {
    const everywhere = Array.from(stream.keys());
    expect(plainState(foldOf(cut(stream, everywhere)).state)).toEqual(whole);
  });

  it('in any chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 40 }), (places) => {
        expect(plainState(foldOf(cut(stream, places)).state)).toEqual(whole);
      }),
    );
  });
});

it('never throws, and each line that is not empty is an event or a plain line', () => {
  const event = fc.record(
    {
      Action: fc.constantFrom('run', 'output', 'pass', 'fail', 'skip', 'build-output', 'bench', 5),
      Package: fc.constantFrom('p', 'q', '', '__proto__'),
      Test: fc.constantFrom('TestA', 'TestA/b', '__proto__', ''),
      Output: fc.string(),
      Elapsed: fc.double(),
    },
    { requiredKeys: [] },
  );
  const line = fc.oneof(
    event.map((value) => JSON.stringify(value)),
    fc.string(),
    fc.json(),
  );
  fc.assert(
    fc.property(fc.array(line), fc.nat(30), (lines, lost) => {
      const bytes = Buffer.from(lines.join('\n'));
      const kept = bytes.subarray(0, Math.max(0, bytes.length - lost));
      const { state } = foldOf([kept]);
      const expected = kept.toString('utf8').split('\n').filter(Boolean);
      expect(state.events + state.plainLines).toBe(expected.length);
    }),
  );
});

it('tells its listener of each ended package once, and of every piece of output', () => {
  const heard: string[] = [];
  const fold = createFold({
    packageEnded: ({ package: name, action }) => heard.push(`${name} ${String(action)}`),
    output: (event) => heard.push(event.output),
  });
  const last = [{ Action: 'pass' }, output('z\n'), { Action: 'pass' }];
  fold.push(Buffer.from(jsonLines([output('a\n'), ...ends('T', 'pass'), ...last])));
  expect(heard).toEqual(['a\n', '--- PASS: T (0.00s)\n', 'p pass', 'z\n']);
});

describe('a real go test', () => {
  const passing = 'package a\nimport "testing"\n';

  it('passes, fails, skips and runs benchmarks', () => {
    const folder = goModule({
      'a/a_test.go': `${passing}
func TestPass(t *testing.T) { t.Run("sub", func(t *testing.T) {}) }
func TestSkip(t *testing.T) { t.Skip("later") }
func TestFail(t *testing.T) { t.Error("got ü") }
`,
      'b/b_test.go': `package b
import "testing"
func BenchmarkB(b *testing.B) {}
`,
      'c/c.go': 'package c\n',
    });
    const { state, cutOff } = foldOf([
      Buffer.from(goTestJson(folder, '-bench=.', '-benchtime=1x', './...')),
    ]);
    expect(cutOff).toBe(false);
    expect(state.plainLines).toBe(0);
    expect(state.packages.get('example.com/m/a')).toMatchObject({
      action: 'fail',
      passed: 2,
      skipped: 1,
      failed: 1,
      failures: [{ test: 'TestFail', output: '    a_test.go:6: got ü\n' }],
    });
    expect([...(state.packages.get('example.com/m/b')?.running.keys() ?? [])]).toEqual([
      'BenchmarkB',
    ]);
    expect(state.packages.get('example.com/m/c')).toMatchObject({ noTestFiles: true });
  });

  it('says that a result is cached, whatever else it says', () => {
    const folder = goModule({ 'a/a_test.go': `${passing}func TestA(t *testing.T) {}\n` });
    const run = (...args: string[]): boolean | undefined => {
      goTestJson(folder, ...args, './...');
      const { state } = foldOf([Buffer.from(goTestJson(folder, ...args, './...'))]);
      return state.packages.get('example.com/m/a')?.saysCached;
    };
    expect([run(), run('-cover'), run('-run=None'), run('-count=1')]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

it.each([
  ['FAIL\tm/a [build failed]', 'm/a'],
  ['FAIL\tm/b [setup failed]', 'm/b'],
])(
  'up to Go 1.22 a plain line is all there is of a package that did not build: %j',
  (line, name) => {
    const { state } = foldOf([Buffer.from(`${line}\n`)]);
    expect(state.packages.get(name)).toMatchObject({ action: 'fail', buildFailed: true });
  },
);

it('folds 50 MB in little memory', () => {
  const script = `
    import { createFold } from './src/gotest/fold.ts';
    const fold = createFold();
    const line = (i) => JSON.stringify({ Action: 'output', Package: 'p' + (i % 40), Test: 'TestA',
      Output: 'x'.repeat(150) + i + '\\n' }) + '\\n';
    let bytes = 0;
    for (let chunk = 0; bytes < 50e6; chunk++) {
      const text = Array.from({ length: 4000 }, (_, i) => line(i)).join('');
      const data = Buffer.from(text + 'go: plain line number ' + chunk + '\\n');
      bytes += data.length;
      fold.push(data);
    }
    fold.end();
    console.log(fold.state.events > 200000 && fold.state.plainLines > 50);
  `;
  expect(runTypeScript(script, '--max-old-space-size=32')).toBe('true\n');
});

/** Runs a module in a Node of its own; bundled, because Node 20 does not read TypeScript. */
function runTypeScript(script: string, ...flags: string[]): string {
  const root = new URL('../..', import.meta.url);
  const bundle = execFileSync(
    process.execPath,
    ['node_modules/esbuild/bin/esbuild', '--bundle', '--format=esm', '--platform=node'],
    { cwd: root, input: script, encoding: 'utf8' },
  );
  return execFileSync(process.execPath, [...flags, '--input-type=module'], {
    cwd: root,
    input: bundle,
    encoding: 'utf8',
  });
}
