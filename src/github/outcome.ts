import { Refused } from './api-call.ts';

/**
 * What came of something that was to be published. Publishing never changes a verdict: what GitHub refuses is a warning for a person,
 * who learns which permission is missing and the line to add.
 */
export type Outcome<T> =
  | { kind: 'done'; value: T }
  /** There is nothing to publish to, or the settings do not want it; no warning. */
  | { kind: 'skipped'; because: string }
  | { kind: 'refused'; warning: string };

/** What GitHub refuses is an outcome; anything else that is thrown is a bug of ours. */
export async function outcomeOf<T>(publish: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await publish();
  } catch (error) {
    if (error instanceof Refused) return { kind: 'refused', warning: error.warning };
    throw error;
  }
}
