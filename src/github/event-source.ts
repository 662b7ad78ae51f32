import type { Source } from '../report/schema.ts';

/** Where the code came from, as the workflow event tells. */
export function eventSource(told: {
  repository: string;
  sha: string;
  ref: string;
  eventName: string;
}): Source {
  const text = (value: string): string | null => (value === '' ? null : value);
  return {
    module: null,
    repository: text(told.repository),
    sha: text(told.sha),
    ref: text(told.ref),
    event: text(told.eventName),
  };
}
