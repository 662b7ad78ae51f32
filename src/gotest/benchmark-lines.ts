import type { Benchmark } from '../report/heap-schema.ts';

/** The memory that benchmarks report, gathered from output that may come in pieces. */
export interface BenchmarkLines {
  add: (output: string) => void;
  /** By name, in order of their first lines; of several lines (-count) the smallest figures. */
  results: () => Benchmark[];
}

const maxBenchmarks = 1000;
const maxPieceChars = 1000;

export function createBenchmarkLines(): BenchmarkLines {
  const found = new Map<string, Benchmark>();
  let begun = '';
  return {
    add(output) {
      const line = begun + output;
      // The name is printed before the benchmark runs, and its figures afterwards.
      begun = line.endsWith('\t') && line.includes('Benchmark') ? line.slice(-maxPieceChars) : '';
      if (begun !== '') return;
      const benchmark = benchmarkLine(line);
      if (benchmark === null) return;
      const known = found.get(benchmark.name);
      if (known === undefined) {
        if (found.size < maxBenchmarks) found.set(benchmark.name, benchmark);
        return;
      }
      known.bytesPerOp = Math.min(known.bytesPerOp, benchmark.bytesPerOp);
      known.allocsPerOp = Math.min(known.allocsPerOp, benchmark.allocsPerOp);
    },
    results: () => withoutProcessors([...found.values()]),
  };
}

/**
 * Reads a result line (testing.BenchmarkResult.String and MemString):
 * `BenchmarkRepeat/n=10-2 \t 1000\t 41.82 ns/op\t 239.12 MB/s\t 1.500 things/op\t 32 B/op\t 2 allocs/op`
 * Null for every other line, and for a benchmark that does not report its memory.
 */
export function benchmarkLine(line: string): Benchmark | null {
  if (!line.includes(' B/op') || line.length > 4 * maxPieceChars) return null;
  const [title = '', times = '', ...cells] = line.trimEnd().split('\t');
  // What a benchmark prints without a newline stands in front of its name.
  const word = title.trimEnd().split(' ').pop() ?? '';
  const name = word.slice(Math.max(0, word.indexOf('Benchmark')));
  if (!/^Benchmark(?![a-z])/.test(name) || !/^ *\d+$/.test(times)) return null;
  const bytesPerOp = figure(cells, 'B/op');
  const allocsPerOp = figure(cells, 'allocs/op');
  return bytesPerOp === null || allocsPerOp === null ? null : { name, bytesPerOp, allocsPerOp };
}

function figure(cells: readonly string[], unit: string): number | null {
  const cell = cells.find((text) => text.endsWith(` ${unit}`));
  const number = /^ *(?<number>\d+(?:\.\d+)?)$/.exec(cell?.slice(0, -unit.length - 1) ?? '');
  return number === null ? null : Number(number.groups?.['number']);
}

/** Names end with the number of processors, unless it is 1: without it they mean the same on another machine. */
function withoutProcessors(benchmarks: readonly Benchmark[]): Benchmark[] {
  const ends = new Set(benchmarks.map(({ name }) => /-\d+$/.exec(name)?.[0] ?? ''));
  const [end = ''] = ends;
  if (ends.size !== 1 || end === '') return [...benchmarks];
  return benchmarks.map((benchmark) => ({
    ...benchmark,
    name: benchmark.name.slice(0, -end.length),
  }));
}
