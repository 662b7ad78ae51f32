import type { PackageRun, Reason } from '../report/schema.ts';
import type { FuzzReport } from '../report/search-schema.ts';

interface FuzzReason {
  reason: Reason;
  status: 'fail' | 'incomplete';
}

/** What the outcome of a fuzz target means; null for nothing. */
const meanings: Record<
  FuzzReport['outcome'],
  { kind: Reason['kind']; status: FuzzReason['status']; what: string } | null
> = {
  clean: null,
  // Its own decision, as with a skipped test.
  skipped: null,
  failed: { kind: 'test-failure', status: 'fail', what: 'failed while it was fuzzed' },
  crashed: { kind: 'crash', status: 'fail', what: 'crashed while it was fuzzed' },
  hung: { kind: 'crash', status: 'fail', what: 'hung while it was fuzzed' },
  'out-of-memory': { kind: 'crash', status: 'fail', what: 'ran out of memory while it was fuzzed' },
  stopped: { kind: 'missing-tests', status: 'incomplete', what: 'was not fuzzed to the end' },
};

/** Why a package's fuzz targets keep a run from being green. */
export function* fuzzReasons(run: PackageRun): Generator<FuzzReason> {
  for (const { target, outcome, because, failing } of run.fuzz ?? []) {
    const meaning = meanings[outcome];
    if (meaning === null) continue;
    const { kind, status, what } = meaning;
    const parts = [failing?.corpusFile ?? '', because ?? ''].filter((part) => part !== '');
    const message = [`${target} ${what}`, ...parts].join(': ');
    yield {
      status,
      reason: { kind, message, package: run.package, leg: run.leg, test: target },
    };
  }
}
