import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEvent } from '../../src/gotest/event.ts';
import { startProgram } from './guarded.ts';

/** How each test ended, by "package test": the terminal events of a `go test -json` stream. */
export function outcomes(stream: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const line of stream.split('\n')) {
    const event = parseEvent(line);
    if (event === null || !['pass', 'fail', 'skip'].includes(event.action)) continue;
    found.set(`${event.package} ${event.test}`, event.action);
  }
  return found;
}

/** The outcomes of one leg of a guarded run. */
export function guardedOutcomes(out: string, leg: string): Map<string, string> {
  return outcomes(readFileSync(join(out, 'legs', leg, 'events.jsonl'), 'utf8'));
}

/** The outcomes of plain `go test -json`. */
export async function plainOutcomes(
  directory: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Promise<Map<string, string>> {
  const { finished } = startProgram('go', ['test', '-json', ...args], { cwd: directory, env });
  return outcomes((await finished).stdout);
}
