import type { BaselineChoice } from './heap.ts';

export const baselineFix =
  'give git (a branch of the repository), file:PATH (a folder), or none (no comparison)';

/** Reads `git`, `file:PATH` or `none`, the path as it is written; or says, to follow the quoted text, what is wrong. */
export function parseBaseline(text: string): BaselineChoice | { problem: string } {
  if (text === 'git' || text === 'none') return { kind: text };
  const path = /^file:(?<path>.*)$/s.exec(text)?.groups?.['path'];
  if (path === undefined) return { problem: 'is no place for a baseline' };
  if (path.trim() === '') return { problem: 'names no folder' };
  if (path.startsWith('//')) return { problem: 'is a URL, not a path' };
  return path.includes('\0') ? { problem: 'is no path' } : { kind: 'file', path };
}

/** The same choice with its path, if it has one, changed; what is no choice stays as it is. */
export function withBaselinePath(text: string, change: (path: string) => string): string {
  const parsed = parseBaseline(text);
  return 'kind' in parsed && parsed.kind === 'file' ? `file:${change(parsed.path)}` : text;
}
