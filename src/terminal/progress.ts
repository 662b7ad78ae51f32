import { createExcerpt, type Excerpt } from '../gotest/excerpt.ts';
import { shimMarker } from '../gotest/framing.ts';
import { isBenchmark, type PackageFold } from '../gotest/package-fold.ts';
import { formatBytes, oneLine, printable } from '../report/format.ts';
import { failureOutput } from '../render/live-output.ts';
import type { Paint } from '../render/paint.ts';
import { plural } from '../report/plural.ts';
import type { LegStatus, Progress } from '../run/progress.ts';
import type { RerunPurpose } from '../run/recover/rerun.ts';
import { formatDuration } from '../settings/duration.ts';
import { renderChecks, renderWarnings } from './check-table.ts';

export interface Terminal {
  write: (text: string) => void;
  /** Width in columns of a terminal that can redraw a line, null for a log. */
  columns: () => number | null;
  paint: Paint;
  /** A log whose reader opens parts of it; absent where nothing folds. */
  groups?: { open: (title: string) => void; close: () => void };
}

/** So many packages that did not do well are named again below a closed group. */
const maxNamedAgain = 50;
/** So many steps after a leg are named in a log; of more there is a sign of life now and then. */
const maxSteps = 10;
const heartbeatMs = 30_000;
const clearLine = '\r\u001b[2K';

/** Live progress: one redrawn status line in a terminal; in a log a line a package and a sign of life every half minute. */
export function terminalProgress(terminal: Terminal): Progress {
  const { groups, paint } = terminal;
  const outputs = new Map<string, Excerpt>();
  let statusShown = false;
  let verbose = false;
  let lastHeartbeat = 0;
  let lastStressed = 0;
  let steps = 0;
  let lastStep = 0;
  let badLines: string[] = [];

  const print = (text: string): void => {
    terminal.write(`${statusShown ? clearLine : ''}${text}\n`);
    statusShown = false;
  };
  const outputOf = (name: string): Excerpt => {
    let output = outputs.get(name);
    if (output === undefined) {
      output = createExcerpt(512 * 1024, 512 * 1024);
      outputs.set(name, output);
    }
    return output;
  };

  /** A step after a leg: there may be hundreds. */
  const step = (line: string): void => {
    const columns = terminal.columns();
    if (columns !== null) {
      terminal.write(`${clearLine}${line.slice(0, Math.max(20, columns - 1))}`);
      statusShown = true;
      return;
    }
    steps++;
    const now = Date.now();
    if (steps > maxSteps && now - lastStep < heartbeatMs) return;
    lastStep = now;
    print(paint.dim(steps === maxSteps ? `${line} (and so on)` : line));
  };

  return {
    warnings(checks) {
      if (groups !== undefined && checks.length > 0) {
        const open = checks.filter(({ status }) => status !== 'ok').length;
        groups.open(`machine: ${plural(checks.length, 'check')}, ${String(open)} not right`);
        printIfAny(print, renderChecks(checks, paint).trimEnd());
        groups.close();
      }
      printIfAny(print, renderWarnings(checks, paint).trimEnd());
    },
    legStarted(leg, packages, isVerbose) {
      verbose = isVerbose;
      const title = `leg ${leg}: ${plural(packages, 'package')}`;
      if (groups === undefined) print(paint.bold(title));
      else groups.open(title);
      badLines = [];
      lastHeartbeat = 0;
      steps = 0;
    },
    output(_leg, event) {
      if (!verbose || event.package === '' || shimMarker(event.output) !== null) return;
      outputOf(event.package).add(event.output);
    },
    packageEnded(leg, ended, state) {
      if (ended.noTestFiles && !verbose) return;
      const verboseOutput = outputs.get(ended.package);
      outputs.delete(ended.package);
      const bad = isBad(ended);
      const line = packageLine(leg, ended, paint);
      print(line);
      if (bad) badLines.push(line);
      // What the compiler said stands in events of its own, which belong to no package.
      if (verboseOutput !== undefined && !ended.buildFailed)
        printIfAny(print, printable(verboseOutput.text()).trimEnd());
      else if (bad) printIfAny(print, failureOutput(ended, state));
    },
    tick(status) {
      const columns = terminal.columns();
      if (columns !== null) {
        terminal.write(`${clearLine}${statusLine(status).slice(0, Math.max(20, columns - 1))}`);
        statusShown = true;
      } else if (status.elapsedMs - lastHeartbeat >= heartbeatMs) {
        lastHeartbeat = status.elapsedMs;
        print(`... ${statusLine(status)}`);
      }
    },
    legEnded(status) {
      if (groups !== undefined) {
        groups.close();
        for (const line of badLines.slice(0, maxNamedAgain)) print(line);
        const more = badLines.length - maxNamedAgain;
        if (more > 0) print(paint.bad(`${plural(more, 'more package')} failed`));
      }
      const peak =
        status.peakRssBytes === null ? '' : `, peak memory ${formatBytes(status.peakRssBytes)}`;
      const counts = `${String(status.done)} of ${String(status.total)} packages ended`;
      print(
        paint.dim(`leg ${status.leg}: ${counts} in ${formatDuration(status.elapsedMs)}${peak}`),
      );
    },
    roundStarted(leg, purpose, packages) {
      const names = packages.map((name) => printable(name)).slice(0, 5);
      print(paint.dim(`leg ${leg}: ${roundWords[purpose]}: ${names.join(', ')}`));
    },
    attemptStarted(leg, { package: name, purpose, tests, changes }) {
      const [only] = tests ?? [];
      const few = tests?.length === 1 && only !== undefined ? oneLine(only, 120) : null;
      const what = tests === null ? 'all tests' : (few ?? plural(tests.length, 'test'));
      const how = changes.length === 0 ? '' : ` with ${changes.map(printable).join(' ')}`;
      step(`leg ${leg}: ${attemptWords[purpose]}: ${printable(name)}, ${what}${how}`);
    },
    fuzzStarted(leg, packageName, target, budgetMs) {
      const what = `fuzzing ${printable(target)} for ${formatDuration(budgetMs)}`;
      print(paint.dim(`leg ${leg}: ${what}: ${printable(packageName)}`));
    },
    isolating(leg, name, budgetMs) {
      const time = formatDuration(budgetMs);
      step(
        `leg ${leg}: searching for the smallest set of tests that still crashes (at most ${time}): ${printable(name)}`,
      );
    },
    searchingLeakTests(leg, name, leaks) {
      const what = `running tests again to find which of them leave ${plural(leaks, 'leak')} behind`;
      step(`leg ${leg}: ${what}: ${printable(name)}`);
    },
    stressing(leg, { package: name, runs, spentMs, budgetMs }) {
      const spent = `${formatDuration(spentMs)} of ${formatDuration(budgetMs)}`;
      const line = `${leg}  repeating tests  ${plural(runs, 'run')}  ${name}  ${spent}`;
      const columns = terminal.columns();
      if (columns !== null) {
        terminal.write(`${clearLine}${printable(line).slice(0, Math.max(20, columns - 1))}`);
        statusShown = true;
      } else if (runs === 0 || spentMs - lastStressed >= heartbeatMs) {
        lastStressed = runs === 0 ? 0 : spentMs;
        print(`... ${printable(line)}`);
      }
    },
    measuringMemory(leg, name) {
      step(`leg ${leg}: repeating tests to see what memory they keep: ${printable(name)}`);
    },
    measuredAgain(leg, side, number, packages) {
      const names = packages.map((name) => printable(name)).slice(0, 5);
      const more =
        packages.length > names.length ? ` and ${packages.length - names.length} more` : '';
      const what = side === 'head' ? 'heap usage again' : 'heap usage of the base';
      print(paint.dim(`leg ${leg}: measuring ${what} (run ${number}): ${names.join(', ')}${more}`));
    },
  };
}

