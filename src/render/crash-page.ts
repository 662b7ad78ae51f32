import type { CauseId } from '../report/cause-ids.ts';

const pages = 'https://github.com/org/go-crash-guard/blob/v1/docs/crashes';

/** The page that explains a known crash. */
export function crashPage(id: string): string {
  return `${pages}/${id}.md`;
}

/**
 * How a recognised crash is announced. What a goroutine waits for is seen in the text, why nobody comes is not: there the case of the
 * catalog is the usual one, not the only one.
 */
export function isUsual(cause: CauseId): boolean {
  return cause === 'timeout' || cause === 'deadlock';
}
