import { context } from '@actions/github';
import { parseEvent } from '../baseline/events.ts';
import type { BaselineOrigin } from '../run/baseline/prepare-baseline.ts';
import { acceptedLabel } from './accepted-label.ts';

/** Where a workflow run looks for its base: in the branch of the remote that was checked out. */
export function baselineOrigin(token: string): BaselineOrigin {
  const event = parseEvent(context.eventName, context.payload);
  const ask = (): ReturnType<typeof acceptedLabel> => {
    const { owner, repo } = context.repo;
    const request = { token, event, apiUrl: context.apiUrl, repository: `${owner}/${repo}` };
    return acceptedLabel(request);
  };
  return {
    event,
    remote: 'origin',
    token: token === '' ? null : token,
    acceptedLabel: token === '' ? null : ask,
  };
}
