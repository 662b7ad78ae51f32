import { createHash } from 'node:crypto';
import type { Blame } from './blame.ts';
import type { Frame } from './frame.ts';
import { identifiersOf } from './function-name.ts';
import { packageOf } from './frame.ts';
import { normalisedMessage } from './normalised-message.ts';
import type { ParsedCrash } from './parsed-crash.ts';
import type { Repository } from './repository.ts';
import { isStandardLibrary, isSurroundings } from './standard-library.ts';

/** Frames of the user's that count. */
const depth = 3;

/**
 * What two reports of one root cause have in common: 16 hex digits. Lines, goroutine numbers, addresses, inlining and the version of
 * Go leave it as it is.
 */
export function fingerprint(crash: ParsedCrash, blame: Blame, repository: Repository): string {
  const parts = [crash.kind, normalisedMessage(crash.message), ...places(crash, blame, repository)];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

function places(crash: ParsedCrash, blame: Blame, repository: Repository): string[] {
  if (crash.kind === 'data-race') return accesses(crash, blame, repository);
  const line = sourceOf(blame.blame, repository);
  const frames = (crash.stacks[0]?.goroutine.frames ?? []).filter(isUsers).slice(0, depth);
  const names = blame.blame === null ? frames.map(nameOf) : [nameOf(blame.blame)];
  // Without any place, what ended one package is not what ended another.
  return names.length === 0 ? [crash.package ?? '', blame.test ?? ''] : [...names, line];
}

/** Which of the two came first is chance. */
function accesses(crash: ParsedCrash, blame: Blame, repository: Repository): string[] {
  const lines = [blame.blame, ...blame.related.filter(({ role }) => / access$/.test(role))];
  const operations = crash.stacks.flatMap(({ access }) =>
    access === null ? [] : [access.operation],
  );
  return lines
    .map((frame, index) => {
      const where = frame === null ? '' : `${nameOf(frame)} ${sourceOf(frame, repository)}`;
      return `${operations[index] ?? ''} ${where}`;
    })
    .sort();
}

function isUsers(frame: Frame): boolean {
  return !isStandardLibrary(frame) && !isSurroundings(frame);
}

/** Package and identifiers: closures, wrappers and type arguments depend on the compiler. */
function nameOf({ function: name }: Frame): string {
  return [packageOf(name), ...identifiersOf(name)].join('.');
}

/** Tells two crashes of one function apart, wherever the lines have moved to. */
function sourceOf(frame: Frame | null, repository: Repository): string {
  const text = frame === null ? undefined : repository.lines(frame.file)?.[frame.line - 1];
  return (text ?? '').replace(/\s+/g, ' ').trim().slice(0, 500);
}
