import { growth, memoryGrowth, type MemoryGrowth } from '../evidence/counters.ts';
import type { CauseFacts } from './facts.ts';
import { kernelKills, type KernelKill } from './kernel-log.ts';

/** What is known about kernel kills around one death. */
export interface OomFacts {
  /** Levels of the process's memory group, innermost first; [] when none could be read twice. */
  levels: MemoryGrowth[];
  /** The innermost level held this test and nothing else. */
  own: boolean;
  /** Kernel kills of this process, or of another of its group. */
  kill: KernelKill | null;
  /** What the log says that this very process held when it was killed; null where it says nothing. */
  heldBytes: number | null;
  /** A larger process that the kernel ended for the same limit before this one. */
  earlier: KernelKill | null;
  /** The log names this very process, as far as its numbers can be compared. */
  self: boolean;
  /** The log names others, and not this process. */
  others: boolean;
  /** The log could be read, so that what it does not say did not happen. */
  logIsComplete: boolean;
  /** Growth of the machine's counter; null when unknown. */
  machine: number | null;
}

export function oomFacts(facts: CauseFacts): OomFacts {
  const { death, start } = facts;
  // A build has no process of its own: the groups are those of go test and its tools.
  const levels = memoryGrowth(death?.memory ?? facts.guardEnd);
  const log = death === null ? (facts.guardEnd?.kernelLog ?? null) : death.kernelLog;
  const kills = kernelKills(log?.lines ?? []);
  const inGroup = kills.filter(
    ({ taskGroup }) =>
      start?.cgroup?.own === true && taskGroup?.endsWith(start.cgroup.path) === true,
  );
  const own = facts.kernelPids ? (kills.find(({ pid }) => pid === start?.pid) ?? null) : null;
  // A fallback notes why it was needed: a problem alone says nothing.
  const logIsComplete = log !== null && log.source !== '' && log.cut !== true;
  // Numbers from another namespace name nobody here; the group still does.
  const kill = own ?? inGroup[0] ?? null;
  const vmstat = (death ?? facts.guardEnd)?.vmstatOomKill ?? null;
  return {
    levels,
    own: start?.cgroup?.own ?? false,
    kill,
    heldBytes: own?.rssBytes ?? null,
    earlier: own === null ? null : largerBefore(own, kills, levels[0]?.oomKill ?? 0),
    self: own !== null || (kill !== null && !facts.kernelPids),
    others: facts.kernelPids && logIsComplete && own === null && kills.length > 0,
    logIsComplete,
    machine: vmstat === null ? null : growth(vmstat.before, vmstat.after),
  };
}

/**
 * The memory of a victim is not free at once: the kernel may take another process, however small, before it is. The log reaches
 * back further than the process: only as many of its group's last kills belong to its life as its group counted. The kernel limits
 * how often it writes the line with the group; where one is missing, nobody is named.
 */
function largerBefore(
  own: KernelKill,
  kills: readonly KernelKill[],
  counted: number,
): KernelKill | null {
  if (kills.some(({ taskGroup }) => taskGroup === null)) return null;
  const ofGroup = kills.filter(({ taskGroup }) => taskGroup === own.taskGroup);
  const inItsLife = counted > 0 ? ofGroup.slice(-counted) : [];
  const before = inItsLife
    .slice(0, Math.max(0, inItsLife.indexOf(own)))
    .filter(({ rssBytes }) => (rssBytes ?? 0) > (own.rssBytes ?? Infinity));
  return before.at(-1) ?? null;
}

/** The level whose limit was reached: by its own counter, else the lowest limit that the peak came near. */
export function limitingLevel(known: OomFacts): MemoryGrowth | null {
  const byLog = known.kill?.oomGroup ?? null;
  const named = byLog === null ? undefined : known.levels.find(({ path }) => path === byLog);
  if (named !== undefined && named.limitBytes !== null) return named;
  const limited = known.levels.filter(({ limitBytes }) => limitBytes !== null);
  const hit = limited.find(({ oom, limitHits }) => (oom ?? limitHits ?? 0) > 0);
  if (hit !== undefined) return hit;
  return (
    limited.find(
      ({ limitBytes, peakBytes }) => (peakBytes ?? 0) >= 0.97 * (limitBytes ?? Infinity),
    ) ?? null
  );
}
