import { clip, oneLine, printable } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { Crash, PackageRun, Report } from '../report/schema.ts';
import { crashPage, isUsual, knownId } from './crash-page.ts';
import type { Paint } from './paint.ts';

/** Of one package. */
const maxCrashes = 5;
const maxRelated = 3;

/** The crashes that were seen in one package of one leg. */
export function crashesIn({ crashes }: Report, run: PackageRun): Crash[] {
  return crashes.filter(({ occurrences }) =>
    occurrences.some((seen) => seen.package === run.package && seen.leg === run.leg),
  );
}

/** Where each crash of a package happened, for a terminal. */
export function* crashLines(report: Report, run: PackageRun, paint: Paint): Generator<string> {
  const crashes = crashesIn(report, run);
  for (const crash of crashes.slice(0, maxCrashes))
    yield* linesOfCrash(crash, messageText(crash, crashes, run), paint);
  if (crashes.length > maxCrashes)
    yield `    at:         ${plural(crashes.length - maxCrashes, 'more crash', 'more crashes')}, see the report`;
}

/** `said` is what is not told elsewhere. */
export function* linesOfCrash(crash: Crash, said: string, paint: Paint): Generator<string> {
  const { blame, cause, test, related, waits, seen } = crash;
  const known = knownId(crash);
  const by = test === null ? '' : ` in ${clip(printable(test), 120)}`;
  const message = said === '' ? '' : `: ${said}`;
  if (blame !== null)
    yield `    at:         ${place(blame)}${inFunction(blame, paint)}${by}${message}`;
  else if (said !== '') yield `    also:       ${cause}${by}${message}`;
  for (const frame of blame === null ? [] : related.slice(0, maxRelated))
    yield paint.dim(`                ${printable(frame.role)}: ${place(frame)} ${name(frame)}`);
  if (waits !== undefined)
    yield `    ${waits.kind === 'cycle' ? 'deadlock:  ' : 'stuck:     '} ${oneLine(waits.summary.slice(0, 4000), 1000)} (${waits.confidence})`;
  if (known !== null)
    yield `    ${isUsual(crash) ? 'usually:   ' : 'known:     '} ${crashPage(known)}`;
  if (seen !== undefined) yield paint.dim(`    before:     ${seenText(seen)}`);
}

/** Tests of a package of which its crash lines tell already, with their parents. */
export function testsOfCrashes(crashes: readonly Crash[]): (test: string) => boolean {
  const told = crashes
    .slice(0, maxCrashes)
    .flatMap(({ blame, test }) => (blame === null || test === null ? [] : [test]));
  return (test) => told.some((one) => one === test || one.startsWith(`${test}/`));
}

/** What a crash says; '' for the one that the cause of the run tells of. */
function messageText(crash: Crash, crashes: readonly Crash[], { cause }: PackageRun): string {
  const own = crashes.find((each) => each.cause === cause?.id) ?? crashes[0];
  return crash === own ? '' : oneLine(crash.message.slice(0, 1000), 160);
}

/** What recorded runs of the base say of a crash. */
export function seenText(seen: NonNullable<Crash['seen']>): string {
  const at = `${seen.lastCommit?.slice(0, 7) ?? ''} on ${(seen.lastAt ?? '').slice(0, 10)}`;
  const isOne = seen.runs === 1;
  const runs = isOne ? 'the last recorded run' : `the last ${String(seen.runs)} recorded runs`;
  const part = isOne ? runs : `${String(seen.seenIn)} of ${runs}`;
  switch (seen.kind) {
    case 'new':
      return isOne ? `new: not in ${runs}` : `new: in none of ${runs}`;
    case 'seen':
      return `seen before: in ${part}, last at ${at}`;
    case 'intermittent':
      return `intermittent: in ${part}, last at ${at}`;
    case 'similar':
      return `new, but ${String(Math.round((seen.similarity ?? 0) * 100))} % like a crash at ${at}`;
  }
}

function place({ file, line }: NonNullable<Crash['blame']>): string {
  return clip(printable(`${file}:${String(line)}`), 300);
}

/** The compiler names no function. */
function inFunction(frame: NonNullable<Crash['blame']>, paint: Paint): string {
  return frame.function === '' ? '' : ` ${paint.dim(name(frame))}`;
}

function name(frame: NonNullable<Crash['blame']>): string {
  return clip(printable(frame.function), 200);
}
