import type { Attempt, BlackBox, Cause, PackageRun } from '../report/schema.ts';
import { clip, formatBytes, printable } from '../report/format.ts';
import { cellCode, inlineCode } from './markdown.ts';
import type { Paint } from './paint.ts';

/** What the ending, the failed tests or the compiler's text say as well. */
const plain = new Set(['test-failure', 'build-failed', 'vet-failed', 'no-tests']);

const pages = 'https://github.com/org/go-crash-guard/blob/v1/docs/causes';

/** The page that explains a cause. */
export function causePage(id: string): string {
  return `${pages}/${id}.md`;
}

/** The cause of a run where it adds to what is said anyway. */
function told(run: PackageRun): Cause | null {
  return run.cause === null || plain.has(run.cause.id) ? null : run.cause;
}

/** The cause as paragraphs of Markdown: what, who held the memory, what to do, and the evidence folded away. */
export function* causeMarkdown(run: PackageRun): Generator<string> {
  const cause = told(run);
  if (cause === null) return;
  const { id, confidence } = cause;
  yield `**Cause: [${id}](${causePage(id)})** (${confidence}): ${inlineCode(cause.summary, 500)}`;
  const blackBox = run.attempts.at(-1)?.blackBox;
  if (blackBox !== undefined) yield [...holdersTable(blackBox)].join('\n');
  if (cause.advice.length > 0)
    yield cause.advice.map((line) => `- ${inlineCode(line, 500)}`).join('\n');
  const facts = cause.evidence.map(
    ({ source, detail }) => `- ${source}: ${inlineCode(detail, 400)}`,
  );
  const excluded = cause.excluded.map(
    ({ id: other, because }) => `- not ${other}: ${inlineCode(because, 400)}`,
  );
  yield ['<details><summary>Evidence</summary>', '', ...facts, ...excluded, '', '</details>'].join(
    '\n',
  );
}

function* holdersTable(box: BlackBox): Generator<string> {
  yield `Who held the memory${when(box)}:`;
  yield '';
  yield '| held | share | function | where | test |';
  yield '| ---: | ---: | --- | --- | --- |';
  for (const { bytes, share, test, ...top } of mainHolders(box, 5)) {
    const { function: name, file, line } = top.caller ?? top;
    const where = `${file}:${String(line)}`;
    yield `| ${formatBytes(bytes)} | ${(share * 100).toFixed(0)} % | ${cellCode(name)} | ${cellCode(where)} | ${test === null ? '' : cellCode(test)} |`;
  }
  if ((box.outsideGoBytes ?? 0) > 0)
    yield `| ${formatBytes(box.outsideGoBytes ?? 0)} | | outside Go: cgo, mmap, C libraries | | |`;
}

/** The largest, without those that hold next to nothing. */
function mainHolders({ functions }: BlackBox, max: number): BlackBox['functions'] {
  return functions.slice(0, max).filter(({ share }, index) => index === 0 || share >= 0.01);
}

function when({ rssBytes, elapsedMs, early }: BlackBox): string {
  const rss = rssBytes === null ? '' : ` at an RSS of ${formatBytes(rssBytes)}`;
  const at = elapsedMs === null ? '' : `, ${(elapsedMs / 1000).toFixed(1)} s after its start`;
  return `${rss}${at}${early ? ', before the garbage was collected' : ''}`;
}

/** The same for a terminal. */
export function* causeLines(run: PackageRun, paint: Paint): Generator<string> {
  const cause = told(run);
  if (cause === null) return;
  const confidence = paint.dim(`(${cause.confidence})`);
  yield `    cause:      ${cause.id} ${confidence} ${clip(printable(cause.summary), 400)}`;
  for (const line of heldLines(run.attempts.at(-1))) yield `    held:       ${line}`;
  for (const line of cause.advice.slice(0, 3))
    yield `    do:         ${clip(printable(line), 300)}`;
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
