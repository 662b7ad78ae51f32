import { join, posix } from 'node:path';
import { packageOf } from '../crash/frame.ts';
import type { Repository } from '../crash/source/repository.ts';
import type { CommandResult, Environment, RunCommand } from '../machine/command.ts';
import { openRepository } from '../machine/source-files.ts';
import { clip, printable } from '../report/format.ts';
import { escapesNotIn, isIn, locate } from './escape-difference.ts';
import type { LocatedEscape, WantedFunction } from './escape-difference.ts';
import { parseEscapes } from './escape-lines.ts';

export interface EscapesRequest {
  run: RunCommand;
  /** Of the leg. */
  env: Environment;
  /** Roots of a checkout of the base and of the head. */
  baseDirectory: string;
  headDirectory: string;
  /** The folder below both roots in which go runs, with `/`; '' for the root itself. */
  place: string;
  /** Import paths of the packages that grew. */
  packages: readonly string[];
  /** The functions that grew; of those that are not the repository's, their callers that are. */
  functions: readonly (WantedFunction & { calledFrom?: WantedFunction | null })[];
  /** Build flags that go list takes, of the leg. */
  flags: readonly string[];
  timeoutMs?: number;
}

export interface Escape {
  /** Relative to the root of the repository. */
  file: string;
  line: number;
  /** `moved to heap: order`, `make([]byte, n) escapes to heap` */
  text: string;
}

export type NewEscapes =
  | { kind: 'escapes'; escapes: Escape[] }
  /** Nobody could look, and why. */
  | { kind: 'unknown'; because: string };

const patienceMs = 120_000;
const maxEscapes = 20;
const maxTextChars = 300;

/**
 * What the compiler says escapes to the heap in these functions of the head and did not in the base. Compiles the packages and
 * their tests on both sides with -gcflags=-m and links nothing; what was compiled before, go's build cache says again.
 */
export async function newEscapes(request: EscapesRequest): Promise<NewEscapes> {
  const { baseDirectory, headDirectory, functions } = request;
  const headFiles = openRepository(headDirectory, []);
  const wanted = functions
    .flatMap((each) => [each, ...(each.calledFrom ? [each.calledFrom] : [])])
    .filter(({ file }) => headFiles.has(file));
  if (wanted.length === 0) return { kind: 'escapes', escapes: [] };
  const packages = [...new Set([...request.packages, ...wanted.flatMap(ownPackage)])];
  const sides = { ...request, packages };
  const head = await escapesOf(sides, headDirectory, headFiles, request.env);
  if (typeof head === 'string') return { kind: 'unknown', because: `the head: ${head}` };
  const inWanted = head.filter((each) => isIn(each, wanted));
  if (inWanted.length === 0) return { kind: 'escapes', escapes: [] };
  const env = await withToolchainOf(request);
  const base = await escapesOf(sides, baseDirectory, openRepository(baseDirectory, []), env);
  if (typeof base === 'string') return { kind: 'unknown', because: `the base: ${base}` };
  const escapes = escapesNotIn(base, head)
    .filter((each) => isIn(each, wanted))
    .sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1))
    .slice(0, maxEscapes)
    .map(({ file, line, text }) => ({ file, line, text: clip(text, maxTextChars) }));
  return { kind: 'escapes', escapes };
}

/** A test file's functions are compiled with the package under test. */
function ownPackage({ function: name, file }: WantedFunction): string[] {
  const path = packageOf(name);
  return file.endsWith('_test.go') || path === '' || path.startsWith('-') ? [] : [path];
}

// For each package: path, 1 if it was compiled, how many files it has, what is wrong with it.
const listing =
  '{{.ImportPath}}\t{{if .Export}}1{{end}}\t{{len .GoFiles}}{{len .CgoFiles}}\t{{with .Error}}{{printf "%q" .Err}}{{end}}';

/** Everything that escapes in the packages; or why that is not known. */
async function escapesOf(
  { run, packages, flags, place, timeoutMs = patienceMs }: EscapesRequest,
  root: string,
  files: Repository,
  env: Environment,
): Promise<LocatedEscape[] | string> {
  const args = ['list', '-e', '-export', '-test', ...flags, '-gcflags=-m', '-f', listing];
  const result = await run('go', [...args, '--', ...packages], {
    ...{ cwd: join(root, place), env, timeoutMs },
  });
  const problem = failureOf(result, timeoutMs);
  if (problem !== null || result.kind !== 'exited') return problem ?? '';
  return parseEscapes(result.stderr).flatMap((escape) => {
    const file = posix.normalize(posix.join(place, escape.file));
    return files.has(file) ? [locate({ ...escape, file }, files.lines(file))] : [];
  });
}

function failureOf(result: CommandResult, timeoutMs: number): string | null {
  switch (result.kind) {
    case 'not-started':
      return `go could not be started: ${result.error}`;
    case 'signaled':
      return `the compiler was not ready after ${timeoutMs / 1000} s`;
    case 'exited':
      if (result.code === 0) return notCompiled(result.stdout);
      return `go list: ${firstLines(result.stderr)}`;
  }
}

function notCompiled(listed: string): string | null {
  for (const line of listed.split('\n')) {
    const [path = '', compiled, files, error = ''] = line.split('\t');
    // One without files of its own has nothing to compile: it is new, or has only tests, which are listed by themselves.
    if (files === undefined || files === '00' || compiled === '1' || path.endsWith('.test'))
      continue;
    return `${path} does not compile${error === '' ? '' : `: ${firstLines(unquoted(error))}`}`;
  }
  return null;
}

// "# example.com/m\nm.go:2:23: undefined: x\n", as Go quotes it
function unquoted(text: string): string {
  try {
    return String(JSON.parse(text));
  } catch {
    return text;
  }
}

function firstLines(text: string): string {
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('# '));
  return clip(printable(lines.slice(0, 3).join('; ')), 500);
}

/** Two compilers would differ by themselves: the base is compiled by the head's. */
async function withToolchainOf({
  run,
  env,
  headDirectory,
  place,
}: EscapesRequest): Promise<Environment> {
  const options = { cwd: join(headDirectory, place), env, timeoutMs: 30_000 };
  const result = await run('go', ['env', 'GOVERSION'], options);
  const version = result.kind === 'exited' ? result.stdout.trim() : '';
  return /^go1(?:\.\d+){1,2}(?:rc\d+|beta\d+)?$/.test(version)
    ? { ...env, GOTOOLCHAIN: version }
    : env;
}
