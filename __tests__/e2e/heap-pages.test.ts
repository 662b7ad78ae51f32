import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Report } from '../../src/report/schema.ts';
import { graveFindings } from '../support/accessibility.ts';
import { browserFlags, findBrowser } from '../support/browser.ts';
import { grownStore } from '../support/grown-store.ts';
import { plainGit } from '../support/git-repository.ts';
import { readReport, run } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';

const outs = tempFolder();
/** Run folders: of the first commit, and of the second one with nothing measured again and with the base measured again. */
const [first, byFunction, byStack] = ['first', 'off', 'base'].map((name) => join(outs, name)) as [
  string,
  string,
  string,
];
const pageName = 'memory-example.com-m-store.html';
const program = findBrowser();
const inBrowser = program === null ? describe.skip : describe;
if (program === null) console.warn('The heap pages are not opened: there is no Chromium here.');

beforeAll(async () => {
  const repository = grownStore();
  const measure = async (out: string, confirm: string): Promise<number | null> => {
    const config = join(outs, `${confirm}.yml`);
    writeFileSync(config, `heap: {confirm: ${confirm}}\n`);
    const options = ['--legs', 'memory', '--fresh', '--config', config, '--out', out];
    const place = { cwd: repository.directory, env: plainGit };
    return (await run(['run', './...', ...options], place)).code;
  };
  repository.first();
  expect(await measure(first, 'off')).toBe(0);
  repository.second();
  await measure(byFunction, 'off');
  expect(await measure(byStack, 'base')).toBe(1);
}, 240_000);

function pageOf(report: Report): string | null | undefined {
  return report.comparison?.packages.find((one) => one.package.endsWith('/store'))?.page;
}

describe('the pages of a run', () => {
  it('are one for the package that grew and an index of all', () => {
    for (const out of [byFunction, byStack]) {
      expect(readdirSync(join(out, 'heap')).sort()).toEqual(['index.html', pageName]);
      expect(pageOf(readReport(out))).toBe(`heap/${pageName}`);
    }
  });

  it('hold no name of a test as markup', () => {
    for (const name of ['index.html', pageName]) {
      const html = readFileSync(join(byStack, 'heap', name), 'utf8');
      expect(html).not.toContain('<img');
      expect(html).toContain('TestCases/&lt;img_src=x_onerror=alert(1)&gt;');
    }
  });
});

