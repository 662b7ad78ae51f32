import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { auditKinds } from '../../src/report/audit-kinds.ts';
import { auditSchema, type Audit, type AuditedPackage } from '../../src/report/audit.ts';
import { go, goModule } from '../support/go-module.ts';
import { fixture, run, start } from '../support/guarded.ts';
import { processState } from '../support/processes.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function audit(args: string[], env: Record<string, string> = {}): Promise<Audit> {
  const { code, stdout, stderr } = await run(['audit', '--json', ...args], { env });
  expect([code, stderr]).toEqual([0, '']);
  return auditSchema.parse(JSON.parse(stdout));
}

function packageIn({ packages }: Audit, name: string): AuditedPackage {
  const found = packages.find((one) => one.package === name);
  if (found === undefined) throw new Error(`${name} is not in the audit`);
  return found;
}

/** `goroutine cache/cache.go:28 var Default > newCache > (*Cache).start` */
function told({ findings }: AuditedPackage): string[] {
  return findings.map(({ kind, file, line, chain }) =>
    [kind, `${file}:${String(line)}`, chain.map((step) => step.function).join(' > ')].join(' '),
  );
}

describe('a module', () => {
  const mark = join(tempFolder(), 'mark');
  const directory = fixture('startup');
  let found: Audit;
  beforeAll(async () => {
    found = await audit(['--dir', directory], { STARTUP_MARK: mark });
  }, 300_000);

  it('shows what its packages do before main, and how they come to it', () => {
    expect(told(packageIn(found, 'example.com/shop/cache'))).toEqual([
      'environment config/config.go:7 var Default > Load',
      'panic cache/cache.go:20 var Default > newCache',
      'goroutine cache/cache.go:28 var Default > newCache > (*Cache).start',
    ]);
    expect(told(packageIn(found, 'example.com/shop/prices'))).toEqual([
      'registration prices/prices.go:11 var currency',
      'file prices/prices.go:16 init',
      'exit prices/prices.go:18 init',
      'exit prices/prices.go:21 init',
    ]);
    expect(told(packageIn(found, 'example.com/shop/quiet'))).toEqual([]);
  });

  it('shows the tests apart, and what a dependency does', () => {
    const tests = packageIn(found, 'example.com/shop/prices_test');
    expect(told(tests)).toEqual(['wait prices/prices_test.go:13 init']);
    expect(tests.findings[0]?.test).toBe(true);
    const metrics = packageIn(found, 'example.com/metrics');
    expect([metrics.role, ...told(metrics)]).toEqual([
      'dependency',
      'goroutine dep/metrics.go:6 init',
    ]);
  });

  it('knows what each initialisation costs, from a real start', () => {
    const cost = packageIn(found, 'example.com/shop/prices_test').cost!;
    expect(cost.initMs).toBeGreaterThan(19);
    expect(cost.bytes).toBeGreaterThanOrEqual(8 << 20);
    expect(packageIn(found, 'runtime').role).toBe('standard');
    // Without tests of its own, too.
    expect(packageIn(found, 'example.com/shop/quiet').cost).toMatchObject({ starts: 1 });
  });

  it('starts every test binary, but runs neither test nor TestMain', () => {
    expect(found.starts.map(({ package: name, ending, ready }) => [name, ending, ready])).toEqual(
      ['cache', 'config', 'prices', 'quiet'].map((name) => [
        ...[`example.com/shop/${name}`, 'exited'],
        true,
      ]),
    );
    expect(existsSync(mark)).toBe(false);
  });

  it('is left as it was', () => {
    expect(readdirSync(directory).sort()).toEqual([
      ...['cache', 'config', 'dep', 'go.mod', 'prices', 'quiet'],
    ]);
  });

  it('is told to a person', async () => {
    const { code, stdout } = await run(['audit', '--dir', directory]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^startup of 5 packages with go1\.\d+\S*: 5 warnings, 3 notes; up to /);
    expect(stdout).toContain(
      '  ✗ starts a goroutine     cache/cache.go:28  go c.sweep()\n      in var Default (cache.go:15) > newCache (cache.go:23) > (*Cache).start\n',
    );
    expect(stdout).toContain('dependencies that do more than set themselves up:');
  });

  it('is only read with --no-run', async () => {
    const read = await audit(['--dir', directory, '--no-run', './cache']);
    expect(read.starts).toEqual([]);
    expect(read.gaps).toEqual(['nothing was started, so what initialisation costs is not known']);
    expect(read.named).toEqual(['example.com/shop/cache']);
    expect(packageIn(read, 'example.com/shop/cache')).toMatchObject({ cost: null });
    expect(told(packageIn(read, 'example.com/shop/config'))).toEqual([]);
  });
});

