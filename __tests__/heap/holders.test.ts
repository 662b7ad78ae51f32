import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { heapHolders, type HeapHolders } from '../../src/heap/holders.ts';
import { fixture } from '../support/guarded.ts';
import { heldSnapshot } from '../support/held-snapshot.ts';
import { profileOfStacks } from '../support/profile-of-stacks.ts';
import { figuresOf } from '../support/std-profiles.ts';

const MiB = 1 << 20;
const sum = (items: readonly { bytes: number; objects: number }[], pick: 'bytes' | 'objects') =>
  items.reduce((total, item) => total + item[pick], 0);

/** What is held is counted once, whichever way one looks at it. */
function expectConserved({ functions, tests, totals, matching }: HeapHolders): void {
  for (const items of [functions, tests]) {
    expect(sum(items, 'bytes')).toBe(matching.bytes);
    expect(sum(items, 'objects')).toBe(matching.objects);
    expect(items.map(({ bytes }) => bytes)).toEqual(
      items.map(({ bytes }) => bytes).sort((a, b) => b - a),
    );
  }
  expect(matching.bytes).toBeLessThanOrEqual(totals.inuseBytes);
}

describe('of tests that hold memory', () => {
  let profile: Buffer;
  let path: string;
  let holders: HeapHolders;
  const moduleDirectory = fixture('inspect');

  beforeAll(() => {
    path = join(heldSnapshot(), 'heap.pprof');
    profile = readFileSync(path);
    holders = heapHolders(profile, { moduleDirectory })!;
  });

  const held = (name: string) =>
    holders.functions.find((holder) => holder.function.endsWith(`held.${name}`));

  it('nothing is lost: flat sums are the totals', () => {
    expectConserved(holders);
    expect(holders.matching.bytes).toBe(holders.totals.inuseBytes);
    expect(holders.totals).toEqual(figuresOf(path, 'example.com/inspect/held').totals);
  });

  it('flat and cumulative bytes are those of go tool pprof', () => {
    const args = [
      'tool',
      'pprof',
      '-top',
      '-sample_index=inuse_space',
      '-unit=B',
      '-nodefraction=0',
    ];
    const top = execFileSync('go', [...args, path], { encoding: 'utf8', stdio: 'pipe' });
    // 102761018B 80.97% 80.97% 102761018B 80.97%  example.com/inspect/held.keep (inline)
    const row = /^ *(\d+)B? +\S+% +\S+% +(\d+)B? +\S+% +(\S+)/gm;
    const rows = new Map(
      [...top.matchAll(row)].map(([, flat, cum, name]) => [name, [Number(flat), Number(cum)]]),
    );
    for (const name of ['keep', 'dive', 'tiny', 'init']) {
      const holder = held(name)!;
      expect([holder.bytes, holder.cumulativeBytes]).toEqual(rows.get(holder.function));
    }
    const buffer = holders.functions.find(({ caller }) => caller?.function.endsWith('keepBuffer'))!;
    expect(buffer.bytes).toBe(rows.get('bytes.growSlice')?.[0]);
    expect(buffer.cumulativeBytes).toBe(rows.get('example.com/inspect/held.keepBuffer')?.[1]);
  });

  it('the largest comes first, with its line in the module and the test that has most of it', () => {
    expect(holders.functions[0]).toMatchObject({
      function: 'example.com/inspect/held.keep',
      file: 'held/held.go',
      line: 20,
      caller: { function: 'example.com/inspect/held.keep' },
      test: 'TestKeeps',
    });
    expect(holders.functions[0]!.bytes / (98 * MiB)).toBeCloseTo(1, 1);
    expect(holders.functions[0]!.share).toBeGreaterThan(0.7);
  });

  it.each([
    ['bytes.', 'keepBuffer', 40, 6, 'TestBuffer'],
    ['', 'keepText', 32, 5, 'TestText'],
  ])('behind the standard library (%s...) stands %s', (prefix, caller, line, mebibytes, test) => {
    const holder = holders.functions.find((item) =>
      item.caller?.function.endsWith(`held.${caller}`),
    )!;
    expect(holder.function.startsWith(prefix)).toBe(true);
    expect(holder.function).not.toContain('example.com');
    expect(holder).toMatchObject({ caller: { file: 'held/held.go', line }, test });
    expect(holder.bytes / (mebibytes * MiB)).toBeCloseTo(1, 1);
  });

  it('an inlined function is a function', () => {
    expect(held('tiny')).toMatchObject({ file: 'held/held.go', line: 24, test: 'TestInlined' });
  });

  it('a recursive function counts once', () => {
    expect(held('dive')?.cumulativeBytes).toBe(held('dive')?.bytes);
    expect(held('dive')!.bytes / (7 * MiB)).toBeCloseTo(1, 1);
  });

  it.each([
    ['TestKeeps', 40],
    ['TestInlined', 3],
    ['TestText', 5],
    ['TestBuffer', 6],
    ['TestDive', 7],
    ['TestParts', 16], // its two subtests
    ['FuzzSeed', 10],
    ['BenchmarkKeeps', 11],
    ['Example_keeps', 12],
    ['shared', 11], // 2 MiB at start-up, 9 in a goroutine that a test started
  ])('%s holds %d MiB', (test, mebibytes) => {
    const holding = holders.tests.find((item) => item.test === test);
    expect(holding!.bytes / MiB).toBeGreaterThan(mebibytes - 0.2);
    expect(holding!.bytes / MiB).toBeLessThan(mebibytes + 0.5);
  });

  it('no test is invented', () => {
    expect(
      holders.tests
        .map(({ test }) => test)
        .filter((test) => !/^(Test|Fuzz|Bench|Exam|shared)/.test(test)),
    ).toEqual([]);
    expect(holders.tests.map(({ test }) => test)).not.toContain('TestMain');
  });

  it('a filter narrows both lists and leaves the totals', () => {
    const narrow = heapHolders(profile, { filter: { function: /keepBuffer/ } })!;
    expectConserved(narrow);
    expect(narrow.totals).toEqual(holders.totals);
    expect(narrow.tests.map(({ test }) => test)).toEqual(['TestBuffer']);
    const none = heapHolders(profile, { filter: { package: 'example.com/other/...' } })!;
    expect([none.matching.bytes, none.functions, none.tests]).toEqual([0, [], []]);
    const all = heapHolders(profile, { filter: { package: 'example.com/inspect/...' } })!;
    expect(all.matching.bytes).toBeGreaterThan(0.99 * holders.totals.inuseBytes);
  });

  it('gzipped or not makes no difference; a cut one has no holders', () => {
    expect(heapHolders(gunzipSync(profile), { moduleDirectory })).toEqual(holders);
    for (const part of [0, 1, 10, profile.length / 2, profile.length - 1])
      expect(heapHolders(profile.subarray(0, part))).toBeNull();
  });
});

