// Writes docs/crashes/ from the catalog; with --check only compares: node scripts/catalog/docs.mjs [--check]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as prettier from 'prettier';
import { familiesFile, readCases } from './case.mjs';
import { indexPage, casePage } from './page.mjs';

const root = resolve(fileURLToPath(import.meta.url), '../../..');
const folder = join(root, 'docs/crashes');
const checkOnly = process.argv.includes('--check');

const cases = readCases();
const families = familiesFile();
const options = {
  ...(await prettier.resolveConfig(join(folder, 'README.md'))),
  parser: 'markdown',
};
/** @type {Map<string, string>} */
const pages = new Map([['README.md', await prettier.format(indexPage(cases, families), options)]]);
for (const one of cases)
  pages.set(`${one.id}.md`, await prettier.format(casePage(one, families), options));

const present = existsSync(folder) ? readdirSync(folder) : [];
const stale = [...pages].filter(
  ([name, text]) => !present.includes(name) || readFileSync(join(folder, name), 'utf8') !== text,
);
const gone = present.filter((name) => !pages.has(name));
if (checkOnly) {
  for (const [name] of stale) console.error(`docs/crashes/${name} is out of date`);
  for (const name of gone) console.error(`docs/crashes/${name} belongs to no case`);
  if (stale.length + gone.length > 0) {
    console.error('Run `make build` and commit docs/crashes.');
    process.exit(1);
  }
  console.log(`docs/crashes is current: ${cases.length} cases`);
} else {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of stale) writeFileSync(join(folder, name), text);
  for (const name of gone) rmSync(join(folder, name));
  console.log(`docs/crashes: ${stale.length} pages written, ${gone.length} removed`);
}
