import type { MemoryGrowth } from '../evidence/counters.ts';
import type { WatcherKill } from '../evidence/guard-records.ts';
import { formatBytes } from '../report/format.ts';
import type { BlackBox } from '../report/schema.ts';
import type { CauseFacts, Evidence, Finding, Rule } from './facts.ts';
import { isOurCeiling } from './guard-groups.ts';
import { waitStatus } from './exit-status.ts';
import { limitingLevel, oomFacts, type OomFacts } from './oom-facts.ts';

// SIGKILL and memory. The kernel's OOM killer leaves counters: of the group that held the victim, and of the machine. A
// counter of a group that held only this test says that the kernel killed in it; a line of the kernel's log names the process.

export const memoryRules: Rule[] = [
  { id: 'oom-guard', find: killedByWatcher },
  { id: 'oom-cgroup', find: (facts) => oom(facts, 'cgroup') },
  { id: 'oom-host', find: (facts) => oom(facts, 'host') },
];

function killedByWatcher(facts: CauseFacts): Finding | null {
  const kill = facts.watcherKill;
  if (kill === null || facts.build !== null) return null;
  const self = kill.pid === facts.start?.pid;
  const who = self ? 'the test process' : `${kill.name}, which the tests had started,`;
  const ceiling = kill.ceilingBytes ?? facts.guard?.ceilingBytes ?? null;
  const limit = ceiling === null ? 'the ceiling' : `the ceiling of ${formatBytes(ceiling)}`;
  const occasion = struckEarly(kill)
    ? 'because the machine was running out of memory'
    : `when the run reached ${limit}`;
  return {
    confidence: 'confirmed',
    summary: `the guard stopped ${who} ${occasion}: it held ${formatBytes(kill.rssBytes)}`,
    evidence: [
      {
        source: 'guard',
        detail: `watcher killed pid ${String(kill.pid)} (${kill.name}) at ${kill.at}: ${formatBytes(kill.rssBytes)} of ${formatBytes(kill.treeBytes)} that the run held in all`,
      },
      ...waitStatus(facts),
    ],
    ...topAllocator(facts),
  };
}

/** The watcher also strikes below the ceiling, when next to nothing is left on the machine. */
export function struckEarly({ treeBytes, ceilingBytes }: WatcherKill): boolean {
  return ceilingBytes !== null && treeBytes < 0.9 * ceilingBytes;
}

/** The line that held most of the heap, as the black box saw it; a line of the standard library is nobody's here. */
function topAllocator({ blackBox }: CauseFacts): Pick<Finding, 'position'> {
  const caller = mainHolder(blackBox)?.caller ?? null;
  return caller === null || caller.file.startsWith('/') ? {} : { position: caller };
}

/** The largest holder, if what it held matters beside all that the process held. */
export function mainHolder(blackBox: CauseFacts['blackBox']): BlackBox['functions'][number] | null {
  const [top] = blackBox?.functions ?? [];
  if (blackBox === null || top === undefined) return null;
  return top.bytes >= 0.1 * (blackBox.rssBytes ?? 0) ? top : null;
}

/** The kernel killed in the group, as its counter says or, where the log names this process, as the log says. */
function oom(facts: CauseFacts, where: 'cgroup' | 'host'): Finding | null {
  const known = oomFacts(facts);
  const killed = facts.end?.signal === 'SIGKILL';
  const inner = known.levels[0];
  const counted = (inner?.oomKill ?? 0) > 0;
  const named = known.kill !== null;
  if (!counted && !named && !(where === 'host' && machineAlone(facts, known))) return null;
  if (killed) {
    // What the group counts may be another of its processes: the log tells them apart.
    if (known.others || (counted && !named && !known.own && known.logIsComplete)) return null;
    if (!named && wasAnother(facts, inner)) return null;
  } else if (!counted || !(known.own || saysKilled(facts))) return null;
  const place = placeOf(facts, known);
  if (place.where !== where) return null;
  const certain = place.proven && (known.self || (known.own && isVictim(facts, inner)));
  const level = limitingLevel(known);
  return {
    confidence: certain && killed ? 'confirmed' : 'consistent',
    summary: `${summarise(facts, where, level, killed && certain)}${held(facts, known)}${earlierVictim(known)}`,
    evidence: [...waitStatus(facts), ...counters(known), ...logLines(facts, known)],
    ...topAllocator(facts),
  };
}

/** A test that waits for a program words its end like this (os.ProcessState.String). */
function saysKilled({ failureWords }: CauseFacts): boolean {
  return failureWords.some((words) => words.includes('signal: killed'));
}

/**
 * Whether a group reached its limit or the machine ran out: the log says so, else memory.events of cgroup v2. A v1 group only
 * knows how full it once was, and files that were read fill it as well.
 */
