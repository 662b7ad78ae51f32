import { shortName } from '../crash/function-name.ts';
import { fitsPackage } from '../heap/compare/pattern.ts';
import type { Leak } from '../report/leak-schema.ts';
import type { AcceptedLeak } from '../settings/resilience.ts';
import { fitsFunction } from './function-pattern.ts';

export interface AcceptanceRules {
  accept: readonly AcceptedLeak[];
  /** Of the patterns that begin with `./`. */
  modulePath: string | null;
  /** `2026-12-31` */
  today: string;
}

type Accepted = Pick<Leak, 'accepted' | 'expired'>;

/** The entry of the settings that lets a leak be; of several one that still holds. */
export function acceptanceOf(
  leak: Pick<Leak, 'package' | 'frames' | 'createdBy' | 'site'>,
  { accept, modulePath, today }: AcceptanceRules,
): Accepted {
  const functions = functionsOf(leak);
  const fitting = accept.filter(
    (entry) =>
      (entry.package === null || fitsPackage(entry.package, leak.package, modulePath)) &&
      functions.some((name) => fitsFunction(entry.function, name)),
  );
  const valid = fitting.find(({ until }) => today <= until);
  const [entry] = fitting;
  if (valid !== undefined) return { accepted: wordsOf(valid) };
  return { accepted: null, ...(entry === undefined ? {} : { expired: wordsOf(entry) }) };
}

/** `example.com/shop/queue.(*Pool).work` and, as people say it, `queue.(*Pool).work`. */
function functionsOf({
  frames,
  createdBy,
  site,
}: Pick<Leak, 'frames' | 'createdBy' | 'site'>): string[] {
  const names = [...frames, site, createdBy].flatMap((frame) => frame?.function ?? []);
  return [...new Set(names.flatMap((name) => [name, shortName(name)]))];
}

function wordsOf({ reason, until }: AcceptedLeak): NonNullable<Leak['accepted']> {
  return { reason, until };
}
