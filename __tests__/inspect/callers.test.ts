import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import {
  findCallers,
  type CallersPorts,
  type CallersRequest,
} from '../../src/inspect/callers/find-callers.ts';
import { commandRunner, InterruptedError, type RunCommand } from '../../src/machine/command.ts';
import { renderCallers } from '../../src/render/callers.ts';
import { callersSchema, type Callers, type CallerPath } from '../../src/report/callers.ts';
import { goModule } from '../support/go-module.ts';
import { tempFolder } from '../support/temp-folder.ts';

const probeDirectory = join(import.meta.dirname, '../../src/probe');
const shop = join(probeDirectory, 'callers/testdata/shop');
const plain = (text: string): string => text;
const page = { width: 100, paint: { good: plain, bad: plain, dim: plain, bold: plain } };
const grow: CallersRequest = {
  ...{ directory: shop, patterns: ['./...'] },
  function: 'example.com/shop/store.(*Cart).grow',
};

function find(request: CallersRequest, ports: Partial<CallersPorts> = {}): Promise<Callers> {
  const run = commandRunner(new AbortController().signal);
  return findCallers(request, { run, env: process.env, probeDirectory, ...ports });
}

// The call graph comes from golang.org/x/tools, through the module proxy.
const download = spawnSync('go', ['mod', 'download'], { cwd: join(probeDirectory, 'callers') });
if (download.status !== 0)
  console.warn(
    `most of callers.test.ts is skipped, golang.org/x/tools is not to be had here: ${download.stderr.toString().trim()}`,
  );
const withTools = download.status === 0 ? describe : describe.skip;

function steps({ root, steps: all }: CallerPath): string {
  return `${root} ${all.map((step) => basename(step.function)).join(' > ')}`;
}

withTools('the callers of a function', () => {
  it('are found from tests, main, goroutines and exported functions', async () => {
    const found = callersSchema.parse(await find(grow));
    if (found.kind !== 'found') throw new Error(JSON.stringify(found));
    expect(found.paths.map(steps)).toEqual([
      'test store.TestAdd > store.(*Cart).Add > store.(*Cart).grow',
      'test store_test.TestOuter > store.Watch > store.(*Cart).refill > store.(*Cart).grow',
      'test store.FuzzAdd > store.FuzzAdd.func1 > store.helper > store.(*Cart).grow',
      'test store.TestFill > store.TestFill.func1 > store.Fill > store.(*Cart).Add > store.(*Cart).grow',
      'main shop.main > shop.run > store.(*Cart).Add > store.(*Cart).grow',
      'goroutine store.Watch > store.(*Cart).refill > store.(*Cart).grow',
      'exported store.(*Cart).Add > store.(*Cart).grow',
      'exported store.Watch > store.(*Cart).refill > store.(*Cart).grow',
      'exported store.Fill > store.(*Cart).Add > store.(*Cart).grow',
    ]);
    expect(found.paths[0]).toMatchObject({ also: ['example.com/shop/store.TestAddMore'] });
    expect(found.paths[3]?.steps[0]).toEqual({
      ...{ function: 'example.com/shop/store.TestFill', file: 'store/store_test.go', line: 17 },
      ...{ how: 'value', dynamic: true, through: 'testing.(*T).Run' },
    });
    expect(renderCallers(found, page)).toBe(
      readFileSync(join(import.meta.dirname, 'golden/callers.txt'), 'utf8'),
    );
  });

  it('are found by a line, within bounds', async () => {
    const byLine = { ...grow, function: '', file: 'store/store.go', line: 31, maxPaths: 1 };
    expect(await find(byLine)).toMatchObject({
      ...{ kind: 'found', omitted: 8 },
      targets: [{ function: grow.function, file: 'store/store.go', line: 29 }],
    });
  });

  it('of a function that is not there are none, but similar names are', async () => {
    const missing = await find({ ...grow, function: 'example.com/shop/store.Grow' });
    expect(missing).toEqual({ kind: 'not-found', candidates: [grow.function], problems: [] });
    expect(renderCallers(missing, page)).toBe(
      `! there is no such function in these packages\n    fix: it may be ${grow.function}\n`,
    );
  });

  it('are found around packages that do not build, and in files that a tag chooses', async () => {
    const directory = goModule({
      'a/a.go': '//go:build extra\n\npackage a\n\nfunc f() {}\n\nfunc G() { f() }\n',
      'b/b.go': 'package b\n\nvar x int = "a"\n',
    });
    const request = { directory, patterns: ['./...'], function: 'f', buildFlags: ['-tags=extra'] };
    const found = await find(request);
    if (found.kind !== 'found') throw new Error(JSON.stringify(found));
    expect(found.paths.map(steps)).toEqual(['exported a.G > a.f']);
    expect(found.problems).toEqual([
      expect.stringMatching(/^example\.com\/m\/b is left out: b\/b\.go:3:13: cannot use/),
    ]);
    expect(readdirSync(directory).sort()).toEqual(['a', 'b', 'go.mod']);
    expect(readFileSync(join(directory, 'go.mod'), 'utf8')).not.toContain('golang.org');
  });

  it('are found in the sources when the compiler writes what the library cannot read', async () => {
    const real = commandRunner(new AbortController().signal);
    const questions: unknown[] = [];
    const run: RunCommand = (command, args, options) => {
      if (basename(command).replace('.exe', '') !== 'callers') return real(command, args, options);
      const question = JSON.parse(String(options.input ?? '')) as { sources: boolean };
      questions.push(question.sources);
      // As golang.org/x/tools v0.36.0 does with what Go 1.27 writes.
      const stderr =
        'internal error: package "testing" without types was imported from "example.com/shop/list [example.com/shop/list.test]"\n';
      return question.sources
        ? real(command, args, options)
        : Promise.resolve({ kind: 'exited', code: 1, stdout: '', stderr });
    };
    expect(await find(grow, { run })).toMatchObject({ kind: 'found', omitted: 0 });
    expect(questions).toEqual([false, true]);
  });
});

