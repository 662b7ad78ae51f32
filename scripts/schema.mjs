// Writes docs/*.schema.json from the zod schemas; with --check only compares: node scripts/schema.mjs [--check]
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import * as prettier from 'prettier';
import { z } from 'zod';
import { root } from './build.mjs';

const schemas = [
  {
    file: 'docs/settings.schema.json',
    title: 'go-crash-guard settings (.crash-guard.yml)',
    source: 'src/settings/schema.ts',
    name: 'settingsFileSchema',
    io: /** @type {const} */ ('input'), // what a person writes, before defaults
  },
  {
    file: 'docs/report.schema.json',
    title: 'go-crash-guard report (report.json)',
    source: 'src/report/schema.ts',
    name: 'reportSchema',
    io: /** @type {const} */ ('output'),
  },
  {
    file: 'docs/audit.schema.json',
    title: 'go-crash-guard audit --json',
    source: 'src/report/audit.ts',
    name: 'auditSchema',
    io: /** @type {const} */ ('output'),
  },
];

const checkOnly = process.argv.includes('--check');
// Inside node_modules, so that the bundled schema finds the same zod as this script.
const temp = join(root, 'node_modules/.cache/go-crash-guard', `schema-${process.pid}`);
let stale = 0;
try {
  for (const schema of schemas) {
    const text = await jsonSchema(schema);
    const path = join(root, schema.file);
    const current = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    if (current === text) continue;
    if (checkOnly) {
      stale += 1;
      console.error(
        `${schema.file} does not match ${schema.source}: run \`make build\` and commit it.`,
      );
    } else {
      mkdirSync(join(root, 'docs'), { recursive: true });
      writeFileSync(path, text);
      console.log(`${schema.file}: written`);
    }
  }
} finally {
  rmSync(temp, { recursive: true, force: true });
}
if (stale > 0) process.exit(1);
if (checkOnly) console.log('docs/*.schema.json are current');

/** @param {(typeof schemas)[number]} schema */
async function jsonSchema({ file, title, source, name, io }) {
  const outfile = join(temp, `${name}.mjs`);
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: [source],
    outfile,
    bundle: true,
    packages: 'external',
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  });
  const module = await import(pathToFileURL(outfile).href);
  if (!module[name]) throw new Error(`${source} does not export ${name}`);
  const { $schema, ...rest } = z.toJSONSchema(module[name], { io });
  const options = await prettier.resolveConfig(join(root, file));
  return prettier.format(JSON.stringify({ $schema, title, ...rest }), {
    ...options,
    parser: 'json',
  });
}
