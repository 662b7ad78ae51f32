import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PageAssets } from '../render/html/document.ts';

/** The script and the style that every page carries, from the folder that the build made. */
export async function readPageAssets(directory: string): Promise<PageAssets> {
  const [script, style] = await Promise.all(
    ['page.js', 'page.css'].map((name) => readFile(join(directory, name), 'utf8')),
  );
  return { script: script ?? '', style: style ?? '' };
}
