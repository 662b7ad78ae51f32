import { enclosingFunction } from '../source/enclosing-function.ts';
import { packageOf, type Frame } from '../frame.ts';
import { identifiersOf, isClosure } from '../function-name.ts';
import type { LocatedFrame, Repository } from '../source/repository.ts';

/**
 * A function's name without what depends on the compiler: type arguments, and how closures are numbered and called (`func1`,
 * `gowrap1`, `-range1`). A closure counts for the function that it is written in.
 */
export function plainName(functionName: string): string {
  const name = functionName.replace(/·.*$/s, '');
  return `${packageOf(name).replace(/_test$/, '')}.${localName(name)}`;
}

/** Wrappers that only some versions of Go show, and only some reports. */
export function isWrapper(functionName: string): boolean {
  return /(?:\.(?:gowrap|deferwrap)\d+|-fm|·dwrap·\d+)$/.test(functionName);
}

/**
 * The plain name with the folder instead of the package, and a closure's function as the source has it, where that is there: up to
 * Go 1.26 a closure that was inlined has the name of where that happened.
 */
export function stableName(frame: Frame, located: LocatedFrame, repository: Repository): string {
  const lines = repository.lines(located.file);
  if (lines === null) return plainName(frame.function);
  const around = isClosure(frame.function) ? enclosingFunction(lines, located.line) : null;
  const folder = located.file.slice(0, Math.max(0, located.file.lastIndexOf('/')));
  return `${folder}.${around?.name ?? localName(frame.function)}`;
}

/** Go names the closures of package variables after the package's initialisation, before Go 1.21 glob. */
function localName(functionName: string): string {
  const identifiers = identifiersOf(functionName);
  const known = isClosure(functionName) ? identifiers.slice(-1) : identifiers;
  return known.join('.') || 'init';
}

/** The text of a frame's line without its comment, '' where nobody can read it: it stays the same when lines move. */
export function sourceText(located: LocatedFrame | null, repository: Repository): string {
  const text = located === null ? undefined : repository.lines(located.file)?.[located.line - 1];
  const code = (text ?? '').slice(0, maxSourceChars).replace(/\s+/g, ' ').trim();
  const comment = / ?\/\/(?<text>[^"'`]*)$/.exec(code);
  return comment === null ? code : code.slice(0, comment.index);
}

const maxSourceChars = 500;