function placeOf(
  facts: CauseFacts,
  known: OomFacts,
): { where: 'cgroup' | 'host'; proven: boolean } {
  const constraint = known.kill?.constraint ?? null;
  if (constraint !== null)
    return { where: constraint === 'memcg' ? 'cgroup' : 'host', proven: true };
  const events = known.levels.filter(({ oom }) => oom !== null);
  const full = events.find(({ oom }) => (oom ?? 0) > 0);
  // A group that others share counts their troubles too; in ours nobody else is.
  if (full !== undefined)
    return { where: 'cgroup', proven: full === events[0] || isOurCeiling(facts, full) };
  if (events.length > 0) return { where: 'host', proven: true };
  return { where: limitingLevel(known) === null ? 'host' : 'cgroup', proven: false };
}

/** Without groups and log: the machine killed something, this process was killed, and memory had run out. */
function machineAlone(facts: CauseFacts, known: OomFacts): boolean {
  if ((known.machine ?? 0) === 0 || known.levels.length > 0 || known.logIsComplete) return false;
  return (facts.end?.maxRssBytes ?? 0) > 4 * (facts.death?.memAvailableBytes ?? 0);
}

/** A group may hold several processes of one test: the one that held most of it is the one that was killed. */
function isVictim(facts: CauseFacts, inner: MemoryGrowth | undefined): boolean {
  const peak = inner?.peakBytes ?? limitingLevel(oomFacts(facts))?.limitBytes ?? null;
  return peak !== null && (facts.end?.maxRssBytes ?? 0) * 2 >= peak;
}

/**
 * One process of the group was killed, and what had filled the group is gone, though this process never held a tenth of it: another
 * process held it, and the kernel takes the largest. What files in memory held would still be there.
 */
function wasAnother(facts: CauseFacts, inner: MemoryGrowth | undefined): boolean {
  if (inner?.oomKill !== 1 || inner.usageBytes === null || facts.end === null) return false;
  const peak = inner.peakBytes ?? 0;
  return facts.end.maxRssBytes * 10 < peak && inner.usageBytes * 2 < peak;
}

function summarise(
  facts: CauseFacts,
  where: 'cgroup' | 'host',
  level: MemoryGrowth | null,
  self: boolean,
): string {
  const who = self
    ? "the kernel's OOM killer ended the test process"
    : facts.start?.cgroup?.own === true
      ? "the kernel's OOM killer ended a process of this test"
      : "the kernel's OOM killer ended a process of the group that this test ran in";
  if (where === 'host') return `${who} because the whole machine ran out of memory`;
  if (level === null || level.limitBytes === null) return `${who} at the limit of a control group`;
  const limit = formatBytes(level.limitBytes);
  if (!isOurCeiling(facts, level))
    return `${who} at the limit of ${limit} of the control group ${level.path}`;
  const ceiling = facts.guard?.ceilingBytes ?? level.limitBytes;
  return ceiling < level.limitBytes
    ? `${who} when the tests and go test together reached ${limit} (memory-limit ${formatBytes(ceiling)})`
    : `${who} at the ceiling of ${limit} (memory-limit)`;
}

/** The peak in the wait status is also that of children that the process waited for (getrusage(2), wait4). */
function held({ end }: CauseFacts, { heldBytes }: OomFacts): string {
  if (heldBytes !== null) return `; the test process had held ${formatBytes(heldBytes)}`;
  const peak = end?.maxRssBytes ?? 0;
  return peak === 0 ? '' : `; the largest of its processes had held ${formatBytes(peak)}`;
}

/** Who had held the memory, when the kernel took this process only after that one. */
function earlierVictim({ earlier }: OomFacts): string {
  if (earlier === null) return '';
  return `, and ${earlier.name} (pid ${String(earlier.pid)}), killed before it, ${formatBytes(earlier.rssBytes ?? 0)}`;
}

function* counters(known: OomFacts): Generator<Evidence> {
  for (const [depth, { path, oomKill, limitBytes, peakBytes }] of known.levels.entries()) {
    if (depth > 0 && limitBytes === null && (oomKill ?? 0) === 0) continue;
    const limit = limitBytes === null ? 'no limit' : `limit ${formatBytes(limitBytes)}`;
    const peak = peakBytes === null ? '' : `, peak ${formatBytes(peakBytes)}`;
    const kills = oomKill === null ? '' : `, oom_kill +${String(oomKill)}`;
    yield { source: 'cgroup', detail: `${path}: ${limit}${peak}${kills}` };
  }
  if (known.machine !== null)
    yield { source: 'vmstat', detail: `oom_kill +${String(known.machine)} on the whole machine` };
}

function* logLines(facts: CauseFacts, known: OomFacts): Generator<Evidence> {
  const log = facts.death?.kernelLog ?? null;
  if (log === null) return;
  if (log.source === '') yield { source: 'kernel log', detail: `not readable: ${log.problem}` };
  for (const line of [...(known.earlier?.lines ?? []), ...(known.kill?.lines ?? [])])
    yield { source: `kernel log (${log.source})`, detail: line };
}
