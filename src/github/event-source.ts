import { context } from '@actions/github';
import type { Source } from '../report/schema.ts';

/** Where the code came from, as the workflow event tells. */
export function eventSource(repository: string | undefined): Source {
  const text = (value: string | undefined): string | null =>
    value === undefined || value === '' ? null : value;
  return {
    module: null,
    repository: text(repository),
    sha: text(context.sha),
    ref: text(context.ref),
    event: text(context.eventName),
  };
}
