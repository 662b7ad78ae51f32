import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { makeReport } from '../../guard.ts';
import { finishCores } from '../../run/cores.ts';
import { InputError } from '../../settings/input-error.ts';
import { exitCode } from '../exit-code.ts';
import { loadCatalog } from '../load-catalog.ts';
import { showReport } from '../show-report.ts';
import type { Terminal } from '../terminal.ts';

export function addReport(program: Command, terminal: Terminal): void {
  program
    .command('report')
    .description('make the report of a run whose supervisor died, from its run folder')
    .argument('[dir]', 'run folder', join('.crash-guard', 'out'))
    .action((dir: string) => rebuild(dir, terminal));
}

async function rebuild(dir: string, terminal: Terminal): Promise<void> {
  const out = resolve(dir);
  await finishCores(out, process.env);
  const report = await makeReport(out, await loadCatalog(terminal.catalogFile), terminal);
  if (report === null) {
    throw new InputError([
      { where: dir, what: 'holds no run of go-crash-guard', fix: 'name the folder given as --out' },
    ]);
  }
  showReport(report, out, terminal);
  process.exitCode = exitCode(report, null);
}
