import type { Check } from '../../report/schema.ts';
import type { CoreDumps } from '../../settings/schema.ts';
import type { Ceiling } from '../ceiling.ts';
import type { GoToolchain } from '../go-toolchain.ts';
import type { MachineFacts } from '../machine.ts';
import type { MainModule } from '../main-module.ts';

/** What the checks look at. */
export interface PreflightFacts {
  go: GoToolchain;
  /** `process.platform` */
  platform: string;
  nodeVersion: string;
  machine: MachineFacts;
  ceiling: Ceiling;
  coreDumps: CoreDumps;
  /** Null in a run, which lists its packages anyway. */
  module: MainModule | null;
}

export interface PlannedLeg {
  name: string;
  race: boolean;
  cgo: boolean;
  goos: string;
  goarch: string;
  /** The leg itself sets GOOS or GOARCH. */
  choosesTarget: boolean;
  /** A program of the user's, or of the go command's, starts the test binaries. */
  hasExec: boolean;
  /** go test -timeout, milliseconds; 0: none. */
  timeoutMs: number;
}

/** What will run, as far as it decides which lacks matter. */
export interface PlannedRun {
  legs: readonly PlannedLeg[];
}

/** One check; null where it says nothing on this system. Without a plan everything counts that a run could need. */
export type CheckRow = (facts: PreflightFacts, plan: PlannedRun | null) => Check | null;

/** A check that is as it should be, or that only informs. */
export function fine(id: string, what: string, value: string, needed: string): Check {
  return { id, what, value, needed, status: 'ok', fix: null };
}

/** The same check with what is wrong, or could be better (`ok`), and what to do about it. */
export function lacking(check: Check, status: Check['status'], fix: string): Check {
  return { ...check, status, fix };
}

/** A lack that only counts for a run that needs the thing; otherwise it informs. */
export function lackingIf(
  needed: boolean,
  check: Check,
  status: Exclude<Check['status'], 'ok'>,
  fix: string,
): Check {
  return lacking(check, needed ? status : 'ok', fix);
}

export function racing(plan: PlannedRun | null): boolean {
  return plan === null || plan.legs.some(({ race }) => race);
}
