import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, CommanderError } from 'commander';
import picocolors from 'picocolors';
import { bundleCommand } from './entry/bundle-command.ts';
import { definedOnly } from './entry/defined-only.ts';
import { exitCode, exitCodes } from './entry/exit-code.ts';
import { describeFailure } from './entry/failure.ts';
import { inspectCommand, type InspectFlags } from './entry/inspect-command.ts';
import { loadSettings } from './entry/load-settings.ts';
import { gitSource } from './entry/git-source.ts';
import { preflightCommand, type PreflightFlags } from './entry/preflight-command.ts';
import { guard, makeReport } from './guard.ts';
import { commandRunner } from './machine/command.ts';
import type { Paint } from './render/paint.ts';
import { renderResult } from './render/result.ts';
import type { Report } from './report/schema.ts';
import { createCancellation } from './run/cancellation.ts';
import { finishCores } from './run/cores.ts';
import { layout } from './run/layout.ts';
import { InputError } from './settings/input-error.ts';
import { renderChecks } from './terminal/check-table.ts';
import { terminalProgress } from './terminal/progress.ts';
import { version } from './version.ts';

interface RunFlags {
  dir?: string;
  legs?: string;
  out?: string;
  config?: string;
  failOn?: string;
  timeout?: string;
  fresh?: true;
  memoryLimit?: string;
  coreDumps?: string;
}

const probeDirectory = fileURLToPath(new URL('./probe/', import.meta.url));
const { green, red, dim, bold } = picocolors;
const paint: Paint = { good: green, bad: red, dim, bold };

const write = (text: string): void => {
  process.stdout.write(text);
};
// A reader that goes away (`| head`) must not break the run.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

const { own, goTest } = splitAtTerminator(process.argv.slice(2));
const cancellation = createCancellation();
const runCommand = commandRunner(cancellation.stop);
const program = new Command('go-crash-guard')
  .description('Runs the tests of a Go module under guard and says how every one of them ended.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(see go-crash-guard --help)');

program
  .command('run')
  .description('run the tests (default packages: ./...); flags for go test go after "--"')
  .argument('[packages...]', 'package patterns')
  .option('--dir <dir>', 'folder of the module (default: the current folder)')
  .option('--legs <list>', 'ways to run the packages: race,memory or legs of the settings file')
  .option('--out <dir>', 'folder for the report and the records (default: DIR/.crash-guard/out)')
  .option('--config <file>', 'settings file (default: DIR/.crash-guard.yml)')
  .option('--fail-on <list>', 'what makes the run fail')
  .option(
    '--timeout <duration>',
    'time that the tests of one package may take, as go test -timeout',
  )
  .option(
    '--memory-limit <limit>',
    'memory that everything a leg runs may use: 2GiB, 80% or off (default: 85%)',
  )
  .option('--core-dumps <mode>', 'cores of crashing tests: auto, off or required')
  .option('--fresh', 'run every test even if its result is cached')
  .action(run);

program
  .command('preflight')
  .description('show what this machine and Go version allow, with a fix for each problem')
  .option('--dir <dir>', 'folder of the module (default: the current folder)')
  .option('--config <file>', 'settings file (default: DIR/.crash-guard.yml)')
  .option('--memory-limit <limit>', 'as for run')
  .option('--core-dumps <mode>', 'as for run')
  .option('--json', 'print JSON')
  .action(showPreflight);

program
  .command('report')
  .description('make the report of a run whose supervisor died, from its run folder')
  .argument('[dir]', 'run folder', join('.crash-guard', 'out'))
  .action(rebuild);

program
  .command('inspect')
  .description('open a snapshot, a core, a profile or a text with goroutines')
  .argument('<path>', 'file, or folder of a snapshot')
  .option('--state <text>', 'only goroutines in a state with this in its name')
  .option('--function <regexp>', 'only stacks with a function that this matches')
  .option('--package <path>', 'only stacks through this package; PATH/... for those below it')
  .option('--top <n>', 'rows in each list')
  .option('--json', 'print JSON')
  .action(showInspection);

