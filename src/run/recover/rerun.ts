import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import type { PackageFold } from '../../gotest/fold.ts';
import { recordParser } from '../../evidence/record-parser.ts';
import type { AttemptRecords } from '../attempts.ts';
import { attemptPurposes, type AttemptPurpose } from '../../report/recovery-schema.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';
import { writeAtomically } from '../run-folder.ts';

/** What a kept test binary is run again for. `isolate`, `leaks` and `leak-tests` leave no attempt in the Report. */
export const rerunPurposes = [...attemptPurposes, 'isolate', 'leaks', 'leak-tests'] as const;
export type RerunPurpose = (typeof rerunPurposes)[number];

/** One more run of a package's test binary. */
export interface RerunOrder {
  package: string;
  purpose: RerunPurpose;
  /** Flags of the test binary that outdo the first attempt's: `-test.run=^(?:TestA)$`, `-test.parallel=1`. */
  flags: readonly string[];
  /** The top-level tests that these flags choose, in the package's order; null for all. */
  tests: readonly string[] | null;
  /** Added to the environment of the leg. */
  env: Readonly<Record<string, string>>;
  /** As a person would write it for go test: `-parallel=1`, `GOMEMLIMIT=850MiB`. */
  changes: readonly string[];
  /** After so long it is killed; null for go test's own -timeout alone. */
  maxMs: number | null;
  /** Seed of disturbed scheduling (src/probe/shim/perturb.go); 0 or absent for none. */
  perturb?: number;
}

export interface RerunResult {
  /** What the events of the package tell; null when there were none. */
  fold: PackageFold | null;
  /** Null where the binary could not even be started. */
  attempt: AttemptRecords | null;
  number: number;
  /** The folder of the run, with its events: legs/LEG/reruns/N. */
  folder: string;
  /** It outlived `maxMs`. */
  timedOut: boolean;
}

/** Runs the kept binary of a package once more, under the same guard; one at a time. */
export type Rerun = (order: RerunOrder) => Promise<RerunResult>;

/** rerun.json: written before the run starts. */
const rerunSchema = z.object({
  schema: z.literal(1),
  number: z.int().check(z.positive()),
  package: z.string(),
  purpose: z.enum(rerunPurposes),
  tests: z.nullable(z.array(z.string())),
  changes: z.array(z.string()),
  command: z.array(z.string()),
});
export type RerunRecord = z.infer<typeof rerunSchema>;
/** One that gives results. */
export type ResultRerun = RerunRecord & { purpose: AttemptPurpose };

const parse = recordParser(rerunSchema);
const fileName = 'rerun.json';
const maxBytes = 4 << 20;

export async function writeRerun(folder: string, record: RerunRecord): Promise<void> {
  await writeFile(join(folder, fileName), JSON.stringify(record));
}

const parseStarted = recordParser(z.array(z.int().check(z.positive())));

/** Which numbers are ours: those of runs that give results. */
export async function writeStarted(
  out: string,
  leg: string,
  numbers: ReadonlySet<number>,
): Promise<void> {
  await writeAtomically(startedPath(out, leg), JSON.stringify([...numbers]));
}

function startedPath(out: string, leg: string): string {
  return join(dirname(layout.rerun(out, leg, 1)), 'started.json');
}

/** Those of a leg that give results, with their folders, in their order. */
export async function readReruns(
  out: string,
  leg: string,
): Promise<{ folder: string; rerun: ResultRerun }[]> {
  const started = parseStarted(await readBounded(startedPath(out, leg), maxBytes)) ?? [];
  const numbers = [...new Set(started)].sort((a, b) => a - b);
  const found = [];
  for (const number of numbers) {
    const folder = layout.rerun(out, leg, number);
    const rerun = parse(await readBounded(join(folder, fileName), maxBytes));
    if (rerun !== null && isResult(rerun)) found.push({ folder, rerun });
  }
  return found;
}

function isResult(rerun: RerunRecord): rerun is ResultRerun {
  return givesResults(rerun.purpose);
}

/** The others only look closer. */
export function givesResults(purpose: RerunPurpose): purpose is AttemptPurpose {
  return purpose !== 'isolate' && purpose !== 'leaks' && purpose !== 'leak-tests';
}
