import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PageAssets } from '../../src/render/html/document.ts';
import { bundled } from './bundle.ts';

/** The folder of what pages carry with them, as the build makes it. */
export const pageAssetsDirectory = join(dirname(bundled('cli.js')), 'heap-page');

export function pageAssets(): PageAssets {
  const [script, style] = ['page.js', 'page.css'].map((name) =>
    readFileSync(join(pageAssetsDirectory, name), 'utf8'),
  ) as [string, string];
  return { script, style };
}
