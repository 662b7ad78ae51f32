import { describe } from '@jest/globals';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { browserFlags, findBrowser } from './browser.ts';
import { alarm } from './hostile-strings.ts';

/** Chromium whose pages may ask nobody but the disk for anything, and may not complain. */
export interface WatchedBrowser {
  open: (address: string, options?: BrowserContextOptions) => Promise<Page>;
  /** What pages complained of, asked for or ran that they should not have, since the last call. */
  problems: () => string[];
  close: () => Promise<void>;
}

/** A browser starts in a second; on a busy machine it may wait for a processor much longer. */
const patienceMs = 110_000;
const program = findBrowser();
if (program === null) console.warn('No page is opened: there is no Chromium here.');

/** Tests that open pages; skipped where there is no Chromium. */
export const inBrowser = program === null ? describe.skip : describe;

export async function watchedBrowser(): Promise<WatchedBrowser> {
  if (program === null) throw new Error('there is no Chromium here');
  const browser: Browser = await chromium.launch({
    ...{ executablePath: program, args: browserFlags, timeout: patienceMs },
  });
  const problems: string[] = [];
  return {
    async open(address, options = {}) {
      const page = await browser.newPage({ reducedMotion: 'reduce', ...options });
      page.setDefaultTimeout(patienceMs);
      await page.exposeFunction(alarm, () => problems.push('a text became a script'));
      page.on('console', (message) => problems.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => problems.push(`error: ${error.message}`));
      page.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`));
      page.on('request', (request) => {
        if (!request.url().startsWith('file:')) problems.push(`request: ${request.url()}`);
      });
      await page.goto(address);
      return page;
    },
    problems: () => problems.splice(0),
    close: () => browser.close(),
  };
}
