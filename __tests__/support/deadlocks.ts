import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import type { ParsedCrash } from '../../src/crash/parsed-crash.ts';
import { repositoryAt } from '../../src/machine/source-files.ts';
import type { Waits } from '../../src/report/waits-schema.ts';
import { fixture, startProgram } from './guarded.ts';

/** A module of programs that do not get on, and of some that do. */
export const deadlocks = fixture('deadlocks');
export const deadlockRepository = repositoryAt(deadlocks);
const inRepository = deadlocks.slice(deadlockRepository.root.length + 1);

/** Of each test of a package, the lines that its source marks: `// waits: TestA, TestB holds: TestC`. */
export interface Marked {
  package: string;
  test: string;
  waits: string[];
  holds: string[];
}

const files = (name: string): string[] =>
  readdirSync(join(deadlocks, name)).filter((file) => file.endsWith('_test.go'));

export function markedTests(name: string): Marked[] {
  const marked = new Map<string, Marked>();
  const texts = files(name).map((file) => {
    const text = readFileSync(join(deadlocks, name, file), 'utf8');
    return { path: `${inRepository}/${name}/${file}`, lines: text.split('\n') };
  });
  for (const { lines } of texts)
    for (const line of lines) {
      const test = /^func (?<test>Test\w+)\(/.exec(line)?.groups?.['test'];
      if (test !== undefined) marked.set(test, { package: name, test, waits: [], holds: [] });
    }
  for (const { path, lines } of texts)
    lines.forEach((line, index) => {
      for (const { groups } of line.matchAll(
        /(?<kind>waits|holds): (?<tests>Test\w+(?:, Test\w+)*)/g,
      ))
        for (const test of groups?.['tests']?.split(', ') ?? [])
          marked
            .get(test)
            ?.[groups?.['kind'] as 'waits' | 'holds'].push(`${path}:${String(index + 1)}`);
    });
  return [...marked.values()];
}

/** Builds the test binaries of all packages with a Go version. */
export async function buildDeadlocks(version: string, folder: string): Promise<void> {
  for (const name of ['locks', 'channels', 'groups', 'healthy']) {
    const { code, stderr } = await startProgram(
      'go',
      ['test', '-c', '-o', join(folder, `${name}.test`), `./${name}`],
      { cwd: deadlocks, env: { GOTOOLCHAIN: version, GOFLAGS: '' }, timeout: 300_000 },
    ).finished;
    if (code !== 0) throw new Error(`${version}: ${stderr}`);
  }
}

const maxTries = 20;

/** Runs one test until it is ended by its time, or by the runtime where it has none; again where two did not meet this time. */
export async function crashOfTest(
  folder: string,
  { package: name, test }: Pick<Marked, 'package' | 'test'>,
  timeout: string,
): Promise<ParsedCrash> {
  for (let tries = 1; ; tries++) {
    const { code, stdout, stderr } = await startProgram(
      join(folder, `${name}.test`),
      ['-test.run', `^${test}$`, '-test.timeout', timeout],
      { cwd: join(deadlocks, name), env: { GOTRACEBACK: undefined }, timeout: 120_000 },
    ).finished;
    const [crash] = scanCrashes(`${stdout}${stderr}`);
    if (crash !== undefined) return crash;
    if (code !== 0 || tries === maxTries)
      throw new Error(`${test} did not crash: ${String(code)} ${stdout}${stderr}`);
  }
}

/** The lines where somebody waits, and what they hold. */
export function linesOf({ waits }: Waits): { waits: string[]; holds: string[] } {
  const named = ({ file, line }: { file: string; line: number }): string =>
    `${file}:${String(line)}`;
  return {
    waits: [...new Set(waits.flatMap(({ at }) => (at === null ? [] : [named(at)])))].sort(),
    holds: [...new Set(waits.flatMap(({ holds }) => holds.map(({ at }) => named(at))))].sort(),
  };
}

/** Runs at most so many at a time. */
export async function inTurns<T, R>(
  items: readonly T[],
  atATime: number,
  work: (item: T) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    for (let at = next++; at < items.length; at = next++) {
      const item = items[at];
      if (item !== undefined) results[at] = await work(item);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  return results;
}
