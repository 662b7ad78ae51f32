import { causeOfCrash } from '../cause/crash-cause.ts';
import { findBlame, type Blame } from '../crash/blame/blame.ts';
import { fingerprint } from '../crash/likeness/fingerprint.ts';
import type { ParsedCrash } from '../crash/parsed-crash.ts';
import type { Repository } from '../crash/source/repository.ts';
import type { CauseId } from '../report/cause-ids.ts';
import type { Catalog, Recognition } from './catalog.ts';
import { subjectOf, type Subject } from './subject.ts';

/** All that can be found out about a crash from its text, the sources and the catalog. */
export interface Examined {
  parsed: ParsedCrash;
  blame: Blame;
  cause: CauseId;
  fingerprint: string;
  subject: Subject;
  recognition: Recognition;
}

export interface Library {
  repository: Repository;
  catalog: Catalog;
}

/** `blame` where something other than the text tells it. */
export function examine(
  parsed: ParsedCrash,
  { repository, catalog }: Library,
  blame: Blame = findBlame(parsed, repository),
): Examined {
  const subject = subjectOf(parsed, blame, repository);
  return {
    parsed,
    blame,
    cause: causeOfCrash(parsed),
    fingerprint: fingerprint(parsed, blame, repository),
    subject,
    recognition: catalog.recognise(subject),
  };
}
