import { describe, expect, it } from '@jest/globals';
import { annotations } from '../../src/render/annotations.ts';
import { commentDigest } from '../../src/render/comment-digest.ts';
import { renderCheck } from '../../src/render/check.ts';
import { renderResult } from '../../src/render/result.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { renderReportPage } from '../../src/render/report-page/report-page.ts';
import { kindsThatFail } from '../../src/leaks/failing.ts';
import { sparedText } from '../../src/render/leak-words.ts';
import type { Leak } from '../../src/report/leak-schema.ts';
import { noLinks } from '../../src/report/links.ts';
import { mergeLeakKinds } from '../../src/report/merge-leaks.ts';
import type { Report } from '../../src/report/schema.ts';
import { leakReasons } from '../../src/verdict/leak-reasons.ts';
import { reportPage } from '../support/report-page.ts';
import { sampleLeak } from '../support/sample-leak.ts';
import { sampleReport } from '../support/sample-report.ts';

const plain = (text: string): string => text;
const paint = { good: plain, bad: plain, dim: plain, bold: plain };
const assets = { script: 'start();', style: 'p{color:red}' };
const paths = { report: 'r.json', summary: 's.md', page: null };

const failing = sampleLeak({
  frames: [
    { function: 'm/p.(*Pool).take', file: 'p/pool.go', line: 25 },
    { function: 'm/p.(*Pool).work', file: 'p/pool.go', line: 40 },
  ],
});
const mild = sampleLeak({
  ...{ fingerprint: 'b', standing: 'unknown', confidence: 'consistent', goroutines: 1 },
  ...{ test: null, createdBy: null, state: 'sync.Mutex.Lock', package: 'm/q' },
  site: { function: 'm/q.(*Account).Audit', file: 'q/account.go', line: 51 },
  expired: { reason: 'until the rewrite', until: '2026-01-01' },
});
const known = sampleLeak({
  ...{ fingerprint: 'c', standing: 'known', site: null, createdBy: null, test: null },
  frames: [
    { function: 'runtime.gopark', file: '/usr/local/go/src/runtime/proc.go', line: 1 },
    { function: 'go.opencensus.io/stats/view.(*worker).start', file: '/mod/worker.go', line: 292 },
  ],
});
const accepted = sampleLeak({
  ...{ fingerprint: 'd', accepted: { reason: 'it lives with the process', until: '2026-12-31' } },
  site: { function: 'm/p.log', file: 'p/log.go', line: 7 },
});
const memory = sampleLeak({
  ...{ kind: 'memory', fingerprint: 'e', confidence: 'consistent', goroutines: 0, state: '4 runs' },
  ...{ bytesPerRun: 4096, createdBy: null, test: 'TestCache' },
  site: { function: 'm/p.fill', file: 'p/cache.go', line: 12 },
});

function report(leaks: Leak[], goroutines: 'report' | 'fail' = 'report'): Report {
  const reasons = [...leakReasons(leaks, { goroutines, memory: 'report' })];
  return sampleReport({
    leaks,
    verdict: { status: reasons.length > 0 ? 'fail' : 'pass', reasons },
  });
}

const all = report([failing, mild, memory, known, accepted], 'fail');
const terminal = (of: Report): string[] => renderResult(of, paths, paint).split('\n');

describe('leaks in a terminal', () => {
  it('are told in full where they fail the run or are open, else shortly', () => {
    expect(terminal(all).slice(0, 11)).toEqual([
      '✗ m/p (race) TestPool: 3 goroutines can never go on: chan receive (new, confirmed)',
      '    waits:      p/pool.go:25',
      '    started:    p/pool.go:19',
      '! m/q (race) 1 goroutine waits after the end of all tests: sync.Mutex.Lock (consistent)',
      '    waits:      q/account.go:51',
      '    was accepted until 2026-01-01: until the rewrite',
      '! m/p (race) TestCache: each further run keeps 4.0 KiB more (new, consistent)',
      '    allocated:  p/cache.go:12',
      '  known leaks: in view.(*worker).start',
      '  accepted until 2026-12-31: p/log.go:7: it lives with the process',
      '',
    ]);
  });

  it('are in the last line where they fail the run: no test failed, and it must say what did', () => {
    expect(terminal(all)).toContain(
      'failed: 1 test passed, 0 failed, 0 skipped, 1 goroutine leak (1 package, 1 leg, 4.2s)',
    );
    expect(terminal(report([failing])).join('\n')).not.toContain('1 goroutine leak (');
  });

  it('are marked as remarks where they do not fail the run', () => {
    expect(terminal(report([failing]))[0]).toMatch(/^! m\/p /);
  });

  it('are counted past the tenth', () => {
    const many = Array.from({ length: 12 }, (_, at) => sampleLeak({ fingerprint: String(at) }));
    expect(terminal(report(many))).toContain('  and 2 more goroutine leaks, see the report');
  });

  it('are not mentioned where there are none', () => {
    expect(renderResult(report([]), paths, paint)).not.toMatch(/leak|goroutine/);
  });
});

