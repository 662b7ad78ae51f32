import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Report } from '../../src/report/schema.ts';
import { goTestFiles, layout } from '../../src/run/layout.ts';
import { bundled } from './bundle.ts';
import { makeEnvironment } from './environment.ts';
import type { CauseCase } from './expected-causes.ts';
import { fixture, readReport, startProgram, type Finished, type Started } from './guarded.ts';
import { attemptFolder, startedTest } from './attempt-records.ts';
import { descendants, until } from './processes.ts';
import type { Setup } from './setup.ts';
import { tempFolder } from './temp-folder.ts';

export interface LimitedRun {
  finished: Finished;
  out: string;
  /** Null when the command line refused to run. */
  report: Report | null;
}

const timeoutMs = 500_000;

/** Runs the real command line over the packages of some cases, in the place that their setup describes. */
export async function runLimited(
  setup: Setup,
  cases: readonly CauseCase[],
  out: string,
): Promise<LimitedRun> {
  if (setup.kind === 'memoryLimit' || setup.kind === 'memoryGroup') buildBeforehand(cases);
  const environment = makeEnvironment(setup);
  try {
    const { prefix, env, args, flags } = environment;
    const packages = [...new Set(cases.map((item) => `./${item.package}`))];
    const words = [
      ...[...prefix, process.execPath, bundled('cli.js'), 'run', '--dir', directoryOf(setup)],
      // Why each process died; what is run again after that has tests of its own.
      ...['--attempts', '1'],
      ...['--baseline', 'none'],
      ...['--out', out, '--timeout', '60s', '--fresh', ...args],
      ...(setup.kind === 'module' ? ['.'] : packages),
      ...(flags.length > 0 ? ['--', ...flags] : []),
    ];
    const [program = '', ...rest] = words;
    const started = startProgram(program, rest, {
      // Where a program remembers that it ran before.
      env: { ...env, CAUSES_STATE: tempFolder() },
      timeout: timeoutMs,
    });
    const [finished] = await Promise.all([started.finished, act(setup, cases, out, started)]);
    return { finished, out, report: existsSync(join(out, 'report.json')) ? readReport(out) : null };
  } finally {
    await environment.remove();
  }
}

/** Below a ceiling there is not always room to compile what the tests need: only what is about the build is built there. */
function buildBeforehand(cases: readonly CauseCase[]): void {
  const packages = cases
    .filter(({ id }) => id !== 'build-killed')
    .map((item) => `./${item.package}`);
  if (packages.length === 0) return;
  const words = ['test', '-count=1', '-run=^$', ...new Set(packages)];
  spawnSync('go', words, { cwd: fixture('causes'), stdio: 'ignore' });
}

/** A module is copied: the go command might write to its go.mod. */
function directoryOf(setup: Setup): string {
  if (setup.kind !== 'module') return fixture('causes');
  const copy = join(tempFolder(), basename(setup.folder));
  cpSync(join(fixture('causes'), 'modules', setup.folder), copy, { recursive: true });
  return copy;
}

/** What happens from outside while the tests run. */
async function act(
  setup: Setup,
  cases: readonly CauseCase[],
  out: string,
  started: Started,
): Promise<void> {
  await Promise.all(
    cases.map(async (item) => {
      if (item.action === undefined && setup.kind !== 'stop') return;
      const folder = attemptFolder(out, item.leg, `example.com/causes/${item.package}`);
      const test = await startedTest(folder, started, () => culpritRuns(item, out));
      if (test === null)
        throw new Error(`${item.case} was over before anything could happen to it`);
      if (item.action !== undefined) {
        const { signal, to } = item.action;
        process.kill(to === 'shim' ? test.shimPid : test.pid, signal);
      } else if (setup.kind === 'stop') {
        const pid = started.child.pid ?? 0;
        process.kill(setup.to === 'cli' ? pid : await keeperOf(pid), setup.signal);
      }
    }),
  );
}

/** go test has told that the culprit, which waits for what happens to it, has begun. */
function culpritRuns({ leg, package: name }: CauseCase, out: string): boolean {
  const events = goTestFiles.events(layout.leg(out, leg));
  const what = `"Action":"run","Package":"example.com/causes/${name}","Test":"TestCulprit"`;
  return existsSync(events) && readFileSync(events, 'utf8').includes(what);
}

async function keeperOf(pid: number): Promise<number> {
  const isKeeper = ({ command }: { command: string }): boolean => /\/keeper /.test(command);
  return (await until(() => descendants(pid).find(isKeeper), 60_000, 'the keeper')).pid;
}
