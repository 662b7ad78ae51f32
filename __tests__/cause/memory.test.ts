import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../src/cause/cause.ts';
import type { CauseFacts } from '../../src/cause/facts.ts';
import { death, end, facts, group, level, pid, start } from '../support/cause-facts.ts';

const mib = 1024 ** 2;
const kill = end({ signal: 'SIGKILL' });
const decision = (constraint: string, victim = pid, oomGroup = '/guard'): string =>
  `oom-kill:constraint=CONSTRAINT_${constraint},nodemask=(null),cpuset=/,mems_allowed=0,${constraint === 'MEMCG' ? `oom_memcg=${oomGroup}` : 'global_oom'},task_memcg=${group},task=hog,pid=${String(victim)},uid=0`;
const log = (...lines: string[]): Partial<CauseFacts['death']> => ({
  kernelLog: { source: 'kmsg', lines, problem: '' },
});
const unreadable = { kernelLog: { source: '', lines: [], problem: 'permission denied' } };

/** A group that held only this test and in which the kernel killed, below a limit that was reached. */
const counted = {
  memory: {
    before: [level(), level({ path: '/guard', limitBytes: 512 * mib })],
    after: [
      level({ oomKill: 1, peakBytes: 100 * mib }),
      level({ path: '/guard', limitBytes: 512 * mib, oom: 1, oomKill: 1, peakBytes: 512 * mib }),
    ],
  },
  vmstatOomKill: { before: 5, after: 6 },
};

const heldByOthers = (stillHeldMib: number): typeof counted => {
  const { before, after } = counted.memory;
  const [own, ...others] = after.map((one) => ({ ...one, usageBytes: stillHeldMib * mib }));
  return { ...counted, memory: { before, after: [{ ...own!, peakBytes: 100 * mib }, ...others] } };
};

const guard = {
  schema: 1 as const,
  tier: 'cgroup' as const,
  cgroupVersion: 2 as const,
  ceilingBytes: 512 * mib,
  memoryDir: '/sys/fs/cgroup/guard',
  scope: '',
  tried: [],
};

