import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { expect, it } from '@jest/globals';
import { environmentSchema } from '../../src/baseline/record.ts';
import { recordEnvironment } from '../../src/machine/record-environment.ts';

const go = { version: 'go1.26.3' };

it('a hosted runner', () => {
  const env = {
    ImageOS: 'ubuntu24',
    ImageVersion: '20261109.64.1',
    GOGC: '50',
    GOMEMLIMIT: '1GiB',
  };
  expect(recordEnvironment({ env, go })).toEqual({
    go: 'go1.26.3',
    runnerImage: 'ubuntu24 20261109.64.1',
    kernel: execFileSync('uname', ['-r'], { encoding: 'utf8' }).trim(),
    cpus: availableParallelism(),
    gogc: '50',
    gomemlimit: '1GiB',
  });
});

it('any other machine; an empty variable is none', () => {
  expect(recordEnvironment({ env: { GOGC: '', ImageOS: ' ' }, go })).toMatchObject({
    ...{ runnerImage: null, gogc: null, gomemlimit: null },
  });
});

it.each([
  ['3', 3],
  ['0', availableParallelism()],
  ['-1', availableParallelism()],
  ['many', availableParallelism()],
])('GOMAXPROCS=%s', (GOMAXPROCS, cpus) => {
  expect(recordEnvironment({ env: { GOMAXPROCS }, go }).cpus).toBe(cpus);
});

it('very long values are cut, so that the record stays valid', () => {
  const env = { GOGC: 'x'.repeat(10_000), ImageOS: 'y'.repeat(10_000) };
  expect(environmentSchema.safeParse(recordEnvironment({ env, go })).success).toBe(true);
});
