// Jest's global set-up: bundles the sources as they are now, so that a test that starts the real command line never
// runs yesterday's code, and dist/ stays untouched.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, root, writeBundle } from '../../scripts/build.mjs';

// A folder for each content, which nobody changes any more: several runs of jest may use the same checkout.
const folder = join(root, 'node_modules/.cache/go-crash-guard/bundles');
const keptMs = 6 * 3600 * 1000;

export default async function buildBundle() {
  delete process.env['TESTED_BUNDLE'];
  try {
    const files = await bundle();
    const out = join(folder, hashOf(files));
    if (!existsSync(out)) place(files, out);
    utimesSync(out, new Date(), new Date());
    process.env['TESTED_BUNDLE'] = out;
    removeOld();
  } catch (error) {
    // The tests of single functions are still worth running; those that need the bundle fail by name.
    console.error(`The bundle could not be built, tests that start it will fail: ${String(error)}`);
  }
}

/** @param {Map<string, Uint8Array>} files @param {string} out */
function place(files, out) {
  const fresh = `${out}.of-${String(process.pid)}`;
  writeBundle(files, fresh);
  try {
    renameSync(fresh, out);
  } catch (error) {
    rmSync(fresh, { recursive: true, force: true });
    if (!existsSync(out)) throw error; // else another run was faster
  }
}

/** @param {Map<string, Uint8Array>} files */
function hashOf(files) {
  const hash = createHash('sha256');
  for (const [path, contents] of files)
    hash.update(JSON.stringify([path, contents.length])).update(contents);
  return hash.digest('hex').slice(0, 16);
}

function removeOld() {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    const { mtimeMs } = statSync(path, { throwIfNoEntry: false }) ?? { mtimeMs: Infinity };
    if (Date.now() - mtimeMs > keptMs) rmSync(path, { recursive: true, force: true });
  }
}