describe('leaks that fail nothing although leaks fail the run', () => {
  const judged = (leaks: Leak[], goroutines: 'report' | 'fail'): Report => ({
    ...report(leaks, goroutines),
    ...kindsThatFail({ goroutines, memory: 'off' }),
  });
  const why = 'nothing recorded tells whether it is new, and nothing proves it';

  it('say why, in the terminal, the summary and on the page', () => {
    const green = judged([mild], 'fail');
    expect(green.verdict.status).toBe('pass');
    expect(terminal(green)[3]).toBe(`  This leak does not fail the run: ${why}`);
    expect(renderSummary(green)).toContain(`_This leak does not fail the run: ${why} ([what`);
    expect(renderReportPage(reportPage(green), assets)).toContain(
      `<p class="note">This leak does not fail the run: ${why}.</p>`,
    );
  });

  it('are told from those that fail it', () => {
    expect(terminal(judged([failing, mild], 'fail'))).toContain(
      `  1 of these does not fail the run: ${why}`,
    );
    expect(sparedText(judged([mild, { ...mild, fingerprint: 'x' }], 'fail'))).toMatch(
      /^These leaks do not fail the run: /,
    );
  });

  it('need no word where no leak fails, or another kind does, or each stands for itself', () => {
    expect(sparedText(judged([mild], 'report'))).toBeNull();
    expect(sparedText({ ...judged([mild], 'report'), leaksThatFail: ['memory'] })).toBeNull();
    expect(sparedText(judged([failing, known, accepted], 'fail'))).toBeNull();
  });

  it('are judged by what any of the merged reports says', () => {
    const [first, second] = [judged([mild], 'report'), judged([], 'fail')];
    expect(mergeLeakKinds([first, second])).toEqual({ leaksThatFail: ['goroutine'] });
    expect(mergeLeakKinds([first])).toEqual({});
  });
});

describe('leaks in Markdown', () => {
  it('are a part of the summary', () => {
    const text = renderSummary(all);
    expect(text).toContain('go-crash-guard failed: 1 goroutine leak');
    expect(text).toContain(
      '**What to do:** `TestPool` leaves goroutines behind at `p/pool.go:25`. If that is wanted, accept it under `leaks`.',
    );
    const start = text.indexOf('### Left behind by the tests');
    expect(text.slice(start, text.indexOf('<details><summary>Packages')).trim()).toBe(
      [
        '### Left behind by the tests',
        '- **`p/pool.go:25`** 3 goroutines can never go on: chan receive; started at `p/pool.go:19`, in `TestPool` of `p` (race) (new, confirmed)',
        '<details><summary>Stack</summary>',
        '```text\nm/p.(*Pool).take\n    p/pool.go:25\nm/p.(*Pool).work\n    p/pool.go:40\n```',
        '</details>',
        [
          '- **`q/account.go:51`** 1 goroutine waits after the end of all tests: `sync.Mutex.Lock`, in `q` (race) (consistent); was accepted until `2026-01-01`: until the rewrite',
          '- **`p/cache.go:12`** each further run keeps 4.0 KiB more, in `TestCache` of `p` (race) (new, consistent)',
          '- 1 leak that earlier runs had too: `view.(*worker).start`',
          '- accepted: `p/log.go:7` until `2026-12-31`: it lives with the process',
        ].join('\n'),
      ].join('\n\n'),
    );
  });

  it('are in the title of the check run only where they fail it', () => {
    expect(renderCheck(all, noLinks).title).toBe('failed: 1 goroutine leak');
    expect(renderCheck(report([failing]), noLinks).title).toBe('passed');
  });

  it('keep to the room of a check run, and the failing ones stay longest', () => {
    const many = Array.from({ length: 2000 }, (_, at) =>
      sampleLeak({ fingerprint: String(at), standing: at === 0 ? 'new' : 'unknown' }),
    ).map((leak) => (leak.standing === 'new' ? leak : { ...mild, fingerprint: leak.fingerprint }));
    const { summary } = renderCheck(report(many, 'fail'), noLinks);
    expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(65_000);
    expect(summary).toContain('p/pool.go:25');
    expect(summary).toMatch(/\d+ more leaks are in/);
  });

  it('change what a comment says when one is new, another stands differently or an entry is over', () => {
    const digests = [
      report([]),
      report([failing]),
      report([{ ...failing, standing: 'known' }]),
      report([{ ...failing, expired: { reason: 'r', until: '2026-01-01' } }]),
      report([failing, mild]),
    ].map(commentDigest);
    expect(new Set(digests).size).toBe(digests.length);
    expect(commentDigest(report([{ ...failing, goroutines: 9 }]))).toBe(digests[1]);
  });
});

describe('leaks on lines', () => {
  it('are errors where they fail the run, warnings where they are new, nothing else', () => {
    const found = annotations(all).map(({ path, line, level, title }) => ({
      ...{ path, line, level, title },
    }));
    expect(found).toEqual([
      {
        ...{ path: 'p/pool.go', line: 25, level: 'error' },
        title: 'goroutine leak: 3 goroutines can never go on: chan receive',
      },
      {
        ...{ path: 'p/cache.go', line: 12, level: 'warning' },
        title: 'memory leak: each further run keeps 4.0 KiB more',
      },
    ]);
  });

  it('stand where the goroutine was started if it waits in code of others', () => {
    const [found] = annotations(report([{ ...failing, site: null }]));
    expect(found).toMatchObject({ path: 'p/pool.go', line: 19, level: 'warning' });
    const foreign = { ...failing.site, function: 'x', file: '/etc/passwd', line: 1 };
    expect(annotations(report([{ ...failing, site: foreign }]))).toEqual([]);
  });
});

describe('leaks on the page', () => {
  const html = renderReportPage(reportPage(all), assets);

  it('have a part with a stack for each, and lists of the others', () => {
    expect(html).toContain('<h2 id="leaks-title">Left behind by the tests</h2>');
    expect(html).toContain('p/pool.go:25');
    expect(html).toContain('Leaks that earlier runs had too');
    expect(html).toContain('it lives with the process');
    expect(html).toContain('It was accepted until');
  });

  it('are not there where there are none', () => {
    expect(renderReportPage(reportPage(report([])), assets)).not.toContain('id="leaks"');
  });
});
