import { readFile, writeFile } from 'node:fs/promises';
import { describeFailure, type Environment, type RunCommand } from './command.ts';

const patternFile = '/proc/sys/kernel/core_pattern';
const patienceMs = 5000;
/** CORENAME_MAX_SIZE of the kernel, with the final zero. */
const maxPatternBytes = 127;

export interface Diversion {
  /** What core_pattern said before, without its newline. */
  original: string;
  /** What it says while the tests run. */
  own: string;
}

export interface DiversionPorts {
  run: RunCommand;
  env: Environment;
}

/** The pattern that has cores written to a folder (core(5)); null where its path is too long for the kernel. */
export function patternFor(folder: string): string | null {
  const pattern = `${folder.replaceAll('%', '%%')}/core.%p`;
  return Buffer.byteLength(pattern) <= maxPatternBytes ? pattern : null;
}

/** Sets core_pattern, for the whole machine; null, or why that was not possible. */
export async function divertCores(
  { own }: Diversion,
  ports: DiversionPorts,
): Promise<string | null> {
  const problem = await setPattern(own, ports);
  if (problem !== null) return problem;
  return (await currentPattern()) === own ? null : `${patternFile} did not take ${own}`;
}

/** Puts core_pattern back, unless somebody else has changed it meanwhile; null, or why that failed. */
export async function restoreCores(
  { original, own }: Diversion,
  ports: DiversionPorts,
): Promise<string | null> {
  const current = await currentPattern();
  if (current !== own) return null;
  const problem = await setPattern(original, ports);
  if (problem !== null)
    return `${patternFile} could not be put back to ${JSON.stringify(original)}: ${problem}`;
  return null;
}

export async function currentPattern(): Promise<string | null> {
  const text = await readFile(patternFile, 'utf8').catch(() => null);
  return text === null ? null : text.replace(/\n$/, '');
}

async function setPattern(pattern: string, { run, env }: DiversionPorts): Promise<string | null> {
  const refused = await writeFile(patternFile, pattern).then(
    () => null,
    (error: unknown) => (error as Error).message,
  );
  if (refused === null) return null;
  const result = await run('sudo', ['-n', 'tee', patternFile], {
    cwd: '/',
    env,
    input: pattern,
    timeoutMs: patienceMs,
  });
  if (result.kind === 'exited' && result.code === 0) return null;
  return `${refused}; sudo: ${describeFailure(result)}`;
}
