import type { Command } from 'commander';
import { terminalProgress } from '../../terminal/progress.ts';
import { definedOnly } from '../defined-only.ts';
import { exitCode } from '../exit-code.ts';
import { gitSource } from '../git-source.ts';
import { loadCatalog } from '../load-catalog.ts';
import { loadSettings } from '../load-settings.ts';
import type { Terminal } from '../terminal.ts';

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
  baseline?: string;
  heapThreshold?: string;
  base?: string;
  shard?: string;
  attempts?: string;
  flaky?: string;
  isolate?: string;
}

export function addRun(program: Command, terminal: Terminal): void {
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
    .option(
      '--baseline <store>',
      'where the figures of earlier commits are kept: git, file:PATH or none (default: git)',
    )
    .option('--base <commit>', 'compare heap usage with this commit')
    .option('--heap-threshold <percent>', 'how much more counts as grown (default: 5%)')
    .option(
      '--shard <i/n>',
      'run the I-th of N shares of the packages; I/N@COMMIT weighs them as "plan" did',
    )
    .option('--attempts <n>', 'attempts that a package may have until all its tests have ended')
    .option('--flaky <mode>', 'tests that passed only in a later attempt: fail or warn')
    .option('--isolate <mode>', 'search for the smallest set of tests that crashes: off, on-crash')
    .option('--fresh', 'run every test even if its result is cached')
    .action((packages: string[], flags: RunFlags) => run(packages, flags, terminal));
}

async function run(packages: string[], flags: RunFlags, terminal: Terminal): Promise<void> {
  const { write, paint, cancellation, runCommand, probeDirectory } = terminal;
  const settings = await loadSettings({
    cwd: process.cwd(),
    directory: flags.dir ?? '',
    directoryName: '--dir',
    config: flags.config ?? '',
    configName: '--config',
    goTestWords: terminal.goTestWords,
    ...(flags.base === undefined ? {} : { base: flags.base }),
    ...(flags.shard === undefined ? {} : { shard: { text: flags.shard, where: '--shard' } }),
    layer: {
      values: definedOnly({
        packages: packages.length > 0 ? packages : undefined,
        legs: flags.legs?.split(','),
        out: flags.out,
        'fail-on': flags.failOn?.split(','),
        timeout: flags.timeout,
        'memory-limit': flags.memoryLimit,
        'core-dumps': flags.coreDumps,
        baseline: flags.baseline,
        'heap-threshold': flags.heapThreshold,
        fresh: flags.fresh,
        attempts: wholeNumber(flags.attempts),
        flaky: flags.flaky,
        isolate: flags.isolate,
      }),
      where: (key) => (key === 'packages' ? 'packages' : `--${key}`),
    },
  });
  terminal.listen();
  process.on('SIGHUP', () => {
    cancellation.request('SIGTERM');
  });
  const source = gitSource(runCommand, settings.directory, process.env);
  // Slow to load, and git is at work meanwhile.
  const { guard } = await import('../../guard.ts');
  const { showReport } = await import('../show-report.ts');
  const report = await guard(settings, {
    run: runCommand,
    env: process.env,
    probeDirectory,
    progress: terminalProgress({
      write,
      columns: () => (process.stdout.isTTY ? process.stdout.columns : null),
      paint,
    }),
    cancellation,
    source: await source,
    catalog: await loadCatalog(terminal.catalogFile),
    heapPageDirectory: terminal.heapPageDirectory,
    baseline: { event: null, remote: null, token: null, acceptedLabel: null },
  });
  showReport(report, settings.out, terminal);
  process.exitCode = exitCode(report, cancellation.requested());
}

/** What is no number is left for the settings to refuse. */
function wholeNumber(text: string | undefined): number | string | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : text;
}
