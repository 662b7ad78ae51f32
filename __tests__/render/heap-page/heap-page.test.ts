import { describe, expect, it } from '@jest/globals';
import { runTimeline } from '../../../src/heap/run-timeline.ts';
import type { FlamePicture } from '../../../src/render/html/flame-section.ts';
import { renderHeapPage, type HeapPage } from '../../../src/render/heap-page/heap-page.ts';
import { renderHeapIndex, type IndexRow } from '../../../src/render/heap-page/index-page.ts';
import {
  heapRecord,
  metricComparison,
  packageComparison,
  sampleWhy,
} from '../../support/sample-heap.ts';

const assets = { script: 'start();', style: 'p{color:red}' };
const noTimeline = { timeline: runTimeline(null, 10), spans: [] };
const graph: FlamePicture = {
  kind: 'graph',
  graph: {
    names: ['m/p', 'm/p.Put'],
    nodes: [
      { name: 0, parent: -1, head: [200, 2, 1], base: [100, 1, 1] },
      { name: 1, parent: 0, head: [150, 1, 1], base: [50, 0, 0] },
    ],
    hasBase: true,
    omitted: { frames: 1234, head: [5, 0, 0] },
    cutStacks: 0,
  },
  colours: { kind: 'stacks' },
};

function page(of: Partial<HeapPage> = {}): string {
  return renderHeapPage(
    {
      comparison: packageComparison(),
      base: null,
      flame: { kind: 'missing', because: 'nobody kept it' },
      timeline: noTimeline,
      spansMissing: null,
      history: [],
      links: { index: 'index.html', profile: null },
      version: '1.2.3',
      ...of,
    },
    assets,
  );
}

