import type { PackageRun } from '../../src/report/schema.ts';

/** A kill, and what the report has to say of it. */
export interface Kill {
  /** The guarded run, as the scenario calls it. */
  run: string;
  why: string;
  /** The guard that has to be over it; null: none was asked for. */
  tier: 'cgroup' | 'sudo' | 'watcher' | null;
  package: string;
  ending: PackageRun['ending'];
  id: string;
  /** What the summary has to name. */
  names: RegExp;
  /** What the evidence has to hold, source and detail. */
  evidence: readonly RegExp[];
  excluded: readonly string[];
  /** Whether there was a ceiling that a snapshot could be taken below. */
  blackBox: boolean;
  unfinished: readonly string[];
  neverRan: readonly string[];
}

const hog = {
  package: 'hog',
  ending: 'killed',
  blackBox: true,
  unfinished: ['TestHog'],
  neverRan: ['TestAfter'],
} as const;

/** The kernel stopped the hog at the ceiling of a group that the guard had made. */
const byGroup = {
  ...hog,
  id: 'oom-cgroup',
  names: /the ceiling of 256\.0 MiB/,
  excluded: ['oom-host', 'oom-guard', 'killed'],
} as const;

const counted = [
  /^cgroup: \S*\/t-[0-9a-f]{32}: no limit, .*oom_kill \+1/,
  /^cgroup: \S*: limit 256\.0 MiB, .*oom_kill \+1/,
  /^vmstat: oom_kill \+1/,
];
const logged = /^kernel log \(.*\): oom-kill:constraint=CONSTRAINT_MEMCG,.*task=hog\.test,/;
const unreadable = /^kernel log: not readable: /;

const byWatcher = {
  ...hog,
  tier: 'watcher',
  id: 'oom-guard',
  names: /the ceiling of 256\.0 MiB/,
  evidence: [/^guard: watcher killed pid \d+ \(hog\.test\)/],
  excluded: ['oom-cgroup', 'oom-host', 'killed'],
} as const;

/** The machine had no memory left. */
const byMachine = {
  ...hog,
  id: 'oom-host',
  names: /the whole machine ran out of memory/,
  evidence: [
    /^vmstat: oom_kill \+1/,
    /^kernel log \(kmsg\): oom-kill:constraint=CONSTRAINT_NONE,.*task=hog\.test,/,
    /^kernel log \(kmsg\): Out of memory: Killed process \d+ \(hog\.test\)/,
  ],
  excluded: ['oom-cgroup', 'oom-guard', 'killed'],
} as const;

/** What is run how stands in scenarios/. */
export const scenarios: readonly {
  scenario: string;
  what: string;
  memoryMb: number;
  systemd?: boolean;
  kills: Kill[];
}[] = [
  {
    scenario: 'control-groups',
    what: 'cgroup v2 without systemd',
    memoryMb: 1024,
    kills: [
      {
        ...byGroup,
        run: 'root',
        why: 'root makes a group',
        tier: 'cgroup',
        evidence: [...counted, logged],
      },
      {
        ...byGroup,
        run: 'delegated',
        why: 'a user has groups of its own',
        tier: 'cgroup',
        evidence: [...counted, unreadable],
        excluded: ['oom-guard', 'killed'],
      },
      {
        ...byGroup,
        run: 'sudo',
        why: 'sudo makes a group for a user',
        tier: 'sudo',
        evidence: [...counted, logged],
      },
      { ...byWatcher, run: 'watcher', why: 'a user may do nothing of that' },
      { ...byWatcher, run: 'container', why: 'a container may not make groups' },
      {
        ...hog,
        run: 'ancestor',
        why: 'the limit is above the own group',
        tier: null,
        id: 'oom-cgroup',
        names: /the limit of 384\.0 MiB of the control group \/pod;/,
        evidence: [
          /^cgroup: \/pod\/container: no limit, .*oom_kill \+1/,
          /^cgroup: \/pod: limit 384\.0 MiB, .*oom_kill \+1/,
          /^kernel log \(kmsg\): .*,oom_memcg=\/pod,task_memcg=\/pod\/container,/,
        ],
        excluded: ['oom-host', 'oom-guard', 'killed'],
        blackBox: true,
      },
      {
        run: 'linker',
        why: 'the linker needs more than the ceiling',
        tier: 'cgroup',
        package: 'heavy',
        ending: 'build-failed',
        id: 'build-killed',
        names: /link was killed \(by the kernel's OOM killer, under a ceiling of 112\.0 MiB\)/,
        evidence: [/^go build: .*\/link: signal: killed/, /^cgroup: \S*\/go: oom_kill \+1/],
        excluded: [],
        blackBox: false,
        unfinished: [],
        neverRan: ['TestHeavy'],
      },
      {
        run: 'threads',
        why: 'pids.max of the group around the run is reached, which the group of the guard keeps',
        tier: 'cgroup',
        package: 'threads',
        ending: 'crashed',
        id: 'thread-limit',
        names:
          /the control group \/crash-guard-[0-9a-f]{8} allows 120 processes and threads, and refused more/,
        evidence: [
          /^cgroup: \/crash-guard-[0-9a-f]{8}: pids\.max 120 refused \d+ more/,
          /errno=11/,
        ],
        excluded: ['oom-cgroup', 'oom-host'],
        blackBox: false,
        unfinished: ['TestThreads'],
        neverRan: [],
      },
      {
        run: 'killed',
        why: 'somebody else sends SIGKILL',
        tier: 'cgroup',
        package: 'waiting',
        ending: 'killed',
        id: 'killed',
        names: /not by the kernel's OOM killer and not by the guard/,
        evidence: [/^wait status: ended by SIGKILL/, /^machine: .* available/],
        excluded: ['oom-cgroup', 'oom-host', 'oom-guard'],
        blackBox: false,
        unfinished: ['TestWaiting'],
        neverRan: [],
      },
    ],
  },
  {
    scenario: 'systemd',
    what: 'systemd and passwordless sudo, as on a hosted runner',
    memoryMb: 1024,
    systemd: true,
    kills: [
      {
        ...byGroup,
        run: 'scope',
        why: 'systemd makes a scope',
        tier: 'sudo',
        evidence: [...counted, logged],
      },
    ],
  },
  {
    scenario: 'whole-machine',
    what: 'a machine that runs out of memory',
    memoryMb: 768,
    kills: [
      { ...byMachine, run: 'unlimited', why: 'no ceiling', tier: null, blackBox: true },
      { ...byMachine, run: 'ceiling', why: 'others leave less than the ceiling', tier: 'cgroup' },
    ],
  },
];
