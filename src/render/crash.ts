import { clip, printable } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { Crash, PackageRun, Report } from '../report/schema.ts';
import { crashPage, isUsual } from './crash-page.ts';
import { inlineCode, sentence } from './markdown.ts';
import type { Paint } from './paint.ts';

/** Of one package. */
const maxCrashes = 5;
const maxRelated = 3;

/** The crashes that were seen in one package of one leg. */
function crashesIn({ crashes }: Report, run: PackageRun): Crash[] {
  return crashes.filter(({ occurrences }) =>
    occurrences.some((seen) => seen.package === run.package && seen.leg === run.leg),
  );
}

/** Where each crash of a package happened, for a terminal. */
export function* crashLines(report: Report, run: PackageRun, paint: Paint): Generator<string> {
  const crashes = crashesIn(report, run);
  for (const { blame, cause, test, related, known, seen } of crashes.slice(0, maxCrashes)) {
    const by = test === null ? '' : ` in ${clip(printable(test), 120)}`;
    if (blame !== null) yield `    at:         ${place(blame)} ${paint.dim(name(blame))}${by}`;
    for (const frame of blame === null ? [] : related.slice(0, maxRelated))
      yield paint.dim(`                ${printable(frame.role)}: ${place(frame)} ${name(frame)}`);
    if (known !== null)
      yield `    ${isUsual(cause) ? 'usually:   ' : 'known:     '} ${crashPage(known)}`;
    if (seen !== undefined) yield paint.dim(`    before:     ${seenText(seen)}`);
  }
  if (crashes.length > maxCrashes)
    yield `    at:         ${plural(crashes.length - maxCrashes, 'more crash', 'more crashes')}, see the report`;
}

/** The same as Markdown. */
export function* crashMarkdown(report: Report, run: PackageRun): Generator<string> {
  const crashes = crashesIn(report, run);
  for (const { blame, cause, test, related, known, seen } of crashes.slice(0, maxCrashes)) {
    const by = test === null ? '' : ` in ${inlineCode(test)}`;
    const lines = [
      ...(blame === null
        ? []
        : [`At ${inlineCode(place(blame))} ${inlineCode(blame.function)}${by}`]),
      ...(blame === null ? [] : related.slice(0, maxRelated)).map(
        (frame) =>
          `- ${inlineCode(frame.role)}: ${inlineCode(place(frame))} ${inlineCode(frame.function)}`,
      ),
      ...(known === null
        ? []
        : [
            '',
            `${isUsual(cause) ? 'What is usually behind it' : 'A known crash'}: [${known}](${crashPage(known)})`,
          ]),
      ...(seen === undefined ? [] : ['', sentence(seenText(seen), 300)]),
    ];
    if (lines.length > 0) yield lines.join('\n').trimStart();
  }
}

/** What recorded runs of the base say of a crash. */
function seenText(seen: NonNullable<Crash['seen']>): string {
  const at = `${seen.lastCommit?.slice(0, 7) ?? ''} on ${(seen.lastAt ?? '').slice(0, 10)}`;
  const part = `${String(seen.seenIn)} of the last ${plural(seen.runs, 'recorded run')}`;
  switch (seen.kind) {
    case 'new':
      return `new: in none of the last ${plural(seen.runs, 'recorded run')}`;
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

function name(frame: NonNullable<Crash['blame']>): string {
  return clip(printable(frame.function), 200);
}
