import { expect, it } from '@jest/globals';
import { annotations } from '../../src/render/annotations.ts';
import type { Comparison } from '../../src/report/comparison-schema.ts';
import {
  amounts,
  comparedPackage,
  grownFigure,
  sampleComparison,
  sampleWhy,
  unchangedPackage,
} from '../support/sample-comparison.ts';
import { sampleCrash, sampleReport } from '../support/sample-report.ts';

const MiB = 1024 * 1024;
const source = { repository: null, sha: null, ref: null, event: null };

function of(
  packages: Comparison['packages'],
  module = 'example.com/m',
): ReturnType<typeof annotations> {
  const comparison = sampleComparison({ packages });
  return annotations(sampleReport({ comparison, source: { module, ...source } }));
}

it('the function that grew is an error on its line, with what escapes there now', () => {
  expect(of([comparedPackage()])).toEqual([
    {
      path: 'store/orders.go',
      line: 41,
      level: 'error',
      title: 'heap usage: +2.0 MiB in store.(*Orders).Add',
      message: [
        'example.com/m/store: allocated grew by 2.0 MiB (20.0 %) to 12.0 MiB',
        '+2.0 MiB in example.com/m/store.(*Orders).Add, by TestImport',
        'new on the heap, line 41: moved to heap: x',
        'go tool pprof -diff_base=base.pprof head.pprof',
      ].join('\n'),
    },
  ]);
});

it('a growth that does not block is a warning; what did not grow is nothing', () => {
  const warned = comparedPackage({
    ...{ verdict: 'warned', metrics: [grownFigure({ verdict: 'warned' })] },
  });
  expect(of([warned]).map(({ level }) => level)).toEqual(['warning']);
  expect(of([comparedPackage({ verdict: 'accepted' }), unchangedPackage('m/q')])).toEqual([]);
  expect(annotations(sampleReport())).toEqual([]);
});

it("somebody else's function is told where it is called, and what grew little not at all", () => {
  const [row] = sampleWhy().functions;
  const [mine, foreign] = ['store/load.go', 'bytes/buffer.go'];
  const why = sampleWhy({
    functions: [
      {
        ...row!,
        ...{ function: 'bytes.(*Buffer).grow', file: foreign },
        calledFrom: { function: 'example.com/m/store.Load', file: mine, line: 7 },
      },
      { ...row!, function: 'bytes.Repeat', file: foreign },
      { ...row!, function: 'example.com/m/store_test.TestB', file: 'store/b_test.go', lines: [] },
      { ...row!, base: amounts(0), head: amounts(0.3 * MiB), file: 'store/little.go' },
    ],
  });
  const places = of([comparedPackage({ why })]).map(({ path, line }) => `${path}:${String(line)}`);
  expect(places).toEqual(['store/load.go:7', 'store/b_test.go:38']);
});

it('crashes come first, and files outside of the repository have no line to show', () => {
  const [row] = sampleWhy().functions;
  const climbing = sampleWhy({ functions: [{ ...row!, file: '../other/orders.go' }] });
  const report = sampleReport({
    crashes: [sampleCrash()],
    comparison: sampleComparison({
      packages: [comparedPackage({ why: climbing }), comparedPackage()],
    }),
    source: { module: 'example.com/m', ...source },
  });
  expect(annotations(report).map(({ path }) => path)).toEqual(['p/cart.go', 'store/orders.go']);
});
