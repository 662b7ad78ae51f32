import { createHash } from 'node:crypto';
import type { Recovery } from '../report/recovery-schema.ts';
import type { Report } from '../report/schema.ts';
import { figuresOf } from '../heap/compare/compare.ts';
import { untoldFailures } from './failures.ts';
import { problems } from './problems.ts';
import { missingTests } from './sections/missing.ts';

const digestChars = 32;

/**
 * What a comment says, as a few hexadecimal digits: two runs that say the same have the same digest. Times, resident memory and small
 * changes of figures are left out, because they differ between runs of the same code.
 */
export function commentDigest(report: Report): string {
  const said = [...factsOf(report)].map((fact) => JSON.stringify(fact.map(bounded))).sort();
  return createHash('sha256').update(said.join('\n')).digest('hex').slice(0, digestChars);
}

type Fact = readonly (string | number | null)[];

function* factsOf(report: Report): Generator<Fact> {
  const { verdict, comparison, gaps, source, leaks = [] } = report;
  yield ['verdict', verdict.status];
  for (const { kind, package: name, leg, test } of verdict.reasons)
    yield ['reason', kind, name ?? null, leg ?? null, test ?? null];
  for (const { cause, confidence, place, test, crash, runs } of problems(report)) {
    yield ['cause', cause, confidence, place?.file ?? null, place?.line ?? null, test];
    if (crash !== null) yield ['crash', crash.fingerprint, crash.known, crash.seen?.kind ?? null];
    for (const run of runs) yield ['seen', cause, run.package, run.leg];
  }
  for (const { package: name, legs, test, file, line } of untoldFailures(report))
    yield ['failed', name, test, file, line, ...legs];
  for (const one of missingTests(report.packages)) {
    const { unfinished, neverRan, tooFewRuns } = one;
    yield [
      'missing',
      one.package,
      ...one.legs,
      '/',
      ...unfinished,
      '/',
      ...neverRan,
      ...tooFewRuns,
    ];
  }
  for (const { package: name, leg, recovery } of report.packages)
    if (recovery !== undefined) yield* recoveryFacts([name, leg], recovery);
  for (const { kind, package: name, fingerprint, standing, accepted, expired, legs } of leaks)
    yield [
      ...['leak', kind, name, fingerprint, standing, accepted?.until ?? null],
      ...[expired?.until ?? null, ...legs],
    ];
  for (const { what, leg, package: name } of gaps)
    yield ['gap', withoutNumbers(what), leg ?? null, name ?? null];
  // Where the lines are is a part of the text.
  if (problems(report).length > 0) yield ['source', source.repository];
  if (comparison !== null) yield* heapFacts(comparison);
}

/** How many attempts it took is left out, as the peaks are. */
function* recoveryFacts(at: Fact, { stopped, ladder, flaky }: Recovery): Generator<Fact> {
  if (stopped !== null) yield ['stopped', ...at, withoutNumbers(stopped)];
  for (const { step, ending, tests } of ladder)
    yield ['step', ...at, step, ending, ...(tests ?? [])];
  for (const test of flaky) yield ['flaky', ...at, test];
}

function* heapFacts(comparison: NonNullable<Report['comparison']>): Generator<Fact> {
  const { status, base, packages, budgets, creep, problems: found } = comparison;
  yield ['heap', status, base?.commit ?? null];
  for (const item of packages) {
    if (item.state !== 'compared') yield ['state', item.package, item.leg, item.state];
    for (const { metric, verdict, base: from, head } of figuresOf(item)) {
      if (verdict === 'same') continue;
      const figures = metric === 'peakRssBytes' ? [] : [rounded(from), rounded(head)];
      yield ['figure', item.package, item.leg, metric, verdict, ...figures];
    }
  }
  for (const { rule, package: name, leg, test, what } of budgets)
    yield ['budget', rule, name, leg, test, what];
  for (const { package: name, leg, metric } of creep) yield ['creep', name, leg, metric];
  for (const text of found) yield ['problem', withoutNumbers(text)];
}

/** Names are told apart by their beginning. */
function bounded(part: Fact[number]): Fact[number] {
  return typeof part === 'string' ? part.slice(0, 1000) : part;
}

/** To two digits. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(2));
}

function withoutNumbers(text: string): string {
  return text.slice(0, 1000).replace(/\d+/g, '0');
}
