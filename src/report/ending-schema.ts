import * as z from 'zod/mini';

export const endings = [
  'passed',
  'failed',
  'crashed',
  'killed',
  'exited',
  'timed-out',
  'build-failed',
  'not-started',
  'no-tests',
  'cancelled',
  'lost',
] as const;
export const endingSchema = z.enum(endings);
export type Ending = (typeof endings)[number];
