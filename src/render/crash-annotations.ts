import type { CauseId } from '../report/cause-ids.ts';
import { clip, oneLine } from '../report/format.ts';
import { isInRepository } from '../report/repository-path.ts';
import type { Crash, Report } from '../report/schema.ts';
import { crashPage, isUsual, knownId } from './crash-page.ts';
import { isolationOf, summaryOf, whoCrashes } from './isolation-words.ts';
import { problems, type Problem } from './problems.ts';
import { waitsTitle } from './waits.ts';

/** What there is to say on a line of the repository. */
export interface Remark {
  path: string;
  line: number;
  /** One line; the message does not say it again. */
  title: string;
  message: string;
  level: 'error' | 'warning';
}

const maxTitleChars = 255;
const maxPlaces = 10;
const maxAdvice = 3;

/** More than is shown: control characters are taken away later. */
const maxCharsRead = 16 * 1024;

/** A remark for each root cause that has a line in the repository. */
export function crashRemarks(report: Report): { cause: CauseId; crash: Crash; remark: Remark }[] {
  return problems(report).flatMap((problem) => {
    const { cause, crash, place } = problem;
    if (crash === null || place === null) return [];
    if (place.line < 1 || !isInRepository(place.file)) return [];
    const remark = { path: place.file, line: place.line, ...wordsOf(problem, crash) };
    return [{ cause, crash, remark: { ...remark, level: 'error' as const } }];
  });
}

function wordsOf(problem: Problem, crash: Crash): Pick<Remark, 'title' | 'message'> {
  const { cause, place, test } = problem;
  const said = clip(saidBy(problem, crash), maxCharsRead);
  const [first = '', ...rest] = said.split('\n');
  const title = `${cause} in ${test ?? crash.package}: ${first}`;
  const more = title.length > maxTitleChars ? said : rest.join('\n');
  const lines = [
    ...(more.trim() === '' ? [] : [more]),
    ...(place === null || place.function === '' ? [] : [`in ${place.function}`]),
    ...crash.related
      .slice(0, maxPlaces)
      .map(({ role, file, line, function: name }) => `${role}: ${name} ${file}:${String(line)}`),
    ...waitsLine(crash),
    ...isolatedLine(problem),
    ...seenLine(crash),
    ...problem.advice.slice(0, maxAdvice).map((each) => `what to do: ${each}`),
    ...knownLine(crash),
  ];
  return { title, message: lines.length === 0 ? said : lines.join('\n') };
}

/** The program's words; ours where it had none, and then those on the run whose figures are told. */
function saidBy({ message, runs, summary }: Problem, crash: Crash): string {
  if (runs.some(({ cause }) => cause?.summary === crash.message)) return summary;
  return message === '' ? crash.message : message;
}

function knownLine(crash: Crash): string[] {
  const known = knownId(crash);
  if (known === null) return [];
  const what = isUsual(crash) ? 'What is usually behind it' : 'Known crash';
  return [`${what}, with its fix: ${crashPage(known)}`];
}

/** Who waits for whom. */
function waitsLine({ waits }: Crash): string[] {
  if (waits === undefined) return [];
  return [
    `${waitsTitle(waits).title} (${waits.confidence}): ${oneLine(waits.summary.slice(0, 4000), 800)}`,
  ];
}

/** The tests that it takes. */
function isolatedLine(problem: Problem): string[] {
  const isolated = isolationOf(problem);
  if (isolated === null) return [];
  const who = whoCrashes(isolated.isolation);
  const said = summaryOf(isolated.isolation);
  return [`isolated: ${who === null ? said : `${oneLine(who, 120)} ${said}`}`];
}

/** `seen in: TestBig (race, memory)`; nothing where it was seen once. */
function seenLine({ occurrences: seen }: Crash): string[] {
  if (seen.length < 2) return [];
  const own = seen[0]?.package;
  const legs = new Map<string, Set<string>>();
  for (const { package: name, leg, test } of seen) {
    const where = test === null ? name : name === own ? test : `${test} of ${name}`;
    legs.set(where, (legs.get(where) ?? new Set()).add(leg));
  }
  const all = [...legs].map(([where, names]) => `${clip(where, 300)} (${[...names].join(', ')})`);
  const more = all.length > maxPlaces ? `, and ${String(all.length - maxPlaces)} more` : '';
  return [`seen in: ${all.slice(0, maxPlaces).join(', ')}${more}`];
}
