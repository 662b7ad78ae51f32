import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Report } from '../../src/report/schema.ts';
import { readReport, scratch, startProgram } from './guarded.ts';

const root = join(import.meta.dirname, '../..');

/** What a scenario left behind when its machine had switched itself off. */
export interface SmallMachine {
  /** Of one guarded run: its exit code, its Report, and what it printed. */
  outcome: (run: string) => { code: number; report: Report; printed: string };
  /** A file of /results. */
  read: (path: string) => string;
  remove: () => void;
}

/** Boots the small machine, runs a script of __tests__/vm/scenarios in it, and waits for the results. */
export async function runScenario(
  scenario: string,
  options: { memoryMb: number; systemd?: boolean; limitSeconds: number },
): Promise<SmallMachine> {
  const out = scratch();
  const script = join(root, '__tests__/vm/scenarios', `${scenario}.sh`);
  const { finished } = startProgram(process.execPath, [
    ...[join(root, 'scripts/vm/run.mjs'), script, out.path],
    ...['--memory', String(options.memoryMb), '--limit', String(options.limitSeconds)],
    ...(options.systemd === true ? ['--init', 'systemd'] : []),
  ]);
  const { code, stdout, stderr } = await finished;
  if (code !== 0) {
    out.remove();
    throw new Error(`${scenario} ended with ${String(code)}:\n${stdout}${stderr}`);
  }
  const read = (path: string): string => readFileSync(join(out.path, path), 'utf8');
  return {
    outcome: (run) => ({
      code: Number(read(`${run}/code`)),
      report: readReport(join(out.path, run, 'run')),
      printed: read(`${run}/printed.txt`),
    }),
    read,
    remove: out.remove,
  };
}
