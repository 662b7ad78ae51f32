import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { flameGraph } from '../../src/heap/flame.ts';
import type { Amounts, FlameGraph, FlameNode } from '../../src/heap/flame-graph.ts';
import { readProfile, type PprofProfile } from '../../src/heap/profile.ts';
import { encodedProfile, type StackSums } from '../support/encoded-profile.ts';

function profileOf(stacks: readonly StackSums[]): PprofProfile {
  const reading = readProfile(encodedProfile(stacks));
  if (reading.kind === 'refused') throw new Error(reading.because);
  return reading.profile;
}

function graphOf(head: readonly StackSums[], base: readonly StackSums[] | null = null): FlameGraph {
  const graph = flameGraph('m/p', profileOf(head), base === null ? null : profileOf(base));
  if (graph === null) throw new Error('no heap profile');
  return graph;
}

function allocated(stack: string[], bytes: number, allocObjects = 1): StackSums {
  return { stack, allocObjects, allocBytes: bytes, inuseObjects: 0, inuseBytes: 0 };
}

/** The amounts at a path of names below the root. */
function at(graph: FlameGraph, path: readonly string[]): FlameNode | undefined {
  let index = 0;
  for (const name of path)
    index = graph.nodes.findIndex(
      (node) => node.parent === index && graph.names[node.name] === name,
    );
  return graph.nodes[index];
}

const bytesOf = (node: FlameNode | undefined): { head?: number; base?: number } => ({
  ...(node === undefined ? {} : { head: node.head[0], base: node.base[0] }),
});

describe('flameGraph', () => {
  it('merges stacks from the outermost caller in, the root stands for the package', () => {
    const graph = graphOf([
      allocated(['main', 'a', 'b'], 600),
      allocated(['main', 'a'], 300),
      allocated(['main', 'c'], 100),
    ]);
    expect(graph.names[0]).toBe('m/p');
    expect(graph.nodes).toHaveLength(5);
    expect(bytesOf(graph.nodes[0])).toEqual({ head: 1000, base: 0 });
    expect(bytesOf(at(graph, ['main', 'a']))).toEqual({ head: 900, base: 0 });
    expect(bytesOf(at(graph, ['main', 'a', 'b']))).toEqual({ head: 600, base: 0 });
  });

  it('keeps what is only in the base, and what is only in the head', () => {
    const graph = graphOf([allocated(['new'], 500)], [allocated(['old'], 400)]);
    expect(graph.hasBase).toBe(true);
    expect(bytesOf(at(graph, ['new']))).toEqual({ head: 500, base: 0 });
    expect(bytesOf(at(graph, ['old']))).toEqual({ head: 0, base: 400 });
  });

  it('knows functions of the base that have another name now', () => {
    const [head, base] = [[allocated(['m/new.F'], 500)], [allocated(['m/old.F'], 400)]];
    const nameNow = (name: string): string => name.replace('old', 'new');
    const graph = flameGraph('m/new', profileOf(head), profileOf(base), nameNow);
    expect(graph?.names).toEqual(['m/new', 'm/new.F']);
    expect(graph?.nodes[1]).toMatchObject({ head: [500, 1, 0], base: [400, 1, 0] });
  });

  it('tells calls of one function from different callers apart, recursion among them', () => {
    const graph = graphOf([allocated(['a', 'f'], 10), allocated(['b', 'f', 'f'], 20)]);
    expect(bytesOf(at(graph, ['a', 'f']))).toEqual({ head: 10, base: 0 });
    expect(bytesOf(at(graph, ['b', 'f']))).toEqual({ head: 20, base: 0 });
    expect(bytesOf(at(graph, ['b', 'f', 'f']))).toEqual({ head: 20, base: 0 });
  });

  it('leaves out what is below a thousandth, and says how much that is', () => {
    const graph = graphOf([
      allocated(['large'], 1_000_000, 5_000),
      allocated(['large', 'small', 'smaller'], 900),
      allocated(['tiny'], 50),
    ]);
    expect(graph.nodes).toHaveLength(2);
    expect(graph.omitted).toEqual({ frames: 3, head: [950, 2, 0] });
  });

  it('keeps what is small by bytes and large by what is in use', () => {
    const held = {
      stack: ['held'],
      allocObjects: 1,
      allocBytes: 8,
      inuseObjects: 1,
      inuseBytes: 8,
    };
    const graph = graphOf([allocated(['large'], 1_000_000), held]);
    expect(at(graph, ['held'])?.head).toEqual([8, 1, 8]);
  });

  it('cuts stacks that are too deep at their inner end, and counts them', () => {
    const deep = Array.from({ length: 1000 }, (_, index) => `f${String(index)}`);
    const graph = graphOf([allocated(deep, 10), allocated(['f0'], 5)]);
    expect(graph.cutStacks).toBe(1);
    expect(graph.nodes).toHaveLength(201);
    expect(bytesOf(graph.nodes.at(-1))).toEqual({ head: 10, base: 0 });
  });

  it('stays small for a profile of very many different stacks', () => {
    const many = Array.from({ length: 60_000 }, (_, index) =>
      allocated(
        [`a${String(index % 300)}`, `b${String(index % 301)}`, `c${String(index % 7)}`],
        1000,
      ),
    );
    const graph = graphOf(many);
    expect(graph.nodes.length).toBeLessThanOrEqual(10_000);
    expect(graph.nodes[0]?.head[0]).toBe(60_000_000);
  });

  it('is null for a profile of another kind', () => {
    const heap = profileOf([allocated(['a'], 1)]);
    const cpu = { ...heap, sampleTypes: [{ type: 'cpu', unit: 'nanoseconds' }] };
    expect(flameGraph('m/p', cpu, null)).toBeNull();
    expect(flameGraph('m/p', heap, cpu)).toBeNull();
  });
});

describe('conservation', () => {
  const name = fc.constantFrom('a', 'b', 'c', '<script>', '__proto__', '');
  const amount = fc.integer({ min: 0, max: 100_000 });
  const stacks = fc.array(
    fc.record({
      stack: fc.array(name, { minLength: 1, maxLength: 6 }),
      allocObjects: amount,
      allocBytes: amount,
      inuseObjects: amount,
      inuseBytes: amount,
    }),
    { maxLength: 40 },
  );
  const sumOf = (rows: readonly StackSums[]): Amounts =>
    rows.reduce<Amounts>(
      (sums, row) => [
        sums[0] + row.allocBytes,
        sums[1] + row.allocObjects,
        sums[2] + row.inuseBytes,
      ],
      [0, 0, 0],
    );

  it('the root has all, and no frame less than the frames below it', () => {
    fc.assert(
      fc.property(stacks, stacks, (head, base) => {
        const { nodes } = graphOf(head, base);
        expect(nodes[0]?.head).toEqual(sumOf(head));
        expect(nodes[0]?.base).toEqual(sumOf(base));
        nodes.forEach((node, index) => {
          expect(node.parent).toBeLessThan(index);
          for (const side of ['head', 'base'] as const)
            for (const column of [0, 1, 2] as const) {
              const below = nodes.filter(({ parent }) => parent === index);
              const sum = below.reduce((all, child) => all + child[side][column], 0);
              expect(node[side][column]).toBeGreaterThanOrEqual(sum);
            }
        });
      }),
      { numRuns: 200 },
    );
  });
});
