import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { askDebugger } from '../../src/inspect/debugger.ts';
import { hasDebugInfo, readElfSections, sameProgram } from '../../src/inspect/elf.ts';
import type { CoreInspection } from '../../src/report/inspection.ts';
import { makeCrash, noCoreHere, pathWithDelve, type Crash } from '../support/core.ts';
import { inspected, inspectText } from '../support/inspected.ts';
import { allProcesses } from '../support/processes.ts';
import { tempFolder } from '../support/temp-folder.ts';

const because = noCoreHere();
const describeCores = because === null ? describe : describe.skip;

describeCores(`a core${because === null ? '' : ` (skipped: ${because})`}`, () => {
  let crash: Crash;
  let path: string;

  beforeAll(() => {
    crash = makeCrash();
    path = pathWithDelve();
  }, 600_000);

  /** A folder as an attempt leaves it. */
  function attempt(files: Record<string, string>): string {
    const folder = tempFolder();
    for (const [name, source] of Object.entries(files)) copyFileSync(source, join(folder, name));
    return folder;
  }

  const around = (): { env: NodeJS.ProcessEnv } => ({ env: { ...process.env, PATH: path } });
  const inspectCore = (target: string): Promise<CoreInspection> =>
    inspected('core', target, {}, around());

  function expectWhole(inspection: CoreInspection): void {
    expect(inspection.gaps).toEqual([]);
    const { crashing, goroutines } = inspection;
    const own = crashing!.frames.filter((frame) => frame.function.startsWith('example.com/'));
    expect(own.map((frame) => [frame.function, frame.line])).toEqual([
      ['example.com/inspect/crashes.lastLength', 13],
      ['example.com/inspect/crashes.TestCrashes', 20],
    ]);
    expect(own[1]!.locals).toContainEqual({ name: 'note', value: '"first"' });
    const panic = crashing!.frames.find((frame) => frame.function === 'runtime.gopanic');
    expect(panic!.locals.find(({ name }) => name === 'e')?.value).toContain(
      'nil pointer dereference',
    );
    const runner = crashing!.frames.find((frame) => frame.function === 'testing.tRunner');
    // Names of functions in data: they are right only if the data lies where the program had it.
    expect(runner!.locals).toContainEqual({
      name: 'fn',
      value: 'example.com/inspect/crashes.TestCrashes',
    });
    expect(goroutines!.waits).toContainEqual(
      expect.objectContaining({
        awaited: 'chan receive',
        count: 3,
        at: expect.objectContaining({ line: 17 }) as unknown,
      }),
    );
    expect(goroutines!.waits).toContainEqual(
      expect.objectContaining({ awaited: 'sync.Mutex.Lock', count: 1 }),
    );
  }

  describe('the program to read it with', () => {
    it('go test links without debug information, and a second link of the same objects has it', async () => {
      expect(hasDebugInfo((await readElfSections(crash.program))!)).toBe(false);
      expect(hasDebugInfo((await readElfSections(crash.twin))!)).toBe(true);
    });

    it('that one has every byte of code and data in the same place', async () => {
      expect(await sameProgram(crash.program, crash.twin)).toBe(true);
      expect(await sameProgram(crash.program, crash.program)).toBe(true);
    });

    it('programs of go test -c and of other flags have not', async () => {
      expect(await sameProgram(crash.program, crash.compiled)).toBe(false);
      expect(await sameProgram(crash.program, crash.flagged)).toBe(false);
    });

    it('what is no program is never the same', async () => {
      expect(await sameProgram(crash.core, crash.core)).toBe(false);
      expect(await sameProgram(crash.program, join(tempFolder(), 'absent'))).toBe(false);
      const cut = join(attempt({ cut: crash.program }), 'cut');
      truncateSync(cut, 4096);
      expect(await sameProgram(crash.program, cut)).toBe(false);
      expect(await readElfSections(cut)).toBeNull();
    });
  });

  it('is read with the twin of its program', async () => {
    const folder = attempt({
      core: crash.core,
      'pkg.test': crash.program,
      'pkg.test.debug': crash.twin,
    });
    const inspection = await inspectCore(folder);
    expect(inspection.program).toBe(join(folder, 'pkg.test.debug'));
    expectWhole(inspection);
  });

  it('is read with a program that has debug information itself', async () => {
    expectWhole(await inspectCore(attempt({ core: crash.core, 'pkg.test': crash.twin })));
  });

  it('may be packed with gzip', async () => {
    const folder = attempt({ 'pkg.test': crash.twin });
    writeFileSync(join(folder, 'core.gz'), gzipSync(readFileSync(crash.core), { level: 1 }));
    expectWhole(await inspectCore(folder));
  });

  it('may be packed with zstd', async () => {
    const folder = attempt({ 'pkg.test': crash.twin });
    execFileSync('zstd', ['-q', crash.core, '-o', join(folder, 'core.zst')]);
    expectWhole(await inspectCore(join(folder, 'core.zst')));
  });

  it('is shown as text', async () => {
    const folder = attempt({ core: crash.core, 'pkg.test': crash.twin });
    const stdout = await inspectText(folder, {}, around());
    expect(stdout).toMatch(/^crashing goroutine \d+:\n {2}runtime\.gopanic/m);
    expect(stdout).toContain('      note = "first"\n');
    expect(stdout).toMatch(/^ {2}3 {2}chan receive {2,}\S*crashes\.TestCrashes\.func2 /m);
    expect(stdout).not.toContain('\u001b');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(120);
  });

  it('filters its goroutines', async () => {
    const folder = attempt({ core: crash.core, 'pkg.test': crash.twin });
    const { goroutines } = await inspected('core', folder, { state: 'mutex' }, around());
    expect(goroutines!.matching).toBe(1);
    expect(goroutines!.total).toBeGreaterThan(4);
  });

  describe('what is missing is said', () => {
    it('debug information: the goroutines are those of crash.txt', async () => {
      const folder = attempt({ core: crash.core, 'pkg.test': crash.program });
      writeFileSync(join(folder, 'crash.txt'), crash.crashText);
      const { gaps, goroutines, crashing, program } = await inspectCore(folder);
      expect(gaps[0]).toMatch(/^pkg\.test has no debug information.*-ldflags=-w=0$/);
      expect(gaps[1]).toContain('crash.txt');
      expect([crashing, program]).toEqual([null, null]);
      expect(goroutines!.waits).toContainEqual(
        expect.objectContaining({ awaited: 'chan receive', count: 3 }),
      );
    });

    it('the right program', async () => {
      const folder = attempt({
        core: crash.core,
        'pkg.test': crash.program,
        other: crash.compiled,
      });
      const { gaps, program } = await inspectCore(folder);
      expect(gaps[0]).toBe(
        'other has debug information, but its code and data are not those of pkg.test',
      );
      expect(program).toBeNull();
    });

    it('any program', async () => {
      const { gaps } = await inspectCore(attempt({ core: crash.core }));
      expect(gaps).toEqual([
        'the program that made the core is not beside it: put it there as pkg.test',
      ]);
    });

    it('dlv', async () => {
      const folder = attempt({ core: crash.core, 'pkg.test': crash.twin });
      const { gaps } = await inspected('core', folder, {}, { env: { PATH: tempFolder() } });
      expect(gaps).toEqual([expect.stringMatching(/^dlv is not in PATH.*go install .*dlv@latest/)]);
    });

    it('the end of the core', async () => {
      const folder = attempt({ core: crash.core, 'pkg.test': crash.twin });
      truncateSync(join(folder, 'core'), Math.floor(statSync(crash.core).size / 100));
      const { gaps, crashing } = await inspectCore(folder);
      expect(gaps).toHaveLength(1);
      expect(gaps[0]).toMatch(/dlv/);
      expect(crashing).toBeNull();
    });
  });
});

