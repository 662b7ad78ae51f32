// A change of the shop (__tests__/fixtures/growth), as text to replace.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cache } from './injections/cache.mjs';
import { codec } from './injections/codec.mjs';
import { importer } from './injections/importer.mjs';
import { orders } from './injections/orders.mjs';
import { parser } from './injections/parser.mjs';
import { server } from './injections/server.mjs';

/**
 * The text must occur exactly once; an empty one makes a new file.
 * @typedef {{ file: string, from: string, to: string }} Edit
 */

/**
 * A growth. `test` is the one that grows by what `kind` says, `guilty` the function that allocates it, `metric` what must be blocked.
 * @typedef {{ id: string, kind: string, test: string, metric: 'allocBytes' | 'inuseBytes', guilty: string, edits: Edit[] }} Injection
 */

/** @typedef {Injection & { package: string }} Placed */

/** @typedef {{ id: string, what: string, edits: Edit[] }} Harmless */

/** By package of the shop; what the codec does is seen in the importer. */
export const injections = [
  ...inPackage('orders', orders),
  ...inPackage('parser', parser),
  ...inPackage('cache', cache),
  ...inPackage('server', server),
  ...inPackage('importer', importer),
  ...inPackage('importer', codec),
];

/** @param {string} name @param {Injection[]} list */
function inPackage(name, list) {
  return list.map((one) => ({ ...one, package: `example.com/shop/${name}` }));
}

/** Changes a copy of the shop. @param {string} folder @param {Edit[]} edits */
export function apply(folder, edits) {
  for (const { file, from, to } of edits) {
    const path = join(folder, file);
    const before = existsSync(path) ? readFileSync(path, 'utf8') : '';
    if (before.split(from).length !== 2 && from !== '')
      throw new Error(`${file}: not exactly once: ${from}`);
    writeFileSync(path, from === '' ? before + to : before.replace(from, () => to));
  }
}