describe('packages that do not start', () => {
  it('are named, with the reason', async () => {
    const directory = goModule({
      'boom/boom.go': 'package boom\n\nfunc init() { panic("no configuration") }\n',
      'left/left.go': 'package left\n\nimport "os"\n\nfunc init() { os.Exit(0) }\n',
      'wrong/wrong.go': 'package wrong\n\nvar x int = "a"\n',
      'flags/flags.go': 'package flags\n\nimport "flag"\n\nfunc init() { flag.Parse() }\n',
      'tool/main.go': 'package main\n\nfunc main() { panic("main is not run") }\n',
      'a b\'c"d.go': 'package m\n\nimport "os"\n\nvar home = os.Getenv("HOME")\n',
    });
    const found = await audit(['--dir', directory]);
    const by = new Map(found.starts.map((start) => [start.package.split('/').at(-1), start]));
    expect(by.get('boom')).toMatchObject({
      ...{ ending: 'exited', exitCode: 2, ready: false, said: 'panic: no configuration' },
      at: { function: 'example.com/m/boom.init.0', file: 'boom/boom.go', line: 3 },
    });
    expect(by.get('left')).toMatchObject({ ending: 'exited', exitCode: 0, ready: false });
    expect(by.get('wrong')).toMatchObject({
      ending: 'not-built',
      said: expect.stringMatching(/^wrong\/wrong\.go:3:13: cannot use "a"/),
    });
    expect(by.get('flags')).toMatchObject({
      ...{ exitCode: 2, ready: false },
      said: expect.stringMatching(/^flag provided but not defined: -test\./),
    });
    expect(by.get('tool')).toMatchObject({ ending: 'exited', exitCode: 0, ready: true });
    expect(told(packageIn(found, 'example.com/m'))).toEqual(['environment a b\'c"d.go:5 var home']);
  });

  it('may be packages that import each other, or a module that is not there', async () => {
    const directory = goModule({
      'go.mod': 'module example.com/m\n\ngo 1.21\n\nrequire example.invalid/absent v1.0.0\n',
      'a/a.go': 'package a\n\nimport "example.com/m/b"\n\nvar X = b.Y\n',
      'b/b.go':
        'package b\n\nimport (\n\t"os"\n\n\t"example.com/m/a"\n)\n\nvar Y = a.X + os.Getenv("B")\n',
      'c/c.go': 'package c\n\nimport _ "example.invalid/absent"\n',
    });
    const found = await audit(['--dir', directory], { GOFLAGS: '-mod=mod', GOPROXY: 'off' });
    expect(found.starts.map(({ ending }) => ending)).toEqual(Array(3).fill('not-built'));
    expect(found.starts.map(({ said }) => said)).toEqual([
      ...Array<unknown>(2).fill(expect.stringContaining('import cycle not allowed')),
      expect.stringContaining('module lookup disabled by GOPROXY=off'),
    ]);
    expect(told(packageIn(found, 'example.com/m/b'))).toEqual(['environment b/b.go:9 var Y']);
  });
});

it('leaves nothing behind when it is stopped', async () => {
  const source = [
    ...['package m', '', 'import (', '\t"os"', '\t"strconv"', '\t"time"', ')', ''],
    ...['func init() {', '\tpid := strconv.Itoa(os.Getpid())'],
    ...['\tos.WriteFile(os.Getenv("PID_FILE"), []byte(pid), 0o644)'],
    ...['\ttime.Sleep(time.Hour)', '}', ''],
  ].join('\n');
  const directory = goModule({ 'm.go': source });
  const pidFile = join(tempFolder(), 'pid');
  const { child, finished } = start(['audit', '--dir', directory], { env: { PID_FILE: pidFile } });
  const pid = await until(() => (existsSync(pidFile) ? readFileSync(pidFile, 'utf8') : ''));
  child.kill('SIGTERM');
  expect(await finished).toMatchObject({ code: 143, stdout: '', stderr: '' });
  await until(() => ([null, 'Z'].includes(processState(Number(pid))) ? 'gone' : ''));
});