describe('a debugger that misbehaves', () => {
  function delve(script: string): { path: string; folder: string } {
    const folder = tempFolder();
    writeFileSync(join(folder, 'dlv'), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, 'dlv'), 0o755);
    return { folder, path: `${folder}:${process.env['PATH'] ?? ''}` };
  }
  const ask = (
    { path, folder }: { path: string; folder: string },
    { stop = new AbortController().signal, maxMs = 60_000 } = {},
  ) =>
    askDebugger('/bin/true', '/dev/null', ['goroutines -t'], {
      ...{ env: { PATH: path }, home: folder, stop, maxMs },
    });

  it('gets a time limit, and is gone after it', async () => {
    const fake = delve('exec sleep 987');
    expect(await ask(fake, { maxMs: 1000 })).toEqual({
      kind: 'failed',
      because: 'dlv did not end in 1 s',
    });
    expect(allProcesses().filter(({ command }) => command === 'sleep 987')).toEqual([]);
  });

  it('is stopped with the command', async () => {
    const controller = new AbortController();
    const answer = ask(delve('exec sleep 986'), { stop: controller.signal });
    controller.abort();
    expect(await answer).toEqual({ kind: 'failed', because: 'it was stopped' });
  });

  it('what it printed before the limit is kept', async () => {
    // Long enough for the shell to begin.
    const limit = { maxMs: 10_000 };
    expect(
      await ask(delve('echo "  Goroutine 1 - User: a.go:1 m.f (0x1)"; exec sleep 985'), limit),
    ).toMatchObject({
      kind: 'answered',
      text: expect.stringContaining('Goroutine 1') as unknown,
    });
  });

  it('its output is bounded', async () => {
    const answer = await ask(
      delve('exec yes aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'),
    );
    expect(answer.kind).toBe('answered');
    expect(answer.kind === 'answered' && answer.text.length).toBeLessThanOrEqual(32 << 20);
  });

  it('its last words are told', async () => {
    expect(await ask(delve('echo "unrecognized core format" >&2; exit 1'))).toEqual({
      kind: 'failed',
      because: 'dlv could not read it: unrecognized core format',
    });
  });
});
