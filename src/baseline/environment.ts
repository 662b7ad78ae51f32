import type { RecordEnvironment } from './record.ts';

/**
 * What of an environment changes figures. The date of a runner's image and the patch level of a kernel do not count: hosted runners
 * change them every week and run several at a time.
 */
const rows: readonly {
  what: string;
  of: (environment: RecordEnvironment) => string;
}[] = [
  // go1.26.3 -> 1.26.3
  { what: 'Go', of: ({ go }) => go.replace(/^go(?=\d)/, '') },
  // ubuntu24 20261109.64.1 -> ubuntu24
  { what: 'runner image', of: ({ runnerImage }) => runnerImage?.split(' ')[0] ?? 'none' },
  // 6.8.0-1031-azure -> 6.8
  {
    what: 'kernel',
    of: ({ kernel }) => /^\d+\.\d+/.exec(kernel ?? '')?.[0] ?? kernel ?? 'unknown',
  },
  { what: 'CPUs:', of: ({ cpus }) => String(cpus) },
  { what: 'GOGC', of: ({ gogc }) => gogc ?? 'unset' },
  { what: 'GOMEMLIMIT', of: ({ gomemlimit }) => gomemlimit ?? 'unset' },
];

/** How the environment of a base differs from the present one: `Go 1.26.1, now 1.26.3`. */
export function environmentDifferences(base: RecordEnvironment, now: RecordEnvironment): string[] {
  return rows
    .map(({ what, of }) => ({ what, before: of(base), after: of(now) }))
    .filter(({ before, after }) => before !== after)
    .map(({ what, before, after }) => `${what} ${before}, now ${after}`);
}
