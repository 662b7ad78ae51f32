import type { Waker } from './needs.ts';

/** Stands for a crowd that is too large to look at: some of them can surely go on. */
export const nobodyKnows: Waker = {
  who: {
    goroutine: {
      ...{ id: 0, state: '', waitMinutes: 0, lockedToThread: false, leaked: false, bubble: null },
      ...{ labels: {}, frames: [], elided: null, createdBy: null, ancestors: [] },
    },
    ...{ count: 1, role: 'free', awaiting: null, holds: [], seats: [], test: null },
  },
  reason: { kind: 'subtest' },
  sure: false,
};
