import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { renderComment, type CommentPage } from '../../src/render/comment.ts';
import { noLinks } from '../../src/report/links.ts';
import type { Report } from '../../src/report/schema.ts';
import { nodesOfType, parseGfm, readText } from '../support/gfm.ts';
import { expectGolden } from '../support/golden.ts';
import { sampleLinks } from '../support/rendered.ts';
import { reportFixture, reportFixtures } from '../support/report-fixtures.ts';
import { sampleComparison, sampleWhy } from '../support/sample-comparison.ts';
import { packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';
import { processorMs } from '../support/processor-time.ts';

const page: CommentPage = { links: sampleLinks, title: null, untrusted: false };

function comment(report: Report, of: Partial<CommentPage> = {}): string {
  return renderComment(report, { ...page, ...of });
}

describe('the comment of real runs', () => {
  it.each(reportFixtures)('%s', (name) => {
    expectGolden(
      join(import.meta.dirname, `golden/comment-${name}.md`),
      comment(reportFixture(name)),
    );
  });

  it('begins with the verdict and what to do, for whoever reads no further', () => {
    const [title, , numbers, , todo, , , command] = comment(reportFixture('crashes')).split('\n');
    expect(title).toBe(
      '## ❌ go-crash-guard failed: 4 root causes, first nil pointer used in `TestTotalWithoutCoupon` (`checkout`), 7 tests not seen to end',
    );
    expect(numbers).toMatch(
      /^In both legs together 43 tests passed, 3 failed, .* · \[full report\]\(.*\) · \[run\]\(/,
    );
    expect(todo).toMatch(
      /^\*\*What to do:\*\* `TestTotalWithoutCoupon` uses a nil pointer at \[`checkout\/checkout.go:49`\]\(/,
    );
    expect(command).toBe("go test -race -run '^TestTotalWithoutCoupon$' -count=1 ./checkout");
  });
});

it('a run in which all is well is short', () => {
  expect(comment(sampleReport(), { links: noLinks }).split('\n')).toEqual([
    '## ✅ go-crash-guard passed',
    '',
    '1 test passed, 0 failed, 0 skipped (1 package, 1 leg, 4.2s)',
    '',
    '<details><summary>Packages: 1 run</summary>',
    '',
    '| package | leg | ending | passed | failed | skipped | unfinished | never ran | time | peak memory |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    '| `p` | race | passed | 1 | 0 | 0 | 0 | 0 | 1.0s | 50.0 MiB |',
    '',
    '</details>',
    '',
  ]);
});

it('one of several comments has a title of its own', () => {
  expect(comment(sampleReport(), { title: 'unit, ubuntu' })).toMatch(
    /^## ✅ go-crash-guard \(unit, ubuntu\) passed\n/,
  );
});

it('says of a report that a stranger’s code made where it comes from', () => {
  const words = 'a job that ran the code of this pull request';
  expect(comment(sampleReport(), { untrusted: true })).toContain(words);
  expect(comment(sampleReport())).not.toContain(words);
});

const failures = Array.from({ length: 10_000 }, (_, i) => ({
  ...{ test: `TestThing${String(i)}`, file: 'p/thing_test.go', line: i + 1 },
  message: `thing_test.go:${String(i)}: got ${String(i)}\n${'x'.repeat(3000)}`,
}));
const crashes = Array.from({ length: 3000 }, (_, i) =>
  sampleCrash({ blame: { function: 'm/p.F', file: `p/p${String(i)}.go`, line: i + 1 } }),
);

describe('far more than fits', () => {
  const failed = sampleReport({
    crashes: crashes.slice(0, 20),
    packages: [
      packageRun({ ending: 'failed', tests: { failed: failures.length, failures } }),
      ...Array.from({ length: 300 }, (_, i) => packageRun({ package: `m/p${String(i)}` })),
    ],
    gaps: Array.from({ length: 500 }, () => ({ what: 'no timeline' })),
    verdict: { status: 'fail', reasons: [] },
  });

  it('keeps the lines that failed, leaves out the rest first, and counts and links it', () => {
    let text = '';
    expect(processorMs(() => (text = comment(failed)))).toBeLessThan(5000);
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text.length).toBeGreaterThan(60_000);
    for (const crash of crashes.slice(0, 20))
      expect(text).toContain(`[\`${crash.blame?.file ?? ''}:${String(crash.blame?.line)}\`](`);
    const shown = text.match(/^(?:- )?\*\*\[`p\/thing_test/gm)?.length ?? 0;
    expect(shown).toBeGreaterThan(300);
    const left = `${String(10_000 - shown)} more failed tests are in [the report](${sampleLinks.report ?? ''})`;
    expect(text).toContain(left);
    expect(text).toContain('301 more package runs are in');
    expect(text).toContain('500 more gaps are in');
  });

  it('root causes outlive failed tests', () => {
    const text = comment({ ...failed, crashes });
    expect(text.length).toBeLessThanOrEqual(65_000);
    expect(text).toContain('10000 more failed tests are in');
    expect(text).toMatch(/\d more root causes are in/);
  });

  it.each([1, 3, 10, 30, 100, 300, 1000])('is balanced with %i crashes', (count) => {
    const stack = {
      ...{ id: '7', state: 'running', role: 'crashing' as const, createdBy: null },
      frames: Array.from({ length: 40 }, () => ({ function: 'm/p.F', file: 'p/p.go', line: 3 })),
    };
    const many = crashes.slice(0, count).map((crash) => ({ ...crash, stacks: [stack] }));
    const text = comment(sampleReport({ crashes: many, verdict: { status: 'fail', reasons: [] } }));
    expect(text.length).toBeLessThanOrEqual(65_000);
    const html = nodesOfType(parseGfm(text), 'html').map(({ value }) => value);
    const opened = html.filter((value) => value.startsWith('<details>'));
    expect(html.filter((value) => value === '</details>')).toHaveLength(opened.length);
    expect(html).toHaveLength(2 * opened.length);
  });
});

it('a report of somebody else may hold far more of everything than one of ours', () => {
  const many = Array.from({ length: 300_000 }, (_, i) => `Test${String(i)}`);
  const [grown] = sampleComparison().packages;
  const why = sampleWhy();
  const functions = many.flatMap(() => why.functions);
  const tests = many.flatMap(() => why.tests);
  const occurrences = many.map((test) => ({ package: 'm/p', leg: 'race', attempt: 1, test }));
  const report = sampleReport({
    crashes: [
      sampleCrash({
        occurrences,
        related: many
          .flatMap(() => sampleCrash().blame ?? [])
          .map((one) => ({ ...one, role: 'r' })),
      }),
    ],
    packages: [packageRun({ tests: { unfinished: many, neverRan: many } })],
    comparison: sampleComparison({
      packages: [{ ...grown!, why: { ...why, functions, tests } }],
    }),
    verdict: { status: 'fail', reasons: [] },
  });
  let text = '';
  expect(processorMs(() => (text = comment(report)))).toBeLessThan(10_000);
  expect(text.length).toBeLessThan(65_000);
  expect(text).toContain('and 299980 more');
});

it('one job of several says which part of the packages it had', () => {
  const shard = { index: 2, count: 4, weighedBy: null, all: ['m/p', 'm/q'], own: ['m/q'] };
  expect(comment(sampleReport({ shard }))).toContain(
    '(shard 2/4: 1 of 2 packages, 1 leg, 4.2s) · ',
  );
});

it('paths in links are encoded, and only files of the repository are linked', () => {
  const at = (file: string): ReturnType<typeof sampleCrash> =>
    sampleCrash({ blame: { function: 'm/p.F', file, line: 3 }, fingerprint: file });
  const files = ['p/a b(1).go', 'p/ü#?.go', '/usr/local/go/src/a.go', '../x.go', 'C:\\x.go'];
  const root = parseGfm(
    comment(sampleReport({ crashes: files.map(at), verdict: { status: 'fail', reasons: [] } })),
  );
  const links = nodesOfType(root, 'link').filter(({ url }) => url.includes('/blob/3f2c1a9/'));
  expect(new Map(links.map((link) => [readText(link), link.url]))).toEqual(
    new Map([
      ['`p/a b(1).go:3`', `${sampleLinks.source ?? ''}/p/a%20b%281%29.go#L3`],
      ['`p/ü#?.go:3`', `${sampleLinks.source ?? ''}/p/%C3%BC%23%3F.go#L3`],
    ]),
  );
});
