import { clip, printable } from '../report/format.ts';
import type { CauseId } from '../report/cause-ids.ts';
import type { Crash, PackageRun, Report } from '../report/schema.ts';
import { fromRoot, isInRepository } from '../report/repository-path.ts';
import { crashPage, isUsual } from './crash-page.ts';
import { grownPlaces } from './heap-annotations.ts';

/** A remark on a line, for whoever publishes it. */
export interface Annotation {
  /** Relative to the root of the repository. */
  path: string;
  line: number;
  /** 255 characters at most. */
  title: string;
  /** Plain text, 4,096 characters at most. */
  message: string;
  level: 'error' | 'warning' | 'notice';
}

const maxTitleChars = 255;
const maxMessageChars = 4096;
const maxPlaces = 10;
const growthRank = 6;

/** What is shown first where only some can be shown: panic, memory, race, timeout, build, failed test; then what grew. */
const ranks: readonly (readonly [rank: number, ids: readonly CauseId[]])[] = [
  [1, ['oom-cgroup', 'oom-host', 'oom-guard', 'go-out-of-memory', 'address-space-limit']],
  [2, ['data-race']],
  [3, ['timeout']],
  [4, ['build-failed', 'build-killed', 'vet-failed', 'setup-failed']],
  [5, ['test-failure']],
];

/** One annotation for each root cause that has a line, and for what made heap usage grow; the most telling first. */
export function annotations(report: Report): Annotation[] {
  const crashes = report.crashes.flatMap((crash) => {
    const annotation = ofCrash(crash);
    return annotation === null ? [] : [{ rank: rankOf(crash.cause), annotation }];
  });
  const failed = report.packages.flatMap((run) =>
    ofFailures(run, report.source.directory ?? '').map((annotation) => ({
      rank: rankOf('test-failure'),
      annotation,
    })),
  );
  const grown = grownPlaces(report)
    .filter(({ path, line }) => line > 0 && isInRepository(path))
    .map(({ path, line, title, message, level }) => ({
      rank: growthRank,
      annotation: { ...annotation(path, line, title, message), level },
    }));
  const told = new Set<string>();
  return [...crashes, ...failed, ...grown]
    .sort((a, b) => a.rank - b.rank)
    .map(({ annotation }) => annotation)
    .filter(({ path, line }) => {
      // A failed test whose line has a crash already says nothing new.
      const place = `${path}:${String(line)}`;
      return !told.has(place) && told.add(place);
    });
}

function rankOf(cause: CauseId): number {
  return ranks.find(([, ids]) => ids.includes(cause))?.[0] ?? 0;
}

function ofCrash(crash: Crash): Annotation | null {
  const { blame, cause, message, known, related, test } = crash;
  if (blame === null || blame.line < 1 || !isInRepository(blame.file)) return null;
  const [first = ''] = message.split('\n', 1);
  const where = test === null ? crash.package : test;
  const places = related
    .slice(0, maxPlaces)
    .map(({ role, file, line, function: name }) => `${role}: ${name} ${file}:${String(line)}`);
  const others = crash.occurrences.length - 1;
  return annotation(
    blame.file,
    blame.line,
    `${cause} in ${where}: ${first}`,
    [
      message,
      ...(blame.function === '' ? [] : [`in ${blame.function}`]),
      ...places,
      ...(others > 0
        ? [`seen ${String(others)} more ${others === 1 ? 'time' : 'times'}: ${seenIn(crash)}`]
        : []),
      ...(known === null
        ? []
        : [
            `${isUsual(cause) ? 'What is usually behind it' : 'Known crash'}, with its fix: ${crashPage(known)}`,
          ]),
    ].join('\n'),
  );
}

function seenIn({ occurrences }: Crash): string {
  const named = occurrences.map(({ test, package: name, leg }) => `${test ?? name} (${leg})`);
  const some = [...new Set(named)].slice(0, maxPlaces);
  return `${some.join(', ')}${named.length > some.length ? ' ...' : ''}`;
}

function ofFailures(run: PackageRun, directory: string): Annotation[] {
  return run.tests.failures.flatMap(({ test, file, line, message }) => {
    if (file === null || line === null || line < 1) return [];
    const path = fromRoot(directory, file);
    if (!isInRepository(path)) return [];
    return [annotation(path, line, `${test} failed`, `${message}\nin ${run.package} (${run.leg})`)];
  });
}

function annotation(path: string, line: number, title: string, message: string): Annotation {
  return {
    path,
    line,
    title: clip(printable(title), maxTitleChars),
    message: clip(
      message
        .split('\n')
        .map((each) => printable(each))
        .join('\n'),
      maxMessageChars,
    ),
    level: 'error',
  };
}
