import { shortName } from '../crash/function-name.ts';
import { clip, formatBytes, printable } from '../report/format.ts';
import type { Leak } from '../report/leak-schema.ts';
import { plural } from '../report/plural.ts';

const maxNameChars = 200;

/** How sure it is, and whether it is new as far as anybody can tell: `new, confirmed`, `consistent`. */
export function standingText({ standing, confidence }: Leak): string {
  return standing === 'unknown' ? confidence : `${standing}, ${confidence}`;
}

/** `3 goroutines can never go on: chan receive`; `every run keeps 4.0 KiB more` */
export function whatLeaks(leak: Leak): string {
  if (leak.kind === 'memory')
    return `each further run keeps ${formatBytes(leak.bytesPerRun ?? 0)} more`;
  const { goroutines, state, confidence } = leak;
  const said = clip(printable(state), 80);
  const isOne = goroutines === 1;
  const act =
    confidence === 'confirmed'
      ? 'can never go on'
      : `${isOne ? 'waits' : 'wait'} after the end of all tests`;
  return `${plural(goroutines, 'goroutine')} ${act}: ${said}`;
}

/** Where a leak without a line in the repository is: the function that waits or allocates. */
export function functionOf({ frames }: Pick<Leak, 'frames'>): string {
  const first = frames.find(({ function: name }) => !/^(?:runtime|sync|internal)[./]/.test(name));
  return shortName((first ?? frames[0])?.function ?? '');
}

/** One sentence in plain text: `new: 3 goroutines can never go on: chan receive at shop/pool.go:25, started at shop/pool.go:19`. */
export function leakText(leak: Leak): string {
  const { site, createdBy, standing, test } = leak;
  const at = site === null ? ` in ${nameText(functionOf(leak))}` : ` at ${placeText(site)}`;
  const start = createdBy === null ? '' : `, started at ${placeText(createdBy)}`;
  const by = test === null ? '' : `, by ${nameText(test)}`;
  return `${standing === 'unknown' ? '' : `${standing}: `}${whatLeaks(leak)}${at}${start}${by}`;
}

function placeText({ file, line }: { file: string; line: number }): string {
  return nameText(`${file}:${String(line)}`);
}

function nameText(name: string): string {
  return clip(printable(name), maxNameChars);
}
