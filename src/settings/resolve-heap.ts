import { heapMetrics, metricOfWord } from '../report/heap-metric.ts';
import type { MetricName } from '../report/comparison-schema.ts';
import { parseBaseline } from './baseline-choice.ts';
import { capFix, parseCap } from './growth-cap.ts';
import { defaultPolicies, type Accept, type Budget, type HeapSettings } from './heap.ts';
import type { HeapFile } from './heap-schema.ts';
import type { Problem } from './input-error.ts';
import { parsePercent, parseSize } from './size.ts';

export interface HeapSources {
  /** `git`, `file:PATH` or `none`; undefined where nobody says so. */
  baseline: string | undefined;
  threshold: string | undefined;
  heap: HeapFile | undefined;
  /** A commit named on the command line. */
  base: string | undefined;
  /** Where a part of `heap` was said: `.crash-guard.yml:14 heap[accept][0]`. */
  where: (inner: readonly PropertyKey[]) => string;
  absolute: (path: string) => string;
}

const defaultThresholdPercent = 5;

/** Figures of one test or benchmark; the others are those of a whole process. */
const ofOneTest: ReadonlySet<MetricName> = new Set([
  'allocBytes',
  'allocObjects',
  'inuseBytes',
  'bytesPerOp',
  'allocsPerOp',
]);

/** What holds for heap usage. What the parts say is right each for itself; here they must fit together. */
export function resolveHeap(sources: HeapSources, problems: Problem[]): HeapSettings {
  const { heap = {}, where, absolute } = sources;
  const baseline = parseBaseline(sources.baseline ?? 'git');
  return {
    baseline:
      'problem' in baseline
        ? { kind: 'git' }
        : baseline.kind === 'file'
          ? { kind: 'file', path: absolute(baseline.path) }
          : baseline,
    base: namedBase(sources.base, problems),
    threshold: (parsePercent(sources.threshold ?? '') ?? defaultThresholdPercent) / 100,
    branches: heap.branches ?? null,
    confirm: heap.confirm ?? 'head',
    metrics: policies(heap.metrics ?? {}),
    budgets: (heap.budgets ?? []).map((entry, i) =>
      toBudget(entry, where(['budgets', i]), problems),
    ),
    accept: (heap.accept ?? []).map((entry, i) => toAccept(entry, where(['accept', i]), problems)),
  };
}

function namedBase(base: string | undefined, problems: Problem[]): string | null {
  if (base === undefined) return null;
  if (/^[^\s-][^\s\p{Cc}]*$/u.test(base)) return base;
  problems.push({
    where: '--base',
    what: `${JSON.stringify(base)} is no commit`,
    fix: 'give a commit, such as --base 3f2c1a9 or --base HEAD~1',
  });
  return null;
}

function policies(given: NonNullable<HeapFile['metrics']>): HeapSettings['metrics'] {
  const merged = { ...defaultPolicies };
  for (const metric of Object.keys(merged) as MetricName[])
    merged[metric] = given[heapMetrics[metric].word] ?? merged[metric];
  return merged;
}

function toBudget(
  entry: NonNullable<HeapFile['budgets']>[number],
  where: string,
  problems: Problem[],
): Budget {
  const bytes = (text: string | undefined): number | null =>
    text === undefined ? null : parseSize(text);
  const budget: Budget = {
    package: entry.package,
    test: entry.test ?? null,
    allocatedBytes: bytes(entry.allocated),
    inuseBytes: bytes(entry['in-use']),
    rssBytes: bytes(entry.rss),
    leakPerStackBytes: bytes(entry['leak-per-stack']),
    where,
  };
  const limits = [budget.allocatedBytes, budget.inuseBytes, budget.rssBytes];
  if ([...limits, budget.leakPerStackBytes].every((limit) => limit === null))
    problems.push({
      where,
      what: 'a budget without a limit',
      fix: 'add allocated, in-use, rss or leak-per-stack',
    });
  if (budget.test !== null && budget.rssBytes !== null)
    problems.push({
      where,
      what: 'rss is a figure of the whole process, not of a test',
      fix: 'leave test out, or give allocated or in-use instead of rss',
    });
  return budget;
}

function toAccept(
  entry: NonNullable<HeapFile['accept']>[number],
  where: string,
  problems: Problem[],
): Accept {
  const metric = metricOfWord(entry.metric);
  const { unit } = heapMetrics[metric];
  const cap = parseCap(entry['up-to']);
  if ('problem' in cap) throw new Error(`${where}: the schema let a wrong cap through`);
  if (cap.unit !== null && cap.unit !== unit)
    problems.push({
      where: `${where}[up-to]`,
      what: `${JSON.stringify(entry['up-to'])} does not fit ${entry.metric}, which is a ${unit === 'bytes' ? 'size' : 'number'}`,
      fix: capFix,
    });
  if (entry.test !== undefined && !ofOneTest.has(metric))
    problems.push({
      where: `${where}[test]`,
      what: `${entry.metric} is a figure of the whole process, not of a test`,
      fix: 'leave test out',
    });
  return {
    package: entry.package,
    test: entry.test ?? null,
    metric,
    cap:
      cap.kind === 'factor'
        ? { kind: 'factor', factor: cap.factor }
        : { kind: 'amount', amount: cap.amount },
    until: entry.until,
    reason: entry.reason.trim(),
    where,
  };
}
