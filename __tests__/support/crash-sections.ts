import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fixture } from './guarded.ts';

const folder = join(fixture('crashes'), 'scanner/captures');

/** What one of the scanner's programs printed under one version of Go. */
export interface Section {
  /** `values/nested`, `panics-verbose` */
  name: string;
  /** Of Go's version: 26 for 1.26. */
  minor: number;
  text: string;
}

/** All captures of the scanner's programs: runs of the go command, and programs with one section for each argument. */
export const sections: readonly Section[] = readdirSync(folder)
  .sort()
  .flatMap((file) => {
    const { base = '', minor = '' } =
      /^(?<base>.+)-go1\.(?<minor>\d+)\.txt$/.exec(file)?.groups ?? {};
    const text = readFileSync(join(folder, file), 'utf8');
    const [before = '', ...parts] = text.split(/^### /m);
    if (parts.length === 0) return [{ name: base, minor: Number(minor), text: before }];
    return parts.map((part) => ({
      name: `${base}/${part.slice(0, part.indexOf(':'))}`,
      minor: Number(minor),
      text: part.slice(part.indexOf('\n') + 1),
    }));
  });

/** Sections of a name, one for each version of Go; throws where there is none. */
export function sectionsNamed(name: string): readonly Section[] {
  const found = sections.filter((section) => section.name === name);
  if (found.length === 0) throw new Error(`nothing is captured of ${name}`);
  return found;
}

/** Whole files of captures: also those of other tests and of the catalog. */
export function allCaptures(): { path: string; text: string }[] {
  const root = join(import.meta.dirname, '../..');
  const folders = [folder, join(fixture('crashes'), 'blame/captures'), ...catalogFolders(root)];
  return folders.flatMap((from) =>
    readdirSync(from)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => ({
        path: join(from, name).slice(root.length + 1),
        text: readFileSync(join(from, name), 'utf8'),
      })),
  );
}

function catalogFolders(root: string): string[] {
  return readdirSync(join(root, 'catalog'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name === 'captures')
    .map((entry) => join(entry.parentPath, entry.name));
}
