import type { Command } from 'commander';
import { bundleCommand } from '../bundle-command.ts';
import { exitCodes } from '../exit-code.ts';
import type { Terminal } from '../terminal.ts';

export function addBundle(program: Command, terminal: Terminal): void {
  program
    .command('bundle')
    .description('pack what runs the test process of an attempt again elsewhere')
    .argument('<attempt>', 'folder of the attempt, below runs/ of a run folder')
    .option('--to <file>', 'archive to write (default: repro.tar.gz in that folder)')
    .action((attempt: string, { to }: { to?: string }) => bundle(attempt, to, terminal));
}

async function bundle(attempt: string, to: string | undefined, terminal: Terminal): Promise<void> {
  const { write, cancellation, runCommand } = terminal;
  terminal.listen();
  try {
    write(await bundleCommand(attempt, to, { run: runCommand, env: process.env }));
  } catch (error) {
    const cancelled = cancellation.requested();
    if (cancelled === null) throw error;
    process.exitCode = exitCodes[cancelled];
  }
}
