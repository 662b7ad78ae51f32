import type { FoundCrash } from '../crash/found-crash.ts';
import type { ParsedCrash } from '../crash/parsed-crash.ts';
import type { PathStep } from '../crash/blame/path-step.ts';
import { pathToPanic } from '../crash/blame/path-to-panic.ts';
import { reportCrashes } from '../crash/report-crash.ts';
import type { Crash } from '../report/schema.ts';
import { examine, type Library } from './examine.ts';
import type { KnownCrash } from './known-crash.ts';
import { familyOf, nearest, type Nearest } from './nearest.ts';
import { regressionTest, type RegressionTest } from './regression-test.ts';

/** A crash with everything that helps a person to mend it. */
export interface Explained {
  crash: Crash;
  parsed: ParsedCrash;
  /** How the program came from the test to the line that is to blame. */
  path: readonly PathStep[];
  known: KnownCrash | null;
  /** For an unknown crash. */
  unknown: {
    family: string | null;
    nearest: Nearest | null;
    regression: RegressionTest | null;
  } | null;
}

/** Every root cause in the crashes of one text, the first one first. */
export function explain(parsed: readonly ParsedCrash[], library: Library): Explained[] {
  const { repository, catalog } = library;
  const all = parsed.map((crash) => examine(crash, library));
  const found = all.map(({ recognition, ...one }): FoundCrash => ({
    ...one,
    known: recognition.known?.id ?? null,
    seen: {
      package: one.parsed.package ?? one.blame.package ?? '',
      leg: '',
      attempt: 0,
      test: one.blame.test,
    },
  }));
  return reportCrashes(found, repository).flatMap((crash) => {
    const first = all.find(({ fingerprint }) => fingerprint === crash.fingerprint);
    if (first === undefined) return [];
    const { subject, blame, recognition } = first;
    const near = recognition.known === null ? nearest(subject, catalog.all) : null;
    return [
      {
        crash,
        parsed: first.parsed,
        path: pathToPanic(first.parsed, blame, repository),
        known: recognition.known,
        unknown:
          recognition.known !== null
            ? null
            : {
                family: familyOf(subject, near),
                nearest: near,
                regression:
                  blame.blame === null ? null : regressionTest(blame.blame, crash, repository),
              },
      },
    ];
  });
}