/** The text that a person reads. */
function words(html: string): string {
  return html
    .replace(/<(?<name>style|script)[^>]*>.*?<\/\k<name>>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ');
}

describe('renderHeapPage', () => {
  it('says what grew, from what to what, and against which limit', () => {
    expect(words(page())).toContain(
      'allocated grew 10.0 MiB 15.0 MiB +5.0 MiB +50.0 % 11.0 MiB relative threshold it grew in all three runs',
    );
  });

  it('says what it was compared with', () => {
    const comparison = packageComparison({
      base: { commit: 'a'.repeat(40), distance: 2, differences: ['Go 1.26.1, now 1.26.3'] },
      renamedFrom: 'm/old',
    });
    const base = { commit: 'b'.repeat(40), reason: 'first parent of the tested merge commit' };
    const text = words(page({ comparison, base }));
    expect(text).toContain(
      'Compared with the record of aaaaaaa , 2 commits older than the base bbbbbbb (first parent of the tested merge commit).',
    );
    expect(text).toContain('another environment: Go 1.26.1, now 1.26.3.');
    expect(text).toContain('It was m/old in the base.');
    expect(words(page({ base }))).toContain('Compared with 3f2c1a9 (first parent');
    expect(words(page())).toContain('Compared with 3f2c1a9 .');
  });

  it('lists the runs where there were several, tests and benchmarks that changed', () => {
    const runs = { head: [15 << 20, 16 << 20], base: [10 << 20] };
    const same = metricComparison({ verdict: 'same', because: 'within the limit' });
    const comparison = packageComparison({
      metrics: [metricComparison({ runs })],
      tests: [{ test: 'TestPut', metrics: [metricComparison({ metric: 'inuseBytes' }), same] }],
      benchmarks: [
        {
          name: 'BenchmarkPut-2',
          metrics: [metricComparison({ metric: 'allocsPerOp', base: 2, head: 3 })],
        },
      ],
    });
    const text = words(page({ comparison }));
    expect(text).toContain('measured 15.0 MiB, 16.0 MiB; base measured again: 10.0 MiB');
    expect(text).toContain('TestPut in use at the end grew');
    expect(text).not.toContain('within the limit');
    expect(text).toContain('BenchmarkPut-2 allocs/op grew 2 3 +1 +50.0 %');
  });

  it('explains the growth by functions with their lines, tests and escapes', () => {
    const base = { allocBytes: 1024, allocObjects: 1, inuseBytes: 0 };
    const head = { allocBytes: 3072, allocObjects: 3, inuseBytes: 0 };
    const why = sampleWhy({
      functions: [
        {
          ...{ function: 'm/p.(*Store).Put', file: 'p/store.go', line: 12, base, head },
          test: 'TestPut',
          calledFrom: { function: 'm/p.fill', file: 'p/fill.go', line: 3 },
          lines: [{ line: 14, ...head, source: '\ts.rows = append(s.rows, row)' }],
        },
      ],
      tests: [{ test: 'TestPut', base, head }],
      escapes: [{ file: 'p/store.go', line: 13, text: 'moved to heap: row' }],
      command: 'go tool pprof -diff_base a b',
    });
    const text = words(page({ comparison: packageComparison({ why }) }));
    expect(text).toContain('m/p.(*Store).Put 1.0 KiB → 3.0 KiB +2.0 KiB p/store.go:12');
    expect(text).toContain('called from m/p.fill p/fill.go:3 , most of it in TestPut');
    expect(text).toContain('14 s.rows = append(s.rows, row) 3.0 KiB');
    expect(text).toContain('p/store.go:13 moved to heap: row');
    expect(text).toContain('go tool pprof -diff_base a b');
  });

  it('says why there are no escapes', () => {
    const why = sampleWhy({ escapesMissing: 'the base is not in this clone' });
    expect(words(page({ comparison: packageComparison({ why }) }))).toContain(
      'not looked for: the base is not in this clone.',
    );
  });

  it('says what the colours of the flame graph mean, and what is left out', () => {
    const text = words(page({ flame: graph }));
    expect(text).toContain('compare each stack with the same stack in the profile of the base');
    expect(text).toContain('1,234 small frames are not drawn (2.5 % of what was allocated)');
    const growth = { kind: 'functions', growth: [[1, 1, 1], null] } as const;
    const byFunction = {
      ...graph,
      colours: { ...growth, growth: [...growth.growth] },
    } as FlamePicture;
    expect(words(page({ flame: byFunction }))).toContain('how much each function grew in all');
    const none: FlamePicture = { ...graph, colours: { kind: 'none', because: 'no record' } };
    expect(words(page({ flame: none }))).toContain('Nothing is coloured: no record.');
  });

  it('says why there is no flame graph, and then runs no script', () => {
    const html = page();
    expect(words(html)).toContain('There is none: nobody kept it.');
    expect(html).toContain("script-src 'none'");
    expect(html).not.toContain('<script>');
  });

  it('allows its own script and style by their content, and nothing else', () => {
    const html = page({ flame: graph });
    const policy = /Content-Security-Policy" content="(?<policy>[^"]*)"/.exec(html)?.groups?.[
      'policy'
    ];
    expect(policy).toBe(
      [
        "default-src 'none'",
        "script-src 'sha256-E6jQvrT2ZivWG9GJ4AAEZf4MhI7l3QkLroW4hgvUT4c='",
        "style-src 'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='",
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; '),
    );
    expect(html).not.toMatch(/ (?:style|on\w+)="/);
    expect(html).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  });

  it('takes every name for text', () => {
    const evil = `</script><img src=x onerror="alert('1')">`;
    const comparison = packageComparison({
      package: evil,
      leg: evil,
      because: evil,
      renamedFrom: evil,
      metrics: [metricComparison({ because: evil })],
      tests: [{ test: evil, metrics: [metricComparison()] }],
      why: sampleWhy({
        escapes: [{ file: evil, line: 1, text: evil }],
        command: evil,
        tests: [],
        functions: [
          {
            ...{ function: evil, file: evil, line: 1, test: evil },
            calledFrom: { function: evil, file: evil, line: 1 },
            base: { allocBytes: 0, allocObjects: 0, inuseBytes: 0 },
            head: { allocBytes: 1, allocObjects: 1, inuseBytes: 1 },
            lines: [{ line: 1, allocBytes: 1, allocObjects: 1, inuseBytes: 1, source: evil }],
          },
        ],
      }),
    });
    const flame: FlamePicture = { ...graph, graph: { ...graph.graph, names: [evil, evil] } };
    const html = page({
      ...{ comparison, flame, base: { commit: evil, reason: evil }, spansMissing: evil },
      links: { index: evil, profile: evil },
    });
    expect(html).not.toContain('<img');
    expect(html.match(/<\/script>/g)).toHaveLength(2);
  });
});

describe('renderHeapIndex', () => {
  const row: IndexRow = {
    ...{ package: 'm/p', leg: 'memory', metrics: heapRecord().metrics, timeline: noTimeline },
    verdict: 'improved',
    page: 'memory-m-p.html',
  };

  it('lists packages with their figures, verdict and page', () => {
    const index = { summary: 'One shrank.', rows: [row], notes: ['2 are left out.'], version: '1' };
    const html = renderHeapIndex(index, assets);
    expect(words(html)).toContain('One shrank. 2 are left out.');
    expect(words(html)).toContain('m/p memory shrank 1000 B 100 B 500 B 4.9 KiB too few samples');
    expect(html).toContain('<a href="memory-m-p.html">');
  });

  it('says that there is nothing, and what was not measured', () => {
    const none = { summary: 'Nothing was compared.', rows: [], notes: [], version: '1' };
    expect(words(renderHeapIndex(none, assets))).toContain('No package left figures of its heap.');
    const metrics = heapRecord({ metrics: { allocBytes: null } }).metrics;
    const unmeasured = { ...none, rows: [{ ...row, metrics, verdict: null, page: null }] };
    expect(words(renderHeapIndex(unmeasured, assets))).toContain('m/p memory – 100 B');
  });
});
