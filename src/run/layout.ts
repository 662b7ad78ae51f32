import { join } from 'node:path';

/** Where everything lies in a run folder. All paths are below the folder, whatever a package or leg is called. */
export const layout = {
  marker: (out: string): string => join(out, 'run.json'),
  plan: (out: string): string => join(out, 'plan.json'),
  cancel: (out: string): string => join(out, 'cancel.json'),
  report: (out: string): string => join(out, 'report.json'),
  summary: (out: string): string => join(out, 'summary.md'),
  leg: (out: string, leg: string): string => join(out, 'legs', leg),
  events: (out: string, leg: string): string => join(out, 'legs', leg, 'events.jsonl'),
  goStderr: (out: string, leg: string): string => join(out, 'legs', leg, 'stderr.txt'),
  goEnd: (out: string, leg: string): string => join(out, 'legs', leg, 'go-end.json'),
  shim: (out: string, leg: string): string => join(out, 'legs', leg, 'shim.json'),
  overlay: (out: string, leg: string): string => join(out, 'legs', leg, 'overlay.json'),
  package: (out: string, leg: string, name: string): string =>
    join(out, 'runs', leg, ...encodePackage(name)),
  strayPackages: (out: string, leg: string): string => join(out, 'runs', leg, '_unplanned'),
} as const;

/** Everything that a run writes into its folder; a new run removes these and nothing else. */
export const ownEntries = [
  'run.json',
  'plan.json',
  'cancel.json',
  'report.json',
  'summary.md',
  'legs',
  'runs',
  '.gitignore',
] as const;

/** Path segments for an import path; what could leave the folder or upset an artifact store is percent-encoded. */
export function encodePackage(name: string): string[] {
  return name.split('/').map((segment) => {
    const safe = segment.replace(/[^A-Za-z0-9._~+@-]/g, (char) =>
      encodeURIComponent(char).replace(/[*'()!]/g, '_'),
    );
    return /^\.+$/.test(safe) || safe === '' || /^attempt-\d+$/.test(safe) ? `%${safe}` : safe;
  });
}
