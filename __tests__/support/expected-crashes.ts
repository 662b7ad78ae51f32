import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Crash, PackageRun, Report } from '../../src/report/schema.ts';
import type { OneOf } from './expected-endings.ts';
import { fixture } from './guarded.ts';

// What the report must say of each crash of a fixture module: crashes.json, from case or package and leg to the crash that ended the
// run; several where chance decides. CRASHES=write writes down what is found, to be read by a person before it is committed.

/** Numbers in the message are N: they differ from run to run. Null where nothing crashed. */
export type ExpectedCrash = Pick<Crash, 'cause' | 'message' | 'test' | 'known'> & {
  /** FILE:LINE below the fixture's folder; of a race both, sorted. */
  blame: string | null;
};

const writes = process.env['CRASHES'] === 'write';

export interface ExpectedCrashes {
  /** What differs from the expectation, one line each. */
  mismatches: (key: string, report: Report, run: PackageRun) => string[];
}

export function expectedCrashes(module: string): ExpectedCrashes {
  const path = join(fixture(module), 'crashes.json');
  const all: Record<string, OneOf<ExpectedCrash | null>> = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as typeof all)
    : {};
  return {
    mismatches(key, report, run) {
      const found = mainCrash(report, run, module);
      const want = all[key];
      const wanted = (Array.isArray(want) ? want : [want]).map((crash) => JSON.stringify(crash));
      const got = JSON.stringify(found);
      if (writes && !wanted.includes(got)) {
        all[key] = found;
        const sorted = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
        writeFileSync(path, `${JSON.stringify(sorted, null, 2)}\n`);
        return [];
      }
      if (want === undefined) return [`crashes.json of ${module} has no ${key}`];
      return wanted.includes(got) ? [] : [`crash: want ${wanted.join(' or ')}, got ${got}`];
    },
  };
}

/** Of the crashes of a package, the one that the cause is about. */
function mainCrash(
  { crashes, source }: Report,
  run: PackageRun,
  module: string,
): ExpectedCrash | null {
  const own = crashes.filter(({ occurrences }) =>
    occurrences.some((seen) => seen.package === run.package && seen.leg === run.leg),
  );
  const crash = own.find(({ cause }) => cause === run.cause?.id) ?? own[0];
  if (crash === undefined) return null;
  const { cause, message, blame, related, known, occurrences } = crash;
  const seen = occurrences.find((one) => one.package === run.package && one.leg === run.leg);
  const root = source.directory === '' ? '' : `${source.directory ?? fixture(module)}/`;
  const accesses = related.filter(({ role }) => role === 'previous access');
  const lines = [
    ...(blame === null ? [] : [blame]),
    ...(cause === 'data-race' ? accesses : []),
  ].map(({ file, line }) => `${file.replace(root, '')}:${String(line)}`);
  return {
    cause,
    message: message.replaceAll(/0x[0-9a-f]+|\d+(?:\.\d+)?/g, 'N'),
    test: seen?.test ?? null,
    known,
    blame: lines.length === 0 ? null : [...new Set(lines)].sort().join(' and '),
  };
}
