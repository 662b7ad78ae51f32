import { decisiveAttempt } from '../report/decisive-attempt.ts';
import type { BlackBox, Cause, PackageRun } from '../report/schema.ts';
import { partingWords } from '../cause/last-words.ts';
import { clip, formatBytes, printable } from '../report/format.ts';
import type { Waits } from '../report/waits-schema.ts';
import { adviceOn } from './advice.ts';
import { outsideWords } from './outside-words.ts';
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
export function* causeLines(
  run: PackageRun,
  waits: Waits | undefined,
  paint: Paint,
): Generator<string> {
  const cause = told(run);
  if (cause === null) return;
  const confidence = paint.dim(`(${cause.confidence})`);
  yield `    cause:      ${cause.id} ${confidence} ${clip(printable(saidOf(cause)), 400)}`;
  const words = partingWords(cause);
  if (words !== null) yield `    said:       ${clip(printable(words), 300)}`;
  for (const line of heldLines(decisiveAttempt(run)?.blackBox, cause))
    yield `    held:       ${line}`;
  for (const line of adviceOn(cause, run, waits).slice(0, 3))
    yield `    do:         ${clip(printable(line), 300)}`;
}

function saidOf({ id, summary, evidence }: Cause): string {
  const [first] = evidence;
  return refused.has(id) && first !== undefined ? first.detail : summary;
}

/** The largest three of the heap, and what lies outside of it, the larger first. */
function heldLines(box: BlackBox | undefined, cause: Cause): string[] {
  if (box === undefined) return [];
  const holders = mainHolders(box, 3).map(({ bytes, share, test, ...top }) => {
    const { function: name, file, line } = top.caller ?? top;
    const by = test === null ? '' : ` by ${test}`;
    return printable(
      `${formatBytes(bytes)} (${(share * 100).toFixed(0)} %) ${clip(name, 100)} ${file}:${String(line)}${by}`,
    );
  });
  const outside = outsideWorthSaying(box);
  if (outside === 0) return holders;
  const line = `${formatBytes(outside)} ${outsideWords(cause)}`;
  return outside > (box.functions[0]?.bytes ?? 0) ? [line, ...holders] : [...holders, line];
}

/** The runtime itself and the code of the program are always there: a tenth of what is resident is not. */
function outsideWorthSaying({ outsideGoBytes, rssBytes }: BlackBox): number {
  const bytes = outsideGoBytes ?? 0;
  return bytes >= (rssBytes ?? 0) / 10 ? bytes : 0;
}
