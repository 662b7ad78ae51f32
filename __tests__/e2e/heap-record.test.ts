import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { HeapRecord } from '../../src/report/heap-schema.ts';
import { expectFiguresConserved } from '../support/conserved.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, run, scratch } from '../support/guarded.ts';

const files = {
  'good/good.go': `package good

import "strings"

var Kept []string

func Keep(n int) { Kept = append(Kept, strings.Repeat("x", n)) }
`,
  'good/good_test.go': `package good

import "testing"

func TestKeep(t *testing.T)  { Keep(4 << 20) }
func TestOther(t *testing.T) { t.Run("sub", func(t *testing.T) { Keep(2 << 20) }) }

func BenchmarkKeep(b *testing.B) {
	b.ReportAllocs()
	for i := 0; i < b.N; i++ {
		Kept = []string{"a", "b"}
	}
}
`,
  'fails/fails_test.go':
    'package fails\n\nimport "testing"\n\nvar kept []byte\n\nfunc TestFails(t *testing.T) {\n\tkept = make([]byte, 3<<20)\n\tt.Fatal("no")\n}\n',
  'crashes/crashes_test.go':
    'package crashes\n\nimport "testing"\n\nfunc TestCrashes(t *testing.T) { panic("no") }\n',
  'hangs/hangs_test.go':
    'package hangs\n\nimport (\n\t"testing"\n\t"time"\n)\n\nfunc TestHangs(t *testing.T) { time.Sleep(time.Minute) }\n',
  'empty/empty.go': 'package empty\n',
};

describe('the heap records of a guarded run', () => {
  const folder = scratch();
  let records: HeapRecord[];

  beforeAll(async () => {
    const flags = ['-timeout=5s', '-bench=.', '-benchtime=1000x'];
    const dirs = ['--dir', goModule(files), '--out', join(folder.path, 'out')];
    const finished = await run(['run', '--legs', 'memory', ...dirs, '--', ...flags]);
    expect(finished.code).toBe(1);
    records = readReport(join(folder.path, 'out')).heap;
  });
  afterAll(folder.remove);

  const record = (name: string): HeapRecord =>
    records.find((item) => item.package === `example.com/m/${name}`)!;

  it('say what a package allocated, by test, by function and by stack', () => {
    const { metrics, tests, functions, holders, sampling } = record('good');
    const { allocBytes, allocObjects, inuseBytes, inuseObjects } = metrics;
    const totals = { allocBytes, allocObjects, inuseBytes, inuseObjects };
    for (const total of Object.values(totals)) expect(total).toBeGreaterThan(0);
    expectFiguresConserved({ tests, functions, holders, sampling, totals } as never);
    expect(tests.slice(0, 2).map(({ test }) => test)).toEqual(['TestKeep', 'TestOther']);
    expect(functions[0]).toMatchObject({
      ...{ function: 'example.com/m/good.Keep', file: 'good/good.go', line: 7, test: 'TestKeep' },
    });
    expect(functions[0]!.chargedAllocBytes).toBeGreaterThanOrEqual(6 << 20);
    expect(functions[0]!.chargedAllocBytes).toBeLessThan(6.1 * (1 << 20));
    expect(sampling).toEqual({ rate: 512, relativeError: expect.any(Number) });
    expect(metrics.peakRssBytes).toBeGreaterThan(1 << 20);
    expect(metrics.liveHeapPeakBytes).toBeGreaterThan(0);
  });

  it('say what benchmarks allocate for each operation', () => {
    expect(record('good').benchmarks).toEqual([
      { name: 'BenchmarkKeep', bytesPerOp: 32, allocsPerOp: 1 },
    ]);
  });

  it('have figures where a test failed', () => {
    expect(record('fails')).toMatchObject({ outcome: 'failed', benchmarks: [] });
    expect(record('fails').metrics.inuseBytes).toBeGreaterThanOrEqual(3 << 20);
  });

  it.each([
    ['crashes', 'crashed'],
    ['hangs', 'timed-out'],
  ])('%s has none, and says why: it %s', (name, outcome) => {
    const { metrics, ...rest } = record(name);
    expect(new Set(Object.values(metrics))).toEqual(new Set([null]));
    expect(rest).toEqual({
      ...{ package: `example.com/m/${name}`, leg: 'memory', outcome },
      ...{ tests: [], functions: [], holders: [], benchmarks: [] },
      sampling: { rate: 0, relativeError: null },
    });
  });

  it('are none for a package without tests', () => {
    expect(record('empty')).toBeUndefined();
    expect(records).toHaveLength(4);
  });
});
