import { memoryGrowth } from '../evidence/counters.ts';
import { formatBytes } from '../report/format.ts';
import type { BuildFacts, CauseFacts, Evidence, Finding, Rule } from './facts.ts';
import { isInGuard } from './guard-groups.ts';
import { kernelKills } from './kernel-log.ts';
import { findWords } from './words.ts';

// No test ran, because nothing could be built or started. What the go command says of its tools is a fact: it waited for them.

export const buildRules: Rule[] = [
  { id: 'build-killed', find: buildKilled },
  { id: 'disk-full', find: linkerBusError },
  { id: 'setup-failed', find: setupFailed },
  { id: 'vet-failed', find: vetFailed },
  { id: 'build-failed', find: buildFailed },
];

function building(facts: CauseFacts): BuildFacts | null {
  return facts.ending === 'build-failed' || facts.ending === 'not-started' ? facts.build : null;
}

function buildKilled(facts: CauseFacts): Finding | null {
  const death = building(facts)?.toolDeaths.find(({ signal }) =>
    /^(?:killed|terminated)/.test(signal),
  );
  if (death === undefined) return toolRanOut(facts);
  const kills = kernelKills(facts.guardEnd?.kernelLog?.lines ?? []);
  const kill = kills.find(
    ({ name, taskGroup }) =>
      name !== '' && death.tool.startsWith(name.slice(0, 15)) && isOurs(taskGroup, facts),
  );
  const group = memoryGrowth(facts.guardEnd)[0];
  // Without a group of ours the counter is everybody's.
  const counted = (facts.guard?.memoryDir ?? '') !== '' && (group?.oomKill ?? 0) > 0;
  const ceiling = facts.guard?.ceilingBytes ?? null;
  const watcher = facts.watcherKill;
  const why =
    watcher !== null
      ? `the guard stopped it: it held ${formatBytes(watcher.rssBytes)}`
      : kill !== undefined || counted
        ? `by the kernel's OOM killer${ceiling === null ? '' : `, under a ceiling of ${formatBytes(ceiling)}`}`
        : 'by whom is not known';
  return {
    confidence: 'confirmed',
    summary: `the build was stopped: ${death.tool} was ${death.signal} (${why})`,
    evidence: [
      { source: 'go build', detail: death.line.slice(0, 300) },
      ...(group === undefined || group.oomKill === null
        ? []
        : [
            {
              source: 'cgroup',
              detail: `${group.path}: oom_kill +${String(group.oomKill)} during the leg`,
            },
          ]),
      ...(kill?.lines ?? []).map((line) => ({ source: 'kernel log', detail: line })),
      ...(watcher === null
        ? []
        : [
            {
              source: 'guard',
              detail: `watcher killed pid ${String(watcher.pid)} (${watcher.name})`,
            },
          ]),
    ],
  };
}

/**
 * Another go test of the run, in a group of its own, may have lost a tool of that name just before. The kernel limits how often it
 * writes the line with the group; where that is missing, the counter of our group tells.
 */
function isOurs(taskGroup: string | null, facts: CauseFacts): boolean {
  if (taskGroup === null) return false;
  return isInGuard(taskGroup, facts) ?? taskGroup === facts.guardEnd?.after[0]?.path;
}

/** The linker maps its output: where the disk has no room for a page, the kernel sends SIGBUS (mmap(2)). */
function linkerBusError(facts: CauseFacts): Finding | null {
  const death = building(facts)?.toolDeaths.find(({ signal }) => signal.startsWith('bus error'));
  if (death === undefined) return null;
  return {
    confidence: 'consistent',
    summary: `${death.tool} died of a bus error, as it does when the disk of GOTMPDIR is full`,
    evidence: [{ source: 'go build', detail: death.line.slice(0, 300) }],
  };
}

/** A tool of the go command is a Go program as well: its runtime gave up for want of memory. */
function toolRanOut(facts: CauseFacts): Finding | null {
  const words = building(facts) === null ? null : findWords(facts, 'go-out-of-memory');
  if (words?.from !== 'go') return null;
  return {
    confidence: 'confirmed',
    summary: 'the build was stopped: a tool of the go command ran out of memory; no test ran',
    evidence: [{ source: 'go build', detail: words.line }],
  };
}

// cmd/go: modules, toolchain, vendor, patterns. One line of the go command's own text each.
const setupSayings =
  /no required module provides package|missing go\.sum entry|inconsistent vendoring|cannot find module providing|errors parsing go\.(?:mod|work)|toolchain not available|is not in (?:std|GOROOT)|build constraints exclude all Go files|import cycle not allowed|updates to go\.(?:mod|sum) needed|requires go >= |module lookup disabled|cannot find package|malformed (?:module|import) path|no Go files in/;

function setupFailed(facts: CauseFacts): Finding | null {
  const build = building(facts);
  if (build === null) return null;
  const line = build.text.split('\n').find((text) => setupSayings.test(text.slice(0, 2000)));
  // go test says "[setup failed]" of a file that does not parse as well.
  const misspelt = /^[^\s:]{1,1000}\.go:\d+:\d+: /m.test(build.text);
  if (line === undefined && (!build.setupFailed || misspelt)) return null;
  return {
    confidence: 'confirmed',
    summary: 'the go command could not load the package: modules, toolchain or imports',
    evidence: goWords(line ?? build.text),
  };
}

function vetFailed(facts: CauseFacts): Finding | null {
  const build = building(facts);
  if (build === null) return null;
  // "# [example.com/m/a]" heads vet's findings, "# example.com/m/a" the compiler's; "vet: " begins a finding of type checking.
  const header = /^# \[[^\]\n]{1,1000}\]$/m.exec(build.text);
  if (header === null) return null;
  const finding = build.text.slice(header.index + header[0].length).trimStart();
  return {
    confidence: 'confirmed',
    summary: 'go vet, which go test runs first, refused the package',
    evidence: goWords(finding),
  };
}

function buildFailed(facts: CauseFacts): Finding | null {
  if (facts.ending !== 'build-failed') return null;
  return {
    confidence: 'confirmed',
    summary: 'the package does not build',
    evidence: goWords(facts.build?.text ?? ''),
  };
}

/** The first lines of what the go command said, without headers. */
function goWords(text: string): Evidence[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('# '));
  return lines.slice(0, 3).map((line) => ({ source: 'go build', detail: line.slice(0, 300) }));
}
