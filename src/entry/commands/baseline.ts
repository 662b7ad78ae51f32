import type { Command } from 'commander';
import { listBaseline, showBaseline, type ListFlags, type ShowFlags } from '../baseline-command.ts';
import { StoreError, type StoreFlags, type StorePorts } from '../baseline-store.ts';
import { exitCodes } from '../exit-code.ts';
import { pruneBaseline, recordBaseline, type PruneFlags } from '../keep-baseline-command.ts';
import type { Terminal } from '../terminal.ts';

export function addBaseline(program: Command, terminal: Terminal): void {
  const { write, page } = terminal;
  const baseline = program
    .command('baseline')
    .description('show and keep the heap figures of earlier commits');
  const command = (name: string, description: string): Command =>
    baseline
      .command(name)
      .description(description)
      .option('--dir <dir>', 'folder of the module (default: the current folder)')
      .option('--config <file>', 'settings file (default: DIR/.crash-guard.yml)')
      .option('--baseline <store>', 'git or file:PATH (default: git)')
      .option('--remote <name>', 'with git: the branch of this remote, not the local one');

  command('list', 'what is recorded: packages, how they were measured, how often')
    .option('--json', 'print JSON')
    .action((flags: ListFlags) =>
      withStore(terminal, async (ports) => {
        write(await listBaseline(flags, ports, page()));
      }),
    );
  command('show', 'the figures of the nearest commit, or how they went over time')
    .argument('[package]', 'import path, the end of one, or ./FOLDER (default: all packages)')
    .option('--trend', 'draw how the figures went, with the commits where their level shifted')
    .option('--json', 'print JSON')
    .action((name: string | undefined, flags: ShowFlags) =>
      withStore(terminal, async (ports) => {
        write(await showBaseline(name, flags, ports, page()));
      }),
    );
  command('record', 'keep the figures of a run that was made on a clean commit')
    .argument('[out]', 'run folder (default: DIR/.crash-guard/out)')
    .action((out: string | undefined, flags: StoreFlags) =>
      withStore(terminal, async (ports) => {
        write(await recordBaseline(out, flags, ports));
      }),
    );
  command('prune', 'remove old records: 200 for each package stay, and of older ones one a week')
    .option('--dry-run', 'only say what would go')
    .option(
      '--fuzz-inputs [target]',
      'remove the stored inputs of fuzz targets instead: all, or those of IMPORTPATH.FuzzTarget',
    )
    .action((flags: PruneFlags) =>
      withStore(terminal, async (ports) => {
        write(await pruneBaseline(flags, ports, page()));
      }),
    );
}

/** A store that cannot be reached is neither wrong input nor a bug. */
async function withStore(
  { listen, cancellation, runCommand: run, endWell }: Terminal,
  use: (ports: StorePorts) => Promise<void>,
): Promise<void> {
  listen();
  try {
    await use({ run, env: process.env, cwd: process.cwd() });
    endWell();
  } catch (error) {
    const cancelled = cancellation.requested();
    if (cancelled !== null) process.exitCode = exitCodes[cancelled];
    else if (error instanceof StoreError) {
      process.stderr.write(`go-crash-guard: ${error.message}\n`);
      process.exitCode = exitCodes.fail;
    } else throw error;
  }
}
