import { chmodSync, existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fixture, run, scratch } from '../support/guarded.ts';

describe('bad input ends with code 2, one message, and nothing half-written', () => {
  let folder: ReturnType<typeof scratch>;
  beforeEach(() => {
    folder = scratch();
  });
  afterEach(() => {
    folder.remove();
  });

  const module = (files: Record<string, string> = {}): string => {
    const path = join(folder.path, 'module');
    mkdirSync(path, { recursive: true });
    writeFileSync(join(path, 'go.mod'), 'module example.com/m\n\ngo 1.21\n');
    writeFileSync(
      join(path, 'm_test.go'),
      'package m\n\nimport "testing"\n\nfunc TestM(t *testing.T) {}\n',
    );
    for (const [name, text] of Object.entries(files)) writeFileSync(join(path, name), text);
    return path;
  };

  it.each([
    ['an unknown flag', ['run', '--legz', 'race'], /unknown option '--legz'[\s\S]*--legs/],
    ['an unknown command', ['runn'], /unknown command 'runn'[\s\S]*run/],
    [
      'an unknown leg',
      ['run', '--legs', 'rase'],
      /--legs: unknown leg "rase"[\s\S]*did you mean race\? known legs: race, memory/,
    ],
    [
      'a wrong duration',
      ['run', '--timeout', 'soon'],
      /--timeout: "soon" is no duration[\s\S]*fix: /,
    ],
    [
      'a wrong kind',
      ['run', '--fail-on', 'crush'],
      /--fail-on\[0\]: "crush" is not allowed[\s\S]*did you mean crash\? allowed: test-failure/,
    ],
    ...['0', '150%', 'lots', '-1GiB', '1e400GiB', ''].map((limit): [string, string[], RegExp] => [
      `--memory-limit ${JSON.stringify(limit)}`,
      ['run', `--memory-limit=${limit}`],
      /--memory-limit: ".*" .*\n {2}fix: give a size such as 2GiB/,
    ]),
    [
      'a memory limit above what the machine has',
      ['run', '--memory-limit', '900000GiB'],
      /--memory-limit: 878\.9 TiB is more than this job may use: [\s\S]*\n {2}fix: give at most \d+MiB, a share such as 85%/,
    ],
    [
      'a core-dumps mode that is none',
      ['run', '--core-dumps', 'on'],
      /--core-dumps: "on" is not allowed[\s\S]*allowed: auto, off, required/,
    ],
    [
      'a package that is not there',
      ['run', './nope'],
      /packages: \.\/nope: .*directory not found[\s\S]*fix: /,
    ],
    [
      '-list',
      ['run', '--', '-list', '.'],
      /-list is not possible under guard[\s\S]*fix: it only lists/,
    ],
    ['-c', ['run', '--', '-c'], /-c is not possible under guard/],
    ['-json=false', ['run', '--', '-json=false'], /-json=false is not possible/],
    ['-race for all legs', ['run', '--', '-race'], /-race belongs to a leg/],
    ['a package after --', ['run', '--', './...'], /is no flag[\s\S]*package patterns go before/],
    [
      'an overlay that is not there',
      ['run', '--', '-overlay', 'nope.json'],
      /-overlay: .*nope\.json/,
    ],
    [
      'a regular expression that is none',
      ['run', '--', '-run', 'Test('],
      /go-test-flags: .*missing closing \)/,
    ],
  ])('%s', async (_name, args, message) => {
    const finished = await run(args, { cwd: module() });
    expect({ code: finished.code, stdout: finished.stdout }).toEqual({ code: 2, stdout: '' });
    expect(finished.stderr).toMatch(message);
    expect(finished.stderr).not.toContain('    at ');
    expect(existsSync(join(folder.path, 'module/.crash-guard/out'))).toBe(false);
  });

  it('a settings file with several mistakes: all are reported at once, each with its line', async () => {
    const text = 'legs: [race]\npackage: [./...]\ntimeout: soon\nfail-on:\n  - crush\n';
    const finished = await run(['run'], { cwd: module({ '.crash-guard.yml': text }) });
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(
      /\.crash-guard\.yml:2 package: unknown setting "package"\n {2}fix: did you mean "packages"\?/,
    );
    expect(finished.stderr).toMatch(/\.crash-guard\.yml:3 timeout: "soon" is no duration/);
    expect(finished.stderr).toMatch(/\.crash-guard\.yml:5 fail-on\[0\]: "crush" is not allowed/);
  });

  it('a settings file that is no YAML', async () => {
    const finished = await run(['run'], { cwd: module({ '.crash-guard.yml': 'legs: [race\n' }) });
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/\.crash-guard\.yml:\d+:\d+: .*\n {2}fix: /);
  });

  it('a folder without go.mod', async () => {
    const finished = await run(['run', '--dir', folder.path]);
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/--dir: .* is in no Go module[\s\S]*fix: /);
    expect(readdirSync(folder.path)).toEqual([]);
  });

  it('GO111MODULE=off, which hides a go.mod', async () => {
    const finished = await run(['run'], { cwd: module({}), env: { GO111MODULE: 'off' } });
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/GO111MODULE: it is "off"[\s\S]*fix: unset it/);
  });

  it('a folder that does not exist', async () => {
    const finished = await run(['run', '--dir', join(folder.path, 'nope')]);
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/--dir: .*nope is no folder/);
  });

  it('a module without packages', async () => {
    const finished = await run(['run', '--dir', fixture('shapes/empty')]);
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/matches no packages/);
  });

  it('an --out that is a file', async () => {
    const out = join(folder.path, 'file');
    writeFileSync(out, 'mine');
    const finished = await run(['run', '--out', out], { cwd: module() });
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/--out: cannot write to .*file/);
  });

  it("an --out that holds somebody else's files: they stay", async () => {
    const out = join(folder.path, 'out');
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.txt'), 'mine');
    const finished = await run(['run', '--out', out], { cwd: module() });
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/holds files that are not from go-crash-guard \(thesis\.txt\)/);
    expect(readdirSync(out)).toEqual(['thesis.txt']);
  });

  it('no go command', async () => {
    const finished = await run(['run'], { cwd: module(), env: { PATH: folder.path } });
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(
      /go: the go command was not found in PATH\n {2}fix: install Go 1\.21 or later/,
    );
  });

  it('a Go that is too old', async () => {
    const bin = join(folder.path, 'bin');
    mkdirSync(bin);
    const names =
      'GOROOT GOCACHE GOMODCACHE GOTMPDIR GOFLAGS GOWORK GOMOD GOOS GOARCH GOHOSTOS GOHOSTARCH CGO_ENABLED CC GOEXE';
    const env = {
      GOVERSION: 'go1.20.14',
      ...Object.fromEntries(names.split(' ').map((name) => [name, ''])),
    };
    writeFileSync(join(bin, 'go'), `#!/bin/sh\necho '${JSON.stringify(env)}'\n`);
    chmodSync(join(bin, 'go'), 0o755);
    const finished = await run(['run'], { cwd: module(), env: { PATH: `${bin}:/usr/bin:/bin` } });
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/go: go1\.20\.14 is too old\n {2}fix: use Go 1\.21 or later/);
  });

  it('no C compiler for the race leg', async () => {
    const finished = await run(['run', '--legs', 'race'], {
      cwd: module(),
      env: { CGO_ENABLED: '0' },
    });
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/leg race: the race detector needs cgo/);
  });

  it('a folder that holds no run, for "report"', async () => {
    const finished = await run(['report', folder.path]);
    expect(finished.code).toBe(2);
    expect(finished.stderr).toMatch(/holds no run of go-crash-guard/);
  });
});
