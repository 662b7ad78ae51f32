import { decisiveAttempt } from '../report/decisive-attempt.ts';
import type { Report } from '../report/schema.ts';
import { isolationFlags } from './isolation-flags.ts';
import { isSeed } from './recovery-words.ts';
import { quoted, reproduceFlags, type ReproduceFlags } from './reproduce-flags.ts';
import { repetitionFlags } from './repetition.ts';
import { testPattern } from './test-pattern.ts';

interface Subject {
  report: Report;
  package: string;
  legs: readonly string[];
  /** Null for the whole package. */
  test: string | null;
  /** What an isolation found: they take the place of the test and of equal flags of the leg. */
  flags?: readonly string[];
}

// Only what a shell takes as it is: the line is copied into a terminal.
const plainPath = /^\w[\w.~/-]{0,300}$/;
const maxChars = 1000;

/**
 * `go test -race -tags=integration -run '^TestAdd$' -count=1 ./cart`, with the flags of the leg; null where a name or a flag does not
 * go into a command line as it is.
 */
export function reproduceCommand(subject: Subject): string | null {
  const { report, package: name, legs, test, flags = [] } = subject;
  const { directory = '' } = report.source;
  if (!plainPath.test(name) || name.includes('..') || isFoundInput(subject)) return null;
  if (directory !== '' && (!plainPath.test(directory) || directory.includes('..'))) return null;
  const leg = report.legs.find((each) => each.name === legs[0]);
  const given = reproduceFlags(leg?.command ?? []);
  if (given === null) return null;
  const run = report.packages.find((each) => each.package === name && each.leg === leg?.name);
  const repeated = flags.length > 0 || run === undefined ? [] : repetitionFlags(run);
  const isolated = isolationFlags(flags.length > 0 ? flags : repeated);
  if (isolated === null) return null;
  const chosen = isolated.has('run') ? [] : whichTests(isolated.size > 0 ? null : test, given);
  const which = chosen === null ? null : [...chosen, ...isolated.values()];
  const seed = run === undefined ? undefined : decisiveAttempt(run)?.shuffleSeed;
  if (which === null) return null;
  const command = [
    ...['go', 'test'],
    ...(directory === '' ? [] : ['-C', directory]),
    ...(leg?.race === true ? ['-race'] : []),
    ...given.flags
      .filter((flag) => !isolated.has(/^-(?<name>\w+)/.exec(flag)?.groups?.['name'] ?? ''))
      .map((flag) => inSeenOrder(flag, seed)),
    ...which,
    // Without it go test may tell what an earlier run said.
    ...(given.hasCount || isolated.has('count') ? [] : ['-count=1']),
    folderOf(name, report),
    ...given.own,
  ].join(' ');
  return command.length > maxChars ? null : command;
}

/** An input that fuzzing found is not in the checkout: the command would run nothing, and pass. */
function isFoundInput({ report, package: name, test }: Subject): boolean {
  const found = report.packages
    .filter((run) => run.package === name)
    .flatMap(({ fuzz = [] }) => fuzz);
  return found.some(
    ({ target, failing }) =>
      failing !== null && test === `${target}/${basename(failing.corpusFile)}`,
  );
}

function basename(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** `-shuffle=on` in the order that go test has drawn. */
function inSeenOrder(flag: string, seed: string | undefined): string {
  return flag === '-shuffle=on' && isSeed(seed) ? `-shuffle=${seed}` : flag;
}

function whichTests(test: string | null, { run }: ReproduceFlags): string[] | null {
  const pattern = test === null ? null : testPattern(test);
  // -run does not choose benchmarks.
  if (pattern?.startsWith('^Benchmark') === true) return ['-run', "'^$'", '-bench', `'${pattern}'`];
  if (pattern !== null) return ['-run', `'${pattern}'`];
  if (run === null) return [];
  const text = quoted(run);
  return text === null ? null : [`-run=${text}`];
}

function folderOf(name: string, { source: { module } }: Report): string {
  if (name === module) return '.';
  return module !== null && name.startsWith(`${module}/`)
    ? `./${name.slice(module.length + 1)}`
    : name;
}
