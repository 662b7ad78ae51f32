import type { CauseId } from '../report/cause-ids.ts';
import type { Crash } from '../report/schema.ts';

export type KnownCrash = Pick<Crash, 'known' | 'cause' | 'message' | 'waits'>;

const pages = 'https://github.com/org/go-crash-guard/blob/v1/docs/crashes';

/** The page that explains a known crash. */
export function crashPage(id: string): string {
  return `${pages}/${id}.md`;
}

/** Whether an id can be one of the catalog's: a report of somebody else can have any text there. */
export function isCatalogId(id: string): boolean {
  return /^[a-z][a-z0-9-]{0,80}$/.test(id);
}

/** Ends that different mistakes share: what happened is in the text, whose fault it is cannot be. */
const sharedCauses: ReadonlySet<CauseId> = new Set([
  'timeout',
  'deadlock',
  'goroutine-leak',
  'data-race',
  'nil-dereference',
  'go-out-of-memory',
  'signal',
  'killed',
  'os-exit',
  'testmain-exit',
]);
export const sharedMessages: readonly { pattern: RegExp; sample: string }[] = [
  {
    pattern: /^runtime error: (?:index|slice bounds) out of range /,
    sample: 'runtime error: index out of range [3] with length 3',
  },
  {
    pattern: /^runtime error: integer divide by zero$/,
    sample: 'runtime error: integer divide by zero',
  },
  {
    pattern: /^interface conversion: /,
    sample: 'interface conversion: interface {} is int, not string',
  },
  { pattern: /^fault$/, sample: 'fault' },
];

/**
 * How a recognised crash is announced. Where many mistakes end in the same way the case of the catalog is the usual one, not the only
 * one; of a line of source, too, one sees what it does and not why.
 */
export function isUsual({ cause, message }: Pick<Crash, 'cause' | 'message'>): boolean {
  return sharedCauses.has(cause) || sharedMessages.some(({ pattern }) => pattern.test(message));
}

/** The id of a recognised crash; null where a cycle of waits was found, which says more than what is usual. */
export function knownId({ known, cause, message, waits }: KnownCrash): string | null {
  if (known === null || !isCatalogId(known)) return null;
  return waits?.kind === 'cycle' && isUsual({ cause, message }) ? null : known;
}