interface Stack {
  names: string[];
  bytes: number;
  objects: number;
}

function encode(stacks: readonly Stack[]): Uint8Array {
  return profileOfStacks(
    stacks.map(({ names, bytes, objects }) => ({
      names,
      values: [objects * 2, bytes * 2, objects, bytes],
    })),
  ).encode();
}

describe('whatever the profile', () => {
  const name = fc.constantFrom(
    ...[
      'example.com/m.f',
      'example.com/m.(*T).g',
      'example.com/m.TestA',
      'example.com/m.TestA.func1',
    ],
    ...[
      'runtime.mallocgc',
      'strings.(*Builder).grow',
      'testing.tRunner',
      'gopkg.in/yaml%2ev3.Parse',
    ],
  );
  const stack = fc.record({
    names: fc.array(name, { maxLength: 6 }),
    bytes: fc.nat({ max: 1e9 }),
    objects: fc.nat({ max: 1e6 }),
  });

  it('sums are conserved, with and without a filter', () => {
    fc.assert(
      fc.property(fc.array(stack, { maxLength: 30 }), fc.boolean(), (stacks, filtered) => {
        const filter = filtered ? { function: /TestA/ } : {};
        const holders = heapHolders(gzipSync(encode(stacks)), { filter })!;
        expectConserved(holders);
        const wanted = filtered
          ? stacks.filter(({ names }) => names.some((item) => item.includes('TestA')))
          : stacks;
        expect(holders.matching).toEqual({
          bytes: sum(wanted, 'bytes'),
          objects: sum(wanted, 'objects'),
        });
        expect(holders.totals.inuseBytes).toBe(sum(stacks, 'bytes'));
      }),
    );
  });

  it('other bytes have none, and never throw', () => {
    const bytes = fc.uint8Array({ maxLength: 300 });
    const broken = fc
      .tuple(
        fc.constant(encode([{ names: ['a.b', 'c.d'], bytes: 5, objects: 1 }])),
        fc.nat(),
        fc.nat({ max: 255 }),
      )
      .map(([whole, at, byte]) => whole.map((old, i) => (i === at % whole.length ? byte : old)));
    fc.assert(
      fc.property(fc.oneof(bytes, bytes.map(gzipSync), broken), (given) => {
        heapHolders(given);
      }),
      { numRuns: 500 },
    );
    expect(heapHolders(new Uint8Array())).toBeNull();
  });
});

it('a bomb is refused without being unpacked', () => {
  const bomb = gzipSync(Buffer.alloc(300 << 20));
  expect(bomb.length).toBeLessThan(MiB);
  expect(heapHolders(bomb)).toBeNull();
});
