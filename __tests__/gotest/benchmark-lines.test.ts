import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { benchmarkLine, createBenchmarkLines } from '../../src/gotest/benchmark-lines.ts';
import { parseEvent } from '../../src/gotest/event.ts';
import { foldEvent, newPackageFold } from '../../src/gotest/package-fold.ts';
import { goModule, goTestJson } from '../support/go-module.ts';

const source = `package m

import (
	"fmt"
	"strings"
	"testing"
)

var sink any

func BenchmarkPlain(b *testing.B) {
	for i := 0; i < b.N; i++ {
		sink = make([]byte, 100)
	}
}

func BenchmarkSizes(b *testing.B) {
	for _, n := range []int{10, 1000} {
		b.Run(fmt.Sprintf("n=%d", n), func(b *testing.B) {
			b.SetBytes(int64(n))
			for i := 0; i < b.N; i++ {
				sink = strings.Repeat("x", n)
			}
			b.ReportMetric(1.5, "things/op")
		})
	}
}

func BenchmarkPrints(b *testing.B) {
	fmt.Print("no newline ")
	b.Log("a line")
	for i := 0; i < b.N; i++ {
	}
}
`;

function benchmarksOf(...flags: string[]) {
  const fold = newPackageFold('example.com/m');
  const folder = goModule({ 'm_test.go': source });
  const args = ['-run=^$', '-bench=.', '-benchtime=20000x', ...flags];
  for (const line of goTestJson(folder, ...args).split('\n')) {
    const event = parseEvent(line);
    if (event !== null) foldEvent(fold, event);
  }
  return fold.benchmarks.results();
}

it('of a real run with -benchmem, several times, the figures are those of each benchmark', () => {
  expect(benchmarksOf('-benchmem', '-count=3')).toEqual([
    { name: 'BenchmarkPlain', bytesPerOp: 136, allocsPerOp: 2 },
    { name: 'BenchmarkSizes/n=10', bytesPerOp: 32, allocsPerOp: 2 },
    { name: 'BenchmarkSizes/n=1000', bytesPerOp: 1040, allocsPerOp: 2 },
    { name: 'BenchmarkPrints', bytesPerOp: 0, allocsPerOp: 0 },
  ]);
});

it('for several numbers of processors they are kept apart', () => {
  expect(benchmarksOf('-benchmem', '-cpu=1,2').map(({ name }) => name)).toEqual([
    ...['BenchmarkPlain', 'BenchmarkPlain-2', 'BenchmarkSizes/n=10', 'BenchmarkSizes/n=10-2'],
    ...['BenchmarkSizes/n=1000', 'BenchmarkSizes/n=1000-2', 'BenchmarkPrints', 'BenchmarkPrints-2'],
  ]);
});

it('without -benchmem there are none', () => {
  expect(benchmarksOf()).toEqual([]);
});

describe('a line', () => {
  it.each([
    'BenchmarkX-8 \t 1000\t 12 ns/op',
    'benchmarkX-8 \t 1000\t 12 ns/op\t 1 B/op\t 2 allocs/op',
    'Benchmarked \t 1000\t 12 ns/op\t 1 B/op\t 2 allocs/op',
    'BenchmarkX-8 \t many\t 12 ns/op\t 1 B/op\t 2 allocs/op',
    'BenchmarkX-8 \t 1000\t 12 ns/op\t -1 B/op\t 2 allocs/op',
    'BenchmarkX-8 \t 1000\t 12 ns/op\t 1 B/op',
    '    m_test.go:3: BenchmarkX uses 1 B/op',
  ])('that is no result has no figures: %j', (line) => {
    expect(benchmarkLine(line)).toBeNull();
  });

  it('may come in two pieces, with the name first', () => {
    const lines = createBenchmarkLines();
    lines.add('BenchmarkX-2   \t');
    lines.add('    1000\t        49.10 ns/op\t     136 B/op\t       2 allocs/op\n');
    expect(lines.results()).toEqual([{ name: 'BenchmarkX', bytesPerOp: 136, allocsPerOp: 2 }]);
  });
});

it('whatever is printed, it never throws and keeps a bounded number', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('BenchmarkA-2 \t', ' 10\t 1 ns/op\t 2 B/op\t 3 allocs/op\n', '\t', 'B/op'),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const lines = createBenchmarkLines();
      for (const text of pieces) lines.add(text);
      for (const { bytesPerOp } of lines.results()) expect(bytesPerOp).toBeGreaterThanOrEqual(0);
    }),
  );
  const lines = createBenchmarkLines();
  for (let i = 0; i < 5000; i++)
    lines.add(`BenchmarkA/${String(i)}x \t 10\t 1 ns/op\t 2 B/op\t 3 allocs/op\n`);
  expect(lines.results()).toHaveLength(1000);
});
