import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * The text of licenses.txt: name, version and licence of every package of which at least one line is in the bundle.
 * @param {string} root the checkout
 * @param {import('esbuild').Metafile[]} metafiles
 */
export function licencesText(root, ...metafiles) {
  const sections = bundledPackages(root, metafiles).map(({ folder, name, version, license }) =>
    section(folder, name, version, license),
  );
  return `${['The bundle contains code of these packages.', ...sections].join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

/**
 * The same in one comment, for a script that is passed on alone.
 * @param {string} root the checkout
 * @param {import('esbuild').Metafile} metafile
 */
export function licencesComment(root, metafile) {
  const lines = bundledPackages(root, [metafile]).map(({ folder, name, version, license }) => {
    const copyright = /^ *(?<line>Copyright .*\d{4}.*)$/m.exec(licenceTexts(folder).join('\n'));
    const owner = copyright?.groups?.['line'];
    return `${name} ${version}: ${license}${owner ? `, ${owner.trim()}` : ''}`;
  });
  return `/* Contains code of these packages:\n${lines.join('\n')}\n*/\n`;
}

/**
 * Sorted by name.
 * @param {string} root
 * @param {import('esbuild').Metafile[]} metafiles
 */
function bundledPackages(root, metafiles) {
  /** @type {Map<string, { folder: string, name: string, version: string, license: string }>} */
  const packages = new Map();
  for (const output of metafiles.flatMap(({ outputs }) => Object.values(outputs))) {
    for (const [input, { bytesInOutput }] of Object.entries(output.inputs)) {
      if (bytesInOutput === 0 || !input.includes('node_modules/')) continue;
      const folder = packageFolder(root, input);
      const { name, version, license } = manifest(folder);
      packages.set(`${name}@${version}`, { folder, name, version, license });
    }
  }
  return [...packages].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
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
  const texts = licenceTexts(folder);
  const text = texts.length > 0 ? texts : ['(the package ships no licence text)'];
  return [`${name} ${version}\n${license}`, ...text].join('\n\n');
}

/** @param {string} folder */
function licenceTexts(folder) {
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((file) => /^(licen[cs]e|copying|notice)([.-].*)?$/i.test(file))
        .filter((file) => !/\.(js|ts|json)$/i.test(file))
        .sort()
        .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim())
    : [];
}
