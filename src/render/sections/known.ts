import type { Crash } from '../../report/schema.ts';
import { crashPage, isCatalogId, isUsual } from '../crash-page.ts';
import { inlineCode, linked } from '../markdown.ts';

/** `known crash [nil-map-write](...)`: the page has the fix. Null where a crash is not recognised. */
export function knownText(crash: Pick<Crash, 'known' | 'cause'> | null): string | null {
  if (crash === null || crash.known === null || !isCatalogId(crash.known)) return null;
  const page = linked(inlineCode(crash.known), crashPage(crash.known));
  return `${isUsual(crash.cause) ? 'what is usually behind it' : 'known crash'} ${page}`;
}
