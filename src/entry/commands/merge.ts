import { realpath } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import { mergeReports } from '../../report/merge.ts';
import type { Report } from '../../report/schema.ts';
import { writeMerged } from '../../run/merged-folder.ts';
import { writeAll } from '../../run/write-report.ts';
import { InputError, type Problem } from '../../settings/input-error.ts';
import { exitCode } from '../exit-code.ts';
import { readReport } from '../read-report.ts';
import { showReport } from '../show-report.ts';
import type { Terminal } from '../terminal.ts';

const defaultOut = join('.crash-guard', 'merged');

export function addMerge(program: Command, terminal: Terminal): void {
  program
    .command('merge')
    .description('make one report of several, such as those of the shards of a run')
    .argument('<dirs...>', 'run folders or report.json files')
    .option('--out <dir>', 'folder for the report', defaultOut)
    .action((dirs: string[], flags: { out: string }) => merge(dirs, resolve(flags.out), terminal));
}

async function merge(names: string[], out: string, terminal: Terminal): Promise<void> {
  const reports: Report[] = [];
  const problems: Problem[] = [];
  for (const name of names) {
    const report = await readReport(name);
    if (report === null)
      problems.push({
        where: name,
        what: 'there is no report that can be read, or it is of another version of go-crash-guard',
        fix: 'name folders of runs (--out) or their report.json',
      });
    else if (await isInside(name, out))
      problems.push({
        where: '--out',
        what: `${out} holds one of the reports (${name}), which would be overwritten`,
        fix: 'name another folder, such as --out .crash-guard/merged',
      });
    else reports.push(report);
  }
  const [first, ...others] = reports;
  if (problems.length > 0 || first === undefined) throw new InputError(problems);
  const { report: merged } = mergeReports([first, ...others]);
  await writeMerged(out, merged);
  const { heapPageDirectory } = terminal;
  const report = await writeAll(out, merged, { heapPageDirectory, directory: process.cwd() });
  showReport(report, out, terminal);
  process.exitCode = exitCode(report, null);
}

/** Whether a path is the folder, or lies in it. */
async function isInside(path: string, folder: string): Promise<boolean> {
  const real = (one: string): Promise<string> => realpath(one).catch(() => resolve(one));
  const [inner, outer] = [await real(path), await real(folder)];
  return inner === outer || inner.startsWith(join(outer, '/'));
}
