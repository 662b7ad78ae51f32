import type { DeclaredTest } from '../evidence/completeness.ts';
import { alternatives, exactParts, leaveOutPattern } from './test-flag-pattern.ts';

export interface SelectionRequest {
  /** Those that the user's -run and -skip select, in the order of the package. */
  declared: readonly DeclaredTest[];
  /** Top-level tests to run; what is not declared cannot be. */
  wanted: readonly string[];
  /** Full names of tests and subtests not to run: `TestA/b` of a wanted TestA. */
  leaveOut: readonly string[];
  /** The patterns of the leg; empty for none. */
  user: { run: string; skip: string };
  goMinor: number;
  /** Of all flags together; a single argument may have 131,071 bytes on Linux, a command line 32,767 characters on Windows. */
  maxChars?: number;
}

/** What one run of the test binary is given. */
export interface TestSelection {
  /** They outdo flags of the same name before them. */
  flags: string[];
  /** The top-level tests that these flags choose, in the order of the package. */
  tests: string[];
}

export interface SelectionProblem {
  problem: string;
}

const defaultMaxChars = 100_000;
const minorWithSkip = 20;
const minorWithSkippedExamples = 22;

/**
 * The flags with which a test binary runs the wanted tests and no other; examples and the seeds of fuzz targets are chosen by the
 * same flags. What the user's patterns say of subtests still holds. Several selections, in order, where one would be too long; none
 * where nothing is wanted, because an empty pattern would run everything. Benchmarks run after tests that all passed: of several
 * selections only the last keeps them, the others have an empty -test.bench, so that none runs twice.
 */
export function selectTests(request: SelectionRequest): TestSelection[] | SelectionProblem {
  const leftOut = new Set(request.leaveOut);
  const wanted = new Set(request.wanted);
  const order = [...new Set(request.declared.map(({ name }) => name))];
  const tests = order.filter((name) => wanted.has(name) && !leftOut.has(name));
  if (tests.length === 0) return [];
  const examples = new Set(
    request.declared.filter(({ kind }) => kind === 'example').map(({ name }) => name),
  );
  const below = subtestsByTest(leftOut);
  const selections = split(tests, { ...request, order, examples, below });
  if ('problem' in selections) return selections;
  return selections.map((selection, at) =>
    at === selections.length - 1
      ? selection
      : { ...selection, flags: [...selection.flags, '-test.bench='] },
  );
}

interface Choice extends SelectionRequest {
  /** All names, each once. */
  order: readonly string[];
  examples: ReadonlySet<string>;
  /** The subtests to leave out, by the name of their test. */
  below: ReadonlyMap<string, readonly string[]>;
}

function subtestsByTest(names: ReadonlySet<string>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const name of names) {
    const [test = '', ...below] = name.split('/');
    if (below.length === 0) continue;
    const subtests = found.get(test);
    if (subtests === undefined) found.set(test, [name]);
    else subtests.push(name);
  }
  return found;
}

/** Halves the tests until the flags are short enough. */
function split(tests: readonly string[], choice: Choice): TestSelection[] | SelectionProblem {
  const { maxChars = defaultMaxChars } = choice;
  const flags = shortestFlags(tests, choice);
  if ('problem' in flags) return flags;
  if (chars(flags) <= maxChars) return [{ flags, tests: [...tests] }];
  if (tests.length === 1) return { problem: tooLong(tests[0] ?? '', choice, chars(flags)) };
  const half = Math.ceil(tests.length / 2);
  const first = split(tests.slice(0, half), choice);
  if ('problem' in first) return first;
  const second = split(tests.slice(half), choice);
  return 'problem' in second ? second : [...first, ...second];
}

function tooLong(
  test: string,
  { below, maxChars = defaultMaxChars }: Choice,
  needed: number,
): string {
  const subtests = below.get(test)?.length ?? 0;
  const reason = subtests === 0 ? '' : `: ${String(subtests)} subtests of it would be left out`;
  return `the flags that choose ${test} alone have ${String(needed)} characters, and ${String(maxChars)} are allowed${reason}`;
}

/** By naming the tests in -run or the others in -skip. */
function shortestFlags(tests: readonly string[], choice: Choice): string[] | SelectionProblem {
  const { goMinor, user } = choice;
  const subtests = leaveOutPattern(tests.flatMap((test) => choice.below.get(test) ?? []));
  if (goMinor < minorWithSkip && subtests.length > 0)
    return { problem: `${noSkip(goMinor)}: subtests cannot be left out` };
  const chosen = new Set(tests);
  const run = runPattern(user.run, tests, choice.examples);
  const byRun = run === null ? null : flagsOf(run, [...subtests, user.skip]);
  if (byRun !== null && goMinor < minorWithSkippedExamples) return byRun;

  const others = choice.order.filter((name) => !chosen.has(name));
  const cannotSkip = others.find(
    (name) => goMinor < (choice.examples.has(name) ? minorWithSkippedExamples : minorWithSkip),
  );
  if (cannotSkip === undefined) {
    const skip = others.length === 0 ? subtests : [exactParts(others), ...subtests];
    const bySkip = flagsOf(user.run, [...skip, user.skip]);
    return byRun === null || chars(bySkip) < chars(byRun) ? bySkip : byRun;
  }
  if (byRun !== null) return byRun;
  const reason = `-run=${user.run} asks for subtests in some of several alternatives, and ${cannotSkip} cannot be left out of it`;
  return { problem: `${noSkip(goMinor)}: ${reason}` };
}

const chars = (flags: readonly string[]): number => flags.join(' ').length;

function noSkip(goMinor: number): string {
  const ofWhat = goMinor < minorWithSkip ? '' : ' for examples';
  return `Go 1.${String(goMinor)} has no -skip${ofWhat}`;
}

/**
 * Null where the user's alternatives differ in what they say of subtests: which of them meant a test is not known. Before Go 1.22 an
 * example is compared with the whole pattern, slashes and all, so examples are an alternative of their own; the first, because
 * flags such as (?i) hold for all that follows.
 */
function runPattern(
  user: string,
  tests: readonly string[],
  examples: ReadonlySet<string>,
): string | null {
  const found = alternatives(user);
  if (found.every((levels) => levels.length === 1)) return exactParts(tests);
  const [only, ...more] = found;
  if (only === undefined || more.length > 0) return null;
  const withSubtests = tests.filter((name) => !examples.has(name));
  const without = tests.filter((name) => examples.has(name));
  return [
    ...(without.length === 0 ? [] : [exactParts(without)]),
    ...(withSubtests.length === 0 ? [] : [[exactParts(withSubtests), ...only.slice(1)].join('/')]),
  ].join('|');
}

/** An empty pattern is no pattern. The user's comes last: in front it could keep ours from deciding. */
function flagsOf(run: string, skip: readonly string[]): string[] {
  const skips = skip.filter((pattern) => pattern !== '').join('|');
  return [
    ...(run === '' ? [] : [`-test.run=${run}`]),
    ...(skips === '' ? [] : [`-test.skip=${skips}`]),
  ];
}
