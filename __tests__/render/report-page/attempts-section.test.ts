import { describe, expect, it } from '@jest/globals';
import { renderReportPage } from '../../../src/render/report-page/report-page.ts';
import type { Report } from '../../../src/report/schema.ts';
import { carriedOn, givenUp, laddered, recoveredReport } from '../../support/recovered-report.ts';
import { reportPage } from '../../support/report-page.ts';
import { packageRun, sampleReport } from '../../support/sample-report.ts';

function htmlOf(report: Report): string {
  return renderReportPage(reportPage(report), { script: '', style: '' });
}

/** The text of an element with an id, or of the article of a problem. */
function textOf(html: string, id: string): string {
  const from = html.indexOf(`id="${id}"`);
  const end = html.indexOf(id.startsWith('problem') ? '</article>' : '</section>', from);
  const text = from < 0 ? '' : html.slice(from, end).replace(/<[^>]*>/g, ' ');
  return text.replaceAll('&#39;', "'").replace(/\s+/g, ' ').trim();
}

describe('further attempts on the page', () => {
  it('have a row each: what ran, what was changed, how it ended, time and memory', () => {
    const text = textOf(htmlOf(recoveredReport()), 'attempts');
    expect(text).toContain(
      '1 go test: all tests crashed panic runs/race/shop/cart/attempt-1/log.txt',
    );
    expect(text).toContain('2 tests that had not ended: 2 tests crashed panic');
    expect(text).toContain('3 one test at a time: all tests -parallel=1 passed 1.0s 921.6 MiB');
  });

  it('say what fits, what is flaky, why there were no more, and the order', () => {
    const text = textOf(htmlOf(recoveredReport()), 'attempts');
    expect(text).toContain('TestImport alone 409.6 MiB: fits; all tests with -parallel=1');
    expect(text).toContain('flaky: killed at first, passed later: TestImport (attempt 2)');
    expect(text).toContain('no further attempt: attempt 2 ended before its first test');
    expect(text).toContain('order: -shuffle=17');
  });

  it('are told of in the article of a crash: what it ran, and its own output only', () => {
    const run = { ...carriedOn(), output: 'panic: assignment to entry in nil map' };
    const html = htmlOf(recoveredReport([run]));
    const first = textOf(html, 'problem-1');
    const second = textOf(html, 'problem-2');
    expect(first).toContain('attempt 1 order -shuffle=17 ended crashed, exit code 2');
    expect(first).toContain('Output panic: assignment to entry');
    expect(second).toContain(
      'attempt 2 made for tests that had not ended ran TestSplit, TestLater0 order -shuffle=17',
    );
    expect(second).not.toContain('Output');
  });

  it('are counted beside the ending of their package', () => {
    const text = textOf(htmlOf(recoveredReport([givenUp()])), 'packages');
    expect(text).toContain('exited 2 attempts');
    expect(textOf(htmlOf(recoveredReport([laddered()])), 'packages')).toContain(
      'killed 3 attempts',
    );
  });

  it('have no part where there were none', () => {
    const html = htmlOf(sampleReport({ packages: [packageRun()] }));
    expect(html).not.toContain('id="attempts"');
    expect(textOf(html, 'packages')).not.toContain('attempts');
  });
});