describe('the callers are not to be had', () => {
  it.each<[string, Record<string, string>, object]>([
    [
      'without the network',
      { GOPROXY: 'off', GOMODCACHE: tempFolder(), GOCACHE: tempFolder(), GOFLAGS: '-modcacherw' },
      {
        because: expect.stringMatching(
          /^golang\.org\/x\/tools, which has the call graph, could not be downloaded: [^]*GOPROXY=off/,
        ),
        fix: expect.stringContaining('module proxy'),
      },
    ],
    [
      'without Go',
      { PATH: tempFolder() },
      { because: 'the go command was not found in PATH', fix: expect.stringContaining('install') },
    ],
  ])('%s: no failure, but a reason and what to do', async (_, env, expected) => {
    const answer = await find(grow, { env: { ...process.env, ...env } });
    expect(answer).toEqual({ kind: 'unavailable', ...expected });
    expect(renderCallers(answer, page)).toMatch(/^! who calls it is not known: .+\n {4}fix: .+\n$/);
  });

  it('in no time', async () => {
    expect(await find({ ...grow, timeoutMs: 1 })).toMatchObject({
      ...{ kind: 'unavailable', because: 'it was not found out in 1ms' },
    });
  });

  it('in a folder that is no module', async () => {
    const answer = await find({ ...grow, directory: tempFolder() });
    expect(['unavailable', 'not-found']).toContain(answer.kind);
  });

  it('when it is stopped, which is thrown', async () => {
    const stop = new AbortController();
    const found = find(grow, { run: commandRunner(stop.signal) });
    stop.abort();
    await expect(found).rejects.toBeInstanceOf(InterruptedError);
  });
});

describe('the text', () => {
  const step = (name: string, changes: Partial<CallerPath['steps'][number]> = {}) => ({
    ...{ function: `example.com/m.${name}`, file: 'm.go', line: 7 },
    ...{ how: 'call' as const, dynamic: false, through: '' },
    ...changes,
  });
  const found = (changes: Partial<Extract<Callers, { kind: 'found' }>> = {}): Callers => ({
    ...{ kind: 'found', approximate: false, paths: [], omitted: 0, problems: [] },
    targets: [{ function: 'example.com/m.f', file: 'm.go', line: 3 }],
    ...changes,
  });

  it('says that nobody is seen, and what could not be', () => {
    const changes = { approximate: true, omitted: 3, problems: ['b is left out\u001b[31m: no'] };
    expect(renderCallers(found(changes), page)).toBe(
      [
        'who can reach example.com/m.f  m.go:3',
        '  the function around the literal, which could not be told from others',
        '  nobody, as far as can be seen',
        '  ... and 3 more ways',
        '! b is left out: no',
        '',
      ].join('\n'),
    );
  });

  it('marks what is not certain, and counts who does the same', () => {
    const also = Array.from({ length: 10 }, (_, i) => `example.com/m.Test${String(i)}`);
    const way = [
      step('TestA', { how: 'go' }),
      step('b', { how: 'value', dynamic: true }),
      step('c', { how: 'defer', dynamic: true }),
      step('f', { how: '' }),
    ];
    const paths = [{ root: 'test' as const, steps: way, also, alsoCount: 12 }];
    expect(renderCallers(found({ paths }), page)).toBe(
      [
        'who can reach example.com/m.f  m.go:3',
        '',
        'from tests:',
        '  example.com/m.TestA  m.go:7  go',
        '    example.com/m.b  m.go:7  as a value',
        '      ~ example.com/m.c  m.go:7  defer',
        '        ~ example.com/m.f  m.go:7',
        '    and so do m.Test0, m.Test1, m.Test2, m.Test3, m.Test4 and 7 more',
        '',
        '~ perhaps: through an interface, a function value or a library',
        '',
      ].join('\n'),
    );
  });
});
