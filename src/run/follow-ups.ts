import { decisiveAttempt } from '../report/decisive-attempt.ts';
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
const maxDiagnosed = 20;
const maxNames = 100;

/**
 * What to run again: builds that were killed, fewer at a time, and what could not be started for a moment, for their results; and, where the user allows it, each process
 * that ended itself or died before its first test, once more under observation.
 */
export function followUps(packages: readonly PackageRun[], diagnose: boolean): FollowUp[] {
  const again = [
    ...resultsAgain(packages.filter(isUnbuilt), 'rebuild', ['-p=1']),
    ...resultsAgain(packages.filter(isUnstarted), 'restart', []),
  ];
  if (!diagnose) return again;
  return [
    ...again,
    ...look(packages, 'exit'),
    ...look(packages, 'strace'),
    ...look(packages, 'runtime'),
  ];
}

function resultsAgain(
  packages: readonly PackageRun[],
  purpose: 'rebuild' | 'restart',
  flags: string[],
): FollowUp[] {
  if (packages.length === 0) return [];
  return [{ purpose, packages: packages.map((run) => run.package), flags }];
}

/** Its build was killed, or found no room on the disk: one at a time it may go through. */
function isUnbuilt({ cause, ending }: PackageRun): boolean {
  return cause?.id === 'build-killed' || (cause?.id === 'disk-full' && ending === 'build-failed');
}

/** What keeps a process from starting for a moment only: its file was being written, or too many others ran. */
const passing = /\((?:ETXTBSY|EAGAIN)\)$/;

function isUnstarted({ cause, ending, attempts }: PackageRun): boolean {
  if (ending !== 'not-started' || attempts.some(({ purpose }) => purpose === 'start-again'))
    return false;
  return cause?.evidence.some(({ detail }) => passing.test(detail)) === true;
}

/** Packages whose tests can be chosen run those that had not ended; the others run whole. */
function look(packages: readonly PackageRun[], purpose: 'exit' | 'strace' | 'runtime'): FollowUp[] {
  const due = packages.filter((run) => purposesOf(run).includes(purpose)).slice(0, maxDiagnosed);
  const partly = due.filter((run) => purpose === 'exit' && run.tests.unfinished.length > 0);
  const names = new Set(partly.flatMap(({ tests }) => tests.unfinished).map(topLevel));
  const whole = names.size > maxNames ? due : due.filter((run) => !partly.includes(run));
  const choose = `-run=^(?:${[...names].map(quoteMeta).join('|')})$`;
  return [
    { runs: due.filter((run) => !whole.includes(run)), flags: ['-count=1', choose] },
    { runs: whole, flags: ['-count=1'] },
  ]
    .filter(({ runs }) => runs.length > 0)
    .map(({ runs, flags }) => ({ purpose, packages: runs.map((run) => run.package), flags }));
}

function topLevel(test: string): string {
  return test.split('/')[0] ?? '';
}

function quoteMeta(name: string): string {
  return name.replace(/[^\p{L}\p{N}_]/gu, '\\$&');
}

function purposesOf(run: PackageRun): RoundPurpose[] {
  const { cause, ending, tests } = run;
  if (cause?.id === 'exec-failed') return ['strace'];
  if (cause === null || cause.confidence === 'confirmed') return [];
  if (['os-exit', 'log-fatal', 'testmain-exit'].includes(cause.id)) return ['exit'];
  const last = decisiveAttempt(run);
  // What was stopped from outside would not be stopped again.
  if (
    cause.id !== 'unknown' ||
    ending === 'lost' ||
    last === undefined ||
    last.signal === 'SIGKILL'
  )
    return [];
  const seen = tests.passed + tests.failed + tests.skipped + tests.unfinished.length;
  if (seen > 0) return ['runtime'];
  return last.exitCode === null ? ['strace'] : ['exit', 'strace'];
}
