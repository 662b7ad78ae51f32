import type { Command } from 'commander';
import { compareCommand, type CompareFlags } from '../compare-command.ts';
import type { Terminal } from '../terminal.ts';

export function addCompare(program: Command, { write, page }: Terminal): void {
  program
    .command('compare')
    .description(
      'compare the heap usage of two runs: what grew, and why; exit code 1 if it may not',
    )
    .argument('<base>', 'report.json, run folder or heap profile of before')
    .argument('<head>', 'the same of now')
    .option('--threshold <percent>', 'how much more counts as grown (default: heap-threshold)')
    .option('--dir <dir>', 'folder of the module (default: the current folder)')
    .option('--config <file>', 'settings file (default: DIR/.crash-guard.yml)')
    .option('--json', 'print JSON')
    .action(async (base: string, head: string, flags: CompareFlags) => {
      const { text, code } = await compareCommand([base, head], flags, process.cwd(), page());
      write(text);
      process.exitCode = code;
    });
}
