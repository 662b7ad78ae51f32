import type { Command } from 'commander';
import { planMatrix } from '../../github/matrix-mode.ts';
import { definedOnly } from '../defined-only.ts';
import { loadSettings } from '../load-settings.ts';
import type { Terminal } from '../terminal.ts';

interface PlanFlags {
  shards: string;
  dir?: string;
  legs?: string;
  config?: string;
  baseline?: string;
  json?: true;
}

export function addPlan(program: Command, terminal: Terminal): void {
  program
    .command('plan')
    .description(
      'share the packages out to several jobs: prints a matrix for GitHub; flags for go test go after "--"',
    )
    .argument('[packages...]', 'package patterns (default: ./...)')
    .requiredOption('--shards <n>', 'how many jobs at most')
    .option('--dir <dir>', 'folder of the module (default: the current folder)')
    .option('--legs <list>', 'ways to run the packages: race,memory or legs of the settings file')
    .option('--config <file>', 'settings file (default: DIR/.crash-guard.yml)')
    .option(
      '--baseline <store>',
      'where it is recorded what packages take: git, file:PATH or none (default: git)',
    )
    .option('--json', 'print JSON (it always does)')
    .action((packages: string[], flags: PlanFlags) => plan(packages, flags, terminal));
}

async function plan(packages: string[], flags: PlanFlags, terminal: Terminal): Promise<void> {
  const settings = await loadSettings({
    cwd: process.cwd(),
    directory: flags.dir ?? '',
    directoryName: '--dir',
    config: flags.config ?? '',
    configName: '--config',
    goTestWords: terminal.goTestWords,
    layer: {
      values: definedOnly({
        packages: packages.length > 0 ? packages : undefined,
        legs: flags.legs?.split(','),
        baseline: flags.baseline,
      }),
      where: (key) => (key === 'packages' ? 'packages' : `--${key}`),
    },
  });
  terminal.listen();
  const { matrix, summary } = await planMatrix(
    settings,
    { text: flags.shards, where: '--shards' },
    {
      run: terminal.runCommand,
      env: process.env,
      baseline: { event: null, remote: null, token: null, acceptedLabel: null },
    },
  );
  // What reads the matrix must find nothing else.
  process.stderr.write(`go-crash-guard: ${summary}\n`);
  terminal.write(`${matrix}\n`);
  terminal.endWell();
}
