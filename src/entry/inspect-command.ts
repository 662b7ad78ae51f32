import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GoroutineFilter } from '../crash/goroutines/goroutine-view.ts';
import { inspect } from '../inspect/inspect.ts';
import type { InspectPorts } from '../inspect/ports.ts';
import { repositoryAt } from '../machine/source-files.ts';
import type { Page } from '../render/inspection-page.ts';
import { renderInspection } from '../render/inspection.ts';
import { InputError, type Problem } from '../settings/input-error.ts';

export interface InspectFlags {
  json?: true;
  state?: string;
  function?: string;
  package?: string;
  top?: string;
}

/** Rows in each list, where nobody asks for another number. */
const textTop = 10;
const jsonTop = 100;

/** What `inspect` prints for a path. Throws an InputError for flags and files that cannot be used. */
export async function inspectCommand(
  path: string,
  flags: InspectFlags,
  { cwd, ...ports }: Omit<InspectPorts, 'scratch'> & { cwd: string },
  page: Page,
): Promise<string> {
  const options = {
    ...readFlags(flags),
    ...{ moduleDirectory: cwd, repository: repositoryAt(cwd) },
  };
  const scratch = await mkdtemp(join(tmpdir(), 'go-crash-guard-inspect-'));
  try {
    const inspection = await inspect(path, { ...ports, scratch }, options);
    return flags.json === true
      ? `${JSON.stringify(inspection, null, 2)}\n`
      : renderInspection(inspection, page);
  } finally {
    await rm(scratch, { recursive: true, force: true });
  }
}

function readFlags(flags: InspectFlags): { filter: GoroutineFilter; top: number } {
  const problems: Problem[] = [];
  const { top: given } = flags;
  if (given !== undefined && !/^[1-9]\d{0,5}$/.test(given))
    problems.push({
      where: '--top',
      what: `"${given}" is no number of rows`,
      fix: 'give a number from 1 to 999999, such as --top 30',
    });
  for (const name of ['state', 'function', 'package'] as const)
    if (flags[name] === '')
      problems.push({
        where: `--${name}`,
        what: 'it is empty',
        fix: 'leave it out, or give a value',
      });
  let pattern: RegExp | undefined;
  try {
    if (flags.function !== undefined) pattern = new RegExp(flags.function, 'u');
  } catch (error) {
    problems.push({
      where: '--function',
      what: `it is no regular expression: ${(error as Error).message}`,
      fix: 'escape what is meant literally, such as --function "\\(\\*Server\\)\\.Serve"',
    });
  }
  if (problems.length > 0) throw new InputError(problems);
  return {
    filter: { state: flags.state, function: pattern, package: flags.package },
    top: given === undefined ? (flags.json === true ? jsonTop : textTop) : Number(given),
  };
}
