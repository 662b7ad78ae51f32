import type { Reason, Report } from '../../report/schema.ts';
import { isBad, joined, type JunitCase } from './case.ts';
import type { SuiteMap } from './suite-map.ts';

/**
 * What the verdict says and no case of a package shows: memory that grew, a shard that is missing, a package that nobody saw.
 * A run that is not green has at least one case that is not either.
 */
export function runCases({ verdict }: Report, suites: SuiteMap<readonly JunitCase[]>): JunitCase[] {
  const hasPassed = verdict.status === 'pass';
  // A flaky test that fails nothing is told by its own case.
  const untold = verdict.reasons.filter(
    (reason) => !(hasPassed && reason.kind === 'flaky') && !isTold(reason, suites),
  );
  const cases = untold.map(ofReason);
  const bad = [cases, ...suites.values()].some((list) => list.some(({ result }) => isBad(result)));
  if (bad || hasPassed) return cases;
  const message = `the run is ${verdict.status} and says no more`;
  return [{ ...ofReason({ kind: 'lost', message }), name: `[${verdict.status}]` }];
}

function isTold(
  { kind, leg, package: name }: Reason,
  suites: SuiteMap<readonly JunitCase[]>,
): boolean {
  if (name === undefined || leg === undefined || isMemory(kind)) return false;
  return suites.get(name, leg)?.some(({ result }) => isBad(result)) ?? false;
}

function ofReason({ kind, leg, message, package: name, test }: Reason): JunitCase {
  const where = [name, leg, test].filter((each) => each !== undefined);
  return {
    ...{ name: joined([`[${kind}]`, ...where], ' '), elapsedMs: null, place: null },
    result: {
      ...{ kind: isMemory(kind) ? 'failure' : 'error', type: kind, message },
      detail: message,
    },
  };
}

function isMemory(kind: Reason['kind']): boolean {
  return kind === 'memory-regression' || kind === 'memory-budget';
}
