import { packageOf, type Frame } from '../frame.ts';

/** What a person wants to see of many stacks; a part that is not given lets everything through. */
export interface StackFilter {
  /** Like -focus of go tool pprof: some function of the stack has a part that this matches. */
  function?: RegExp | undefined;
  /** Some function of the stack is of this package, or, with `/...` at the end, of one below it. */
  package?: string | undefined;
}

export function matchesStack(filter: StackFilter, frames: readonly Frame[]): boolean {
  const { function: pattern, package: name } = filter;
  return (
    (pattern === undefined || frames.some((frame) => pattern.test(frame.function))) &&
    (name === undefined || frames.some((frame) => isInPackage(packageOf(frame.function), name)))
  );
}

/** An external test package counts as the package that it tests. */
function isInPackage(path: string, pattern: string): boolean {
  const plain = path.replace(/_test$/, '');
  if (!pattern.endsWith('/...')) return path === pattern || plain === pattern;
  const root = pattern.slice(0, -'/...'.length);
  return plain === root || path.startsWith(`${root}/`);
}
