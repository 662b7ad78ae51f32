import type { Waits } from '../../report/waits-schema.ts';

export interface FoundWaits {
  waits: Waits | null;
  /** There was more to look at than is looked at: what is not told may be there. */
  gaveUp: boolean;
}
