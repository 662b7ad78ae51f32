import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseLeaksFile, type LeaksFile } from '../../src/evidence/leaks-file.ts';
import { openRepository } from '../../src/machine/source-files.ts';

const folder = resolve(import.meta.dirname, '../fixtures/leftovers');

/** The module that left these goroutines behind; `// creation: NAME` and `// waits: NAME` mark its lines. */
export const leftoversModule = join(folder, 'module');

export const leftoversRepository = openRepository(leftoversModule, [
  { path: 'example.com/left', directory: '' },
]);

export interface CapturedLeftovers {
  /** `go1.26.8` */
  version: string;
  text: string;
  file: LeaksFile;
}

/** What runtime.Stack of several Go versions printed of the same goroutines, from the oldest to the newest version. */
export function capturedLeftovers(): CapturedLeftovers[] {
  return readdirSync(join(folder, 'captured'))
    .sort()
    .map((name) => {
      const text = readFileSync(join(folder, 'captured', name), 'utf8');
      const file = parseLeaksFile(text);
      if (file === null) throw new Error(`${name} is no such file`);
      return { version: name.replace(/\.txt$/, ''), text, file };
    });
}

/** `queue/queue.go:25` by `waits: pool`. */
export function markedLines(): Map<string, string> {
  const marks = new Map<string, string>();
  for (const name of ['queue/queue.go', 'queue/queue_test.go'])
    for (const [index, line] of readFileSync(join(leftoversModule, name), 'utf8')
      .split('\n')
      .entries()) {
      const mark = /\/\/ (?<mark>(?:creation|waits): .+)$/.exec(line)?.groups?.['mark'];
      if (mark !== undefined) marks.set(mark, `${name}:${String(index + 1)}`);
    }
  return marks;
}
