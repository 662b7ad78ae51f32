import { execFileSync } from 'node:child_process';
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
    const plain = await plainOutcomes(directory, [...race, ...packages, ...flags]);
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
    ['coverage of all packages', ['./...'], ['-coverpkg=./...']],
  ])(
    'flags: %s',
    async (_name, packages, flags) => {
      await compare('memory', fixture('ordinary'), packages, flags);
    },
    600_000,
  );
});
