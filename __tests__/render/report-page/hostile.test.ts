import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { renderReportPage } from '../../../src/render/report-page/report-page.ts';
import { sourceText } from '../../../src/render/report-page/source-text.ts';
import { noLinks } from '../../../src/report/links.ts';
import { hostileReport, hostileStrings, hugeBackticks } from '../../support/hostile-strings.ts';
import { pageAssets } from '../../support/page-assets.ts';
import { flameOf, reportPage, risingTimeline } from '../../support/report-page.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { inBrowser, watchedBrowser, type WatchedBrowser } from '../../support/watched-browser.ts';
import { processorMs } from '../../support/processor-time.ts';

const folder = tempFolder();
const assets = pageAssets();
const tree = 'https://github.com/octo-org/octo/blob/0123abc';

/** A page in which the text stands wherever a text can stand. */
function hostilePage(text: string): string {
  const drawn = { package: text, leg: text };
  return renderReportPage(
    reportPage(hostileReport(text), {
      links: {
        ...noLinks,
        source: tree,
        artifacts: [{ name: text, url: `javascript:${text}`, bytes: 1 }],
      },
      sources: sourceText({ lines: () => Array<string>(50).fill(text) }),
      flames: [{ ...drawn, picture: flameOf(text, text) }],
      timelines: [{ ...drawn, picture: risingTimeline(1 << 20) }],
    }),
    assets,
  );
}

const elements = new Set(
  [
    ...['html', 'head', 'meta', 'title', 'style', 'body', 'script', 'noscript', 'header', 'nav'],
    ...['main', 'section', 'article', 'footer', 'h1', 'h2', 'h3', 'h4', 'p', 'div', 'span', 'br'],
    ...['ul', 'ol', 'li', 'dl', 'dt', 'dd', 'a', 'code', 'pre', 'mark', 'bdi', 'small', 'strong'],
    ...['details', 'summary', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'form', 'label', 'kbd'],
    ...['input', 'button', 'output', 'fieldset', 'legend', 'figure', 'figcaption', 'svg', 'g', 'i'],
    ...['line', 'polyline', 'rect', 'circle', 'text', 'foreignobject'],
  ].map((name) => name.toUpperCase()),
);
const attributes = new Set([
  ...['id', 'class', 'href', 'rel', 'lang', 'charset', 'name', 'content', 'http-equiv', 'title'],
  ...['aria-label', 'aria-labelledby', 'aria-live', 'role', 'tabindex', 'scope', 'hidden', 'open'],
  ...['type', 'value', 'checked', 'placeholder', 'maxlength', 'autocomplete', 'data-filter'],
  ...['data-flame', 'viewBox', 'width', 'height', 'x', 'x1', 'x2', 'y', 'y1', 'y2', 'cx', 'cy'],
  ...['r', 'rx', 'points', 'text-anchor', 'transform', 'fill', 'style'],
]);

interface Made {
  elements: string[];
  attributes: string[];
  addresses: string[];
  overflow: number;
}

const look = `(() => {
  const all = [...document.querySelectorAll('*')];
  return {
    elements: [...new Set(all.map((e) => e.tagName.toUpperCase()))],
    attributes: [...new Set(all.flatMap((e) => e.getAttributeNames()))],
    addresses: [...document.querySelectorAll('[href]')].map((e) => e.getAttribute('href')),
    overflow: document.documentElement.scrollWidth - window.innerWidth,
  };
})()`;

describe('the report page with hostile text', () => {
  it('is bounded, also with ten million backticks in every field', () => {
    let html = '';
    expect(processorMs(() => (html = hostilePage(hugeBackticks())))).toBeLessThan(20_000);
    expect(html.length).toBeLessThan(2 << 20);
  });

  it('links to nothing that a text names', () => {
    const html = hostilePage('https://evil.example/x');
    expect(html).not.toMatch(/href="https?:\/\/evil/);
  });
});

inBrowser('the report page in a browser', () => {
  let browser: WatchedBrowser;
  let page: Page;
  beforeAll(async () => {
    browser = await watchedBrowser();
    page = await browser.open('about:blank', { viewport: { width: 360, height: 800 } });
  });
  afterAll(() => browser.close());
  afterEach(() => {
    expect(browser.problems()).toEqual([]);
  });

  it.each(hostileStrings)('shows as text: %s', async (_, text) => {
    const file = join(folder, 'page.html');
    writeFileSync(file, hostilePage(text));
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(
      'for (const each of document.querySelectorAll("details")) each.open = true',
    );
    const made = await page.evaluate<Made>(look);
    expect(made.elements.filter((name) => !elements.has(name))).toEqual([]);
    expect(made.attributes.filter((name) => !attributes.has(name))).toEqual([]);
    expect(
      made.addresses.filter(
        (address) =>
          !/^(?:#[\w-]+|https:\/\/github\.com\/org\/go-crash-guard\/)/.test(address) &&
          !address.startsWith(`${tree}/`) &&
          address !== tree,
      ),
    ).toEqual([]);
    expect(made.overflow).toBeLessThanOrEqual(0);
  });
});
