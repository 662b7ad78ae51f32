import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { repositoryAt } from '../../src/machine/source-files.ts';
import { layout } from '../../src/run/layout.ts';
import { writeReportPage } from '../../src/run/report-page.ts';
import type { Links } from '../../src/report/links.ts';
import { graveFindings } from '../support/accessibility.ts';
import { readReport } from '../support/guarded.ts';
import { pageAssetsDirectory } from '../support/page-assets.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { troubledShop, type TroubledShop } from '../support/troubled-shop.ts';
import { inBrowser, watchedBrowser, type WatchedBrowser } from '../support/watched-browser.ts';

const tree = 'https://github.com/octo-org/shop/blob/0123abc';
const links: Links = {
  run: 'https://github.com/octo-org/shop/actions/runs/1',
  report: null,
  source: tree,
  artifacts: [{ name: 'profiles-memory', url: `${tree}/artifact`, bytes: 4096 }],
};

let shop: TroubledShop;

async function writePage(): Promise<void> {
  await writeReportPage({
    ...{ out: shop.out, report: readReport(shop.out), links },
    repository: repositoryAt(shop.directory),
    assetsDirectory: pageAssetsDirectory,
  });
}

beforeAll(async () => {
  shop = await troubledShop();
  await writePage();
}, 240_000);

