import type { CrashKind } from '../crash/parsed-crash.ts';
import { catalogSchema, type CatalogFile, type KnownCrash } from './known-crash.ts';
import { weigh } from './signature.ts';
import type { Subject } from './subject.ts';

/** What the catalog knows of a crash. */
export interface Recognition {
  known: KnownCrash | null;
  /** Others that fit as well; the catalog's own test allows none. */
  alike: readonly KnownCrash[];
}

export interface Catalog {
  all: readonly KnownCrash[];
  familyTitle: (family: string) => string;
  recognise: (subject: Subject) => Recognition;
}

/** Reads catalog.json. Throws for what is no catalog: it comes with the bundle. */
export function readCatalog(json: string): Catalog {
  return createCatalog(catalogSchema.parse(JSON.parse(json)));
}

/** The signature with the most conditions wins. */
export function createCatalog({ crashes: all, families }: CatalogFile): Catalog {
  const byKind = new Map<CrashKind, Set<KnownCrash>>();
  for (const known of all) {
    for (const { kind } of known.signatures) {
      const same = byKind.get(kind) ?? new Set();
      byKind.set(kind, same.add(known));
    }
  }
  const recognise = (subject: Subject): Recognition => {
    let best: KnownCrash[] = [];
    let heaviest = 0;
    for (const known of byKind.get(subject.crash.kind) ?? []) {
      const weight = Math.max(0, ...known.signatures.map((each) => weigh(each, subject) ?? 0));
      if (weight > heaviest) best = [];
      if (weight > 0 && weight >= heaviest) best.push(known);
      heaviest = Math.max(heaviest, weight);
    }
    const [only, ...others] = best;
    // Two that fit equally well: which of them it is would be a guess.
    if (others.length > 0) return { known: null, alike: best };
    return { known: only ?? null, alike: [] };
  };
  const familyTitle = (family: string): string =>
    families.find(({ id }) => id === family)?.title ?? family;
  return { all, familyTitle, recognise };
}
