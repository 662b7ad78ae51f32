import { execFileSync } from 'node:child_process';
import { accessSync, constants, existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Check } from '../../src/report/schema.ts';
import { bundled } from '../support/bundle.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, run, scratch, startProgram, type Finished } from '../support/guarded.ts';
import { until } from '../support/processes.ts';

const mib = 1024 ** 2;
const passing = 'package m\n\nimport "testing"\n\nfunc TestM(t *testing.T) {}\n';
const isRoot = process.getuid?.() === 0;

function row(finished: Finished, id: string): Check | undefined {
  return (JSON.parse(finished.stdout) as Check[]).find((check) => check.id === id);
}

/** Runs the command line in a shell that has done something first. */
function runAfter(prelude: string, args: string[], cwd: string): Promise<Finished> {
  const words = [process.execPath, bundled('cli.js'), ...args];
  const script = `${prelude} && exec "$@"`;
  return startProgram('sh', ['-c', script, 'sh', ...words], { cwd, timeout: 60_000 }).finished;
}

describe('preflight', () => {
  it('shows a table of what this machine allows', async () => {
    const finished = await run(['preflight'], { cwd: goModule({ 'm_test.go': passing }) });
    expect(finished).toMatchObject({ code: 0, stderr: '' });
    expect(finished.stdout).toMatch(/^\S+ Go {2,}go1\.\d+\S* +go1\.21 or later$/m);
    expect(finished.stdout).toMatch(
      /memory ceiling for the tests +\d.*: 85 % of .* \(the default\)/,
    );
  });

  it('goes by the settings file', async () => {
    const cwd = goModule({ 'm_test.go': passing, '.crash-guard.yml': 'memory-limit: 64MiB\n' });
    const given = await run(['preflight', '--json'], { cwd });
    expect(row(given, 'ceiling')?.value).toBe('64.0 MiB: given by .crash-guard.yml:1 memory-limit');
    const off = await run(['preflight', '--json', '--memory-limit', 'off'], { cwd });
    expect(row(off, 'ceiling')?.value).toBe('none: memory-limit is off');
    expect(row(off, 'guard')).toBeUndefined();
  });

  it('says that Go is too old for go.mod', async () => {
    const cwd = goModule({ 'go.mod': 'module m\n\ngo 1.999\n', 'm_test.go': passing });
    const finished = await startProgram(
      process.execPath,
      [bundled('cli.js'), 'preflight', '--json'],
      { cwd, env: { GOTOOLCHAIN: 'local' } },
    ).finished;
    expect(finished.code).toBe(1);
    expect(row(finished, 'go-mod')).toMatchObject({
      status: 'fail',
      needed: expect.stringContaining('go1.999'),
    });
  });
});

describe('a setting under which no test could run', () => {
  it.each([
    ['GOCACHE', 'off', 'there is no build cache: GOCACHE is "off"'],
    ['GOCACHE', 'cache', 'there is no build cache: GOCACHE is "cache"'],
  ])('%s=%s is wrong input, for a run too', async (name, value, said) => {
    const cwd = goModule({ 'm_test.go': passing });
    for (const command of ['preflight', 'run']) {
      const finished = await run([command], { cwd, env: { [name]: value } });
      expect({ code: finished.code, stdout: finished.stdout }).toEqual({ code: 2, stdout: '' });
      expect(finished.stderr).toContain(said);
      expect(finished.stderr).toContain('fix: set GOCACHE');
    }
  });

  it('a GOTMPDIR that is not there fails', async () => {
    const cwd = goModule({ 'm_test.go': passing });
    const gone = join(cwd, 'gone');
    const finished = await run(['preflight', '--json'], { cwd, env: { GOTMPDIR: gone } });
    expect(finished.code).toBe(1);
    expect(row(finished, 'disk-build')).toMatchObject({
      value: `nothing: ${gone} is not there`,
      status: 'fail',
    });
  });

  it.each<[string, Record<string, string>, Record<string, string>, string]>([
    ['go.mod', { 'go.mod': 'modle m\n\ngo 1.24\n' }, {}, 'go.mod:1: unknown directive: modle'],
    ['GOFLAGS', {}, { GOFLAGS: '-bogus' }, 'go: parsing $GOFLAGS: unknown flag -bogus'],
  ])('a %s that the go command refuses fails', async (_, files, env, said) => {
    const cwd = goModule({ 'm_test.go': passing, ...files });
    const finished = await run(['preflight', '--json'], { cwd, env });
    expect(finished.code).toBe(1);
    expect(row(finished, 'module')).toMatchObject({
      value: expect.stringContaining(said),
      status: 'fail',
    });
  });
});

const memoryRoot = '/sys/fs/cgroup/memory';
const pidsRoot = '/sys/fs/cgroup/pids';
const v1 = isRoot && [memoryRoot, pidsRoot].every(isWritable);
if (!v1)
  console.warn(
    'some of preflight.test.ts is skipped: it needs root and writable cgroup v1 controllers',
  );

