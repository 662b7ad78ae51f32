import { raceDetectorsOwn } from '../cause/advice.ts';
import type { Cause } from '../report/schema.ts';

/** What memory is that the Go runtime knows nothing of. */
export function outsideWords(cause: Cause | null): string {
  return cause?.advice.some((text) => text.includes(raceDetectorsOwn)) === true
    ? raceDetectorsOwn
    : 'outside Go: cgo, mmap, C libraries';
}
