import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseEndRecord } from '../evidence/records.ts';
import { readBounded, readBoundedBytes } from '../run/bounded-file.ts';
import { contentOf } from './content.ts';
import { hasDebugInfo, readElfSections, sameProgram } from './elf.ts';

/** The program that a core can be read with, null where there is none; and what stands in the way. */
export interface CoreProgram {
  path: string | null;
  gaps: string[];
}

interface Candidate {
  name: string;
  path: string;
  debuggable: boolean;
}

const maxEntries = 1000;
/** The name under which the shim keeps the program of a core. */
const keptName = 'pkg.test';

/**
 * Finds the program of a core among the files beside it. `go test` links without debug information; a file that has it and is
 * the same program otherwise serves in its place.
 */
export async function findCoreProgram(folder: string): Promise<CoreProgram> {
  const programs = await programsIn(folder);
  const record = parseEndRecord(await readBounded(join(folder, 'end.json'), 1 << 20));
  const names = [record?.evidence?.binary, keptName];
  const ran =
    programs.find(({ name }) => names.includes(name)) ??
    programs.find(({ debuggable }) => !debuggable || programs.length === 1);
  if (ran === undefined) return { path: null, gaps: [noProgram(programs)] };
  if (ran.debuggable) return { path: ran.path, gaps: [] };
  const gaps: string[] = [];
  for (const { name, path } of programs.filter(({ debuggable }) => debuggable)) {
    if (await sameProgram(ran.path, path)) return { path, gaps: [] };
    gaps.push(`${name} has debug information, but its code and data are not those of ${ran.name}`);
  }
  gaps.push(
    `${ran.name} has no debug information, as go test links it, so no debugger can read the core with it: put the same program with debug information beside it, or have it in the next core by the flag -ldflags=-w=0`,
  );
  return { path: null, gaps };
}

function noProgram(programs: readonly Candidate[]): string {
  return programs.length === 0
    ? `the program that made the core is not beside it: put it there as ${keptName}`
    : `it is not clear which program made the core: name it ${keptName} (found ${programs.map(({ name }) => name).join(', ')})`;
}

async function programsIn(folder: string): Promise<Candidate[]> {
  const names = (await readdir(folder).catch(() => [])).sort().slice(0, maxEntries);
  const found: Candidate[] = [];
  for (const name of names) {
    const path = join(folder, name);
    const head = await readBoundedBytes(path, 64);
    if (head === null || contentOf(head) !== 'elf-program') continue;
    found.push({ name, path, debuggable: hasDebugInfo((await readElfSections(path)) ?? []) });
  }
  return found;
}
