import type { BaseEvent } from '../baseline/events.ts';
import { Refused } from './api-call.ts';
import { openGithub, type GithubOptions } from './client.ts';
import { judgeLabel, type AcceptedLabel } from './label-judgement.ts';
import { openLabelSource } from './label-source.ts';

export interface LabelRequest extends GithubOptions {
  event: BaseEvent | null;
}

const none: AcceptedLabel = { kind: 'not-accepted', because: null };

/**
 * Asks GitHub whether `memory-accepted` was set on this head, by somebody who may write to the repository. A merge group and the
 * push that merges it count as the pull request that they come from. Never throws: what GitHub does not tell is not accepted.
 */
export async function acceptedLabel(request: LabelRequest): Promise<AcceptedLabel> {
  const { event } = request;
  const source = openLabelSource(openGithub(request));
  try {
    switch (event?.kind) {
      case 'pull-request':
        return await judgeLabel(source, event.number, event);
      case 'merge-group':
        return event.number === null ? none : await judgeLabel(source, event.number, null);
      case 'push': {
        const merged = await source.mergedBy(event.after);
        return merged === null ? none : await judgeLabel(source, merged, null);
      }
      case 'tag':
      case 'other':
      case undefined:
        return none;
    }
  } catch (error) {
    if (error instanceof Refused)
      return {
        kind: 'not-accepted',
        because: `a label cannot accept the growth: ${error.message}`,
      };
    throw error;
  }
}
