import { clip } from '../../report/format.ts';
import type { Cause, Crash, PackageRun } from '../../report/schema.ts';
import { seenCause } from '../../report/seen-cause.ts';
import { crashPage, knownId } from '../crash-page.ts';
import { waitsTitle } from '../waits.ts';
import { joined } from './case.ts';

const maxFrames = 50;
const maxItems = 10;

/** What there is to read about a crash; the first line is its message, for readers that show nothing else. */
export function crashDetail(crash: Crash, run: PackageRun): string {
  const { blame, message, related, stacks, waits } = crash;
  const known = knownId(crash);
  const stack = stacks.find(({ role }) => role === 'crashing') ?? stacks[0];
  const lines = [
    message,
    ...(blame === null ? [] : [`at ${position(blame)}`]),
    ...related.slice(0, maxItems).map((frame) => `${frame.role}: ${position(frame)}`),
    ...(waits === undefined ? [] : [`${waitsTitle(waits).title}: ${clip(waits.summary, 4000)}`]),
    ...(known === null ? [] : [`explained at ${crashPage(known)}`]),
    // A process has one end: what proves it says nothing about another crash, a race for instance.
    ...causeLines(seenCause(crash, run)),
    ...(stack === undefined ? [] : ['', goroutineLine(stack)]),
    ...(stack?.frames ?? []).slice(0, maxFrames).map((frame) => `\t${position(frame)}`),
  ];
  return joined(lines, '\n');
}

/** What proves a cause, and what to try. */
export function causeLines(cause: Cause | null): string[] {
  if (cause === null) return [];
  return [
    `cause: ${cause.id} (${cause.confidence})`,
    ...cause.evidence.slice(0, maxItems).map(({ source, detail }) => `${source}: ${detail}`),
    ...cause.advice.slice(0, maxItems).map((each) => `try: ${each}`),
  ];
}

function goroutineLine({ id, state }: Crash['stacks'][number]): string {
  return state === '' ? `goroutine ${id}:` : `goroutine ${id} [${state}]:`;
}

function position(frame: { file: string; line: number; function: string }): string {
  return joined([`${clip(frame.file, 1000)}:${String(frame.line)}`, frame.function], ' ').trimEnd();
}