inBrowser('a page in a browser', () => {
  let browser: Browser;
  /** What the pages complain of, and everything that they ask anybody but the disk for. */
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: program ?? '', args: browserFlags });
  });
  afterAll(async () => {
    await browser.close();
  });
  afterEach(() => {
    expect(problems.splice(0)).toEqual([]);
  });

  async function open(out: string, name = pageName): Promise<Page> {
    const page = await browser.newPage({ reducedMotion: 'reduce' });
    page.on('console', (message) => problems.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
    page.on('request', (request) => {
      if (!request.url().startsWith('file:')) problems.push(`request: ${request.url()}`);
    });
    await page.goto(pathToFileURL(join(out, 'heap', name)).href);
    return page;
  }

  const frame = (page: Page, name: string) =>
    page.locator(`#flame g.frame[name="${name}"]`).first();
  /** As it is drawn: frames reach their place a moment after the page has decided where that is. */
  async function widthOf(page: Page, name: string): Promise<number> {
    for (let left = 1000; left > 0; left--) {
      const place = Number(await frame(page, name).getAttribute('width'));
      const drawn = Number(await frame(page, name).locator('rect').getAttribute('width'));
      if (drawn > 0 && Math.abs(drawn - place) < 0.01) return drawn;
      await page.waitForTimeout(30);
    }
    throw new Error(`${name} does not reach its place`);
  }
  const fillOf = (page: Page, name: string): Promise<string | null> =>
    frame(page, name).locator('rect').getAttribute('fill');
  const detail = (page: Page): Promise<string | null> =>
    page.locator('#flame-detail').textContent();

  it('colours stacks by the base, where that was measured again', async () => {
    const page = await open(byStack);
    expect(await page.locator('#flame-section .note').first().textContent()).toContain(
      'compare each stack with the same stack',
    );
    expect(await fillOf(page, 'store.(*Store).Index')).toContain('--frame-grew');
    expect(await fillOf(page, 'store.TestPut')).toBe('var(--frame-same)');
    await frame(page, 'store.(*Store).Index').hover();
    expect(await detail(page)).toMatch(
      /^example\.com\/m\/store\.\(\*Store\)\.Index: 39\.\d MiB allocated, .*; base 4\.9 MiB, \+34\.\d MiB \(\+6\d\d\.\d %\)$/,
    );
    await page.close();
  });

  it('colours functions by the two records, where there is no profile of the base', async () => {
    const page = await open(byFunction);
    expect(await page.locator('#flame-section .note').first().textContent()).toContain(
      'how much each function grew in all',
    );
    expect(await fillOf(page, 'store.(*Store).Index')).toContain('--frame-grew');
    expect(await page.locator('input[name=side]').count()).toBe(0);
    await page.close();
  });

  it('zooms in by click, and back by reset', async () => {
    const page = await open(byStack);
    const narrow = await widthOf(page, 'store.TestPut');
    const whole = await widthOf(page, 'testing.tRunner');
    expect(narrow).toBeLessThan(whole / 4);
    await frame(page, 'store.TestPut').click();
    expect(await widthOf(page, 'store.TestPut')).toBeGreaterThan(whole * 0.99);
    expect(await page.locator('#flame g.frame[name="store.TestIndex"]').count()).toBe(0);
    await page.locator('#flame-reset').click();
    expect(await widthOf(page, 'store.TestPut')).toBeCloseTo(narrow, 0);
    await page.close();
  });

  it('finds functions by any part of their name, and takes the text as it is', async () => {
    const page = await open(byStack);
    await page.keyboard.press('/');
    await page.keyboard.type('(*store).index');
    expect(await page.locator('#flame-found').textContent()).toMatch(
      /^1 frame, 39\.\d MiB \(\d\d\.\d %\)$/,
    );
    expect(await fillOf(page, 'store.(*Store).Index')).toBe('var(--frame-found)');
    await page.keyboard.press('Escape');
    expect(await page.locator('#flame-found').textContent()).toBe('');
    expect(await fillOf(page, 'store.(*Store).Index')).toContain('--frame-grew');
    await page.close();
  });

  it('is walked with the keys', async () => {
    const page = await open(byStack);
    await page.locator('#flame').focus();
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown']) await page.keyboard.press(key);
    expect(await detail(page)).toContain('example.com/m/store.TestIndex');
    await page.keyboard.press('ArrowRight');
    expect(await detail(page)).toContain('example.com/m/store.TestPut');
    const before = await widthOf(page, 'store.TestPut');
    await page.keyboard.press('Enter');
    expect(await widthOf(page, 'store.TestPut')).toBeGreaterThan(before * 4);
    await page.keyboard.press('ArrowUp');
    expect(await detail(page)).toContain('testing.tRunner');
    await page.keyboard.press('Escape');
    expect(await widthOf(page, 'store.TestPut')).toBeCloseTo(before, 0);
    await page.keyboard.press('ArrowDown');
    expect(await detail(page)).toContain('example.com/m/store: ');
    await page.close();
  });

  it('shows what is in use, and the widths of the base', async () => {
    const page = await open(byStack);
    await page.getByRole('radio', { name: 'in use at the end' }).check();
    await frame(page, 'store').hover();
    expect(await detail(page)).toContain('in use at the end');
    expect(await page.locator('#flame g.frame[name="store.TestPut"]').count()).toBe(0);
    await page.getByRole('radio', { name: 'allocated' }).check();
    const now = await widthOf(page, 'store.(*Store).Index');
    await page.getByRole('radio', { name: 'base' }).check();
    expect(await widthOf(page, 'store.(*Store).Index')).toBeLessThan(now / 1.5);
    await page.close();
  });

  it('fits a narrow window and a sheet of paper', async () => {
    const page = await open(byStack);
    await page.setViewportSize({ width: 400, height: 800 });
    const overflow = (): Promise<number> =>
      page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
    expect(await overflow()).toBeLessThanOrEqual(0);
    expect(await widthOf(page, 'store')).toBeLessThan(400);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#flame-controls').isVisible()).toBe(false);
    expect((await page.pdf()).length).toBeGreaterThan(10_000);
    await page.close();
  });

  it.each(['light', 'dark'] as const)(
    'has nothing that keeps people out, in %s',
    async (scheme) => {
      for (const name of [pageName, 'index.html']) {
        const page = await open(byStack, name);
        await page.emulateMedia({ colorScheme: scheme });
        expect(await graveFindings(page)).toEqual([]);
        await page.close();
      }
    },
  );

  it('has the tests of the run in its timeline, and leads to the index and back', async () => {
    const page = await open(byStack);
    const spans = await page.locator('svg.timeline title').allTextContents();
    expect(spans.map((text) => text.replace(/: .*/, '')).sort()).toEqual([
      'TestCases',
      'TestCases/<img_src=x_onerror=alert(1)>',
      'TestIndex',
      'TestPut',
    ]);
    await page.getByText('All packages').click();
    await page.waitForURL(/\/index\.html$/);
    expect(await page.locator('table.packages tbody tr').count()).toBe(2);
    expect(await page.locator('table.packages svg.timeline').count()).toBe(2);
    await page.getByText('example.com/m/store').click();
    await page.waitForURL(/-store\.html$/);
    expect(await page.locator('h1').textContent()).toContain('example.com/m/store');
    await page.close();
  });
});
