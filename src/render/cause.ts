import type { Attempt, BlackBox, Cause, PackageRun } from '../report/schema.ts';
import { partingWords } from '../cause/last-words.ts';
import { clip, formatBytes, printable } from '../report/format.ts';
import type { Paint } from './paint.ts';

/** What the ending and the failed tests say as well. */
const plain = new Set(['test-failure', 'no-tests']);
/** The ending says that it did not build; the compiler, vet or the go command say why. */
const refused = new Set(['build-failed', 'vet-failed', 'setup-failed']);

const pages = 'https://github.com/org/go-crash-guard/blob/v1/docs/causes';

/** The page that explains a cause. */
export function causePage(id: string): string {
  return `${pages}/${id}.md`;
}

/** The cause of a run where it adds to what is said anyway. */
function told(run: PackageRun): Cause | null {
  return run.cause === null || plain.has(run.cause.id) ? null : run.cause;
}

/** The largest, without those that hold next to nothing. */
export function mainHolders({ functions }: BlackBox, max: number): BlackBox['functions'] {
  return functions.slice(0, max).filter(({ share }, index) => index === 0 || share >= 0.01);
}

/** ` at an RSS of 1.9 GiB, 2.4 s after its start` */
export function whenTaken({ rssBytes, elapsedMs, early }: BlackBox): string {
  const rss = rssBytes === null ? '' : ` at an RSS of ${formatBytes(rssBytes)}`;
  const at = elapsedMs === null ? '' : `, ${(elapsedMs / 1000).toFixed(1)} s after its start`;
  return `${rss}${at}${early ? ', before the garbage was collected' : ''}`;
}

/** The cause for a terminal: what, who held the memory, what to do. */
export function* causeLines(run: PackageRun, paint: Paint): Generator<string> {
  const cause = told(run);
  if (cause === null) return;
  const confidence = paint.dim(`(${cause.confidence})`);
  yield `    cause:      ${cause.id} ${confidence} ${clip(printable(saidOf(cause)), 400)}`;
  const words = partingWords(cause);
  if (words !== null) yield `    said:       ${clip(printable(words), 300)}`;
  for (const line of heldLines(run.attempts.at(-1))) yield `    held:       ${line}`;
  for (const line of cause.advice.slice(0, 3))
    yield `    do:         ${clip(printable(line), 300)}`;
}

function saidOf({ id, summary, evidence }: Cause): string {
  const [first] = evidence;
  return refused.has(id) && first !== undefined ? first.detail : summary;
}

function heldLines(attempt: Attempt | undefined): string[] {
  if (attempt?.blackBox === undefined) return [];
  return mainHolders(attempt.blackBox, 3).map(({ bytes, share, test, ...top }) => {
    const { function: name, file, line } = top.caller ?? top;
    const by = test === null ? '' : ` by ${test}`;
    return printable(
      `${formatBytes(bytes)} (${(share * 100).toFixed(0)} %) ${clip(name, 100)} ${file}:${String(line)}${by}`,
    );
  });
}
