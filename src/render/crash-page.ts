import type { CauseId } from '../report/cause-ids.ts';

const pages = 'https://github.com/org/go-crash-guard/blob/v1/docs/crashes';

/** The page that explains a known crash. */
export function crashPage(id: string): string {
  return `${pages}/${id}.md`;
}

/** Whether an id can be one of the catalog's: a report of somebody else can have any text there. */
export function isCatalogId(id: string): boolean {
  return /^[a-z][a-z0-9-]{0,80}$/.test(id);
}

/**
 * How a recognised crash is announced. What a goroutine waits for is seen in the text, why nobody comes is not: there the case of the
 * catalog is the usual one, not the only one.
 */
export function isUsual(cause: CauseId): boolean {
  return cause === 'timeout' || cause === 'deadlock';
}
