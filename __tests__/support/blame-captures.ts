import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import type { Repository } from '../../src/crash/source/repository.ts';
import { openRepository } from '../../src/machine/source-files.ts';
import { fixture } from './guarded.ts';

const folder = fixture('crashes/blame');
const checkout = join(folder, 'checkout');

/** The fixture's checkout, as if it lay where the captures say. */
export function blameRepository(root = '/src/blame'): Repository {
  const modules = [
    { path: 'example.com/shop', directory: 'shop' },
    { path: 'example.com/ledger', directory: 'ledger' },
  ];
  return { ...openRepository(checkout, modules), root };
}

/** `subtest-go1.27.txt` as `{ name: 'subtest', go: '1.27' }`. */
export function blameCaptures(): { file: string; name: string; go: string }[] {
  return readdirSync(join(folder, 'captures'))
    .sort()
    .map((file) => {
      const { name = '', go = '' } = /^(?<name>.+)-go(?<go>1\.\d+)\.txt$/.exec(file)?.groups ?? {};
      return { file, name, go };
    });
}

export function blameCapture(file: string): string {
  return readFileSync(join(folder, 'captures', file), 'utf8');
}

/** The only crash of a capture. */
export function crashOf(file: string): ParsedCrash {
  const crashes = scanCrashes(blameCapture(file));
  if (crashes.length !== 1 || crashes[0] === undefined)
    throw new Error(`${file} has ${String(crashes.length)} crashes`);
  return crashes[0];
}

/** The lines that carry the mark of a case, by role: `blame` and those that belong to it. */
export function markedLines(name: string): { role: string; file: string; line: number }[] {
  return marks
    .filter((mark) => mark.name === name)
    .map(({ role, file, line }) => ({ role, file, line }));
}

const marks = readdirSync(checkout, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .flatMap((entry) => {
    const path = join(entry.parentPath, entry.name);
    const file = path.slice(checkout.length + 1);
    const lines = readFileSync(path, 'utf8').split('\n');
    return lines.flatMap((text, index) =>
      [...text.matchAll(/\/\/(?<role>[a-z][a-z ]*):(?<name>[a-z][a-z-]*)/g)].map(({ groups }) => ({
        role: groups?.['role'] ?? '',
        name: groups?.['name'] ?? '',
        file,
        line: index + 1,
      })),
    );
  });
