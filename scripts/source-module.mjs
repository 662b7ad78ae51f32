// Lets a script use the sources: Node 20 does not read TypeScript.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Bundles a TypeScript file and imports it. @param {string} path from the root of the checkout */
export async function importSource(path) {
  const folder = join(root, 'node_modules/.cache/sources');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, `${path.replaceAll('/', '-')}-${process.pid}.mjs`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [path],
    outfile,
    bundle: true,
    format: 'esm',
    packages: 'external',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  try {
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(outfile, { force: true });
  }
}
