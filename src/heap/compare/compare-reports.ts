import type { Comparison } from '../../report/comparison-schema.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import type { LegReport, Report } from '../../report/schema.ts';
import { renames, unclearRenames } from '../renames.ts';
import { compare } from './compare.ts';
import type { CompareInput, PackageBase } from './input.ts';

export interface ReportSide {
  /** What the user called it. */
  name: string;
  report: Report;
  /** Figures of packages that this run measured again, in order; some are sampled at another rate. */
  again: HeapRecord[];
}

export interface ReportRules {
  settings: CompareInput['settings'];
  /** `2026-11-21` */
  today: string;
}

/** Compares the figures of two runs as the gate would, but nothing is measured again for it. */
export function compareReports(base: ReportSide, head: ReportSide, rules: ReportRules): Comparison {
  const bases = base.report.heap.map((record) => baseOf(record, base.report, head.report));
  const { renamed, removed, unclear } = movedPackages(bases, head.report);
  const comparison = compare({
    settings: { ...rules.settings, confirm: 'off' },
    base: { commit: commitOf(base), reason: base.name, exact: true },
    noBase: '',
    heads: head.report.heap,
    bases: [...bases, ...renamed],
    removed: removed.map(({ package: name, leg }) => ({ package: name, leg })),
    modulePath: head.report.source.module,
    again: { head: head.again, base: againHere(base, head) },
    accepted: null,
    today: rules.today,
    problems: unclear,
  });
  const differing = [...new Set(bases.flatMap((item) => item.differences))];
  const summary = [`${sideText(head)} compared with ${sideText(base)}`, ...differing].join('; ');
  const hasOtherRate = comparison.packages.some(({ state }) => state === 'incomparable');
  const problems = hasOtherRate ? [...comparison.problems, otherRateFix] : comparison.problems;
  return { ...comparison, summary, problems };
}

const otherRateFix =
  'a run samples as the record of its base does; two runs with "--baseline none" sample alike';

/** What the base's run measured again counts only where it ran in the same surroundings. */
function againHere(base: ReportSide, head: ReportSide): HeapRecord[] {
  return base.again.filter(({ leg }) => differences(base.report, head.report, leg).length === 0);
}

function commitOf({ report, name }: ReportSide): string {
  return report.source.sha ?? name;
}

/** `before/report.json (3f2c1a9)` */
function sideText({ name, report }: ReportSide): string {
  const { sha } = report.source;
  return sha === null ? name : `${name} (${sha.slice(0, 7)})`;
}

function baseOf(record: HeapRecord, base: Report, head: Report): PackageBase {
  const { package: name, leg, metrics, tests } = record;
  const commit = base.source.sha ?? '';
  return {
    ...{ package: name, leg, record, commit, distance: 0, renamedFrom: null, old: null },
    differences: differences(base, head, leg),
    history: [{ commit, committedAt: base.startedAt, metrics, tests }],
  };
}

const environment: readonly { what: string; of: (report: Report, leg?: LegReport) => string }[] = [
  // go1.26.3 -> 1.26.3
  {
    what: 'Go',
    of: ({ machine }, leg) => (leg?.goVersion ?? machine.go).replace(/^go(?=\d)/, ''),
  },
  { what: 'system', of: ({ machine }) => `${machine.os}/${machine.arch}` },
  { what: 'CPUs:', of: ({ machine }) => String(machine.cpus) },
];

function differences(base: Report, head: Report, leg: string): string[] {
  const inLeg = (report: Report): LegReport | undefined =>
    report.legs.find(({ name }) => name === leg);
  return environment
    .map(({ what, of }) => ({
      what,
      before: of(base, inLeg(base)),
      after: of(head, inLeg(head)),
    }))
    .filter(({ before, after }) => before !== after)
    .map(({ what, before, after }) => `${what} ${before}, now ${after}`);
}

/** Packages of the base that the head does not have, in legs that it has: under a new name, or gone. */
function movedPackages(
  bases: readonly PackageBase[],
  head: Report,
): { renamed: PackageBase[]; removed: PackageBase[]; unclear: string[] } {
  const legs = new Set(head.legs.map(({ name }) => name));
  const renamed: PackageBase[] = [];
  const removed: PackageBase[] = [];
  const unclear: string[] = [];
  for (const leg of legs) {
    const now = new Map(
      head.heap.filter((record) => record.leg === leg).map((record) => [record.package, record]),
    );
    const before = bases.filter((base) => base.leg === leg);
    const known = new Set(before.map((base) => base.package));
    const gone = before.filter((base) => !now.has(base.package));
    const added = [...now.values()].filter((record) => !known.has(record.package));
    const goneRecords = gone.map(({ record }) => record);
    const newNames = renames(goneRecords, added);
    unclear.push(...unclearRenames(goneRecords, added));
    const oldNames = new Map([...newNames].map(([fresh, old]) => [old, fresh]));
    for (const base of gone) {
      const fresh = oldNames.get(base.package);
      if (fresh === undefined) removed.push(base);
      else renamed.push({ ...base, package: fresh, renamedFrom: base.package });
    }
  }
  return { renamed, removed, unclear };
}
