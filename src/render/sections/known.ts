import type { Crash } from '../../report/schema.ts';
import { isOfBuild } from '../cause-words.ts';
import { crashPage, isCatalogId } from '../crash-page.ts';
import { inlineCode, linked } from '../markdown.ts';

/** `Usual cause and fix: [nil-map-write](...)`; null where a crash is not recognised. */
export function knownText(crash: Pick<Crash, 'known' | 'cause'> | null): string | null {
  if (crash === null || crash.known === null || !isCatalogId(crash.known)) return null;
  const page = linked(inlineCode(crash.known), crashPage(crash.known));
  // What a compiler says is its own cause.
  return `${isOfBuild(crash.cause) ? 'Explained, with the fix' : 'Usual cause and fix'}: ${page}`;
}
