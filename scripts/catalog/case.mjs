// One case of the catalog on disk: catalog/FAMILY/ID/{case.yaml,before/,after/,test/,captures/}.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

export const catalogFolder = resolve(dirname(fileURLToPath(import.meta.url)), '../../catalog');

/** The remark on the line that is to blame, and the one on those that belong to it (the other access of a race). */
const marks = { blame: /\/\/crash:blame\s*$/, related: /\/\/crash:related\s*$/ };

/**
 * @typedef {object} Run How the program is run: `go test`, or `go vet` or `go build` where that is what fails.
 * @property {'test' | 'vet' | 'build'} [command]
 * @property {boolean} [race]
 * @property {string} [timeout] go test -timeout; 60s
 * @property {string[]} [flags] of the go command, before the package
 * @property {string[]} [args] of the test binary
 * @property {Record<string, string>} [env]
 * @property {Record<string, number>} [limits] soft and hard rlimits of the test binary, as prlimit names them (nofile, as, stack, nproc, fsize, data, cpu)
 * @property {boolean} [cgo] needs a C compiler
 * @property {string} [go] range of Go versions in which it crashes like this: ">=1.25", "<1.27", ">=1.22 <1.26"
 * @property {string} [goMod] language version for go.mod; 1.21 by default
 * @property {string} [notHere] why it cannot run on linux/amd64 at all
 */

/**
 * @typedef {object} Case
 * @property {string} id
 * @property {string} family
 * @property {string} folder
 * @property {Record<string, any>} about what case.yaml says
 * @property {Run} run
 */

/** @returns {Case[]} sorted by family and id */
export function readCases(root = catalogFolder) {
  const cases = [];
  for (const family of foldersOf(root)) {
    for (const id of foldersOf(join(root, family))) {
      const folder = join(root, family, id);
      const file = join(folder, 'case.yaml');
      if (!existsSync(file)) continue;
      let about;
      try {
        about = parse(readFileSync(file, 'utf8'));
      } catch (error) {
        throw new Error(`${file}: ${/** @type {Error} */ (error).message}`);
      }
      cases.push({ id, family, folder, about, run: about.run ?? {} });
    }
  }
  return cases;
}

/** Positions that the sources mark: `PACKAGE-RELATIVE/FILE:LINE`. @param {Case} one */
export function markedLines(one) {
  /** @type {{ blame: { file: string, line: number }[], related: { file: string, line: number }[] }} */
  const found = { blame: [], related: [] };
  for (const part of ['before', 'test']) {
    for (const file of filesBelow(join(one.folder, part))) {
      const lines = readFileSync(join(one.folder, part, file), 'utf8').split('\n');
      for (const [index, text] of lines.entries()) {
        for (const kind of /** @type {const} */ (['blame', 'related']))
          if (marks[kind].test(text))
            found[kind].push({ file: join(one.id, file), line: index + 1 });
      }
    }
  }
  for (const given of [one.about.blame ?? []].flat()) {
    const [file = '', line = ''] = String(given).split(':');
    found.blame.push({ file: join(one.id, file), line: Number(line) });
  }
  return found;
}

/** @param {string} folder */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** @param {string} folder */
function foldersOf(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !/^[._]/.test(entry.name))
    .map(({ name }) => basename(name))
    .sort();
}

/** A source as a reader should see it. @param {string} text */
export function withoutMarks(text) {
  return text.replaceAll(/[ \t]*\/\/crash:(?:blame|related)[ \t]*$/gm, '');
}

/** Name -> title and sentence, in the order of the documentation. @returns {Map<string, { title: string, about: string }>} */
export function familiesFile() {
  return new Map(Object.entries(parse(readFileSync(join(catalogFolder, 'families.yaml'), 'utf8'))));
}
