import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { chooseCeiling, usableMemory, type MemoryBounds } from '../../src/machine/ceiling.ts';
import { InputError } from '../../src/settings/input-error.ts';
import type { MemoryLimit } from '../../src/settings/memory-limit.ts';

const gib = 1024 ** 3;
const machine: MemoryBounds = { totalBytes: 16 * gib, groups: [] };
const nested: MemoryBounds = {
  totalBytes: 16 * gib,
  groups: [
    { path: '/pod/container', limitBytes: null },
    { path: '/pod', limitBytes: 4 * gib },
    { path: '/', limitBytes: 64 * gib },
  ],
};

describe('what this job may use is the least of', () => {
  it.each<[string, MemoryBounds, { bytes: number; source: string } | null]>([
    ['the machine', machine, { bytes: 16 * gib, source: "the machine's memory" }],
    ['its cgroups', nested, { bytes: 4 * gib, source: 'the limit of the cgroup /pod' }],
    [
      'a cgroup, where the machine does not say',
      { ...nested, totalBytes: null },
      { bytes: 4 * gib, source: 'the limit of the cgroup /pod' },
    ],
    [
      'the machine, where a cgroup allows more than it has',
      { totalBytes: gib, groups: [{ path: '/a', limitBytes: 2 * gib }] },
      { bytes: gib, source: "the machine's memory" },
    ],
    ['nothing, where nothing is known', { totalBytes: null, groups: [] }, null],
  ])('%s', (_, bounds, usable) => {
    expect(usableMemory(bounds)).toEqual(usable);
  });
});

describe('the ceiling', () => {
  it.each<[string, MemoryLimit, MemoryBounds, number | null, string]>([
    [
      'is 85 % by default',
      { kind: 'default' },
      machine,
      Math.floor(16 * gib * 0.85),
      "85 % of 16.0 GiB, the machine's memory (the default)",
    ],
    [
      'is a share of the least limit',
      { kind: 'percent', percent: 50 },
      nested,
      2 * gib,
      '50 % of 4.0 GiB, the limit of the cgroup /pod',
    ],
    ['is what was given', { kind: 'bytes', bytes: gib }, nested, gib, 'given by memory-limit'],
    [
      'may be all there is',
      { kind: 'bytes', bytes: 4 * gib },
      nested,
      4 * gib,
      'given by memory-limit',
    ],
    ['may be off', { kind: 'off' }, nested, null, 'memory-limit is off'],
    [
      'is not made up',
      { kind: 'default' },
      { totalBytes: null, groups: [] },
      null,
      'this system does not say how much memory there is',
    ],
    [
      'is believed where nothing is known',
      { kind: 'bytes', bytes: gib },
      { totalBytes: null, groups: [] },
      gib,
      'given by memory-limit',
    ],
  ])('%s', (_, limit, bounds, ceilingBytes, why) => {
    expect(chooseCeiling(limit, bounds)).toEqual({ ceilingBytes, why });
  });

  it('above what this job may use is the user’s mistake, with a number that fits', () => {
    let thrown: unknown;
    try {
      chooseCeiling({ kind: 'bytes', bytes: 8 * gib }, nested, '--memory-limit');
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(InputError);
    expect((thrown as InputError).problems).toEqual([
      {
        where: '--memory-limit',
        what: '8.0 GiB is more than this job may use: 4.0 GiB (the limit of the cgroup /pod)',
        fix: 'give at most 3481MiB, a share such as 85%, or leave it out',
      },
    ]);
  });

  it('by a share never is above what this job may use', () => {
    const bytes = fc.integer({ min: 1, max: 2 ** 48 });
    fc.assert(
      fc.property(
        fc.double({ min: 0.000001, max: 100, noNaN: true }),
        fc.option(bytes),
        fc.array(fc.record({ path: fc.string(), limitBytes: fc.option(bytes) })),
        (percent, totalBytes, groups) => {
          const { ceilingBytes } = chooseCeiling(
            { kind: 'percent', percent },
            { totalBytes, groups },
          );
          const usable = usableMemory({ totalBytes, groups });
          if (usable === null) expect(ceilingBytes).toBeNull();
          else expect(ceilingBytes).toBeLessThanOrEqual(usable.bytes);
        },
      ),
    );
  });
});
