import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Attempt, Report } from '../../src/report/schema.ts';
import { bundled } from '../support/bundle.ts';
import {
  endingNames,
  endingsDirectory,
  expectedEnding,
  mismatches,
} from '../support/expected-endings.ts';
import { corePid } from '../support/core-image.ts';
import { corePattern, corePatternRefused, holdCorePattern } from '../support/core-pattern.ts';
import { pathWithDelve } from '../support/core.ts';
import {
  fixture,
  packageRun,
  readReport,
  run,
  start,
  startProgram,
  type Finished,
} from '../support/guarded.ts';
import { startedTest, attemptFolder } from '../support/attempt-records.ts';
import { smallDisk } from '../support/small-disk.ts';
import { tempFolder } from '../support/temp-folder.ts';

// The whole way of a core, on a machine whose core_pattern these tests change.

const refused = corePatternRefused();
if (refused !== null) console.warn(`cores.test.ts is skipped: ${refused}`);
const describeAsRoot = refused === null ? describe : describe.skip;

const pipe = '|/bin/false %p %e';

describeAsRoot('cores', () => {
  let held: ReturnType<typeof holdCorePattern>;
  let module: string;
  let out: string;
  const open: (() => void)[] = [];

  beforeEach(() => {
    held = holdCorePattern();
    held.set('core');
    module = join(tempFolder(), 'dumps');
    cpSync(fixture('dumps'), module, { recursive: true });
    out = join(tempFolder(), 'out');
  }, 300_000);
  afterEach(() => {
    for (const close of open.splice(0)) close();
    held.release();
  });

  interface Options {
    mode?: string;
    legs?: string;
    flags?: string[];
    env?: Record<string, string>;
  }

  const args = (packages: string, { mode = 'required', legs = 'memory', flags = [] }: Options) => [
    ...['run', '--dir', module, '--out', out, '--legs', legs, '--core-dumps', mode, '--fresh'],
    // What is run again after a crash has tests of its own.
    ...['--attempts', '1'],
    ...[packages, ...(flags.length > 0 ? ['--', ...flags] : [])],
  ];

  async function guarded(
    packages: string,
    options: Options = {},
  ): Promise<Finished & { report: Report }> {
    const finished = await run(args(packages, options), { env: { PATH: path(), ...options.env } });
    if (!existsSync(join(out, 'report.json'))) throw new Error(finished.stderr);
    return { ...finished, report: readReport(out) };
  }

  const lastAttempt = (report: Report, name: string, leg = 'memory'): Attempt =>
    packageRun(report, leg, name).attempts.at(-1)!;
  const folder = (name: string): string =>
    attemptFolder(out, 'memory', `example.com/dumps/${name}`);
  const whats = (report: Report): string => report.gaps.map(({ what }) => what).join('\n');

  /** A panic that left no core: Go's own exit code, and no file. */
  function expectNoCore(report: Report, name = 'boom'): void {
    expect(packageRun(report, 'memory', name).ending).toBe('crashed');
    expect(lastAttempt(report, name)).toMatchObject({
      exitCode: 2,
      signal: null,
      coreDumped: false,
    });
    expect(lastAttempt(report, name)).not.toHaveProperty('core');
    expect(readdirSync(folder(name)).filter((file) => /^core/.test(file))).toEqual([]);
  }

  function expectCore(report: Report, name = 'boom'): void {
    const attempt = lastAttempt(report, name);
    expect(attempt).toMatchObject({ exitCode: null, signal: 'SIGABRT', coreDumped: true });
    const packed = join(out, attempt.core!);
    expect(attempt.core).toMatch(/\/core\.(?:zst|gz)$/);
    const { pid } = JSON.parse(readFileSync(join(folder(name), 'start.json'), 'utf8')) as {
      pid: number;
    };
    expect(corePid(unpack(packed))).toBe(pid);
    expect(readdirSync(folder(name))).toContain('pkg.test');
    expect(readdirSync(folder(name))).not.toContain('core');
  }

  describe('of a panic', () => {
    it('is kept with its binary, and its cause is still the panic', async () => {
      const { code, report } = await guarded('./boom', { legs: 'race,memory' });
      expect(code).toBe(1);
      expectCore(report);
      const dumped = packageRun(report, 'memory', 'boom');
      expect(dumped.ending).toBe('crashed');
      expect(dumped.cause).toMatchObject({ id: 'nil-dereference', confidence: 'confirmed' });
      expect(whats(report)).toBe('');
      expect(readdirSync(join(module, 'boom'))).toEqual(['boom_test.go']);

      // Race legs never dump.
      expect(lastAttempt(report, 'boom', 'race')).toMatchObject({ exitCode: 2, coreDumped: false });
      expect(lastAttempt(report, 'boom', 'race')).not.toHaveProperty('core');
    });

    it('of a -timeout is kept too, and it still timed out', async () => {
      const { report } = await guarded('./late', { flags: ['-timeout=1s'] });
      const late = packageRun(report, 'memory', 'late');
      expect([late.ending, late.cause?.id]).toEqual(['timed-out', 'timeout']);
      expectCore(report, 'late');
    });

    it('no way to end is told differently, but for the signal of the runtime', async () => {
      const words = ['--dir', endingsDirectory, '--out', out, '--legs', 'memory', '--fresh'];
      const limits = ['--timeout', '10s', '--core-dumps', 'required', '--attempts', '1', './...'];
      await run(['run', ...words, ...limits], { env: { PATH: path() } });
      const report = readReport(out);
      const wrong = endingNames.flatMap((name) => {
        const want = expectedEnding(name, 'memory');
        const byRuntime = [want.exitCode].flat().includes(2) && want.ending !== 'exited';
        const dumped = byRuntime
          ? { ...want, exitCode: [2, null], signal: [null, 'SIGABRT'] }
          : want;
        return mismatches(dumped, packageRun(report, 'memory', name)).map(
          (line) => `${name}: ${line}`,
        );
      });
      expect(wrong).toEqual([]);
      const left = execFileSync('git', ['status', '--short', '--ignored', '.'], {
        cwd: endingsDirectory,
        encoding: 'utf8',
      });
      expect(left.split('\n').filter((line) => /\/core/.test(line))).toEqual([]);
    }, 600_000);

    it('off: the panic ends by exit code 2', async () => {
      const { report } = await guarded('./boom', { mode: 'off', env: { CI: 'true' } });
      expectNoCore(report);
      expect(existsSync(join(out, 'cores.json'))).toBe(false);
    });

    it('auto: nothing is done on a person’s machine', async () => {
      held.set(pipe);
      const { report } = await guarded('./boom', { mode: 'auto' });
      expectNoCore(report);
      expect(whats(report)).toBe('');
      expect(existsSync(join(out, 'cores.json'))).toBe(false);
      expect(corePattern()).toBe(pipe);
    });

    it('auto: in CI it is kept', async () => {
      const { report } = await guarded('./boom', { mode: 'auto', env: { CI: 'true' } });
      expectCore(report);
    });
  });

  describe('and what lies where they go', () => {
    it('an older file is left alone, and why there is no core is said', async () => {
      const older = join(module, 'boom/core');
      writeFileSync(older, 'the user’s');
      const { report } = await guarded('./boom');
      expectNoCore(report);
      expect(readFileSync(older, 'utf8')).toBe('the user’s');
      expect(report.gaps).toContainEqual({
        what: expect.stringMatching(/^core: .*\/boom\/core is in the way/),
        leg: 'memory',
        package: 'example.com/dumps/boom',
      });
    });

    it('the core of a test’s child does not stay in the package', async () => {
      const { code, report } = await guarded('./family');
      expect(code).toBe(0);
      expect(readdirSync(join(module, 'family'))).toEqual(['family_unix_test.go']);
      expect(readdirSync(folder('family')).filter((name) => /^core-\d+\./.test(name))).toHaveLength(
        1,
      );
      expect(whats(report)).toMatch(/^core: processes that the tests started .*core-\d+$/);
    });
  });

  describe('that go to a program', () => {
    beforeEach(() => {
      held.set(pipe);
    });

    const diverted = (): boolean => corePattern() !== pipe;

    it('are written to a folder instead, and core_pattern is put back', async () => {
      const { report } = await guarded('./boom');
      expectCore(report);
      expect(whats(report)).toBe('');
      expect(corePattern()).toBe(pipe);
      expect(existsSync(join(out, 'core-pattern.json'))).toBe(false);
    });

    it('an empty core_pattern is put back too', async () => {
      held.set('');
      expectCore((await guarded('./boom')).report);
      expect(corePattern()).toBe('');
    });

    /** A run that is in its test, with core_pattern changed. */
    async function lasting(): Promise<{
      started: ReturnType<typeof start>;
      temp: string;
      end: () => void;
    }> {
      const temp = tempFolder();
      const mark = join(temp, 'mark');
      const env = { TMPDIR: temp, LASTING_UNTIL: mark };
      const started = start(args('./lasting', {}), { env });
      open.push(() => started.child.kill('SIGKILL'));
      const test = await startedTest(folder('lasting'), started);
      if (test === null) throw new Error((await started.finished).stderr);
      expect(diverted()).toBe(true);
      return { started, temp, end: () => writeFileSync(mark, '') };
    }
    const coreFolders = (temp: string): string[] =>
      readdirSync(temp).filter((name) => name.startsWith('crash-guard-cores-'));

    it.each([
      ['SIGINT', 130],
      ['SIGTERM', 143],
    ] as const)('%s: core_pattern is put back', async (signal, code) => {
      const { started, temp } = await lasting();
      started.child.kill(signal);
      expect((await started.finished).code).toBe(code);
      expect(corePattern()).toBe(pipe);
      expect(coreFolders(temp)).toEqual([]);
    });

    it('kill -9 of the supervisor: "report" puts core_pattern back', async () => {
      const { started, temp } = await lasting();
      started.child.kill('SIGKILL');
      await started.finished;
      expect(diverted()).toBe(true);
      expect(coreFolders(temp)).toHaveLength(1);
      const rebuilt = await run(['report', out], { env: { TMPDIR: temp } });
      expect(rebuilt.code).toBe(1);
      expect(corePattern()).toBe(pipe);
      expect(coreFolders(temp)).toEqual([]);
      expect(whats(readReport(out))).not.toContain('core_pattern');
    });

    it('kill -9 of the supervisor: the next run in that folder puts it back', async () => {
      const { started } = await lasting();
      started.child.kill('SIGKILL');
      await started.finished;
      const { report } = await guarded('./boom');
      expectCore(report);
      expect(corePattern()).toBe(pipe);
    });

    it('"report" leaves a run alone that still goes on', async () => {
      const { started, end } = await lasting();
      await run(['report', out]);
      expect(diverted()).toBe(true);
      end();
      expect((await started.finished).code).toBe(0);
      expect(corePattern()).toBe(pipe);
    });

    it('changed by somebody else meanwhile: left as it is, and said', async () => {
      const { started, end } = await lasting();
      held.set('core.other.%p');
      end();
      expect((await started.finished).code).toBe(0);
      expect(corePattern()).toBe('core.other.%p');
      expect(whats(readReport(out))).toMatch(
        /core_pattern was changed to "core\.other\.%p" by somebody else/,
      );
    });

    it('and cannot be changed: the run goes on without, and says so', async () => {
      const { code, report } = await readOnly('auto', { CI: 'true' });
      expect(code).toBe(1);
      expectNoCore(report!);
      expect(whats(report!)).toMatch(
        /^no core was kept: kernel\.core_pattern hands cores on \(.*\), and .*(?:read-only|EROFS)/,
      );
      expect(corePattern()).toBe(pipe);
    });

    it('and cannot be changed, but are required: refused with the fix', async () => {
      const { code, stderr, report } = await readOnly('required', {});
      expect({ code, report }).toEqual({ code: 2, report: null });
      expect(stderr).toMatch(
        /--core-dumps: cores are required and cannot be kept[\s\S]*fix: .*sysctl -w kernel\.core_pattern/,
      );
    });

    /** Where /proc/sys cannot be written to, as in a container. */
    async function readOnly(
      mode: string,
      env: Record<string, string>,
    ): Promise<Finished & { report: Report | null }> {
      const script =
        'mount --bind /proc/sys /proc/sys && mount -o remount,bind,ro /proc/sys && exec "$@"';
      const words = ['--mount', 'sh', '-c', script, 'sh', process.execPath, bundled('cli.js')];
      const finished = await startProgram('unshare', [...words, ...args('./boom', { mode })], {
        env: { PATH: path(), ...env },
      }).finished;
      return { ...finished, report: existsSync(join(out, 'report.json')) ? readReport(out) : null };
    }
  });

  describe('without room', () => {
    it('for the records: the core stays where the kernel wrote it, and that is said', async () => {
      const disk = smallDisk('1m');
      open.push(disk.remove);
      out = join(disk.path, 'out');
      const { code, report } = await guarded('./boom');
      expect(code).toBe(1);
      const attempt = lastAttempt(report, 'boom');
      expect(attempt).toMatchObject({ signal: 'SIGABRT', coreDumped: true });
      expect(attempt).not.toHaveProperty('core');
      expect(whats(report)).toMatch(/core: it stays at .*\/boom\/core: no space left on device/);
      expect(corePid(join(module, 'boom/core'))).toBeGreaterThan(0);
      expect(readdirSync(folder('boom')).filter((name) => /^core/.test(name))).toEqual([]);
    });

    it('for the core itself: what there is of it is removed, and nothing else', async () => {
      const disk = smallDisk('1m');
      open.push(disk.remove);
      module = join(disk.path, 'dumps');
      cpSync(fixture('dumps'), module, { recursive: true });
      writeFileSync(join(module, 'boom/notes.txt'), 'the user’s');
      const { code, report } = await guarded('./boom');
      expect(code).toBe(1);
      expect(packageRun(report, 'memory', 'boom').ending).toBe('crashed');
      expect(lastAttempt(report, 'boom')).not.toHaveProperty('core');
      expect(whats(report)).toMatch(
        /core: only \d+ of \d+ bytes of it could be written to .*\/boom\/core/,
      );
      expect(readdirSync(join(module, 'boom'))).toEqual(['boom_test.go', 'notes.txt']);
      expect(readFileSync(join(module, 'boom/notes.txt'), 'utf8')).toBe('the user’s');
    });
  });

  describe('are read', () => {
    it('by dlv: the crashing goroutine with its variables is in the summary', async () => {
      const { report } = await guarded('./boom', { env: { PATH: pathWithDelve() } });
      expectCore(report);
      const { coreText, coreExcerpt } = lastAttempt(report, 'boom');
      const text = readFileSync(join(out, coreText!), 'utf8');
      expect(text).toContain('example.com/dumps/boom.total  boom/boom_test.go:14\n');
      expect(text).toContain('note = "first"\n');
      expect(text).toMatch(/^\d+ goroutines$/m);
      expect(text.startsWith(coreExcerpt!)).toBe(true);
      expect(readFileSync(join(out, 'summary.md'), 'utf8')).toContain('note = "first"');
      expect(readdirSync(folder('boom'))).toContain('pkg-debug.test');
      expect(readdirSync(folder('boom')).filter((name) => name.startsWith('.'))).toEqual([]);
      expect(whats(report)).toBe('');
    }, 600_000);

    it('and what the user’s flags write is not written again', async () => {
      const profile = join(out, '..', 'cover.out');
      const flags = [`-coverprofile=${profile}`, '-toolexec=/usr/bin/env'];
      const { report } = await guarded('./boom', { flags, env: { PATH: pathWithDelve() } });
      expect(lastAttempt(report, 'boom').coreExcerpt).toContain('note = "first"');
      const goEnded = statSync(join(out, 'legs/memory/go-end.json')).mtimeMs;
      expect(statSync(profile).mtimeMs).toBeLessThanOrEqual(goEnded);
    }, 600_000);

    it('with the binary itself where that has debug information', async () => {
      const own = join(out, '..', 'own.test');
      const flags = [`-o=${own}`];
      const { report } = await guarded('./boom', { flags, env: { PATH: pathWithDelve() } });
      expect(lastAttempt(report, 'boom').coreExcerpt).toMatch(/^program pkg\.test$/m);
      expect(readdirSync(folder('boom'))).not.toContain('pkg-debug.test');
    }, 600_000);
  });

  /** Without a dlv that happens to be there: reading takes time. */
  function path(): string {
    const folders = (process.env['PATH'] ?? '').split(':');
    return folders.filter((name) => !existsSync(join(name, 'dlv'))).join(':');
  }

  function unpack(packed: string): string {
    const target = join(tempFolder(), 'core');
    if (packed.endsWith('.zst'))
      execFileSync('zstd', ['-q', '-d', '--sparse', '-o', target, packed]);
    else execFileSync('sh', ['-c', 'gzip -d -c "$1" > "$2"', 'sh', packed, target]);
    return target;
  }
});
