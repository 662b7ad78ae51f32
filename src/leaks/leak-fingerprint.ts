import { createHash } from 'node:crypto';
import type { Frame } from '../crash/frame.ts';
import { isWrapper, plainName, sourceText, stableName } from '../crash/likeness/stable-name.ts';
import { enclosingFunction } from '../crash/source/enclosing-function.ts';
import type { LocatedFrame, Repository } from '../crash/source/repository.ts';
import { isRuntime, isStandardLibrary } from '../crash/standard-library.ts';

/** Functions of the user's that count, from the innermost out; of others where there are none of those. */
const depth = 3;

export interface LeakPlace {
  /** What it waits for, in words that all Go versions have in common; what it is for memory. */
  what: string;
  frames: readonly Frame[];
  createdBy: Frame | null;
}

/**
 * What a leak has in common with itself in another run: 16 hexadecimal digits. Moved lines, numbers of goroutines, addresses, the
 * package whose tests met it and the version of Go leave it as it is.
 */
export function leakFingerprint(
  { what, frames, createdBy }: LeakPlace,
  locate: (frame: Frame) => LocatedFrame | null,
  repository: Repository,
): string {
  let site: LocatedFrame | null = null;
  const names: string[] = [];
  for (const frame of frames) {
    if (names.length === depth) break;
    const located = isWrapper(frame.function) ? null : locate(frame);
    if (located === null) continue;
    site ??= located;
    const name = stableName(frame, located, repository);
    // A function that calls itself counts once.
    if (name !== names.at(-1)) names.push(name);
  }
  const created = createdBy === null ? null : locate(createdBy);
  const parts = [
    what,
    ...(site === null ? othersNames(frames) : [...names, ...lineText(site, repository)]),
    'created by',
    ...(createdBy === null || created === null
      ? [createdBy === null ? '' : plainName(createdBy.function)]
      : [stableName(createdBy, created, repository), ...lineText(created, repository)]),
  ];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/** Of a stack without the user's code what somebody else than Go wrote, or else the outermost. */
function othersNames(frames: readonly Frame[]): string[] {
  const called = frames.filter((frame) => !isRuntime(frame) && !isWrapper(frame.function));
  const others = called.filter((frame) => !isStandardLibrary(frame));
  const names = (others.length > 0 ? others : called.slice(-1)).map((frame) =>
    plainName(frame.function),
  );
  return names.filter((name, index) => name !== names[index - 1]).slice(0, depth);
}

/** The text of a line, and the how many-th of such lines it is in its function, because two go statements may read the same. */
function lineText(located: LocatedFrame, repository: Repository): string[] {
  const texts = textsOf(located.file, repository);
  const textOf = (line: number): string => {
    const text = texts.get(line) ?? sourceText({ ...located, line }, repository);
    texts.set(line, text);
    return text;
  };
  const text = textOf(located.line);
  if (text === '') return [];
  const lines = repository.lines(located.file) ?? [];
  const from = enclosingFunction(lines, located.line)?.line ?? located.line;
  let same = 0;
  for (let line = from; line < located.line; line++) if (textOf(line) === text) same++;
  return [text, String(same)];
}

const known = new WeakMap<Repository, Map<string, Map<number, string>>>();

/** The texts of a file's lines as far as they were asked for: each leak of a long function asks for all of them above its own. */
function textsOf(file: string, repository: Repository): Map<number, string> {
  const files = known.get(repository) ?? new Map<string, Map<number, string>>();
  known.set(repository, files);
  const texts = files.get(file) ?? new Map<number, string>();
  files.set(file, texts);
  return texts;
}
