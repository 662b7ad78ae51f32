// Judges what cases printed when they were captured: node scripts/catalog/check.mjs [ID|FAMILY...]
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, readCases } from './case.mjs';
import { shownModule } from './go-run.mjs';
import { importSource } from '../source-module.mjs';
import { catalogFile } from './index.mjs';
import { judge } from './judge.mjs';

const asked = process.argv.slice(2);
/** @type {typeof import('./diagnose.ts')} */
const { diagnose } = await importSource('scripts/catalog/diagnose.ts');
const known = catalogFile();
const wanted = readCases().filter(
  ({ id, family }) => asked.length === 0 || asked.includes(id) || asked.includes(family),
);
let wrong = 0;
let captures = 0;
for (const one of wanted) {
  const files = filesBelow(join(one.folder, 'captures'));
  if (files.length === 0) console.log(`${one.id}: nothing is captured`);
  const fingerprints = new Map();
  for (const file of files) {
    const version = /^go(?<version>.+)\.txt$/.exec(file)?.groups?.['version'] ?? '';
    const text = readFileSync(join(one.folder, 'captures', file), 'utf8');
    const { problems, fingerprint } = judge(
      one,
      { text, version, root: shownModule },
      known,
      diagnose,
    );
    fingerprints.set(fingerprint, version);
    if (fingerprints.size > 1)
      problems.push(`another fingerprint than with Go ${[...fingerprints.values()][0]}`);
    captures += 1;
    if (problems.length > 0) wrong += 1;
    for (const problem of problems)
      console.log(`${one.family}/${one.id} Go ${version}: ${problem}`);
  }
}
console.log(`${wanted.length} cases, ${captures} captures, ${wrong} of them wrong`);
process.exitCode = wrong > 0 || captures === 0 ? 1 : 0;
