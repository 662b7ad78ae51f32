import { clip, printable } from '../report/format.ts';
import type { Gap } from '../report/schema.ts';

export const shimProblemsName = 'shim-problems.txt';
export const maxShimProblemsBytes = 16 * 1024;

const maxLines = 20;
const maxLineChars = 500;
/** That many packages may say the same before it is said once for all. */
const maxAlike = 3;

/** What the shim could not do for one attempt, a line each. */
export function parseShimProblems(text: string | null): string[] {
  const lines = (text ?? '').split('\n').filter((line) => line.trim() !== '');
  const shown = lines.slice(0, maxLines).map((line) => clip(printable(line), maxLineChars));
  return lines.length > maxLines
    ? [...shown, `${String(lines.length - maxLines)} more problems in ${shimProblemsName}`]
    : shown;
}

/** What many packages of a leg lack alike becomes one gap. */
export function gatherGaps(gaps: readonly Gap[], leg: string): Gap[] {
  const packages = new Map<string, Set<string>>();
  for (const { what, package: name } of gaps)
    if (name !== undefined) packages.set(what, (packages.get(what) ?? new Set()).add(name));
  const said = new Set<string>();
  return gaps.flatMap((gap) => {
    const count = packages.get(gap.what)?.size ?? 0;
    if (gap.package === undefined || count <= maxAlike) return [gap];
    if (said.has(gap.what)) return [];
    said.add(gap.what);
    return [{ what: `${gap.what} (${String(count)} packages)`, leg }];
  });
}
