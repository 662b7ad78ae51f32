import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { sitesInUse, type SiteBytes } from '../../heap/per-run/site-bytes.ts';
import { readProfile } from '../../heap/profile.ts';
import { maxUnpackedBytes } from '../../heap/unpack-profile.ts';
import { judgeRun } from '../../stress/judge-run.ts';
import { readBoundedBytes } from '../bounded-file.ts';
import type { Rerun } from '../recover/rerun.ts';
import type { Repository } from '../../crash/source/repository.ts';

export interface RepeatRequest {
  rerun: Rerun;
  package: string;
  /** A folder for the profiles, which are removed again. */
  scratch: string;
  repository: Repository;
  maxMs: number;
}

export type Repeated =
  | { kind: 'measured'; sites: Map<string, SiteBytes> }
  /** Some tests do not pass when they run that often. */
  | { kind: 'failed'; tests: string[] }
  | { kind: 'problem'; because: string };

/** Bytes between two samples: an object of a few KiB is nearly always one. */
const profileRate = 512;

/**
 * How eagerly the runtime collects garbage: what a finalizer or a pool keeps alive for a while is in use as long as nobody does. A limit
 * of one byte has it collect all the time, in at most half of the processor time: slow, and as exact as it gets.
 */
const collections = { often: { GOGC: '10' }, always: { GOMEMLIMIT: '1' } } as const;
export type Collection = keyof typeof collections;

/** Runs the chosen tests so often in one process, and reads what is still in use at its end. */
export async function repeatTests(
  request: RepeatRequest,
  selection: { flags: readonly string[]; tests: readonly string[] | null },
  repetitions: number,
  collection: Collection,
): Promise<Repeated> {
  const profile = join(request.scratch, `repeated-${String(repetitions)}.pprof`);
  const result = await request.rerun({
    ...{ package: request.package, purpose: 'leaks', changes: [`-count=${String(repetitions)}`] },
    tests: selection.tests,
    flags: [
      ...selection.flags,
      `-test.count=${String(repetitions)}`,
      ...['-test.cpu=', '-test.shuffle=off', '-test.bench='],
      `-test.memprofile=${profile}`,
      `-test.memprofilerate=${String(profileRate)}`,
    ],
    env: collections[collection],
    maxMs: request.maxMs,
  });
  const { fold, timedOut, attempt } = result;
  const judgement = judgeRun({ fold, timedOut, end: attempt?.end ?? null });
  const bytes =
    judgement.kind === 'passed' ? await readBoundedBytes(profile, maxUnpackedBytes) : null;
  await rm(result.folder, { recursive: true, force: true });
  await rm(profile, { force: true });
  switch (judgement.kind) {
    case 'failed': {
      const failed = fold?.failures.map(({ test }) => test) ?? [];
      const names = [...failed, ...(fold?.running.keys() ?? [])].map(topLevel);
      return { kind: 'failed', tests: [...new Set(names)] };
    }
    case 'timed-out':
      return { kind: 'failed', tests: [...new Set(judgement.running.map(topLevel))] };
    case 'cut':
      return { kind: 'problem', because: 'there was no time to repeat its tests' };
    case 'not-run':
      return { kind: 'problem', because: judgement.because };
    case 'passed':
      return read(bytes, request.repository);
  }
}

function read(bytes: Uint8Array | null, repository: Repository): Repeated {
  if (bytes === null)
    return { kind: 'problem', because: 'it left no heap profile: its TestMain may end it early' };
  const reading = readProfile(bytes);
  if (reading.kind === 'refused')
    return { kind: 'problem', because: `its heap profile cannot be used: ${reading.because}` };
  const sites = sitesInUse(reading.profile, repository);
  return sites === null
    ? { kind: 'problem', because: 'its profile is no heap profile' }
    : { kind: 'measured', sites };
}

function topLevel(test: string): string {
  return test.split('/', 1)[0] ?? test;
}
