import { describe, expect, it, test } from '@jest/globals';
import type { Isolation } from '../../src/report/isolation-schema.ts';
import type { Cause, Report } from '../../src/report/schema.ts';
import { isolationLines } from '../../src/render/isolation-lines.ts';
import { isolationCommand, isolationOf } from '../../src/render/isolation-words.ts';
import { problems } from '../../src/render/problems.ts';
import { noLinks } from '../../src/report/links.ts';
import { renderReportPage } from '../../src/render/report-page/report-page.ts';
import { reportPage } from '../support/report-page.ts';
import { renderComment } from '../../src/render/comment.ts';
import { renderSummary } from '../../src/render/summary.ts';
import { hostileStrings } from '../support/hostile-strings.ts';
import { legReport, packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';

const found: Isolation = {
  ...{ test: 'TestLast/sub', outcome: 'order', tests: ['TestFirst', 'TestLast'], runs: 17 },
  ...{ rate: { runs: 3, crashes: 3, low: 0.44, high: 1 }, elapsedMs: 8100, budgetMs: 120_000 },
  summary: 'crashes only if TestFirst runs before TestLast',
  flags: ['-run=^(?:TestFirst|TestLast)$', '-shuffle=17'],
  proof: [
    { tests: ['TestLast'], changes: ['-shuffle=17'], runs: 2, crashes: 0 },
    { tests: ['TestFirst', 'TestLast'], changes: ['-shuffle=17'], runs: 3, crashes: 3 },
  ],
};

const source = { ...sampleReport().source, module: 'm' };

function report(isolation: Isolation, of: Partial<Report> = {}): Report {
  const cause: Cause = {
    ...{ id: 'panic', confidence: 'confirmed', summary: 'assignment to entry in nil map' },
    ...{ evidence: [], excluded: [], advice: [] },
  };
  const run = packageRun({ ending: 'crashed', cause, isolation });
  const crash = sampleCrash({ test: 'TestLast/sub' });
  const command = ['go', 'test', '-json', '-exec=x', '-race=true', './...', '-shuffle=on'];
  return sampleReport({
    ...{ packages: [run], crashes: [crash], legs: [legReport({ command })], source, ...of },
    verdict: { status: 'fail', reasons: [{ kind: 'crash', message: 'm/p crashed' }] },
  });
}

const plain = (text: string): string => text;
const paint = { good: plain, bad: plain, dim: plain, bold: plain };
const command = "go test -race -run='^(?:TestFirst|TestLast)$' -shuffle=17 -count=1 ./p";

function linesOf(isolation: Isolation): string[] {
  const whole = report(isolation);
  return [...isolationLines(whole, whole.packages[0]!, paint)];
}

describe('in a terminal', () => {
  it('what it needs, and the command', () => {
    expect(linesOf(found)).toEqual([
      '    isolated:   TestLast crashes only if TestFirst runs before TestLast',
      `    reproduce:  ${command}`,
    ]);
  });

  it('nothing to run where it did not crash again', () => {
    const summary = 'did not crash again in 60 runs (95 % interval 0 to 6.0 %)';
    expect(linesOf({ ...found, outcome: 'not-again', tests: [], flags: [], summary })).toEqual([
      `    isolated:   TestLast ${summary}`,
    ]);
  });
});

describe('in Markdown', () => {
  it.each([
    ['the summary', (of: Report): string => renderSummary(of, noLinks)],
    [
      'the comment',
      (of: Report): string => renderComment(of, { links: noLinks, title: null, untrusted: false }),
    ],
  ])('%s', (_, render) => {
    const text = render(report(found));
    expect(text).toContain(
      '**Isolated:** `TestLast` crashes only if TestFirst runs before TestLast.',
    );
    expect(text).toContain('| `TestLast` | `-shuffle=17` | 0 of 2 |');
    expect(text).toContain('| `TestFirst, TestLast` | `-shuffle=17` | 3 of 3 |');
    expect(text).toContain('_17 runs of its test binary in 8.1s._');
    // What to do, and the proof.
    expect(text.split(command)).toHaveLength(3);
  });

  it('not for another crash of the package', () => {
    const other = report(found, { crashes: [sampleCrash({ test: 'TestOther' })] });
    expect(renderSummary(other, noLinks)).not.toContain('Isolated');
  });
});

test('on the page', () => {
  const html = renderReportPage(reportPage(report(found)), { script: '', style: '' });
  expect(html).toContain('What it needs to crash');
  expect(html).toContain('Proof (17 runs of its test binary in 8.1s)');
  expect(html).toContain('-run=&#39;^(?:TestFirst|TestLast)$&#39; -shuffle=17');
});

describe('a command of a report that somebody else made', () => {
  it.each(hostileStrings)('%s', (_, text) => {
    const flags = [`-run=${text}`, text, `-exec=${text}`];
    for (const flag of flags) {
      const whole = report({ ...found, flags: [flag] });
      const isolated = isolationOf(problems(whole)[0]!)!;
      const line = isolationCommand(isolated, whole) ?? '';
      expect(line).not.toMatch(/[\n\r\u001b`]|-exec/);
      expect(line.replace(/'[^']*'/g, '')).not.toMatch(/[;&|<>$()"'\\]/);
    }
  });

  it.each(['-exec=rm', '-toolexec=x', '-o=/etc/passwd', 'run=a', '-run=', '-run'])('%s', (flag) => {
    const whole = report({ ...found, flags: [flag] });
    expect(isolationCommand(isolationOf(problems(whole)[0]!)!, whole)).toBeNull();
  });
});
