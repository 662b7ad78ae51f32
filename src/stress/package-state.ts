import type { DeclaredTest } from '../evidence/completeness.ts';
import type { Turn } from './turns.ts';
import { weightOf, type WeightHints } from './weight.ts';

export interface StressedPackage {
  package: string;
  declared: readonly DeclaredTest[];
  /** It has a TestMain of its own. */
  testMain: boolean;
  hints: WeightHints;
  /** Of its ordinary run; null where nobody knows. */
  elapsedMs: number | null;
  /** Of its tests in the ordinary run, by name. */
  testMs?: ReadonlyMap<string, number>;
}

/** How far a package has come. It is changed with every run. */
export interface PackageState extends Turn {
  declared: readonly DeclaredTest[];
  because: string[];
  /** Runs of any kind, those that do not count too. */
  attempted: number;
  /** Those that took many times as long as they should. */
  overdue: number;
  tests: { name: string; elapsedMs: number }[];
  /** How often each test passed. */
  ended: Map<string, number>;
  failedIn: number | null;
  notes: string[];
  mayRepeat: boolean;
  mayChoose: boolean;
  /** Its -timeout may be as short as the time that is left. */
  mayHurry: boolean;
  /** After so long without an end a run is looked at. */
  patienceMs: number;
}

/** A process with a test binary costs about so much by itself. */
const startMs = 200;
const unknownMs = 1000;
/** A run under other schedules may take so many times as long as the ordinary one, and is not stuck. */
const patienceFactor = 20;
const leastPatienceMs = 10_000;
/** One that is stuck must not use up the leg's time, but a run may be some times as slow as the ordinary one in any case. */
const patienceShare = 1 / 4;
const leastPatienceFactor = 8;
const maxNotes = 20;

export function newPackageState(of: StressedPackage, budgetMs: number): PackageState {
  const { value, because } = weightOf(of.hints);
  const expectedMs = startMs + (of.elapsedMs ?? unknownMs);
  const names = [...new Set(of.declared.map(({ name }) => name))];
  return {
    ...{
      package: of.package,
      weight: value,
      because,
      expectedMs,
      runs: 0,
      spentMs: 0,
      over: false,
    },
    tests: names.map((name) => ({ name, elapsedMs: of.testMs?.get(name) ?? 0 })),
    ...{ declared: of.declared, attempted: 0, overdue: 0 },
    ...{ ended: new Map(), failedIn: null, notes: [], mayRepeat: true, mayHurry: true },
    mayChoose: names.length > 1,
    patienceMs: patienceFor(expectedMs, budgetMs),
  };
}

function patienceFor(expectedMs: number, budgetMs: number): number {
  const share = Math.max(patienceShare * budgetMs, leastPatienceFactor * expectedMs);
  return Math.max(leastPatienceMs, Math.min(patienceFactor * expectedMs, share));
}

/** What a run has cost is what the next one will. */
export function countTime(state: PackageState, elapsedMs: number): void {
  state.spentMs += elapsedMs;
  state.expectedMs = state.attempted <= 1 ? elapsedMs : (state.expectedMs + elapsedMs) / 2;
}

export function countPass(state: PackageState, ended: ReadonlyMap<string, number>): void {
  state.runs++;
  for (const [test, times] of ended) state.ended.set(test, (state.ended.get(test) ?? 0) + times);
}

/** How often each of its tests ran: the least of them. */
export function repetitionsOf({ tests, ended }: PackageState): number {
  const least = Math.min(...tests.map(({ name }) => ended.get(name) ?? 0));
  return Number.isFinite(least) ? least : 0;
}

export function note(state: PackageState, text: string): void {
  if (state.notes.length < maxNotes && !state.notes.includes(text)) state.notes.push(text);
}
