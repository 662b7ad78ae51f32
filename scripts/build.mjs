// Bundles the action and the command line: node scripts/build.mjs [OUT=dist]
import { chmodSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { catalogFile } from './catalog/index.mjs';
import { heapPageFiles } from './heap-page.mjs';
import { licencesText } from './licences.mjs';

/** The checkout. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

const hashbang = '#!/usr/bin/env node\n';

// Some bundled packages are CommonJS and call require() for Node's own modules, which an ES module does not have.
const banner = [
  "import { createRequire as __createRequire } from 'node:module';",
  'const require = __createRequire(import.meta.url);',
].join('\n');

/**
 * For the tokens of OpenID Connect, which nobody here asks for, @actions/core loads an HTTP client with all of undici, 0.8 MB. These files do
 * nothing when they are loaded, but their package does not say so.
 * @type {esbuild.Plugin}
 */
const withoutUnusedClient = {
  name: 'without-unused-client',
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/oidc-utils\.js$/ }, ({ path, resolveDir }) => ({
      path: join(resolveDir, path),
      sideEffects: false,
    }));
  },
};

/**
 * Bundles into memory: path inside OUT -> bytes, sorted by path.
 * Nothing in it depends on where the checkout lies or on the version of Node that runs this.
 * @returns {Promise<Map<string, Uint8Array>>}
 */
export async function bundle() {
  const outdir = join(root, 'dist');
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/action.ts', 'src/cli.ts', 'src/foreign-report.ts'],
    outdir,
    write: false,
    metafile: true,
    bundle: true,
    splitting: true,
    chunkNames: 'chunks/[name]-[hash]',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    charset: 'utf8',
    legalComments: 'none', // the licences stand in full in licenses.txt
    banner: { js: banner },
    logLevel: 'warning',
    plugins: [withoutUnusedClient],
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });

  /** @type {[string, Uint8Array][]} */
  const files = [];
  for (const file of result.outputFiles) {
    files.push([relative(outdir, file.path).replaceAll('\\', '/'), file.contents]);
  }
  const cli = files.find(([path]) => path === 'cli.js');
  if (cli) cli[1] = withHashbang(cli[1]);
  for (const path of probeFiles(join(root, 'src/probe'))) {
    files.push([`probe/${path}`, readFileSync(join(root, 'src/probe', path))]);
  }
  files.push(['catalog.json', Buffer.from(`${JSON.stringify(catalogFile())}\n`)]);
  const page = await heapPageFiles(root);
  files.push(...page.files);
  files.push(['licenses.txt', Buffer.from(licencesText(root, result.metafile, page.metafile))]);
  files.push(['package.json', Buffer.from('{"type":"module"}\n')]);
  return new Map(files.sort(([a], [b]) => (a < b ? -1 : 1)));
}

/**
 * Replaces OUT by these files. Everything is written beside OUT first, so a build that fails leaves OUT as it was;
 * an OUT that is up to date already is not touched.
 * @param {Map<string, Uint8Array>} files
 * @param {string} out
 */
export function writeBundle(files, out) {
  if (differences(files, out).length === 0) return;
  if (existsSync(out) && readdirSync(out).length > 0 && !existsSync(join(out, 'licenses.txt'))) {
    throw new Error(`${out} is not empty and was not written by this script: refusing to wipe it`);
  }
  const fresh = `${out}.new-${process.pid}`;
  try {
    for (const [path, contents] of files) {
      mkdirSync(dirname(join(fresh, path)), { recursive: true });
      writeFileSync(join(fresh, path), contents);
    }
    if (files.has('cli.js')) chmodSync(join(fresh, 'cli.js'), 0o755);
    rmSync(out, { recursive: true, force: true });
    renameSync(fresh, out);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/**
 * How OUT differs from these files, one sentence a file; empty when it is current.
 * @param {Map<string, Uint8Array>} files
 * @param {string} out
 * @returns {string[]}
 */
export function differences(files, out) {
  const present = new Set(existsSync(out) ? filesBelow(out) : []);
  const problems = [];
  for (const [path, contents] of files) {
    if (!present.delete(path)) problems.push(`${path} is missing`);
    else if (!readFileSync(join(out, path)).equals(contents))
      problems.push(`${path} is out of date`);
  }
  for (const path of present) problems.push(`${path} is not part of the bundle any more`);
  return problems;
}

/** The Go sources that ride along: what the user's toolchain builds, without tests. @param {string} dir */
function probeFiles(dir) {
  if (!existsSync(dir)) return [];
  return filesBelow(dir).filter(
    (path) =>
      /\.(go|mod|sum)$/.test(path) &&
      !path.endsWith('_test.go') &&
      !path.split('/').includes('testdata'),
  );
}

/** @param {string} dir */
function filesBelow(dir) {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(dir, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}

/** @param {Uint8Array} contents */
function withHashbang(contents) {
  const text = Buffer.from(contents).toString('utf8');
  return Buffer.from(text.startsWith('#!') ? text : hashbang + text);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const target = process.argv[2] ?? join(root, 'dist');
  if (target.startsWith('-'))
    throw new Error(`${target} is no folder: node scripts/build.mjs [DIR]`);
  const out = resolve(target);
  const files = await bundle();
  writeBundle(files, out);
  const bytes = [...files.values()].reduce((sum, contents) => sum + contents.length, 0);
  console.log(
    `${relative(process.cwd(), out) || '.'}: ${files.size} files, ${Math.round(bytes / 1024)} KiB`,
  );
}
