import { expect, it } from '@jest/globals';
import type { BaseEvent } from '../../src/baseline/events.ts';
import { isTracked } from '../../src/baseline/tracked.ts';
import { processorMs } from '../support/processor-time.ts';

const commit = 'a'.repeat(40);
const head = { commit, committedAt: '2026-11-21T10:00:00.000Z', clean: true };
const push = (branch: string, defaultBranch: string | null = 'trunk'): BaseEvent => ({
  ...{ kind: 'push', branch, before: null, after: commit, defaultBranch },
});
const pullRequest: BaseEvent = {
  ...{ kind: 'pull-request', number: 7, action: 'opened', label: null, fork: false },
  ...{ baseRef: 'main', baseSha: commit, headSha: commit },
};

it.each([
  ['the default branch', push('trunk'), null, true],
  ['main', push('main'), null, true],
  ['master, where nobody knows the default branch', push('master', null), null, true],
  ['another branch', push('topic'), null, false],
  ['a branch of the settings', push('release/1.2'), ['release/*'], true],
  ['the default branch, when the settings name others', push('trunk'), ['release/*'], false],
  ['a branch that only begins like one of the settings', push('main-2'), ['main'], false],
  ['a branch with the parts in another order', push('b-a'), ['a*b'], false],
  ['a branch with all the parts', push('v1/x/fix/2'), ['v*/x/*/2'], true],
  ['a branch that is too short for the pattern', push('aba'), ['ab*ba'], false],
  ['a branch whose name has a dot where another has anything', push('v1x2'), ['v1.2'], false],
  ['a pull request', pullRequest, ['*'], false],
  [
    'a merge group',
    { kind: 'merge-group', baseSha: commit, headSha: commit, number: 1 },
    ['*'],
    false,
  ],
  ['a tag', { kind: 'tag', tag: 'main' }, ['*'], false],
  ['a schedule', { kind: 'other', name: 'schedule' }, ['*'], false],
] as const)('%s', (_, event, branches, record) => {
  const tracked = isTracked(event, head, branches);
  expect(tracked.record).toBe(record);
  expect(tracked.because).not.toBe('');
});

it('another commit than the one that was pushed is not recorded', () => {
  expect(isTracked(push('main'), { ...head, commit: 'b'.repeat(40) }, null).record).toBe(false);
});

it('what earlier steps of the workflow left in the work tree does not matter', () => {
  expect(isTracked(push('main'), { ...head, clean: false }, null).record).toBe(true);
});

it('in a terminal every clean commit is recorded, and nothing else', () => {
  expect(isTracked(null, head, null).record).toBe(true);
  expect(isTracked(null, head, ['main']).record).toBe(true);
  expect(isTracked(null, { ...head, clean: false }, null)).toEqual({
    record: false,
    because: 'the work tree has changes that are not committed',
  });
  expect(isTracked(null, { ...head, commit: null }, null).record).toBe(false);
});

it('many stars take no longer than the text is long', () => {
  const branches = [`${'a*'.repeat(50_000)}b`];
  let record = true;
  const spentMs = processorMs(
    () => ({ record } = isTracked(push('a'.repeat(1000)), head, branches)),
  );
  expect(record).toBe(false);
  expect(spentMs).toBeLessThan(1000);
});
