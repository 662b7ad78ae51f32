import type { Command } from 'commander';
import { inspectCommand, type InspectFlags } from '../inspect-command.ts';
import type { Terminal } from '../terminal.ts';

export function addInspect(program: Command, terminal: Terminal): void {
  program
    .command('inspect')
    .description('open a snapshot, a core, a profile or a text with goroutines')
    .argument('<path>', 'file, or folder of a snapshot')
    .option('--state <text>', 'only goroutines in a state with this in its name')
    .option('--function <regexp>', 'only stacks with a function that this matches')
    .option('--package <path>', 'only stacks through this package; PATH/... for those below it')
    .option('--top <n>', 'rows in each list')
    .option('--json', 'print JSON')
    .action((path: string, flags: InspectFlags) => inspect(path, flags, terminal));
}

async function inspect(path: string, flags: InspectFlags, terminal: Terminal): Promise<void> {
  const { write, cancellation } = terminal;
  terminal.listen();
  const ports = { env: process.env, cwd: process.cwd(), stop: cancellation.stop };
  try {
    write(await inspectCommand(path, flags, ports, terminal.page()));
  } catch (error) {
    // What was stopped half-way is nobody's mistake.
    if (cancellation.requested() === null) throw error;
  }
  terminal.endWell();
}
