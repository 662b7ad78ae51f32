import type { Ending } from '../report/ending-schema.ts';
import type { Reason } from '../report/schema.ts';

export interface Outcome {
  kind: Reason['kind'];
  status: 'fail' | 'incomplete';
}

/** What an ending means for the verdict, before its tests are looked at. */
export const outcomes: Record<Ending, Outcome | null> = {
  passed: null,
  'no-tests': null,
  failed: { kind: 'test-failure', status: 'fail' },
  crashed: { kind: 'crash', status: 'fail' },
  killed: { kind: 'crash', status: 'fail' },
  exited: { kind: 'crash', status: 'fail' },
  'timed-out': { kind: 'crash', status: 'fail' },
  'build-failed': { kind: 'build-failure', status: 'fail' },
  'not-started': { kind: 'lost', status: 'incomplete' },
  lost: { kind: 'lost', status: 'incomplete' },
  cancelled: { kind: 'cancelled', status: 'incomplete' },
};
