import type { Command } from 'commander';
import { renderChecks } from '../../terminal/check-table.ts';
import { exitCodes } from '../exit-code.ts';
import { preflightCommand, type PreflightFlags } from '../preflight-command.ts';
import type { Terminal } from '../terminal.ts';

export function addPreflight(program: Command, terminal: Terminal): void {
  program
    .command('preflight')
    .description('show what this machine and Go version allow, with a fix for each problem')
    .option('--dir <dir>', 'folder of the module (default: the current folder)')
    .option('--config <file>', 'settings file (default: DIR/.crash-guard.yml)')
    .option('--memory-limit <limit>', 'as for run')
    .option('--core-dumps <mode>', 'as for run')
    .option('--json', 'print JSON')
    .action((flags: PreflightFlags) => preflight(flags, terminal));
}

async function preflight(flags: PreflightFlags, terminal: Terminal): Promise<void> {
  const { write, paint, runCommand } = terminal;
  const checks = await preflightCommand(flags, runCommand, process.env, process.cwd());
  write(flags.json ? `${JSON.stringify(checks, null, 2)}\n` : renderChecks(checks, paint));
  process.exitCode = checks.some(({ status }) => status === 'fail')
    ? exitCodes.fail
    : exitCodes.pass;
}
