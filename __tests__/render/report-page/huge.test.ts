import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { renderReportPage } from '../../../src/render/report-page/report-page.ts';
import type { Report } from '../../../src/report/schema.ts';
import { pageAssets } from '../../support/page-assets.ts';
import { flameOf, reportPage, risingTimeline } from '../../support/report-page.ts';
import { comparedPackage, sampleComparison } from '../../support/sample-comparison.ts';
import { packageRun, sampleCrash, sampleReport } from '../../support/sample-report.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { inBrowser, watchedBrowser, type WatchedBrowser } from '../../support/watched-browser.ts';
import { processorMs } from '../../support/processor-time.ts';

const packageCount = 4000;
const failureCount = 10_000;
const crashCount = 1000;

const name = (index: number): string => `example.com/large/module/package-${String(index)}`;
const list = <T>(length: number, make: (index: number) => T): T[] =>
  Array.from({ length }, (_, index) => make(index));

/** More of everything than fits into a page. */
function hugeReport(): Report {
  const failures = list(failureCount, (index) => ({
    ...{ test: `TestFailed${String(index)}`, file: 'p/p_test.go', line: index + 1 },
    message: `want ${String(index)}\n`.repeat(200),
  }));
  const frames = list(100, (index) => ({
    ...{ function: `example.com/large.call${String(index)}`, file: 'p/p.go', line: index },
  }));
  const stacks = list(1000, (index) => ({
    ...{ id: String(index), state: 'select', frames, createdBy: null },
    role: index === 0 ? ('crashing' as const) : ('other' as const),
  }));
  return sampleReport({
    verdict: { status: 'fail', reasons: [] },
    packages: list(packageCount, (index) =>
      index === 0
        ? packageRun({
            ...{ package: name(0), ending: 'failed' },
            tests: {
              failed: failureCount,
              failures,
              neverRan: list(5000, (at) => `Test${String(at)}`),
            },
          })
        : packageRun({ package: name(index) }),
    ),
    crashes: list(crashCount, (index) =>
      sampleCrash({ id: String(index), message: `crash ${String(index)}`, stacks }),
    ),
    gaps: list(5000, (index) => ({ what: `gap ${String(index)}` })),
    comparison: sampleComparison({
      packages: list(packageCount, (index) => comparedPackage({ package: name(index) })),
    }),
  });
}

const largeFlame = flameOf('m/p', 'm/p.Put');
largeFlame.graph.names = list(20_000, (index) => `example.com/large.function${String(index)}`);

let html = '';
const spentMs = processorMs(() => {
  html = renderReportPage(
    reportPage(hugeReport(), {
      flames: list(20, (index) => ({ package: name(index), leg: 'memory', picture: largeFlame })),
      flamesLeft: 100,
      timelines: list(24, (index) => ({
        ...{ package: name(index), leg: 'memory', picture: risingTimeline(1 << 24) },
      })),
      timelinesLeft: packageCount - 24,
    }),
    pageAssets(),
  );
});

describe('the page of a huge report', () => {
  it('is made in moderate time and size', () => {
    expect(spentMs).toBeLessThan(10_000);
    expect(html.length).toBeLessThan(6 << 20);
  });

  it('counts what it leaves out', () => {
    const text = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]*>/g, ' ');
    const left = (pattern: RegExp): number => Number(pattern.exec(text)?.[1]);
    const failed = left(/(\d+) more failed tests in report\.json/);
    const named = left(/(\d+) more failed tests, by name/);
    expect(failed + named).toBe(failureCount - html.split('<details class="failure"').length + 1);
    expect(left(/(\d+) more, in brief/)).toBeGreaterThan(crashCount - 41);
    expect(left(/(\d+) more crashes in report\.json/)).toBeGreaterThan(500);
    expect(left(/(\d+) more rows in report\.json/)).toBe(
      packageCount -
        html.split('id="package-rows"')[1]!.split('</table>')[0]!.split('<tr').length +
        2,
    );
    expect(text).toMatch(/There is no room here for the flame graphs of \d{3} more packages/);
    expect(left(/(\d+) more packages with less memory not drawn/)).toBe(packageCount - 24);
    expect(text).toContain('999 other goroutines');
  });
});

inBrowser('the page of a huge report in a browser', () => {
  let browser: WatchedBrowser;
  beforeAll(async () => {
    browser = await watchedBrowser();
  });
  afterAll(() => browser.close());

  it('opens, scrolls nowhere sideways and can be filtered', async () => {
    const file = join(tempFolder(), 'huge.html');
    writeFileSync(file, html);
    const page = await browser.open(pathToFileURL(file).href, {
      viewport: { width: 360, height: 800 },
    });
    expect(
      await page.evaluate('document.documentElement.scrollWidth - window.innerWidth'),
    ).toBeLessThanOrEqual(0);
    await page.locator('#packages input[type=search]').fill('package-1234');
    expect(await page.locator('#package-rows tbody tr:visible').count()).toBe(1);
    await page.locator('#packages input[type=search]').fill('');
    await page.locator('#packages input[type=checkbox]').check();
    expect(await page.locator('#package-rows tbody tr:visible').allInnerTexts()).toEqual([
      expect.stringContaining('package-0'),
    ]);
    expect(browser.problems()).toEqual([]);
    await page.close();
  });
});
