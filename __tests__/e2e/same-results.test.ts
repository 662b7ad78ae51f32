import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { guardedOutcomes, plainOutcomes } from '../support/outcomes.ts';
import { fixture, readReport, run, scratch } from '../support/guarded.ts';

const goroot = execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim();

describe('under guard every test ends as it does in plain go test', () => {
  let out: ReturnType<typeof scratch>;
  beforeEach(() => {
    out = scratch();
  });
  afterEach(() => {
    out.remove();
  });

  const compare = async (
    leg: string,
    directory: string,
    packages: string[],
    flags: string[],
  ): Promise<void> => {
    const race = leg === 'race' ? ['-race'] : [];
    const args = [
      'run',
      '--dir',
      directory,
      '--out',
      out.path,
      '--legs',
      leg,
      ...packages,
      '--',
      ...flags,
    ];
    const plain = await plainOutcomes(directory, [...race, ...packages, ...flags]);
    const finished = await run(args);
    expect(finished.stderr).toBe('');
    expect([...guardedOutcomes(out.path, leg)].sort()).toEqual([...plain].sort());
    expect(plain.size).toBeGreaterThan(packages.length);
    expect(finished.code).toBe(0);
    expect(readReport(out.path).verdict).toEqual({ status: 'pass', reasons: [] });
  };

  it('the standard library', async () => {
    const packages =
      'strings bytes sort encoding/json text/template go/parser net/url archive/zip'.split(' ');
    await compare('memory', join(goroot, 'src'), packages, []);
  }, 900_000);

  it('the standard library with the race detector', async () => {
    await compare(
      'race',
      join(goroot, 'src'),
      ['strings', 'text/template', 'net/url', 'encoding/json'],
      [],
    );
  }, 900_000);

  // Tests that look at their process: goroutines, allocations, descriptors, environment, arguments, files, signals.
  it.each(['memory', 'race'])(
    'a module of tests that watch themselves, %s',
    async (leg) => {
      await compare(leg, fixture('ordinary'), ['./...'], ['-count=1']);
    },
    600_000,
  );

  it.each([
    ['tags', ['./buildtags'], ['-tags=integration']],
    ['a flag of the test itself', ['./customflag'], ['-custom']],
    ['run and skip', ['./...'], ['-run=Test[A-M]', '-skip=TestB']],
    [
      'shuffle, count and cpu',
      ['./allocs', './reexec', './testmain'],
      ['-shuffle=on', '-count=2', '-cpu=1,2'],
    ],
    ['-args', ['./customflag'], ['-args', '-custom']],
    ["an -exec of one's own", ['./output', './testmain', './reexec'], ['-exec=env WRAPPED=1']],
    ['coverage of all packages', ['./...'], ['-coverpkg=./...']],
  ])(
    'flags: %s',
    async (_name, packages, flags) => {
      await compare('memory', fixture('ordinary'), packages, flags);
    },
    600_000,
  );

  it("an -overlay of one's own: the tests that it adds run, and are missed when they do not", async () => {
    const overlay = join(out.path, 'overlay.json');
    const added = join(out.path, 'added_test.go');
    writeFileSync(added, 'package stdin\n\nimport "testing"\n\nfunc TestAdded(t *testing.T) {}\n');
    const target = join(fixture('ordinary'), 'stdin/added_test.go');
    writeFileSync(overlay, JSON.stringify({ Replace: { [target]: added } }));
    const folder = join(out.path, 'run');
    const args = [
      'run',
      '--dir',
      fixture('ordinary'),
      '--out',
      folder,
      '--legs',
      'memory',
      './stdin',
      '--',
    ];
    expect((await run([...args, `-overlay=${overlay}`])).code).toBe(0);
    expect(guardedOutcomes(folder, 'memory').get('example.com/ordinary/stdin TestAdded')).toBe(
      'pass',
    );

    writeFileSync(
      added,
      'package stdin\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestMain(m *testing.M) { os.Exit(0) }\n',
    );
    expect((await run([...args, `-overlay=${overlay}`])).code).toBe(1);
    expect(readReport(folder).verdict.status).toBe('incomplete');
  }, 600_000);

  it('GOFLAGS with -v, -race and -json: the stream stays readable and the leg stays the leg', async () => {
    const args = [
      'run',
      '--dir',
      fixture('ordinary'),
      '--out',
      out.path,
      '--legs',
      'memory',
      './buildtags',
    ];
    const finished = await run(args, { env: { GOFLAGS: '-v -race -json -tags=integration' } });
    expect(finished.code).toBe(0);
    expect(finished.stdout).toContain('=== RUN   TestIntegration\n');
    expect(readReport(out.path).packages.map(({ tests }) => tests.passed)).toEqual([3]);
  }, 600_000);

  it.each([['-covermode=set'], ['-coverpkg=./...']])(
    'the coverage profile is the same with %s',
    async (flag) => {
      const profile = (name: string): string => join(out.path, name);
      const packages = ['./partlycovered', './internaltests', './testmain'];
      const flags = (name: string): string[] => [flag, `-coverprofile=${profile(name)}`];
      await plainOutcomes(fixture('ordinary'), [...packages, ...flags('plain')]);
      const folder = join(out.path, 'run');
      const args = [
        'run',
        '--dir',
        fixture('ordinary'),
        '--out',
        folder,
        '--legs',
        'memory',
        ...packages,
      ];
      expect((await run([...args, '--', ...flags('guarded')])).code).toBe(0);
      const lines = (name: string): string[] =>
        readFileSync(profile(name), 'utf8').split('\n').sort();
      expect(lines('guarded')).toEqual(lines('plain'));
      expect(lines('plain').length).toBeGreaterThan(4);
    },
    600_000,
  );
});