describe('SIGKILL', () => {
  const rows: [string, Parameters<typeof facts>[0], string, string][] = [
    [
      'counter of its own group and a line of the log',
      { end: kill, death: death({ ...counted, ...log(decision('MEMCG')) }) },
      'oom-cgroup',
      'confirmed',
    ],
    [
      'counter of its own group below our ceiling, no log',
      { end: kill, guard, death: death({ ...counted, ...unreadable }) },
      'oom-cgroup',
      'confirmed',
    ],
    [
      'counter of its own group below a limit that others share, no log',
      { end: kill, death: death({ ...counted, ...unreadable }) },
      'oom-cgroup',
      'consistent',
    ],
    [
      'its group is still full of what this process did not hold: files in memory',
      {
        end: end({ signal: 'SIGKILL', maxRssBytes: mib }),
        death: death({ ...heldByOthers(90), ...unreadable }),
      },
      'oom-cgroup',
      'consistent',
    ],
    [
      'what this process did not hold is gone: one victim, and another process held far more',
      {
        end: end({ signal: 'SIGKILL', maxRssBytes: mib }),
        death: death({ ...heldByOthers(2), ...unreadable }),
      },
      'unknown',
      'unknown',
    ],
    [
      'the log names it, and the whole machine had run out',
      {
        end: kill,
        death: death({
          memory: { before: [level()], after: [level({ oomKill: 1 })] },
          vmstatOomKill: { before: 5, after: 6 },
          ...log(decision('NONE')),
        }),
      },
      'oom-host',
      'confirmed',
    ],
    [
      'a kill in its own group, and no limit was reached anywhere',
      {
        end: kill,
        death: death({
          memory: { before: [level()], after: [level({ oomKill: 1, peakBytes: 100 * mib })] },
          vmstatOomKill: { before: 5, after: 6 },
          ...unreadable,
        }),
      },
      'oom-host',
      'confirmed',
    ],
    [
      'another group was killed in at the same time',
      {
        end: kill,
        death: death({
          vmstatOomKill: { before: 5, after: 6 },
          ...log(decision('MEMCG', pid + 1).replace(group, '/other')),
        }),
      },
      'killed',
      'confirmed',
    ],
    [
      'a shared group, and the log names another of its processes',
      {
        start: { ...start, cgroup: { version: 2, path: group, own: false } },
        end: kill,
        death: death({
          memory: { before: [level()], after: [level({ oomKill: 1, limitBytes: mib, oom: 1 })] },
          vmstatOomKill: { before: 5, after: 6 },
          ...log(decision('MEMCG', pid + 1)),
        }),
      },
      'killed',
      'confirmed',
    ],
    ['nothing grew', { end: kill }, 'killed', 'confirmed'],
    [
      'nothing could be read',
      {
        end: kill,
        death: death({
          memory: null,
          vmstatOomKill: { before: null, after: null },
          ...unreadable,
        }),
      },
      'unknown',
      'unknown',
    ],
    ['no record of the death at all', { end: kill, death: null }, 'unknown', 'unknown'],
    [
      'our watcher noted it first',
      {
        end: kill,
        watcherKill: {
          at: 'now',
          pid,
          ancestors: [],
          rssBytes: 500 * mib,
          treeBytes: 520 * mib,
          ceilingBytes: 512 * mib,
          memAvailableBytes: null,
          name: 'hog.test',
        },
      },
      'oom-guard',
      'confirmed',
    ],
    [
      'a hard limit of CPU time was used up',
      {
        start: { ...start, limits: { cpu: { soft: 1, hard: 2 } } },
        end: end({ signal: 'SIGKILL', userCpuMs: 1900, systemCpuMs: 120 }),
      },
      'cpu-limit',
      'confirmed',
    ],
    [
      'a hard limit of CPU time in ticks that others had a part of',
      {
        start: { ...start, limits: { cpu: { soft: 1, hard: 1 } } },
        end: end({ signal: 'SIGKILL', userCpuMs: 800, systemCpuMs: 36 }),
      },
      'cpu-limit',
      'consistent',
    ],
    [
      'a hard limit of CPU time that was far away',
      {
        start: { ...start, limits: { cpu: { soft: 100, hard: 200 } } },
        end: end({ signal: 'SIGKILL' }),
      },
      'killed',
      'confirmed',
    ],
  ];

  it.each(rows)('%s', (_, of, id, confidence) => {
    expect(diagnose(facts(of))).toMatchObject({ id, confidence });
  });

  it('every cause that was looked for is excluded by a fact', () => {
    const cause = diagnose(facts({ end: kill }));
    expect(cause?.excluded.map(({ id }) => id).sort()).toEqual([
      'cpu-limit',
      'oom-cgroup',
      'oom-guard',
      'oom-host',
      'timeout',
    ]);
  });
});

it('names a limit that is not ours by its group', () => {
  const cause = diagnose(
    facts({ end: kill, death: death({ ...counted, ...log(decision('MEMCG')) }) }),
  );
  expect(cause?.summary).toContain('the limit of 512.0 MiB of the control group /guard');
});

it('does not take what a child held for what the process held', () => {
  const ended = end({ signal: 'SIGKILL', maxRssBytes: 400 * mib });
  const cause = diagnose(facts({ end: ended, death: death({ ...counted, ...unreadable }) }));
  expect(cause?.summary).toContain('; the largest of its processes had held 400.0 MiB');
});

it('names our own ceiling as what it is', () => {
  const cause = diagnose(
    facts({ end: kill, guard, death: death({ ...counted, ...log(decision('MEMCG')) }) }),
  );
  expect(cause?.summary).toContain('the ceiling of 512.0 MiB (memory-limit)');
  expect(cause?.advice).toContain('raise the limit (now 512.0 MiB)');
});

it.each([
  ['/guard/tests', 512, 512, 'the ceiling of 512.0 MiB (memory-limit)'],
  [
    '/guard',
    640,
    512,
    'when the tests and go test together reached 640.0 MiB (memory-limit 512.0 MiB)',
  ],
])('our own groups, %s with %i MiB: the limit that was asked for', (path, limit, asked, words) => {
  const limited = level({ path, limitBytes: limit * mib });
  const memory = { before: [level(), limited], after: [level({ oomKill: 1 }), limited] };
  const kernel = log(decision('MEMCG', pid, path));
  const cause = diagnose(facts({ end: kill, guard, death: death({ memory, ...kernel }) }));
  expect(cause?.summary).toContain(words);
  expect(cause?.advice).toContain(`raise the limit (now ${String(asked)}.0 MiB)`);
});

