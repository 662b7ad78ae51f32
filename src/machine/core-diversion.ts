import { readFile, writeFile } from 'node:fs/promises';
import { describeFailure, type Environment, type RunCommand } from './command.ts';

const patternPath = '/proc/sys/kernel/core_pattern';
const patienceMs = 5000;
/** CORENAME_MAX_SIZE of the kernel, without the final zero. */
const maxPatternBytes = 127;

export interface Diversion {
  /** What core_pattern said before, without its newline. */
  original: string;
  /** What it says while the tests run. */
  own: string;
}

/** /proc/sys/kernel/core_pattern, as far as this user may touch it. */
export interface PatternFile {
  read: () => Promise<string>;
  /** Throws where this user may not. */
  write: (pattern: string) => Promise<void>;
}

export interface DiversionPorts {
  run: RunCommand;
  env: Environment;
  patternFile: PatternFile;
}

export type Restored =
  | { kind: 'restored' }
  /** Somebody else has changed it meanwhile: it is theirs now. */
  | { kind: 'left'; pattern: string }
  | { kind: 'failed'; problem: string };

export const kernelPatternFile: PatternFile = {
  read: () => readFile(patternPath, 'utf8'),
  write: (pattern) => writeFile(patternPath, pattern),
};

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
  if (problem !== null) return `${patternPath} could not be set: ${problem}`;
  return (await currentPattern(ports)) === own ? null : `${patternPath} did not take ${own}`;
}

/** Puts core_pattern back, unless somebody else has changed it meanwhile. */
export async function restoreCores(
  { original, own }: Diversion,
  ports: DiversionPorts,
): Promise<Restored> {
  const current = await currentPattern(ports);
  if (current === original) return { kind: 'restored' };
  if (current !== null && current !== own) return { kind: 'left', pattern: current };
  const problem = await setPattern(original, ports);
  if (problem === null) return { kind: 'restored' };
  return {
    kind: 'failed',
    problem: `${patternPath} could not be put back to ${JSON.stringify(original)} (${problem}); do it as root: echo '${original.replaceAll("'", `'\\''`)}' > ${patternPath}`,
  };
}

/** Without its newline; null where it cannot be read. */
async function currentPattern({ patternFile }: DiversionPorts): Promise<string | null> {
  const text = await patternFile.read().catch(() => null);
  return text === null ? null : text.replace(/\n$/, '');
}

async function setPattern(
  pattern: string,
  { run, env, patternFile }: DiversionPorts,
): Promise<string | null> {
  // Nothing at all would not be written: an empty pattern needs its newline.
  const refused = await patternFile.write(`${pattern}\n`).then(
    () => null,
    (error: unknown) => (error as Error).message,
  );
  if (refused === null) return null;
  const result = await run('sudo', ['-n', 'tee', patternPath], {
    cwd: '/',
    env,
    input: `${pattern}\n`,
    timeoutMs: patienceMs,
  });
  if (result.kind === 'exited' && result.code === 0) return null;
  return `${refused}; sudo: ${describeFailure(result)}`;
}
