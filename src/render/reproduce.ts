import type { Report } from '../report/schema.ts';

interface Subject {
  report: Report;
  package: string;
  legs: readonly string[];
  /** Null for the whole package. */
  test: string | null;
}

// Only what a shell and a regular expression take as it is: the line is copied into a terminal.
const plainPath = /^\w[\w.~/-]{0,300}$/;
const plainTest = /^(?:Test|Fuzz|Example|Benchmark)[\p{L}\p{Nd}_]{0,200}$/u;

/** `go test -race -run '^TestAdd$' ./cart`; null where a name does not go into a command line as it is. */
export function reproduceCommand({ report, package: name, legs, test }: Subject): string | null {
  const { module, directory = '' } = report.source;
  if (!plainPath.test(name) || name.includes('..')) return null;
  if (directory !== '' && (!plainPath.test(directory) || directory.includes('..'))) return null;
  const folder =
    name === module
      ? '.'
      : module !== null && name.startsWith(`${module}/`)
        ? `./${name.slice(module.length + 1)}`
        : name;
  const [top = ''] = (test ?? '').split('/');
  const race = report.legs.some((leg) => leg.race && leg.name === legs[0]);
  return [
    ...['go', 'test'],
    ...(directory === '' ? [] : ['-C', directory]),
    ...(race ? ['-race'] : []),
    ...(plainTest.test(top) ? ['-run', `'^${top}$'`] : []),
    folder,
  ].join(' ');
}
