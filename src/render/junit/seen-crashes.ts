import type { Crash, PackageRun, Report } from '../../report/schema.ts';
import { fromRoot, isInRepository } from '../../report/repository-path.ts';
import type { JunitCase, Place, Trouble } from './case.ts';
import { crashDetail } from './crash-detail.ts';
import { suiteMap } from './suite-map.ts';

/** The crashes that were seen in one package of one leg; each is handed out once. */
export interface SeenCrashes {
  /** The next crash of this test. */
  take: (test: string | null) => Crash | null;
  /** Those that nobody took. */
  rest: () => { crash: Crash; test: string | null }[];
}

type ByTest = Map<string | null, Set<Crash>>;

const noCrashes: ByTest = new Map();

/** The crashes of each package and leg. */
export function crashesBySuite(report: Report): (run: PackageRun) => SeenCrashes {
  const suites = suiteMap<ByTest>();
  for (const crash of report.crashes) {
    for (const { package: name, leg, test } of crash.occurrences) {
      const byTest = suites.get(name, leg) ?? new Map<string | null, Set<Crash>>();
      suites.set(name, leg, byTest.set(test, (byTest.get(test) ?? new Set()).add(crash)));
    }
  }
  const summaries = new Set(report.packages.flatMap(({ cause }) => cause?.summary ?? []));
  return (run) => {
    // Seen in several legs, it has the figures of one: each leg tells its own.
    const own = (crash: Crash): Crash =>
      run.cause?.id === crash.cause && summaries.has(crash.message)
        ? { ...crash, message: run.cause.summary }
        : crash;
    return seenCrashes(suites.get(run.package, run.leg) ?? noCrashes, own);
  };
}

function seenCrashes(byTest: ByTest, own: (crash: Crash) => Crash): SeenCrashes {
  return {
    take(test) {
      const [crash = null] = byTest.get(test) ?? [];
      if (crash !== null) byTest.get(test)?.delete(crash);
      return crash === null ? null : own(crash);
    },
    rest: () =>
      [...byTest].flatMap(([test, crashes]) =>
        [...crashes].map((crash) => ({ crash: own(crash), test })),
      ),
  };
}

/** What a case is that stands for a crash. */
export function crashed(crash: Crash, run: PackageRun): Pick<JunitCase, 'place' | 'result'> {
  const { blame } = crash;
  return {
    place: blame === null ? null : placeIn('', blame.file, blame.line),
    result: { kind: 'error', ...crashTrouble(crash, run) },
  };
}

export function crashTrouble(crash: Crash, run: PackageRun): Trouble {
  const { cause, message } = crash;
  return { type: cause, message, detail: crashDetail(crash, run) };
}

/** A line of a file that the repository has; the file is relative to a folder of it. */
export function placeIn(directory: string, file: string | null, line: number | null): Place | null {
  if (file === null || line === null || line < 1) return null;
  // The file alone, too: behind a folder an absolute path looks like one of the repository.
  const path = fromRoot(directory, file);
  return isInRepository(file) && isInRepository(path) ? { file: path, line } : null;
}