program
  .command('bundle')
  .description('pack what runs the test process of an attempt again elsewhere')
  .argument('<attempt>', 'folder of the attempt, below runs/ of a run folder')
  .option('--to <file>', 'archive to write (default: repro.tar.gz in that folder)')
  .action(bundle);

try {
  await program.parseAsync(own, { from: 'user' });
} catch (error) {
  process.exitCode = fail(error);
}

async function run(packages: string[], flags: RunFlags): Promise<void> {
  const settings = await loadSettings({
    cwd: process.cwd(),
    directory: flags.dir ?? '',
    directoryName: '--dir',
    config: flags.config ?? '',
    configName: '--config',
    goTestWords: goTest,
    layer: {
      values: definedOnly({
        packages: packages.length > 0 ? packages : undefined,
        legs: flags.legs?.split(','),
        out: flags.out,
        'fail-on': flags.failOn?.split(','),
        timeout: flags.timeout,
        'memory-limit': flags.memoryLimit,
        'core-dumps': flags.coreDumps,
        fresh: flags.fresh,
      }),
      where: (key) => (key === 'packages' ? 'packages' : `--${key}`),
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      cancellation.request(signal);
    });
  }
  process.on('SIGHUP', () => {
    cancellation.request('SIGTERM');
  });
  const progress = terminalProgress({
    write,
    columns: () => (process.stdout.isTTY ? process.stdout.columns : null),
    paint,
  });
  const source = await gitSource(runCommand, settings.directory, process.env);
  const report = await guard(settings, {
    run: runCommand,
    env: process.env,
    probeDirectory,
    progress,
    cancellation,
    source,
  });
  show(report, settings.out);
  process.exitCode = exitCode(report, cancellation.requested());
}

async function showPreflight(flags: PreflightFlags): Promise<void> {
  const checks = await preflightCommand(flags, runCommand, process.env, process.cwd());
  write(flags.json ? `${JSON.stringify(checks, null, 2)}\n` : renderChecks(checks, paint));
  process.exitCode = checks.some(({ status }) => status === 'fail')
    ? exitCodes.fail
    : exitCodes.pass;
}

async function showInspection(path: string, flags: InspectFlags): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      cancellation.request(signal);
    });
  }
  const width = process.stdout.isTTY ? process.stdout.columns : 120;
  const ports = { env: process.env, cwd: process.cwd(), stop: cancellation.stop };
  try {
    write(await inspectCommand(path, flags, ports, { width, paint }));
  } catch (error) {
    // What was stopped half-way is nobody's mistake.
    if (cancellation.requested() === null) throw error;
  }
  const cancelled = cancellation.requested();
  process.exitCode = cancelled === null ? exitCodes.pass : exitCodes[cancelled];
}

async function bundle(attempt: string, { to }: { to?: string }): Promise<void> {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      cancellation.request(signal);
    });
  }
  try {
    write(await bundleCommand(attempt, to, { run: runCommand, env: process.env }));
  } catch (error) {
    const cancelled = cancellation.requested();
    if (cancelled === null) throw error;
    process.exitCode = exitCodes[cancelled];
  }
}

async function rebuild(dir: string): Promise<void> {
  const out = resolve(dir);
  await finishCores(out, process.env);
  const report = await makeReport(out);
  if (report === null) {
    throw new InputError([
      { where: dir, what: 'holds no run of go-crash-guard', fix: 'name the folder given as --out' },
    ]);
  }
  show(report, out);
  process.exitCode = exitCode(report, null);
}

function show(report: Report, out: string): void {
  write(renderResult(report, { report: layout.report(out), summary: layout.summary(out) }, paint));
}

function fail(error: unknown): number {
  // commander has printed its own message; help and version end with 0.
  if (error instanceof CommanderError)
    return error.exitCode === 0 ? exitCodes.pass : exitCodes.wrongInput;
  const { text, code } = describeFailure(error);
  process.stderr.write(`go-crash-guard: ${text}`);
  return code;
}

function splitAtTerminator(args: string[]): { own: string[]; goTest: string[] } {
  const at = args.indexOf('--');
  return at < 0
    ? { own: args, goTest: [] }
    : { own: args.slice(0, at), goTest: args.slice(at + 1) };
}
