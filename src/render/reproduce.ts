import type { Report } from '../report/schema.ts';
import { quoted, reproduceFlags, type ReproduceFlags } from './reproduce-flags.ts';
import { testPattern } from './test-pattern.ts';

interface Subject {
  report: Report;
  package: string;
  legs: readonly string[];
  /** Null for the whole package. */
  test: string | null;
}

// Only what a shell takes as it is: the line is copied into a terminal.
const plainPath = /^\w[\w.~/-]{0,300}$/;
const maxChars = 1000;

/**
 * `go test -race -tags=integration -run '^TestAdd$' -count=1 ./cart`, with the flags of the leg; null where a name or a flag does not
 * go into a command line as it is.
 */
export function reproduceCommand({ report, package: name, legs, test }: Subject): string | null {
  const { directory = '' } = report.source;
  if (!plainPath.test(name) || name.includes('..')) return null;
  if (directory !== '' && (!plainPath.test(directory) || directory.includes('..'))) return null;
  const leg = report.legs.find((each) => each.name === legs[0]);
  const given = reproduceFlags(leg?.command ?? []);
  if (given === null) return null;
  const which = whichTests(test, given);
  if (which === null) return null;
  const command = [
    ...['go', 'test'],
    ...(directory === '' ? [] : ['-C', directory]),
    ...(leg?.race === true ? ['-race'] : []),
    ...given.flags,
    ...which,
    // Without it go test may tell what an earlier run said.
    ...(given.hasCount ? [] : ['-count=1']),
    folderOf(name, report),
    ...given.own,
  ].join(' ');
  return command.length > maxChars ? null : command;
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
