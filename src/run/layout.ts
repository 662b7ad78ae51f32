import { join } from 'node:path';

/** Where everything lies in a run folder. All paths are below the folder, whatever a package or leg is called. */
export const layout = {
  marker: (out: string): string => join(out, 'run.json'),
  plan: (out: string): string => join(out, 'plan.json'),
  cancel: (out: string): string => join(out, 'cancel.json'),
  corePattern: (out: string): string => join(out, 'core-pattern.json'),
  cores: (out: string): string => join(out, 'cores.json'),
  report: (out: string): string => join(out, 'report.json'),
  summary: (out: string): string => join(out, 'summary.md'),
  reportPage: (out: string): string => join(out, 'report.html'),
  junit: (out: string): string => join(out, 'junit.xml'),
  /** What the run is compared with, and by what rules. */
  baseline: (out: string): string => join(out, 'baseline.json'),
  /** What was found out about packages that grew. */
  growth: (out: string): string => join(out, 'growth.json'),
  /** What was written to the store of baselines. */
  recorded: (out: string): string => join(out, 'recorded.json'),
  /** Crashes of recorded runs. */
  pastRuns: (out: string): string => join(out, 'past-runs.json'),
  /** A run folder for packages that are measured again: head-2, base-1. */
  again: (out: string, name: string): string => join(out, 'again', name),
  heapPages: (out: string): string => join(out, 'heap'),
  leg: (out: string, leg: string): string => join(out, 'legs', leg),
  /** A further go test of a leg, for some of its packages. */
  round: (out: string, leg: string, number: number): string =>
    join(out, 'legs', leg, 'rounds', String(number)),
  /** A further run of one package's test binary. */
  rerun: (out: string, leg: string, number: number): string =>
    join(out, 'legs', leg, 'reruns', String(number)),
  /** What was decided after the leg about each package that did not end well. */
  recovery: (out: string, leg: string): string => join(out, 'legs', leg, 'recovery.jsonl'),
  /** What was found out about crashes that were isolated. */
  isolation: (out: string, leg: string): string => join(out, 'legs', leg, 'isolation.jsonl'),
  package: (out: string, leg: string, name: string): string =>
    join(out, 'runs', leg, ...encodePackage(name)),
  strayPackages: (out: string, leg: string): string => join(out, 'runs', leg, '_unplanned'),
} as const;

/** The files of one go test, in the folder of its leg or round. */
export const goTestFiles = {
  events: (folder: string): string => join(folder, 'events.jsonl'),
  goStderr: (folder: string): string => join(folder, 'stderr.txt'),
  goStart: (folder: string): string => join(folder, 'go-start.json'),
  goEnd: (folder: string): string => join(folder, 'go-end.json'),
  guard: (folder: string): string => join(folder, 'guard.json'),
  watcherKills: (folder: string): string => join(folder, 'watcher-kills.jsonl'),
  shim: (folder: string): string => join(folder, 'shim.json'),
  overlay: (folder: string): string => join(folder, 'overlay.json'),
  round: (folder: string): string => join(folder, 'round.json'),
} as const;

/**
 * Everything that a run writes into its folder; a new run removes these and nothing else. The marker goes late: until then
 * a folder whose clearing was cut off is known to be ours.
 */
export const ownEntries = [
  'plan.json',
  'cancel.json',
  'cores.json',
  'core-pattern.json',
  'report.json',
  'summary.md',
  'report.html',
  'junit.xml',
  'baseline.json',
  'growth.json',
  'recorded.json',
  'past-runs.json',
  'again',
  'heap',
  'legs',
  'runs',
  'run.json',
  '.gitignore',
] as const;

/** Path segments for an import path; what could leave the folder or upset an artifact store is percent-encoded. */
export function encodePackage(name: string): string[] {
  return name.split('/').map((segment) => {
    const safe = segment.replace(/[^A-Za-z0-9._~+@-]/gu, percentEncode);
    return /^\.+$/.test(safe) || safe === '' || /^attempt-\d+$/.test(safe) ? `%${safe}` : safe;
  });
}

/** Also for what encodeURIComponent lets through, and for half a surrogate pair, at which it throws. */
function percentEncode(char: string): string {
  const code = char.charCodeAt(0).toString(16).toUpperCase();
  if (/[\ud800-\udfff]/u.test(char)) return `%u${code}`;
  return /[!'()*]/.test(char) ? `%${code}` : encodeURIComponent(char);
}
