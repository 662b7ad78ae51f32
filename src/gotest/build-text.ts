import type { Excerpt } from './excerpt.ts';
import type { PackageFold } from './package-fold.ts';

/**
 * Splits text of the go command into the blocks under `# import/path` headers, as compiler, linker and vet output come; Go <= 1.23
 * and GODEBUG=gotestjsonbuildtext=1 print them on stderr. Text before the first header is under ''.
 */
export function splitBuildText(text: string): Map<string, string> {
  const blocks = new Map<string, string>();
  let current = '';
  for (const line of text.split('\n')) {
    // # example.com/m/a [example.com/m/a.test]     # [example.com/m/a]  (vet)
    const header = /^# \[?(?<path>[^\s\]]+)\]?(?: \[\S+\])?$/.exec(line);
    if (header !== null) {
      current = header.groups?.['path'] ?? '';
      // The brackets are all that tells vet's words from the compiler's.
      if (line.startsWith('# [')) blocks.set(current, `${blocks.get(current) ?? ''}${line}\n`);
    } else if (line !== '') blocks.set(current, `${blocks.get(current) ?? ''}${line}\n`);
  }
  return blocks;
}

/** Why a package did not build: the text that the stream links to it, else its block, else everything that failed to build. */
export function buildTextOf(
  fold: PackageFold,
  builds: ReadonlyMap<string, Excerpt>,
  goStderr: string,
): string {
  const linked = fold.failedBuild === null ? undefined : builds.get(fold.failedBuild);
  if (linked !== undefined) return linked.text();
  const all = [...[...builds.values()].map((text) => text.text()), goStderr].join('');
  return splitBuildText(all).get(fold.package) ?? all;
}
