import { isOfBuild } from '../cause-words.ts';
import { crashPage, knownId, type KnownCrash } from '../crash-page.ts';
import { inlineCode, linked } from '../markdown.ts';

/** `Usual cause and fix: [nil-map-write](...)`; null where a crash is not recognised. */
export function knownText(crash: KnownCrash | null): string | null {
  const known = crash === null ? null : knownId(crash);
  if (crash === null || known === null) return null;
  const page = linked(inlineCode(known), crashPage(known));
  // What a compiler says is its own cause.
  return `${isOfBuild(crash.cause) ? 'Explained, with the fix' : 'Usual cause and fix'}: ${page}`;
}
