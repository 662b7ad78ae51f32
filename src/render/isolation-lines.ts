import type { PackageRun, Report } from '../report/schema.ts';
import { oneLine } from '../report/format.ts';
import { isolationCommand, summaryOf, whoCrashes } from './isolation-words.ts';
import type { Paint } from './paint.ts';

/** What is needed for a package's crash, and the command that shows it, for a terminal. */
export function* isolationLines(report: Report, run: PackageRun, paint: Paint): Generator<string> {
  const { isolation } = run;
  if (isolation === undefined) return;
  const who = whoCrashes(isolation);
  const said = summaryOf(isolation);
  yield `    isolated:   ${who === null ? said : `${oneLine(who, 120)} ${said}`}`;
  const command = isolationCommand({ run, isolation }, report);
  if (command !== null) yield paint.dim(`    reproduce:  ${command}`);
}
