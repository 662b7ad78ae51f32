import type { Command } from 'commander';
import { InputError } from '../../settings/input-error.ts';
import { explainCommand, type ExplainFlags } from '../explain-command.ts';
import { loadCatalog } from '../load-catalog.ts';
import type { Terminal } from '../terminal.ts';

export function addExplain(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .description('say of a log what crashed, on which line, and what to do')
    .argument('[file]', 'output of go test or of a program, or a page copied from CI; - for stdin')
    .option('--dir <dir>', 'folder in the repository of the log (default: the current folder)')
    .option('--callers [function]', 'who else can reach the line to blame, or this function')
    .option('--against <report...>', 'reports of earlier runs: which crash is new, which was seen')
    .option('--json', 'print JSON')
    .action((file: string | undefined, flags: ExplainFlags) => explain(file, flags, terminal));
}

async function explain(
  file: string | undefined,
  flags: ExplainFlags,
  terminal: Terminal,
): Promise<void> {
  const { stdin } = process;
  if (file === undefined && typeof flags.callers !== 'string' && stdin.isTTY)
    throw new InputError([
      { where: 'explain', what: 'there is no log', fix: 'name a file, or pipe the log in' },
    ]);
  terminal.listen();
  const { cancellation, runCommand: run, probeDirectory } = terminal;
  const catalog = await loadCatalog(terminal.catalogFile);
  const ports = {
    ...{ cwd: process.cwd(), env: process.env, stdin, catalog },
    ...{ run, probeDirectory, stop: cancellation.stop },
  };
  try {
    terminal.write(await explainCommand(file, flags, ports, terminal.page()));
  } catch (error) {
    // What was stopped half-way is nobody's mistake.
    if (cancellation.requested() === null) throw error;
  }
  terminal.endWell();
}
