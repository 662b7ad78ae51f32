/** A process that the OOM killer ended, as the kernel's log tells it. */
export interface KernelKill {
  pid: number;
  name: string;
  /** `memcg`: a control group's limit; `none`: the whole machine (or a set of nodes); null where no line says. */
  constraint: 'memcg' | 'none' | null;
  /** The group whose limit was reached. */
  oomGroup: string | null;
  /** The group of the victim. */
  taskGroup: string | null;
  /** What it held of its own, with shared memory, and would give back; null where no line says. */
  rssBytes: number | null;
  lines: string[];
}

// mm/oom_kill.c, dump_oom_victim and __oom_kill_process:
//   oom-kill:constraint=CONSTRAINT_MEMCG,nodemask=(null),cpuset=/,mems_allowed=0,oom_memcg=/a,task_memcg=/a/t,task=hog,pid=7146,uid=0
//   oom-kill:constraint=CONSTRAINT_NONE,nodemask=(null),cpuset=/,mems_allowed=0,global_oom,task_memcg=/a/t,task=hog,pid=7146,uid=0
//   Memory cgroup out of memory: Killed process 7146 (hog) total-vm:1358708kB, anon-rss:97152kB, ...
//   Out of memory: Killed process 7146 (hog) total-vm:...
const decision =
  /oom-kill:constraint=CONSTRAINT_(?<constraint>[A-Z_]{1,40}),.{0,300}?,task=(?<name>.{0,16}?),pid=(?<pid>\d{1,9}),/;
const oomGroupPattern = /,oom_memcg=(?<group>[^,]{1,300}),/;
const taskGroupPattern = /,task_memcg=(?<group>[^,]{1,300}),/;
const killed =
  /(?<scope>Memory cgroup out of memory|Out of memory): Killed process (?<pid>\d{1,9}) \((?<name>.{0,16}?)\)/i;
const held = / anon-rss:(?<anon>\d{1,12})kB, file-rss:\d{1,12}kB, shmem-rss:(?<shmem>\d{1,12})kB/;

/** The OOM kills in lines of the kernel's log, one for each process. */
export function kernelKills(lines: readonly string[]): KernelKill[] {
  const found = new Map<number, KernelKill>();
  for (const line of lines) {
    const match = decision.exec(line) ?? killed.exec(line);
    if (match?.groups === undefined) continue;
    const { name = '', constraint, scope } = match.groups;
    const pid = Number(match.groups['pid']);
    const before = found.get(pid);
    found.set(pid, {
      pid,
      name,
      constraint: before?.constraint ?? constraintOf(constraint, scope),
      oomGroup: before?.oomGroup ?? oomGroupPattern.exec(line)?.groups?.['group'] ?? null,
      taskGroup: before?.taskGroup ?? taskGroupPattern.exec(line)?.groups?.['group'] ?? null,
      rssBytes: before?.rssBytes ?? rssOf(line),
      lines: [...(before?.lines ?? []), line].slice(0, 4),
    });
  }
  return [...found.values()];
}

function rssOf(line: string): number | null {
  const { anon, shmem } = held.exec(line)?.groups ?? {};
  return anon === undefined ? null : (Number(anon) + Number(shmem)) * 1024;
}

function constraintOf(constraint: string | undefined, scope: string | undefined): 'memcg' | 'none' {
  if (constraint !== undefined) return constraint === 'MEMCG' ? 'memcg' : 'none';
  return scope?.toLowerCase().startsWith('memory cgroup') === true ? 'memcg' : 'none';
}
