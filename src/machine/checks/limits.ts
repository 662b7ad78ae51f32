import { formatBytes } from '../../report/format.ts';
import type { Check } from '../../report/schema.ts';
import type { Rlimit, RlimitName } from '../rlimit.ts';
import {
  fine,
  lacking,
  racing,
  type CheckRow,
  type PlannedRun,
  type PreflightFacts,
} from './check-row.ts';

const leastFiles = 1024;
const leastPids = 512;
const leastProcesses = 512;

/** What a limit must be for the tests of this run; null: nothing is wrong with it. */
type Judge = (
  softBytesOrCount: number,
  facts: PreflightFacts,
  plan: PlannedRun | null,
) => { status: Check['status']; fix: string } | null;

interface LimitRow {
  id: string;
  limit: RlimitName;
  what: string;
  unit: 'bytes' | 'seconds' | 'count';
  needed: string;
  judge: Judge;
}

const gibibyte = 1024 ** 3;

// Go raises the soft limit on open files to the hard one for itself; what it starts has the soft one again.
const rows: LimitRow[] = [
  {
    ...{ id: 'open-files', limit: 'nofile', what: 'open files', unit: 'count' },
    needed: `${String(leastFiles)} or more`,
    judge: (soft) =>
      soft < leastFiles
        ? { status: 'warn', fix: 'raise it before the run: ulimit -n 65536' }
        : null,
  },
  {
    ...{ id: 'user-processes', limit: 'nproc', what: 'processes and threads of this user' },
    ...{ unit: 'count', needed: `${String(leastProcesses)} or more` },
    // Root is not held to it.
    judge: (soft, { machine }) =>
      soft < leastProcesses && machine.privileges.uid !== 0
        ? { status: 'warn', fix: 'raise it before the run: ulimit -u 4096' }
        : null,
  },
  {
    ...{ id: 'address-space', limit: 'as', what: 'address space', unit: 'bytes' },
    needed: 'unlimited',
    judge: (soft, _facts, plan) =>
      racing(plan)
        ? {
            status: 'fail',
            fix: 'remove it (ulimit -v unlimited): the race detector reserves terabytes of addresses',
          }
        : soft < 4 * gibibyte
          ? {
              status: 'warn',
              fix: 'remove it (ulimit -v unlimited) and use --memory-limit: Go reserves more addresses than it uses memory',
            }
          : null,
  },
  {
    ...{ id: 'data-segment', limit: 'data', what: 'data segment', unit: 'bytes' },
    needed: 'unlimited',
    judge: (soft, { ceiling }) =>
      soft < (ceiling.ceilingBytes ?? gibibyte)
        ? { status: 'warn', fix: 'remove it (ulimit -d unlimited) and use --memory-limit' }
        : null,
  },
  {
    ...{ id: 'stack-size', limit: 'stack', what: 'stack of C code', unit: 'bytes' },
    needed: '1.0 MiB or more',
    judge: (soft) =>
      soft < 1024 ** 2 ? { status: 'warn', fix: 'raise it before the run: ulimit -s 8192' } : null,
  },
  {
    ...{ id: 'file-size', limit: 'fsize', what: 'size of one file', unit: 'bytes' },
    needed: 'unlimited',
    judge: (soft) => ({
      status: soft < gibibyte ? 'warn' : 'ok',
      fix: 'remove it (ulimit -f unlimited): builds, profiles and cores write large files',
    }),
  },
  {
    ...{ id: 'cpu-time', limit: 'cpu', what: 'CPU time of one process', unit: 'seconds' },
    needed: 'unlimited',
    judge: () => ({
      status: 'warn',
      fix: 'remove it (ulimit -t unlimited): a test process that uses more is killed without a word',
    }),
  },
  {
    ...{ id: 'locked-memory', limit: 'memlock', what: 'locked memory', unit: 'bytes' },
    ...{ needed: 'any', judge: () => null },
  },
];

/** The limits that test processes inherit from this one, and the cgroup's on processes. */
export const limitRows: CheckRow[] = [
  ...rows.map(
    (row): CheckRow =>
      (facts, plan) =>
        limitCheck(row, facts, plan),
  ),
  ({ machine }) => {
    const { pids } = machine;
    if (pids === null) return null;
    const { limit, current, path } = pids;
    const used = current === null ? '' : `, ${String(current)} in use`;
    const value = `${String(limit)}${used} (cgroup ${path})`;
    const needed = `${String(leastPids)} or more`;
    const check = fine('pids-limit', 'processes and threads of this job', value, needed);
    return limit < leastPids
      ? lacking(
          check,
          'warn',
          'raise it: docker run --pids-limit 4096, or TasksMax= of the service',
        )
      : check;
  },
];

function limitCheck(row: LimitRow, facts: PreflightFacts, plan: PlannedRun | null): Check | null {
  const limit = facts.machine.rlimits[row.limit];
  if (limit === undefined) return null;
  const check = fine(row.id, row.what, describe(limit, row.unit), row.needed);
  const problem = limit.soft === null ? null : row.judge(limit.soft, facts, plan);
  return problem === null ? check : lacking(check, problem.status, problem.fix);
}

function describe({ soft, hard }: Rlimit, unit: LimitRow['unit']): string {
  const show = (value: number | null): string => {
    if (value === null) return 'unlimited';
    if (unit === 'bytes') return formatBytes(value);
    return unit === 'seconds' ? `${String(value)} s` : String(value);
  };
  return soft === hard ? show(soft) : `${show(soft)} (can be raised to ${show(hard)})`;
}
