import type { Command } from 'commander';
import { auditCommand, type AuditFlags } from '../audit-command.ts';
import type { Terminal } from '../terminal.ts';

export function addAudit(program: Command, terminal: Terminal): void {
  program
    .command('audit')
    .description('show what packages do before main, and what their initialisation costs')
    .argument('[packages...]', 'package patterns (default: ./...); flags for go test go after "--"')
    .option('--dir <dir>', 'folder of the module (default: the current folder)')
    .option('--config <file>', 'settings file (default: DIR/.crash-guard.yml)')
    .option('--no-run', 'read the sources only: no test binary is started')
    .option('--json', 'print JSON')
    .action((packages: string[], flags: AuditFlags) => audit(packages, flags, terminal));
}

async function audit(packages: string[], flags: AuditFlags, terminal: Terminal): Promise<void> {
  const { write, cancellation, runCommand, probeDirectory, goTestWords } = terminal;
  terminal.listen();
  const ports = {
    run: runCommand,
    env: process.env,
    cwd: process.cwd(),
    probeDirectory,
    goTestWords,
  };
  try {
    write(await auditCommand(packages, flags, ports, terminal.page()));
  } catch (error) {
    // What was stopped half-way is nobody's mistake.
    if (cancellation.requested() === null) throw error;
  }
  terminal.endWell();
}
