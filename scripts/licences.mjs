import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The text of licenses.txt: name, version and licence of every package of which at least one line is in the bundle.
 * @param {string} root the checkout
 * @param {import('esbuild').Metafile} metafile
 */
export function licencesText(root, metafile) {
  /** @type {Map<string, string>} */
  const sections = new Map();
  for (const output of Object.values(metafile.outputs)) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      if (bytesInOutput === 0 || !input.includes('node_modules/')) continue;
      const folder = packageFolder(root, input);
      const { name, version, license } = manifest(folder);
      sections.set(`${name}@${version}`, section(folder, name, version, license));
    }
  }
  const sorted = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text);
  return `${['The bundle contains code of these packages.', ...sorted].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * The folder of the package that a bundled file belongs to. Packages keep nested package.json files that only say
 * {"type": "commonjs"}, so the folder is taken from the path.
 * @param {string} root
 * @param {string} input
 */
function packageFolder(root, input) {
  const match = /^(?<folder>.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
  return join(root, match?.groups?.['folder'] ?? dirname(input));
}

/**
 * @param {string} folder
 * @returns {{ name: string, version: string, license: string }}
 */
function manifest(folder) {
  const { name, version, license, licenses } = JSON.parse(
    readFileSync(join(folder, 'package.json'), 'utf8'),
  );
  return { name, version, license: license?.type ?? license ?? licenses?.[0]?.type ?? 'unknown' };
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} version
 * @param {string} license
 */
function section(folder, name, version, license) {
  const texts = existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
        .filter((file) => !/\.(js|ts|json)$/i.test(file))
        .sort()
        .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    : [];
  const text = texts.length > 0 ? texts : ['(the package ships no licence text)'];
  return [`${name} ${version}\n${license}`, ...text].join('\n\n');
}
