import { posix } from 'node:path';
import type { ListedPackage } from './go-list.ts';

/** The name that an injected file usually gets. */
const injectedName = 'zz_crash_guard_test.go';

/** Tells of a folder whether some package's go:embed patterns (https://pkg.go.dev/embed) would take an injected file in it. */
export function embeddings(packages: readonly ListedPackage[]): (dir: string) => boolean {
  const patterns = packages.flatMap(({ dir, embedPatterns }) =>
    embedPatterns.map((pattern) => ({
      root: dir,
      matches: globExpression(pattern.replace(/^all:/, '')),
    })),
  );
  return (dir) =>
    patterns.some(({ root, matches }) => {
      const path = posix.relative(root, posix.join(dir, injectedName));
      return !path.startsWith('../') && itselfAndParents(path).some((name) => matches.test(name));
    });
}

/** A pattern that names a folder embeds the tree below it. */
function itselfAndParents(path: string): string[] {
  const parts = path.split('/');
  return ['.', ...parts.map((_, i) => parts.slice(0, i + 1).join('/'))];
}

/** path.Match as a regular expression; a character class may match any character, which can only err towards "embedded". */
function globExpression(pattern: string): RegExp {
  const body = pattern
    .split(/(\[[^\]]*\]|[*?])/)
    .map((part) => {
      if (part === '*') return '[^/]*';
      return part === '?' || part.startsWith('[')
        ? '[^/]'
        : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    })
    .join('');
  return new RegExp(`^${body}$`, 'u');
}