async function until(found: () => string): Promise<string> {
  for (const end = Date.now() + 60_000; Date.now() < end;) {
    const text = found();
    if (text !== '') return text;
    await setTimeout(50);
  }
  throw new Error('it did not come to that in a minute');
}

describe('the flags of go test', () => {
  const tagged = 'package m\n\nimport "os"\n\nvar a = os.Getenv("A")\n';

  it('choose the files: -tags, an overlay, the settings file', async () => {
    const directory = goModule({
      'm.go': 'package m\n',
      'tagged.go': `//go:build integration\n\n${tagged}`,
      'other.txt': tagged,
    });
    const overlay = join(directory, 'overlay.json');
    const replaced = { Replace: { 'm.go': 'other.txt' } };
    writeFileSync(overlay, JSON.stringify(replaced));
    const of = async (...args: string[]): Promise<string[]> =>
      told(packageIn(await audit(['--dir', directory, ...args]), 'example.com/m'));
    expect(await of('--no-run')).toEqual([]);
    expect(await of('--', '-tags=integration')).toEqual(['environment tagged.go:7 var a']);
    expect(await of('--', '-overlay=overlay.json')).toEqual(['environment m.go:5 var a']);
    writeFileSync(join(directory, '.crash-guard.yml'), 'go-test-flags: [-tags=integration]\n');
    expect(await of('--no-run')).toEqual(['environment tagged.go:7 var a']);
  });
});

describe('a workspace and a vendored module', () => {
  it('are read like any other', async () => {
    const directory = goModule({
      'go.mod': 'module example.com/root\n\ngo 1.21\n',
      'go.work': 'go 1.21\n\nuse (\n\t./a\n\t./b\n)\n',
      'a/go.mod': 'module example.com/a\n\ngo 1.21\n',
      'a/a.go': 'package a\n\nimport "example.com/b"\n\nvar X = b.Get()\n',
      'b/go.mod': 'module example.com/b\n\ngo 1.21\n',
      'b/b.go': 'package b\n\nimport "os"\n\nfunc Get() string { return os.Getenv("B") }\n',
    });
    const found = await audit(['--dir', directory]);
    expect(found.named).toEqual(['example.com/a', 'example.com/b']);
    expect(told(packageIn(found, 'example.com/a'))).toEqual(['environment b/b.go:5 var X > Get']);

    const main = goModule({
      'go.mod':
        'module example.com/m\n\ngo 1.21\n\nrequire example.com/dep v0.0.0\n\nreplace example.com/dep => ./dep\n',
      'm.go': 'package m\n\nimport _ "example.com/dep"\n',
      'dep/go.mod': 'module example.com/dep\n\ngo 1.21\n',
      'dep/dep.go': 'package dep\n\nfunc init() { go func() {}() }\n',
    });
    go(main, 'mod', 'vendor');
    expect(told(packageIn(await audit(['--dir', main]), 'example.com/dep'))).toEqual([
      'goroutine vendor/example.com/dep/dep.go:3 init',
    ]);
  });
});

describe('what cannot be audited ends with exit code 2', () => {
  it.each<[string, string[], RegExp]>([
    ['no module', ['--dir', '/'], /--dir: \/ is in no Go module[\s\S]*fix: /],
    ['no folder', ['--dir', '/nowhere'], /--dir: \/nowhere is no folder/],
    ['no such package', ['./nope'], /packages: \.\/nope: .*directory not found[\s\S]*fix: /],
    ['a flag without its value', ['--', '-tags'], /-tags needs a value/],
    ['an unknown flag', ['--frob'], /unknown option '--frob'/],
    ['an overlay that is not there', ['--', '-overlay=no.json'], /-overlay: .*no\.json/],
  ])('%s', async (_, args, message) => {
    const cwd = goModule({ 'm.go': 'package m\n' });
    const { code, stdout, stderr } = await run(['audit', ...args], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

it.each(Object.entries(auditKinds))('docs/audit.md tells what %s means', (kind, { title }) => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/audit.md'), 'utf8');
  expect(page).toMatch(new RegExp(`^\\| \`${kind}\` *\\| ${title}`, 'm'));
});
