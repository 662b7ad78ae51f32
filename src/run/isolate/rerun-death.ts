import { causeOfCrash } from '../../cause/crash-cause.ts';
import { isForeign } from '../../crash/blame/foreign.ts';
import { findBlame } from '../../crash/blame/blame.ts';
import { soleInnermost } from '../../crash/blame/running-tests.ts';
import { parseCrashFile, reconcile } from '../../crash/crash-file.ts';
import { fingerprint } from '../../crash/likeness/fingerprint.ts';
import { endsProcess, type ParsedCrash } from '../../crash/parsed-crash.ts';
import type { Repository } from '../../crash/source/repository.ts';
import { completeness, type DeclaredTest } from '../../evidence/completeness.ts';
import { decideEnding } from '../../evidence/ending.ts';
import type { Ending } from '../../report/ending-schema.ts';
import type { Death } from '../../isolate/death.ts';
import type { RerunResult } from '../recover/rerun.ts';
import type { RerunOutput } from './rerun-output.ts';

export interface SeenDeath {
  death: Death;
  /** For a person: `panic: boom`, `exit code 3`, `SIGKILL`. */
  words: string;
}

const fine: ReadonlySet<Ending> = new Set(['passed', 'no-tests']);

/** How one more run of a test binary died; null where it did not. */
export function rerunDeath(
  result: RerunResult,
  output: RerunOutput,
  { chosen, repository }: { chosen: readonly DeclaredTest[]; repository: Repository },
): SeenDeath | null {
  const ending = endingOf(result, chosen);
  if (fine.has(ending)) return null;
  const { exitCode = null, signal = null } = result.attempt?.end ?? {};
  const running = [...(result.fold?.running.keys() ?? [])];
  const found = endingCrash(result, output, repository);
  const words = { ending, exitCode, signal };
  if (found === null || ending === 'failed') {
    const death = { ...words, cause: null, fingerprint: null, blamed: null };
    return { death: { ...death, test: soleInnermost(running) }, words: wordsOf(death) };
  }
  const blame = findBlame(found, repository);
  const death = {
    ...words,
    cause: causeOfCrash(found),
    fingerprint: fingerprint(found, blame, repository),
    blamed: blame.blame?.function ?? null,
    test: blame.test ?? soleInnermost(running),
  };
  return { death, words: `${found.kind}: ${found.message}` };
}

function endingOf({ attempt, fold }: RerunResult, chosen: readonly DeclaredTest[]): Ending {
  const file = attempt?.crashText ?? '';
  const { unfinished, neverRan } = completeness(chosen, fold);
  return decideEnding({
    ...{ action: fold?.action ?? null, cached: false, noTestFiles: false, buildFailed: false },
    ...{ start: attempt?.start ?? null, end: attempt?.end ?? null },
    crash: { file, stream: fold?.crashLine ?? null, fileIsReliable: file !== '' },
    ...{ timedOut: fold?.timedOut ?? false, killedByGo: fold?.killedByGo ?? false },
    endedTests: fold === null ? 0 : fold.passed + fold.failed + fold.skipped,
    failedTests: fold?.failed ?? 0,
    missingTests: unfinished.length + neverRan.length,
    ...{ failfast: false, cutInBenchmark: false, cancelledAt: null, supervisorGoneAt: null },
  });
}

/** The crash that ended the process, as the crash file has it where there is one. */
function endingCrash(
  { attempt }: RerunResult,
  { crashes }: RerunOutput,
  repository: Repository,
): ParsedCrash | null {
  const own = crashes.filter((crash) => !crash.survived && !isForeign(crash, repository));
  const file = parseCrashFile(attempt?.crashText ?? '');
  return (
    reconcile(own, file, file !== null).find(({ kind }) => endsProcess(kind)) ??
    own.find(({ kind }) => kind !== 'killed' && kind !== 'exit') ??
    null
  );
}

function wordsOf({ ending, exitCode, signal }: Omit<Death, 'test'>): string {
  if (ending === 'failed') return 'a test failed';
  if (signal !== null) return signal;
  return exitCode === null ? ending : `exit code ${String(exitCode)}`;
}
