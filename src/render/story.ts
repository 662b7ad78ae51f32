import { fit, type Room, type Section } from './fit.ts';
import { acceptanceSection } from './sections/acceptance.ts';
import { causesSection } from './sections/causes.ts';
import { failuresSection } from './sections/failures.ts';
import { fuzzSection } from './sections/fuzz.ts';
import { growthSection } from './sections/growth.ts';
import { budgetsSection, figuresSection, heapTitleSection } from './sections/heap.ts';
import { heapNotesSection } from './sections/heap-notes.ts';
import { historySection } from './sections/history.ts';
import { leaksSection } from './sections/leaks.ts';
import { missingSection } from './sections/missing.ts';
import { nextStepSection } from './sections/next-step.ts';
import {
  artifactsSection,
  footnotesSection,
  gapsSection,
  rebuiltSection,
  wholeRunSection,
} from './sections/notes.ts';
import { packagesSection } from './sections/packages.ts';
import { recoverySection } from './sections/recovery.ts';
import type { Telling } from './sections/telling.ts';
import { verdictSection } from './sections/verdict.ts';

/** What a reader needs first: the verdict, what to do, what failed and where, and what grew. */
export function mainSections(telling: Telling, title: string | null): Section[] {
  return [
    verdictSection(telling, title),
    nextStepSection(telling),
    wholeRunSection(telling),
    causesSection(telling),
    failuresSection(telling),
    missingSection(telling),
    recoverySection(telling),
    fuzzSection(telling),
    leaksSection(telling),
    rebuiltSection(telling),
    heapTitleSection(telling),
    figuresSection(telling),
    budgetsSection(telling),
    historySection(telling),
    growthSection(telling),
    acceptanceSection(telling),
    heapNotesSection(telling),
  ];
}

/** What is looked up: all packages, what was not seen, what was kept. */
export function furtherSections(telling: Telling): Section[] {
  return [
    packagesSection(telling),
    gapsSection(telling),
    footnotesSection(telling),
    artifactsSection(telling),
  ];
}

/** Sections within a limit, as a text that ends with its last line. */
export function told(sections: readonly Section[], room: Room): string {
  return `${fit(sections, { ...room, limit: room.limit - 1 })}\n`;
}
