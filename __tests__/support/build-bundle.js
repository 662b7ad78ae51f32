// Jest's global set-up: bundles the sources as they are now, so that a test that starts the real command line never
// runs yesterday's code, and dist/ stays untouched.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundle, root, writeBundle } from '../../scripts/build.mjs';

const out = join(root, 'node_modules/.cache/go-crash-guard/dist');

export default async function buildBundle() {
  try {
    writeBundle(await bundle(), out);
  } catch (error) {
    // The tests of single functions are still worth running; those that need the bundle fail by name.
    rmSync(out, { recursive: true, force: true });
    console.error(`The bundle could not be built, tests that start it will fail: ${String(error)}`);
  }
}
