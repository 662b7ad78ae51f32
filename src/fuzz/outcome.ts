import { outOfMemory } from '../cause/clearest-first.ts';
import { plural } from '../report/plural.ts';
import type { PackageRun } from '../report/schema.ts';
import type { FuzzReport } from '../report/search-schema.ts';
import { formatDuration } from '../settings/duration.ts';
import {
  diedUnexplained,
  filledByOthers,
  mayHaveOutgrown,
  outgrewItsShare,
  type PassEnding,
  type PastPass,
} from './next-pass.ts';
import { formatBytes } from '../report/format.ts';

type FailedRun = Pick<PackageRun, 'ending' | 'cause'>;

/**
 * The pass that says what the target comes to: the last one, unless an earlier one saw a failure that nothing has explained since.
 * What was seen stays seen when inputs made by chance do not come to it again.
 */
export function tellingPass(past: readonly PastPass[]): number {
  const last = past.length - 1;
  const worst = past.findLastIndex((pass, at) => isFailure(pass) && !isExplained(pass, at < last));
  if (worst !== -1) return worst;
  // Nobody knows what it died of: fuzzing on tells no more of that.
  const lost = past.findLastIndex(diedUnexplained);
  return lost === -1 ? last : lost;
}

/** An input failed, or a fuzzing process died of something other than the end of the run. */
export function isFailure({ ending, stopped }: PastPass): boolean {
  return failures.has(ending.kind) && !(ending.kind === 'killed' && stopped);
}

const failures = new Set<PassEnding['kind']>(['failing', 'failing-seed', 'killed', 'unkept']);

/** It was fuzzed on because its input only wanted memory: alone, without a bound, it was seen to pass. */
function isExplained(pass: PastPass, fuzzedOn: boolean): boolean {
  return fuzzedOn && pass.ending.kind === 'failing' && outgrewItsShare(pass);
}

/** What the passes over a target mean for it. `run` is the go test that tells of its failure. */
export function outcomeOf(past: readonly PastPass[], run: FailedRun | null): FuzzReport['outcome'] {
  const at = tellingPass(past);
  const pass = past[at];
  if (pass === undefined) return 'stopped';
  switch (pass.ending.kind) {
    case 'clean':
      return 'clean';
    case 'skipped':
      return 'skipped';
    case 'unanswered':
      return pass.stopped ? 'stopped' : 'hung';
    case 'broken':
      return 'stopped';
    case 'killed':
      return pass.stopped ? 'stopped' : deathOf(run);
    case 'unkept':
      return at < past.length - 1 ? 'stopped' : failureOf(run);
    case 'failing-seed':
      return failureOf(run);
    case 'failing':
      // The input that is told of passed alone: what was seen is that a process died.
      return pass.replay === 'passed' && pass.progress.workerEnd !== null
        ? deathOf(run)
        : failureOf(run);
  }
}

function failureOf(run: FailedRun | null): FuzzReport['outcome'] {
  const id = run?.cause?.id;
  if (run?.ending === 'timed-out') return 'hung';
  if (id !== undefined && outOfMemory.has(id)) return 'out-of-memory';
  return run?.ending === 'failed' && id === 'test-failure' ? 'failed' : 'crashed';
}

/** go test calls what killed one of its processes a failed test. */
function deathOf(run: FailedRun | null): FuzzReport['outcome'] {
  const outcome = failureOf(run);
  return outcome === 'failed' ? 'crashed' : outcome;
}

/** What a person has to know beyond the outcome; null where the outcome says it all. */
export function becauseOf(past: readonly PastPass[]): string | null {
  const at = tellingPass(past);
  const pass = past[at];
  if (pass === undefined) return null;
  const { ending, replay, stopped } = pass;
  switch (ending.kind) {
    case 'clean':
      return at === 0 ? null : amissBefore(past.slice(0, at));
    case 'skipped':
      return 'the target skipped itself';
    case 'broken':
      return stopped ? 'the run was stopped' : ending.why;
    case 'unanswered':
      return stopped
        ? 'the run was stopped'
        : 'a worker did not answer when the time was over; which input it was at is not known';
    case 'failing-seed':
      return `an input that the target begins with fails while it is fuzzed: ${ending.seed}`;
    case 'killed':
      return stopped
        ? 'the run was stopped'
        : `a fuzzing process was killed (${ending.end}); go test keeps no input then${fuzzedOn(past.slice(at + 1))}${filledBefore(past.slice(0, at))}`;
    case 'unkept':
      return `an input fails, and ${ending.why}${mayHaveOutgrown(pass) ? '; its process had a bound of memory' : ''}${fuzzedOn(past.slice(at + 1))}`;
    case 'failing':
      if (replay === 'passed') return passesAlone(pass);
      return replay === 'failed' ? null : 'the input was not run again to its end';
  }
}

function passesAlone({ progress, dataLimitBytes }: PastPass): string {
  const { workerEnd, diedMinimising } = progress;
  if (workerEnd === null) return 'it failed while fuzzing; the input passes when it is run alone';
  const bound =
    dataLimitBytes === null
      ? ''
      : `; each process had a bound of ${formatBytes(dataLimitBytes)} of memory`;
  return diedMinimising
    ? `a process died (${workerEnd}) while go test made this input smaller, at a smaller one that is lost; this one passes when it is run alone${bound}`
    : `while fuzzing the process ended with ${workerEnd}; the input passes when it is run alone`;
}

/** What was seen below a bound says what the kill without one does not. */
function filledBefore(earlier: readonly PastPass[]): string {
  const filled = earlier.find(filledByOthers);
  return filled === undefined ? '' : `. Before, ${outgrewText(filled)}`;
}

function fuzzedOn(later: readonly PastPass[]): string {
  const workers = later.at(-1)?.workers;
  if (workers === undefined) return '';
  const spentMs = later.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  return `, and ${formatDuration(spentMs)} more with ${plural(workers, 'worker')} did not bring it about again`;
}

/** A measured comparison: the input that is blamed by go test, and what its process had grown to. */
function outgrewText({ aloneBytes, dataLimitBytes }: PastPass): string {
  return `a fuzzing process outgrew its ${formatBytes(dataLimitBytes ?? 0)}, while the input that it was at needs ${formatBytes(aloneBytes ?? 0)} alone: the target keeps memory from one input to the next`;
}

/** Why a target that is clean was fuzzed more than once. */
function amissBefore(earlier: readonly PastPass[]): string {
  const kinds = new Set(earlier.map(({ ending }) => ending.kind));
  const filled = earlier.find(filledByOthers);
  if (filled !== undefined)
    return `${outgrewText(filled)}; with the memory of all workers the rest of the time was enough`;
  if (kinds.has('failing'))
    return 'an input needed more memory than one of several workers may have; it passes alone, and fuzzing on found no other';
  if (kinds.has('unanswered'))
    return 'a worker did not answer when the time was over; fuzzed once more, for longer, all did';
  const broken = earlier.map(({ ending }) => ending).find(({ kind }) => kind === 'broken');
  const why = broken?.kind === 'broken' ? broken.why : 'something was amiss at first';
  return `${why}; not so when the target was fuzzed once more, without a bound of its memory`;
}
