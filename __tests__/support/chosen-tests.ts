import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeclaredTest } from '../../src/evidence/completeness.ts';
import { fixture } from './guarded.ts';
import { goModule } from './go-module.ts';

/** One t.Run with what runs below it. */
export interface Subtest {
  Name: string;
  Below: Subtest[];
}
/** What runs below each top-level test. */
export type Subtests = Record<string, Subtest[]>;

/** The top-level tests of the fixture, in the order in which package testing runs them. */
export const topLevel: DeclaredTest[] = [
  ...['TestA', 'TestAB', 'TestA_b', 'Test', 'Test_', 'Test1', 'Test12'],
  ...['TestÄrger', 'TestÄ', 'Test試験', 'TestInvalid'],
  ...['FuzzAdded', 'FuzzFiles', 'Example', 'Example_whole'],
].map((name, at) => {
  const kind = name.startsWith('Fuzz') ? 'fuzz' : name.startsWith('Ex') ? 'example' : 'test';
  return { name, kind, file: 'selection_test.go', line: at + 1 };
});

const corpus = ['plain', 'with space', 'a|b', 'open[', '(round)', '^$', 'näher', 'back\\slash'];

export interface ChosenTests {
  /** The names of everything that ran, in order. */
  ran: (flags: readonly string[], subtests?: Subtests) => string[];
}

/** A test binary of the fixture, linked by one version of Go. */
export function chosenTests(version: string): ChosenTests {
  const source = readFileSync(join(fixture('selection'), 'selection_test.go'), 'utf8');
  const module = goModule({ 'go.mod': 'module m\n\ngo 1.20\n', 'selection_test.go': source });
  const seeds = join(module, 'testdata/fuzz/FuzzFiles');
  mkdirSync(seeds, { recursive: true });
  for (const name of corpus) writeFileSync(join(seeds, name), 'go test fuzz v1\nstring("seed")\n');
  const env = { ...process.env, GOTOOLCHAIN: version, GOWORK: 'off', GOFLAGS: '' };
  const binary = join(module, 'm.test');
  execFileSync('go', ['test', '-c', '-o', binary, '.'], { cwd: module, env, stdio: 'pipe' });
  const record = join(module, 'ran.txt');
  return {
    ran: (flags, subtests = {}) => {
      rmSync(record, { force: true });
      const { status, stdout, stderr } = spawnSync(binary, flags, {
        cwd: module,
        env: { ...env, RAN: record, SUBTESTS: JSON.stringify(subtests) },
        encoding: 'utf8',
        timeout: 60_000,
      });
      if (status !== 0) throw new Error(`exit code ${String(status)}: ${stdout}${stderr}`);
      if (!existsSync(record)) return [];
      const lines = readFileSync(record, 'utf8').trimEnd().split('\n');
      return lines.map((line) => JSON.parse(line) as string);
    },
  };
}
