import type { Check } from '../report/schema.ts';
import { oldestMinor, type GoToolchain } from './go-toolchain.ts';

/** What the checks look at. */
export interface PreflightFacts {
  go: GoToolchain;
  /** `process.platform` */
  platform: string;
  nodeVersion: string;
}

type CheckRow = (facts: PreflightFacts) => Check;

/** What this machine and Go version allow. A feature that is missing degrades the run; the row says to what. */
const rows: CheckRow[] = [
  ({ go }) => ({
    id: 'go-version',
    what: 'Go',
    value: go.version,
    needed: `go1.${String(oldestMinor)} or later`,
    status: 'ok',
    fix: null,
  }),
  ({ nodeVersion }) => ({
    id: 'node-version',
    what: 'Node.js',
    value: nodeVersion,
    needed: 'v20 or later',
    status: 'ok',
    fix: null,
  }),
  ({ go }) =>
    feature('race-detector', 'race detector', go.cgo || go.goos === 'darwin', {
      missing: 'cgo is off or there is no C compiler',
      needed: 'cgo and a C compiler',
      fix: 'install a C compiler, or leave the race leg out: --legs memory',
      status: 'fail',
    }),
  ({ go }) =>
    feature('crash-output', 'crash text in a file of its own', go.minor >= 23, {
      missing: 'taken from the test output instead',
      needed: 'go1.23 or later',
      fix: 'use Go 1.23 or later to tell a crash from output that imitates one',
      status: 'warn',
    }),
  ({ go }) =>
    feature('build-events', 'build errors as events', go.minor >= 24, {
      missing: 'taken from the text on stderr instead',
      needed: 'go1.24 or later',
      fix: 'use Go 1.24 or later',
      status: 'ok',
    }),
  ({ platform }) =>
    feature('process-control', 'no process left behind', platform === 'linux', {
      missing: "process groups only: a test's grandchildren may survive a cancelled run",
      needed: 'Linux',
      fix: 'run on Linux where tests start processes of their own',
      status: 'warn',
    }),
  ({ platform }) =>
    feature('rss-samples', 'memory of test processes over time', platform === 'linux', {
      missing: 'only the peak at the end of a process is known',
      needed: 'Linux',
      fix: 'run on Linux',
      status: 'warn',
    }),
];

export function preflight(facts: PreflightFacts): Check[] {
  return rows.map((row) => row(facts));
}

interface Missing {
  missing: string;
  needed: string;
  fix: string;
  status: Check['status'];
}

function feature(id: string, what: string, available: boolean, lack: Missing): Check {
  if (available) return { id, what, value: 'yes', needed: lack.needed, status: 'ok', fix: null };
  return { id, what, value: lack.missing, needed: lack.needed, status: lack.status, fix: lack.fix };
}