describe('a cgroup of version 1 (needs root and its controllers)', () => {
  const name = `crash-guard-preflight-${String(process.pid)}`;
  const outer = join(memoryRoot, name);
  const inner = join(outer, 'inner');
  const pids = join(pidsRoot, name);

  (v1 ? it : it.skip)('is found from within, with its ancestor’s limit', async () => {
    const cwd = goModule({ 'm_test.go': passing });
    mkdirSync(inner, { recursive: true });
    mkdirSync(pids);
    try {
      writeFileSync(join(outer, 'memory.limit_in_bytes'), String(512 * mib));
      writeFileSync(join(pids, 'pids.max'), '200');
      const enter = `echo $$ >${inner}/cgroup.procs && echo $$ >${pids}/cgroup.procs`;
      const finished = await runAfter(enter, ['preflight', '--json'], cwd);
      expect(row(finished, 'memory-limit')?.value).toBe(
        `512.0 MiB, the limit of the cgroup /${name}`,
      );
      expect(row(finished, 'ceiling')?.value).toContain('435.2 MiB: 85 % of 512.0 MiB');
      expect(row(finished, 'guard')?.value).toBe(`a cgroup below ${inner}`);
      expect(row(finished, 'pids-limit')).toMatchObject({
        value: expect.stringMatching(new RegExp(`^200, \\d+ in use \\(cgroup /${name}\\)$`)),
        status: 'warn',
      });
      const above = await runAfter(enter, ['run', '--memory-limit', '1GiB'], cwd);
      expect(above).toMatchObject({ code: 2, stdout: '' });
      expect(above.stderr).toContain(
        `--memory-limit: 1.0 GiB is more than this job may use: 512.0 MiB (the limit of the cgroup /${name})`,
      );
      expect(existsSync(join(cwd, '.crash-guard/out'))).toBe(false);
    } finally {
      // What a process leaves behind may take a moment to be gone.
      for (const group of [inner, outer, pids])
        await until(() => isRemoved(group), 30_000, `${group} to be empty`);
    }
  });
});

describe('a temporary folder (needs root to mount one)', () => {
  let folder: ReturnType<typeof scratch>;
  beforeEach(() => {
    folder = scratch();
  });
  afterEach(() => {
    folder.remove();
  });

  async function mounted<T>(options: string, use: () => Promise<T>): Promise<T> {
    execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder.path]);
    try {
      return await use();
    } finally {
      execFileSync('umount', ['--lazy', folder.path]);
    }
  }
  const mounts = isRoot && canMount();
  if (!mounts)
    console.warn('some of preflight.test.ts is skipped: it needs the right to mount a tmpfs');
  const rootIt = mounts ? it : it.skip;

  rootIt('that is tiny and noexec is reported', async () => {
    const cwd = goModule({ 'm_test.go': passing });
    const finished = await mounted('noexec,size=2m', () =>
      run(['preflight', '--json'], { cwd, env: { GOTMPDIR: folder.path } }),
    );
    expect(finished.code).toBe(1);
    expect(row(finished, 'temp-exec')).toMatchObject({
      value: `${folder.path} is mounted noexec`,
      status: 'fail',
    });
    expect(row(finished, 'disk-build')).toMatchObject({
      value: `2.0 MiB in ${folder.path}`,
      status: 'fail',
    });
    expect(row(finished, 'disk-temp')?.status).toBe('ok');
  });

  rootIt('that is read-only is reported', async () => {
    const cwd = goModule({ 'm_test.go': passing });
    const finished = await mounted('ro', () =>
      run(['preflight', '--json'], { cwd, env: { GOTMPDIR: folder.path } }),
    );
    expect(row(finished, 'disk-build')?.value).toBe(`nothing: ${folder.path} is read-only`);
  });

  rootIt('from which no program can be started: a run warns of it once, and goes on', async () => {
    const cwd = goModule({ 'm_test.go': passing });
    const finished = await mounted('noexec,size=2g', () =>
      run(['run', '--legs', 'memory', '--fresh'], { cwd, env: { GOTMPDIR: folder.path } }),
    );
    const warning = `✗ test binaries can start in: ${folder.path} is mounted noexec (needs no noexec)\n    fix: set GOTMPDIR`;
    expect(finished.stdout.split(warning)).toHaveLength(2);
    expect(finished.stdout.indexOf(warning)).toBeLessThan(finished.stdout.indexOf('leg memory'));
    expect(finished.code).toBe(1);
    const report = readReport(join(cwd, '.crash-guard/out'));
    expect(report.preflight.find(({ id }) => id === 'temp-exec')?.status).toBe('fail');
    expect(report.packages).toMatchObject([{ ending: 'not-started' }]);
  });
});

const hasCores = existsSync('/proc/sys/kernel/core_pattern');
if (!hasCores) console.warn('some of preflight.test.ts is skipped: there is no core_pattern here');

describe('cores that are required', () => {
  (hasCores ? it : it.skip)(
    'and forbidden by a limit: the run is refused before anything is written',
    async () => {
      const cwd = goModule({ 'm_test.go': passing });
      const args = ['run', '--legs', 'memory', '--core-dumps', 'required'];
      const finished = await runAfter('ulimit -c 0', args, cwd);
      expect(finished).toMatchObject({ code: 2, stdout: '' });
      expect(finished.stderr).toMatch(
        /--core-dumps: cores are required and cannot be kept \(size of a core: forbidden\)\n {2}fix: raise the hard limit/,
      );
      expect(existsSync(join(cwd, '.crash-guard/out'))).toBe(false);
    },
  );
});

function isRemoved(group: string): boolean {
  try {
    rmdirSync(group);
    return true;
  } catch {
    return false;
  }
}

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Root in a container may lack the right. */
function canMount(): boolean {
  const folder = scratch();
  try {
    execFileSync('mount', ['-t', 'tmpfs', 'tmpfs', folder.path], { stdio: 'ignore' });
    execFileSync('umount', [folder.path]);
    return true;
  } catch {
    return false;
  } finally {
    folder.remove();
  }
}
