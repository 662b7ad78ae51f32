import type { BaselineOrigin } from '../run/baseline/prepare-baseline.ts';
import type { Job } from './job.ts';
import type { AcceptedLabel } from './label-judgement.ts';

/** Where a workflow run looks for its base: in the branch of the remote that was checked out. */
export function baselineOrigin(
  token: string,
  { event, apiUrl, repository }: Pick<Job, 'event' | 'apiUrl' | 'repository'>,
): BaselineOrigin {
  const ask = async (): Promise<AcceptedLabel> => {
    // Slow to load, and asked only where something has grown.
    const { acceptedLabel } = await import('./accepted-label.ts');
    return acceptedLabel({ token, event, apiUrl, repository });
  };
  return {
    event,
    remote: 'origin',
    token: token === '' ? null : token,
    acceptedLabel: token === '' ? null : ask,
  };
}
