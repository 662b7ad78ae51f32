import type { PackageRun } from '../report/schema.ts';
import type { RoundPurpose } from './round.ts';

/** A further go test that a leg's result asks for. */
export interface FollowUp {
  purpose: RoundPurpose;
  packages: string[];
  /** Flags for it. */
  flags: string[];
}

/** More of one kind would say the same again. */
const maxDiagnosed = 10;

/**
 * What to run again: builds that were killed, fewer at a time, for their results; and, where the user allows it, each process
 * that ended itself or died before its first test, once more under observation.
 */
export function followUps(packages: readonly PackageRun[], diagnose: boolean): FollowUp[] {
  const killed = packages.filter(({ cause }) => cause?.id === 'build-killed');
  const rebuild: FollowUp[] =
    killed.length === 0
      ? []
      : [{ purpose: 'rebuild', packages: killed.map((run) => run.package), flags: ['-p=1'] }];
  if (!diagnose) return rebuild;
  return [
    ...rebuild,
    ...look(packages, 'exit'),
    ...look(packages, 'strace'),
    ...look(packages, 'runtime'),
  ];
}

function look(packages: readonly PackageRun[], purpose: 'exit' | 'strace' | 'runtime'): FollowUp[] {
  return packages
    .filter((run) => purposeOf(run) === purpose)
    .slice(0, maxDiagnosed)
    .map((run) => ({
      purpose,
      packages: [run.package],
      flags: ['-count=1', ...(purpose === 'exit' ? onlyUnfinished(run) : [])],
    }));
}

function purposeOf({ cause, ending, attempts, tests }: PackageRun): RoundPurpose | null {
  if (cause === null || cause.confidence === 'confirmed') {
    return cause?.id === 'exec-failed' ? 'strace' : null;
  }
  if (['os-exit', 'log-fatal', 'testmain-exit'].includes(cause.id)) return 'exit';
  const seen = tests.passed + tests.failed + tests.skipped + tests.unfinished.length;
  if (cause.id === 'exec-failed') return 'strace';
  if (cause.id !== 'unknown' || ending === 'lost' || attempts.length === 0) return null;
  // A process that was stopped from outside would not be stopped again.
  if (attempts.at(-1)?.signal === 'SIGKILL') return null;
  return seen === 0 ? 'strace' : 'runtime';
}

/** The process ended while these tests ran: the others need not run again. */
function onlyUnfinished({ tests }: PackageRun): string[] {
  const names = [...new Set(tests.unfinished.map((test) => test.split('/')[0] ?? ''))];
  if (names.length === 0 || names.length > 50) return [];
  return [`-run=^(?:${names.map((name) => name.replace(/[^\p{L}\p{N}_]/gu, '\\$&')).join('|')})$`];
}