/** What a further go test is for. */
const roundWords = {
  rebuild: 'building again, one at a time, what was killed',
  restart: 'starting again what could not be started',
  exit: 'running again to find who ended the process',
  strace: 'starting again under strace',
  runtime: "running again with the runtime's own tracing",
} as const;

const attemptWords: Record<RerunPurpose, string> = {
  'carry-on': 'running what has not ended',
  'start-again': 'starting again',
  alone: 'running the culprit alone',
  serial: 'running one test at a time',
  fewer: 'running fewer tests at a time',
  'soft-limit': 'running under a soft memory limit',
  stress: 'repeating',
  isolate: 'searching for the smallest set that crashes',
  leaks: 'repeating, to see what memory stays',
  'leak-tests': 'running tests again to see which of them leak',
};

function printIfAny(print: (text: string) => void, text: string): void {
  if (text !== '') print(text);
}

function isBad(ended: PackageFold): boolean {
  if (ended.action === 'fail' || ended.failed > 0) return true;
  return [...ended.running.keys()].some((test) => !isBenchmark(test));
}

function packageLine(leg: string, ended: PackageFold, paint: Paint): string {
  const time = ended.saysCached
    ? 'cached'
    : ended.elapsedMs === null
      ? ''
      : formatDuration(ended.elapsedMs);
  const counts = [
    ...(ended.passed > 0 ? [`${String(ended.passed)} passed`] : []),
    ...(ended.failed > 0 ? [`${String(ended.failed)} failed`] : []),
    ...(ended.skipped > 0 ? [`${String(ended.skipped)} skipped`] : []),
    ...(ended.noTestFiles ? ['no test files'] : []),
    ...(ended.buildFailed ? ['did not build'] : []),
  ];
  const mark = isBad(ended) ? paint.bad('✗') : paint.good('✓');
  return `${mark} ${printable(ended.package)} ${paint.dim([leg, time, ...counts].filter(Boolean).join('  '))}`;
}

function statusLine(status: LegStatus): string {
  const names = status.running.map((name) => name.split('/').at(-1) ?? name);
  const running =
    names.length === 0
      ? 'building'
      : `running ${names.slice(0, 4).join(', ')}${names.length > 4 ? ', ...' : ''}`;
  const peak = status.peakRssBytes === null ? '' : `  peak ${formatBytes(status.peakRssBytes)}`;
  return printable(
    `${status.leg}  ${String(status.done)}/${String(status.total)} packages  ${running}  ${formatDuration(status.elapsedMs)}${peak}`,
  );
}
