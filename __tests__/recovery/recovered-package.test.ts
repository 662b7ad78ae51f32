import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { DeclaredTest } from '../../src/evidence/completeness.ts';
import type { AttemptView } from '../../src/recovery/attempt-view.ts';
import { endedTests, mergeTests, type AttemptTests } from '../../src/recovery/merge-tests.ts';
import { nextStep, type Step } from '../../src/recovery/next-step.ts';
import type { PackageRun, TestCase } from '../../src/report/schema.ts';

/** What a test of the modelled package does. */
type Deed = 'passes' | 'fails' | 'panics' | 'exits' | 'too much' | 'too much together';

interface Outcome {
  view: AttemptView;
  tests: AttemptTests;
}

/** Runs a model of package testing: in order, or side by side. */
function runModel(
  deeds: ReadonlyMap<string, Deed>,
  step: Step | null,
  number: number,
  inParallel: boolean,
): Outcome {
  const names = [...deeds.keys()].filter((name) => step?.wanted?.includes(name) !== false);
  const declared = names.map(asDeclared);
  const together = inParallel && step?.changes.includes('-parallel=1') !== true;
  const isFatal = (name: string): boolean => {
    const deed = deeds.get(name);
    const crowded = names.filter((other) => deeds.get(other) === 'too much together').length > 1;
    if (deed === 'too much together') return together && crowded;
    return deed === 'panics' || deed === 'exits' || deed === 'too much';
  };
  const at = names.findIndex(isFatal);
  const over = at < 0 ? names : names.slice(0, at);
  const active = at < 0 ? [] : together ? names.slice(at) : names.slice(at, at + 1);
  const fatal = at < 0 ? undefined : deeds.get(names[at] ?? '');
  const killed = fatal === 'too much' || fatal === 'too much together';
  const culprit = active.length === 1 ? (active[0] ?? null) : null;
  const cases = over.map((name): TestCase => [
    name,
    deeds.get(name) === 'fails' ? 'failed' : 'passed',
    1,
  ]);
  const count = (how: string): number => cases.filter(([, outcome]) => outcome === how).length;
  const tests: PackageRun['tests'] = {
    ...{ passed: count('passed'), failed: count('failed'), skipped: 0, failures: [], cases },
    unfinished: active,
    neverRan: names.filter((name) => !over.includes(name) && !active.includes(name)),
  };
  return {
    tests: { attempt: number, declared, tests, culprit },
    view: {
      ...{ number, purpose: step?.purpose ?? null, tests: step?.wanted ?? null, active, culprit },
      ...{ changes: step?.changes ?? [], inParallel: together, peakRssBytes: 100 },
      ending: at < 0 ? 'passed' : killed ? 'killed' : 'crashed',
      cause: at < 0 ? null : killed ? 'oom-cgroup' : 'panic',
      ended: endedTests({ declared, tests }),
    },
  };
}

function asDeclared(name: string): DeclaredTest {
  return { name, kind: 'test', file: 'a_test.go', line: 1 };
}

describe('a package that is run until its tests have ended', () => {
  const deeds = fc.array(
    fc.constantFrom<Deed>(
      ...(['passes', 'fails', 'panics', 'exits', 'too much', 'too much together'] as const),
    ),
    { minLength: 1, maxLength: 12 },
  );

  it('accounts for every test once, ends within the bound, and never calls a bad one good', () => {
    fc.assert(
      fc.property(deeds, fc.boolean(), fc.integer({ min: 1, max: 30 }), (list, together, bound) => {
        const all = new Map(list.map((deed, at) => [`Test${String(at)}`, deed]));
        const declared = [...all.keys()].map(asDeclared);
        const outcomes = [runModel(all, null, 1, together)];
        let stopped: string | null = null;
        for (;;) {
          const next = nextStep({
            ...{ declared, bound, attempts: outcomes.map(({ view }) => view), failfast: false },
            ...{ canSkip: true, ceilingBytes: 1000, parallel: 4 },
          });
          if (next === 'complete') break;
          if ('stopped' in next) {
            ({ stopped } = next);
            break;
          }
          outcomes.push(runModel(all, next.step, outcomes.length + 1, together));
          expect(outcomes.length).toBeLessThanOrEqual(bound);
        }
        const merged = mergeTests(
          outcomes.map(({ tests }) => tests),
          declared,
          1,
        );
        const cases = merged.cases ?? [];
        const seen = [...cases.map(([name]) => name), ...merged.unfinished, ...merged.neverRan];
        expect(seen.toSorted()).toEqual([...all.keys()].toSorted());
        if (stopped === null) expect(merged.neverRan).toEqual([]);
        const passed = cases.filter(([, how]) => how === 'passed').map(([name]) => name);
        for (const name of passed) expect(['passes', 'too much together']).toContain(all.get(name));
        const bad = new Set<Deed>(['fails', 'panics', 'exits', 'too much']);
        if (list.some((deed) => bad.has(deed)))
          expect(merged.failed + merged.unfinished.length + merged.neverRan.length).toBeGreaterThan(
            0,
          );
        // With attempts enough everything ends but what cannot.
        if (bound === 30 && stopped === null)
          expect(merged.unfinished.every((name) => all.get(name) !== 'passes')).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
