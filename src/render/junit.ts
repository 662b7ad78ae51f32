import type { PackageRun, Report } from '../report/schema.ts';
import { joined, nameText, seconds, type JunitCase } from './junit/case.ts';
import { packageCases } from './junit/package-cases.ts';
import { fitCases, type Rendered } from './junit/room.ts';
import { runCases } from './junit/run-cases.ts';
import { crashesBySuite } from './junit/seen-crashes.ts';
import { suiteMap } from './junit/suite-map.ts';
import { element } from './junit/xml.ts';
import { madeAttempts } from './attempt-words.ts';

const maxChars = 32 * 1024 * 1024;

interface Suite {
  name: string;
  run: PackageRun | null;
  cases: JunitCase[];
}

/**
 * JUnit's XML, as CI systems and reporters read it: a suite for each package and leg. Failed tests are failures; crashes, kills,
 * timeouts and tests that did not finish are errors with the id of their cause as type; tests that never ran are skipped, with the
 * reason. The leg is part of the suite's and class's name: GitLab takes cases of one class and name as one.
 */
export function renderJunit(report: Report): string {
  const suites = suitesOf(report);
  const rendered = fitCases(suites, maxChars);
  const parts = suites.map((suite, at) => renderSuite(report, suite, rendered[at]));
  const total = (pick: (counts: Rendered['counts']) => number): number =>
    rendered.reduce((sum, { counts }) => sum + pick(counts), 0);
  const attributes = {
    name: 'go-crash-guard',
    ...counted(total),
    time: seconds(report.elapsedMs),
    timestamp: timestamp(report.startedAt),
  };
  const content = `\n${parts.join('')}`;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element('testsuites', attributes, content)}\n`;
}

function suitesOf(report: Report): Suite[] {
  const crashes = crashesBySuite(report);
  const directory = report.source.directory ?? '';
  const hasPassed = report.verdict.status === 'pass';
  const told = suiteMap<readonly JunitCase[]>();
  const suites = report.packages.map((run): Suite => {
    const cases = packageCases(run, crashes(run), { directory, hasPassed });
    told.set(run.package, run.leg, cases);
    return { name: nameText(joined([run.package, `[${nameText(run.leg)}]`], ' ')), run, cases };
  });
  const ofRun = { name: 'go-crash-guard', run: null, cases: runCases(report, told) };
  return [...suites, ofRun].filter(({ cases }) => cases.length > 0);
}

function renderSuite(report: Report, { name, run, cases }: Suite, rendered?: Rendered): string {
  if (rendered === undefined) return '';
  const { counts, leftOut, lines } = rendered;
  const took = run?.elapsedMs ?? cases.reduce((sum, { elapsedMs }) => sum + (elapsedMs ?? 0), 0);
  const attributes = {
    ...{ name, ...counted((pick) => pick(counts)), time: seconds(took) },
    timestamp: timestamp(report.startedAt),
  };
  const properties = propertiesOf(run, leftOut)
    .map(([key, value]) => `      ${element('property', { name: key, value })}\n`)
    .join('');
  const list = properties === '' ? '' : `    ${element('properties', {}, `\n${properties}    `)}\n`;
  return `  ${element('testsuite', attributes, `\n${list}${lines.join('')}  `)}\n`;
}

function propertiesOf(run: PackageRun | null, leftOut: number): [string, string | number][] {
  return [
    ...(run === null
      ? []
      : ([
          ['leg', nameText(run.leg)],
          ['ending', run.ending],
          ['cached', String(run.cached)],
          ...(attempts(run) > 1 ? [['attempts', attempts(run)] as const] : []),
          ...(run.peakRssBytes === null ? [] : [['peak-rss-bytes', run.peakRssBytes] as const]),
        ] as [string, string | number][])),
    ...(leftOut === 0 ? [] : ([['cases-left-out', leftOut]] as [string, number][])),
  ];
}

function attempts(run: PackageRun): number {
  return madeAttempts(run).length;
}

function counted(
  total: (pick: (counts: Rendered['counts']) => number) => number,
): Record<'tests' | 'failures' | 'errors' | 'skipped', number> {
  return {
    tests: total(({ error, failure, passed, skipped }) => error + failure + passed + skipped),
    failures: total(({ failure }) => failure),
    errors: total(({ error }) => error),
    skipped: total(({ skipped }) => skipped),
  };
}

/** Ant's schema takes no fraction and no zone; what is no time is left out. */
function timestamp(startedAt: string): string | null {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(startedAt)?.[0] ?? null;
}
