// The catalog as the bundle carries it: what src/catalog/known-crash.ts describes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createTwoFilesPatch, OMIT_HEADERS } from 'diff';
import { familiesFile, filesBelow, readCases, withoutMarks } from './case.mjs';

/** @returns {import('../../src/catalog/known-crash.ts').CatalogFile} */
export function catalogFile() {
  const families = [...familiesFile()].map(([id, { title }]) => ({ id, title }));
  return { families, crashes: knownCrashes() };
}

/** @returns {import('../../src/catalog/known-crash.ts').KnownCrash[]} */
function knownCrashes() {
  return readCases().map((one) => {
    const { about } = one;
    return {
      id: one.id,
      family: one.family,
      title: about.title,
      cause: about.cause,
      message: about.expect?.message ?? Object.values(about.expect?.messages ?? {}).at(-1) ?? '',
      signatures: about.signatures,
      explanation: about.explanation.trim(),
      rootCause: about['root-cause'].trim(),
      fix: about.fix.trim(),
    };
  });
}

/** Unified diff of the files that differ. @param {import('./case.mjs').Case} one */
export function changeOf(one) {
  const parts = /** @type {const} */ (['before', 'after']);
  const names = new Set(parts.flatMap((part) => filesBelow(join(one.folder, part))));
  return [...names]
    .sort()
    .map((name) => {
      const [before = '', after = ''] = parts.map((part) => textOf(join(one.folder, part), name));
      if (before === after) return '';
      const patch = createTwoFilesPatch(name, name, before, after, '', '', {
        context: 3,
        headerOptions: OMIT_HEADERS,
      });
      return `--- ${before === '' ? '/dev/null' : name}\n+++ ${after === '' ? '/dev/null' : name}\n${patch}`;
    })
    .join('');
}

/** @param {string} folder @param {string} name */
function textOf(folder, name) {
  return filesBelow(folder).includes(name)
    ? withoutMarks(readFileSync(join(folder, name), 'utf8'))
    : '';
}
