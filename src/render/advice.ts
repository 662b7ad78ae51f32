import type { Cause, PackageRun } from '../report/schema.ts';
import type { Waits } from '../report/waits-schema.ts';
import { fitsText } from './recovery-words.ts';

const breakCycle =
  'break the cycle: take these in one order everywhere, and hold none while waiting';

/** What to do about the end of a run: what its goroutines or its further attempts showed, then what the rules of its cause advise. */
export function adviceOn(
  { id, advice }: Pick<Cause, 'id' | 'advice'>,
  run: PackageRun | undefined,
  waits: Waits | undefined,
): readonly string[] {
  if (waits?.kind === 'cycle') return [breakCycle];
  const fits = run?.cause?.id === id ? fitsText(run) : null;
  return fits === null ? advice : [fits, ...advice];
}
