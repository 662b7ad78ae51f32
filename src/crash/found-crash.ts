import type { CauseId } from '../report/cause-ids.ts';
import type { Blame } from './blame/blame.ts';
import type { ParsedCrash } from './parsed-crash.ts';

/** One crash, where it was seen and what was found out about it. */
export interface FoundCrash {
  parsed: ParsedCrash;
  blame: Blame;
  cause: CauseId;
  fingerprint: string;
  /** Id in the catalog of known crashes. */
  known: string | null;
  seen: Occurrence;
}

/** `attempt` counts from 1; where a crash is in a text that no run belongs to, leg is '' and attempt 0. */
export interface Occurrence {
  package: string;
  leg: string;
  attempt: number;
  test: string | null;
}
