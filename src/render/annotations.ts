import { clip, printable } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { CauseId } from '../report/cause-ids.ts';
import type { Report } from '../report/schema.ts';
import { isInRepository } from '../report/repository-path.ts';
import { crashRemarks, type Remark } from './crash-annotations.ts';
import { failedTests } from './failures.ts';
import { grownPlaces } from './heap-annotations.ts';
import { keys } from './keys.ts';
import { leakRemarks } from './leak-annotations.ts';

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
const maxOnLine = 10;
/** More than is shown, of each part: control characters are taken away later. */
const maxCharsRead = 16 * 1024;
const growthRank = 6;
const leakRank = 7;

/** What is shown first where only some can be shown: panic, memory, race, timeout, build, failed test; then what grew or leaks. */
const ranks: readonly (readonly [rank: number, ids: readonly CauseId[]])[] = [
  [1, ['oom-cgroup', 'oom-host', 'oom-guard', 'go-out-of-memory', 'address-space-limit']],
  [2, ['data-race']],
  [3, ['timeout']],
  [4, ['build-failed', 'build-killed', 'vet-failed', 'setup-failed']],
  [5, ['test-failure']],
];

/** One annotation for each line with root causes, failed tests, a growth of heap usage or a leak; the most telling first. */
export function annotations(report: Report): Annotation[] {
  const crashes = crashRemarks(report);
  const keyOf = keys();
  const told = new Set(
    crashes.flatMap(({ crash, remark: { path, line } }) =>
      crash.occurrences.map((seen) => keyOf([seen.package, seen.test, path, line])),
    ),
  );
  const all: { rank: number; remark: Remark }[] = [
    ...crashes.map(({ cause, remark }) => ({ rank: rankOf(cause), remark })),
    ...failureRemarks(report, (parts) => told.has(keyOf(parts))).map((remark) => ({
      rank: rankOf('test-failure'),
      remark,
    })),
    ...grownPlaces(report)
      .filter(({ path, line }) => line > 0 && isInRepository(path))
      .map((remark) => ({ rank: growthRank, remark })),
    ...leakRemarks(report).map((remark) => ({ rank: leakRank, remark })),
  ];
  const lines = new Map<string, Remark[]>();
  for (const { remark } of all.sort((a, b) => a.rank - b.rank)) {
    const place = keyOf([remark.path, remark.line]);
    const same = lines.get(place);
    if (same === undefined) lines.set(place, [remark]);
    else same.push(remark);
  }
  return [...lines.values()].flatMap(onLine);
}

function rankOf(cause: CauseId): number {
  return ranks.find(([, ids]) => ids.includes(cause))?.[0] ?? 0;
}

/** Failed tests with a line, but for those of which a crash tells on that line. */
function failureRemarks(
  report: Report,
  isTold: (parts: [name: string, test: string, path: string, line: number]) => boolean,
): Remark[] {
  return failedTests(report).flatMap(({ test, file, line, message, package: name, legs }) => {
    if (file === null || line === null || line < 1 || !isInRepository(file)) return [];
    if (isTold([name, test, file, line])) return [];
    return [
      {
        ...{ path: file, line, title: `${test} failed`, level: 'error' as const },
        message: `${message || 'it said nothing'}\nin ${name} (${legs.join(', ')})`,
      },
    ];
  });
}

/** All remarks on one line; the title is that of the most telling one. */
function onLine(remarks: readonly Remark[]): Annotation[] {
  const [first, ...others] = remarks;
  if (first === undefined) return [];
  const more = others.length === 0 ? '' : ` (and ${String(others.length)} more here)`;
  const left = others.length - maxOnLine;
  const message = [
    clip(first.message, maxCharsRead),
    ...others
      .slice(0, maxOnLine)
      .map(
        ({ title, message: text }) => `${clip(title, maxTitleChars)}\n${clip(text, maxCharsRead)}`,
      ),
    ...(left > 0 ? [`and ${plural(left, 'more remark')} on this line`] : []),
  ].join('\n\n');
  const text = message
    .split('\n')
    .map((each) => printable(each))
    .join('\n');
  return [
    {
      ...{ path: first.path, line: first.line },
      title: `${clip(printable(clip(first.title, maxCharsRead)), maxTitleChars - more.length)}${more}`,
      message: clip(text, maxMessageChars),
      level: first.level,
    },
  ];
}