describe('report.html', () => {
  it('is one file of moderate size that says what happened without a browser', () => {
    const html = readFileSync(layout.reportPage(shop.out), 'utf8');
    expect(html.length).toBeLessThan(1 << 20);
    expect(html).not.toMatch(/<(?:link|img|iframe)|(?:src|href)="(?!https:|#|heap\/)/);
    expect(html).toContain('the program used a nil pointer');
  });

  it('is made from the report alone where the run folder has nothing else', async () => {
    const out = tempFolder();
    const request = {
      ...{ out, report: readReport(shop.out), links },
      repository: { lines: () => null },
    };
    await writeReportPage({ ...request, assetsDirectory: pageAssetsDirectory });
    const html = readFileSync(layout.reportPage(out), 'utf8');
    expect(html).toContain('the program used a nil pointer');
    expect(html).toContain('memory ceiling: 400.0 MiB');
    expect(html).not.toContain('data-flame=');
    expect(html).not.toContain('<mark>');
  });

  it('is not made without its script and style', async () => {
    const request = { out: shop.out, report: readReport(shop.out), links };
    await expect(
      writeReportPage({
        ...{ ...request, assetsDirectory: tempFolder() },
        repository: { lines: () => null },
      }),
    ).rejects.toThrow(/ENOENT.*page\.(?:js|css)/);
  });
});

inBrowser('the report page of a run', () => {
  let browser: WatchedBrowser;
  beforeAll(async () => {
    browser = await watchedBrowser();
  });
  afterAll(() => browser.close());
  afterEach(() => {
    expect(browser.problems()).toEqual([]);
  });

  const open = (options: BrowserContextOptions = {}): Promise<Page> =>
    browser.open(pathToFileURL(layout.reportPage(shop.out)).href, options);
  const texts = (page: Page, selector: string): Promise<string[]> =>
    page.locator(selector).allInnerTexts();
  const problem = (page: Page, cause: RegExp) =>
    page.locator('article.problem').filter({ has: page.locator('h3 a.badge', { hasText: cause }) });
  const overflow = (page: Page): Promise<number> =>
    page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  const focused = (page: Page): Promise<string> =>
    page.evaluate('document.activeElement.id || document.activeElement.tagName');

  it('says the verdict first, then what to do', async () => {
    const page = await open();
    expect(await page.locator('h1').innerText()).toBe('Failed example.com/shop');
    expect(await page.locator('.headline').innerText()).toMatch(
      /^5 tests passed, 6 failed, 0 skipped, 2 not seen to end \(5 packages, 1 leg/,
    );
    const steps = await texts(page, '.next li');
    expect(steps[0]).toMatch(
      /^Start at cart\/cart\.go:30: nil-dereference, .*\n*go test -count=1 -run '\^TestTotal\$' \.\/cart$/s,
    );
    expect(steps[1]).toMatch(/^Start at importer\/importer\.go:20: oom-/);
    expect(steps.at(-1)).toContain('memory-accepted');
    await page.locator('.next li a').nth(1).click();
    expect(page.url()).toMatch(/#problem-1$/);
    await page.close();
  });

  it('shows a crash with its line, confidence, fix, source and other goroutines', async () => {
    const page = await open();
    const panic = problem(page, /^nil-dereference$/);
    expect(await panic.locator('h3').innerText()).toMatch(/nil pointer confirmed$/);
    expect(await panic.locator('.where a').first().getAttribute('href')).toBe(
      `${tree}/cart/cart.go#L30`,
    );
    expect(await panic.locator('.fix a').getAttribute('href')).toContain('/docs/crashes/');
    const marked = await panic.locator('ol.frames').first().locator('mark').allInnerTexts();
    expect(marked.map((line) => line.trim())).toEqual([
      '> 30      return c.Voucher.Cents',
      '> 25      return sum - c.reduction()',
      '> 25  if got := c.Total(); got != 1350 {',
    ]);
    const others = panic.locator('details.others');
    expect(await others.locator('> summary').innerText()).toMatch(/^\d+ other goroutines$/);
    await others.locator('> summary').click();
    expect(await others.innerText()).toMatch(/8 goroutines, chan receive/);
    await panic.locator('summary', { hasText: 'Evidence' }).click();
    expect(await panic.locator('dl').first().innerText()).toContain('crash file');
    await page.close();
  });

  it('shows who held the memory of what was killed, and how it rose to the ceiling', async () => {
    const page = await open();
    const killed = problem(page, /^oom-/);
    expect(await killed.locator('table.holders tbody tr').first().innerText()).toMatch(
      /MiB\s+\d+ %\s+importer\.load importer\/importer\.go:20\s+TestWholeCatalog$/,
    );
    expect(await killed.locator('svg.timeline .limit title').textContent()).toBe(
      'memory ceiling: 400.0 MiB',
    );
    expect(await killed.locator('svg.timeline polyline').count()).toBe(3);
    await page.close();
  });

  it('lists failed tests with what they said, and tests not seen to end', async () => {
    const page = await open();
    const failures = await texts(page, '#failures details');
    expect(failures).toHaveLength(4);
    expect(failures.join('\n')).toContain('TestNames/<img_src=x_onerror=alert(1)>');
    expect(failures.join('\n')).toContain('99 cents with 19 % are 117 cents, want 118');
    expect(await page.locator('#missing').innerText()).toContain('TestVoucher');
    await page.close();
  });

  it('compares heap usage, says why it grew, and leads to the page of the package', async () => {
    const page = await open();
    const heap = page.locator('#heap');
    expect(await heap.locator('table').first().innerText()).toMatch(/TestIndex[\s\S]*\+34\.\d MiB/);
    expect(await heap.locator('details.growth').innerText()).toContain('store/store.go:25');
    await heap.getByRole('link', { name: 'All figures of this package' }).click();
    expect(await page.locator('h1').innerText()).toContain('example.com/shop/store');
    await page.close();
  });

  it('draws several flame graphs, each when it is opened', async () => {
    const page = await open();
    const graphs = page.locator('.flame-details');
    expect(await graphs.count()).toBeGreaterThan(1);
    const second = graphs.nth(1).locator('g.frame');
    expect(await graphs.first().locator('g.frame').count()).toBeGreaterThan(3);
    expect(await second.count()).toBe(0);
    await graphs.nth(1).locator('summary').click();
    await second.first().waitFor();
    expect(await graphs.first().locator('summary').innerText()).toMatch(
      /^example\.com\/shop\/store/,
    );
    await page.close();
  });

  it('is read with the keys alone', async () => {
    const page = await open();
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe(
      await page.locator('a').first().textContent(),
    );
    const closed = page.locator('#problem-1 details.others');
    await closed.locator('> summary').focus();
    await page.keyboard.press('Enter');
    expect(await closed.getAttribute('open')).not.toBeNull();
    await page.locator('#flame-1').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    expect(await page.locator('#flame-1-detail').textContent()).toContain('store.TestIndex');
    await page.keyboard.press('/');
    expect(await focused(page)).toBe('flame-1-search');
    await page.keyboard.type('index');
    expect(await page.locator('#flame-1-found').textContent()).toMatch(/^\d+ frames?, /);
    await page.keyboard.press('Escape');
    expect(await page.locator('#flame-1-found').textContent()).toBe('');
    await page.locator('#packages input[type=search]').focus();
    await page.keyboard.type('store pass');
    expect(await page.locator('#package-rows tbody tr:visible').count()).toBe(1);
    expect(await page.locator('#packages output').innerText()).toBe('1 of 5');
    await page.close();
  });

  it('reaches everything that can be pressed by tabbing, in the order of the page', async () => {
    const page = await open();
    const expected = await page.evaluate<number>(
      `[...document.querySelectorAll('a[href],summary,button,input:not([type=radio]),[tabindex="0"]')].filter((e) => e.checkVisibility()).length + document.querySelectorAll('fieldset').length - document.querySelectorAll('details:not([open]) fieldset').length`,
    );
    const tops: number[] = [];
    for (let presses = 0; presses < expected; presses++) {
      await page.keyboard.press('Tab');
      tops.push(
        await page.evaluate<number>(
          'document.activeElement.getBoundingClientRect().top + window.scrollY',
        ),
      );
    }
    expect(await focused(page)).not.toBe('BODY');
    // Things in one line of text differ by a few pixels.
    const back = tops.filter((top, index) => index > 0 && top < (tops[index - 1] ?? 0) - 60);
    expect(back).toEqual([]);
    await page.close();
  });

  it.each([
    [360, 'light'],
    [360, 'dark'],
    [1440, 'light'],
    [1440, 'dark'],
  ] as const)('is usable at %i pixels in %s', async (width, colorScheme) => {
    const page = await open({ viewport: { width, height: 900 }, colorScheme });
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.evaluate(
      'for (const each of document.querySelectorAll("details")) each.open = true',
    );
    await page.locator('#flame-2 g.frame').first().waitFor();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const paper = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(paper).toBe(colorScheme === 'dark' ? 'rgb(22, 25, 29)' : 'rgb(255, 255, 255)');
    expect(await graveFindings(page)).toEqual([]);
    await page.close();
  });

  it('can be printed, without what only a screen has', async () => {
    const page = await open({ colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('form.controls:visible').count()).toBe(0);
    expect(await page.locator('nav.contents').isVisible()).toBe(false);
    const paper = await page.evaluate<string>('getComputedStyle(document.body).backgroundColor');
    expect(paper).toBe('rgb(255, 255, 255)');
    const sheets = (await page.pdf({ format: 'A4' })).toString('latin1');
    const count = sheets.match(/\/Type \/Page\b/g)?.length ?? 0;
    expect(count).toBeGreaterThan(1);
    expect(count).toBeLessThan(20);
    await page.close();
  });

  it('tells everything but flame graphs without scripts', async () => {
    const page = await open({ javaScriptEnabled: false });
    await page.locator('summary', { hasText: 'Evidence' }).first().click();
    expect(await page.locator('#problem-1 dl').first().isVisible()).toBe(true);
    expect(await page.locator('#packages form').isVisible()).toBe(false);
    expect(await page.locator('#package-rows tbody tr').count()).toBe(5);
    expect(await page.locator('#flames noscript').first().innerText()).toContain('needs scripts');
    await page.close();
  });
});