it('a child that the kernel killed explains a test that failed, as far as it can', () => {
  const cause = diagnose(
    facts({
      ending: 'failed',
      end: end({ exitCode: 1 }),
      tests: { passed: 0, failed: 1, unfinished: [], neverRan: [] },
      death: death({ ...counted, ...log(decision('MEMCG', pid + 1)) }),
    }),
  );
  expect(cause).toMatchObject({ id: 'oom-cgroup', confidence: 'consistent' });
});

it('a process that the kernel took only after a larger one: the larger one is named', () => {
  const killed = (victim: number, kib: number): string[] => [
    decision('MEMCG', victim),
    `Memory cgroup out of memory: Killed process ${String(victim)} (hog) total-vm:1655820kB, anon-rss:${String(kib)}kB, file-rss:52kB, shmem-rss:0kB, UID:0 pgtables:812kB oom_score_adj:1000`,
  ];
  const diagnoseLog = (oomKill: number, ...lines: string[]): ReturnType<typeof diagnose> => {
    const memory = { before: [level()], after: [level({ oomKill })] };
    return diagnose(facts({ end: kill, death: death({ ...counted, memory, ...log(...lines) }) }));
  };
  const child = pid + 5;
  const cause = diagnoseLog(2, ...killed(child, 367_872), ...killed(pid, 1792));
  expect(cause).toMatchObject({ id: 'oom-cgroup', confidence: 'confirmed' });
  const hog = `hog (pid ${String(child)})`;
  const held = '; the test process had held 1.8 MiB';
  expect(cause?.summary).toContain(`${held}, and ${hog}, killed before it, 359.3 MiB`);
  expect(cause?.advice[0]).toBe(`look at ${hog} and at what starts it: it held 359.3 MiB`);
  expect(cause?.evidence.filter(({ source }) => source.startsWith('kernel log'))).toHaveLength(4);
  const others = [
    diagnoseLog(2, ...killed(pid, 1792), ...killed(child, 367_872)),
    diagnoseLog(2, ...killed(child, 900), ...killed(pid, 1792)),
    // Before this process began: its group counted one kill, its own.
    diagnoseLog(1, ...killed(child, 367_872), ...killed(pid, 1792)),
    diagnoseLog(2, ...killed(child, 367_872), ...killed(pid, 1792), ...killed(pid + 6, 2000)),
    // The kernel left out the line with the group.
    diagnoseLog(2, ...killed(child, 367_872).slice(1), ...killed(pid, 1792)),
    diagnoseLog(2, ...killed(child, 367_872).slice(1), ...killed(pid, 1792).slice(1)),
  ];
  for (const other of others) {
    expect(other?.id).toBe('oom-cgroup');
    expect(other?.summary).not.toContain('killed before it');
  }
});

describe('how many tests fit', () => {
  const held = (bytes: number[]): NonNullable<CauseFacts['blackBox']> => ({
    reason: 'memory',
    elapsedMs: 1000,
    rssBytes: 460 * mib,
    heapBytes: 450 * mib,
    outsideGoBytes: 0,
    goroutines: 5,
    ceilingBytes: 512 * mib,
    early: false,
    functions: [],
    tests: bytes.map((each, index) => ({ test: `Test${String(index)}`, bytes: each * mib })),
  });
  it.each([
    [[100, 100, 100, 100], 4, '-parallel 2 should fit'],
    [[220, 220], 2, '-parallel 1 should fit'],
    [[400, 50], 2, null],
    [[100], 1, null],
  ])('%j MiB each', (bytes, running, advice) => {
    const cause = diagnose(
      facts({
        end: kill,
        blackBox: held(bytes),
        tests: {
          passed: 0,
          failed: 0,
          unfinished: Array.from({ length: running }, (_, i) => `Test${String(i)}`),
          neverRan: [],
        },
        death: death({ ...counted, ...log(decision('MEMCG')) }),
      }),
    );
    const said = cause?.advice.find((line) => line.includes('-parallel')) ?? null;
    if (advice === null) expect(said).toBeNull();
    else expect(said).toContain(advice);
  });
});
