import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { DeclaredTest } from '../../../src/evidence/completeness.ts';
import { repositoryAt } from '../../../src/machine/source-files.ts';
import { memoryGrowth, type MemoryGrowth } from '../../../src/run/memory-growth/memory-growth.ts';
import { directRerun, type DirectRerun } from '../../support/direct-rerun.ts';
import { fixture } from '../../support/guarded.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const minute = 60_000;

interface Measured extends MemoryGrowth {
  direct: DirectRerun;
}

async function measure(name: string, file: string, budgetMs = 5 * minute): Promise<Measured> {
  const folder = join(fixture('memory'), name);
  const direct = directRerun(folder);
  const source = readFileSync(join(folder, file), 'utf8');
  const declared = [...source.matchAll(/^func (?<name>Test\w+)/gm)].map(
    ({ groups }, line): DeclaredTest => ({
      ...{ name: groups?.['name'] ?? '', kind: 'test', file, line: line + 1 },
    }),
  );
  const grown = await memoryGrowth({
    ...{ rerun: direct.rerun, package: `example.com/memory/${name}`, leg: 'memory', declared },
    ...{ user: { run: '', skip: '' }, goMinor: 26, scratch: tempFolder() },
    ...{ repository: repositoryAt(fixture('memory')), budgetMs, now: Date.now },
    stopped: () => false,
  });
  return { ...grown, direct };
}

/** The line of the fixture that is marked so. */
function marked(name: string, file: string, mark: string): number {
  const lines = readFileSync(join(fixture('memory'), name, file), 'utf8').split('\n');
  return lines.findIndex((line) => line.endsWith(`// leak: ${mark}`)) + 1;
}

describe('memory that grows with each repetition', () => {
  let leaking: Measured;
  beforeAll(async () => {
    leaking = await measure('leaking', 'store_test.go');
  }, 6 * minute);

  it.each([
    { mark: 'append', test: 'TestRemember', bytes: 4096 },
    { mark: 'map', test: 'TestOpen', bytes: 2048 },
    { mark: 'list', test: 'TestEnqueue', bytes: 19_200 },
    { mark: 'goroutine', test: 'TestWait', bytes: 8192 },
    { mark: 'worker', test: 'TestSubmit', bytes: 4096 },
  ])('is found: $mark', ({ mark, test, bytes }) => {
    const line = marked('leaking', 'store.go', mark);
    const found = leaking.leaks.filter(({ site }) => site?.line === line);
    expect(found).toMatchObject([
      { kind: 'memory', confidence: 'consistent', test, goroutines: 0 },
    ]);
    expect(found[0]?.site?.file).toMatch(/leaking\/store\.go$/);
    expect(Math.abs((found[0]?.bytesPerRun ?? 0) - bytes)).toBeLessThan(0.3 * bytes);
  });

  it('is nothing else', () => {
    expect(leaking.leaks).toHaveLength(5);
    expect(new Set(leaking.leaks.map(({ fingerprint }) => fingerprint)).size).toBe(5);
    expect(leaking.notes).toEqual([]);
  });

  it(
    'is not what is kept once, pooled, bounded, or freed a little later',
    async () => {
      const { leaks, notes } = await measure('steady', 'cache_test.go');
      expect(leaks).toEqual([]);
      expect(notes).toEqual([]);
    },
    6 * minute,
  );

  it(
    'is looked for in the other tests where one cannot be repeated',
    async () => {
      const { leaks, notes } = await measure('norepeat', 'registry_test.go');
      expect(notes).toEqual([
        'TestRegister fails when it is repeated in one process: not looked at',
      ]);
      expect(leaks).toMatchObject([{ test: 'TestKeep' }]);
      expect(leaks[0]?.site?.line).toBe(marked('norepeat', 'registry.go', 'kept'));
    },
    6 * minute,
  );

  it('says where there is no time for it', async () => {
    const { leaks, notes } = await measure('norepeat', 'registry_test.go', 0);
    expect(leaks).toEqual([]);
    expect(notes).toEqual(['the time was over before its memory was measured']);
  });
});
