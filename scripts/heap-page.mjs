// The script and the style that every page carries: src/render/html/client and the styles beside it, bundled for browsers.
// node scripts/heap-page.mjs OUT writes them to a folder.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import * as esbuild from 'esbuild';
import { licencesComment } from './licences.mjs';

// In the order in which their rules win: what is printed comes last.
const styles = [...['theme.css', 'page.css', 'flame.css', 'charts.css', 'report.css', 'print.css']];

// The first versions with color-mix().
const target = ['chrome111', 'firefox113', 'safari16.2'];

/**
 * @param {string} root the checkout
 * @returns {Promise<{ files: [string, Uint8Array][], metafile: esbuild.Metafile }>} paths are those inside dist/
 */
export async function heapPageFiles(root) {
  const result = await esbuild.build({
    absWorkingDir: root,
    entryPoints: ['src/render/html/client/page.ts'],
    outdir: join(root, 'dist'),
    write: false,
    metafile: true,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target,
    charset: 'utf8',
    legalComments: 'none', // the licences stand in full in licenses.txt, and their owners in a comment
    loader: { '.css': 'empty' }, // flame.css has the rules for it
    logLevel: 'warning',
    tsconfigRaw: { compilerOptions: { verbatimModuleSyntax: true } },
  });
  const [script] = result.outputFiles;
  if (result.outputFiles.length !== 1 || !script) throw new Error('the pages have one script');
  const sources = styles.map((name) => readFileSync(join(root, 'src/render/html', name), 'utf8'));
  const style = await esbuild.transform(sources.join('\n'), {
    loader: 'css',
    minify: true,
    target,
  });
  return {
    files: [
      ['heap-page/page.js', Buffer.from(licencesComment(root, result.metafile) + script.text)],
      ['heap-page/page.css', Buffer.from(style.code)],
    ],
    metafile: result.metafile,
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const [out] = process.argv.slice(2);
  if (out === undefined) throw new Error('usage: node scripts/heap-page.mjs OUT');
  mkdirSync(out, { recursive: true });
  const { files } = await heapPageFiles(resolve(dirname(fileURLToPath(import.meta.url)), '..'));
  for (const [path, contents] of files) writeFileSync(join(out, basename(path)), contents);
}
