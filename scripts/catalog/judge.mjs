// Whether the engine says of a case's output what the case is about.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, markedLines } from './case.mjs';
import { shownModule, shownScratch } from './go-run.mjs';

/** @typedef {import('../../src/catalog/known-crash.ts').CatalogFile} CatalogFile */
/** @typedef {typeof import('./diagnose.ts').diagnose} Diagnose */

/**
 * @typedef {object} Judgement
 * @property {string} recognised the case that was recognised, or why none was
 * @property {string} blamed FILE:LINE
 * @property {string} fingerprint
 * @property {string[]} problems empty when all is as it should be
 */

/**
 * @param {import('./case.mjs').Case} one
 * @param {{ text: string, version: string, root: string }} printed root: the folder that the text names as the module's
 * @param {CatalogFile} known
 * @param {Diagnose} diagnose
 * @returns {Judgement}
 */
export function judge(one, { text, version, root }, known, diagnose) {
  const found = diagnose(text, known, repositoryOf(one, root));
  const own = found.find(({ recognition }) => recognition.known?.id === one.id) ?? null;
  const first = own ?? found[0] ?? null;
  const problems = [];
  if (found.length === 0) problems.push('no crash is seen in what it prints');
  const names = new Set(found.flatMap(({ recognition }) => namesOf(recognition)));
  if (own === null) problems.push(`recognised as ${[...names].join(', ') || 'nothing known'}`);
  else if (names.size > 1) problems.push(`recognised as others too: ${[...names].join(', ')}`);
  const blamed = first?.blame.blame ?? null;
  const place = blamed === null ? 'nothing' : `${blamed.file}:${blamed.line}`;
  const marks = markedLines(one);
  const wanted = marks.blame.map(({ file, line }) => `${file}:${line}`);
  if (first !== null) {
    if (wanted.length === 0 && one.about.blame !== null)
      problems.push('no line is marked, and case.yaml does not say blame: null');
    if (wanted.length === 0 ? blamed !== null : !wanted.includes(place))
      problems.push(`blames ${place}, not ${wanted.join(' or ') || 'nothing'}`);
    const related = first.blame.related.map(({ file, line }) => `${file}:${line}`);
    for (const { file, line } of marks.related)
      if (!related.includes(`${file}:${line}`))
        problems.push(`${file}:${line} is not related: ${related.join(', ') || 'nothing is'}`);
    problems.push(...differences(one, { version, root }, first));
  }
  return {
    recognised: own === null ? [...names].join(', ') || '-' : one.id,
    blamed: place,
    fingerprint: first?.fingerprint ?? '',
    problems,
  };
}

/** What is taken for a crash in the output of the mended program: nothing should be. @param {string} text @param {CatalogFile} known @param {Diagnose} diagnose */
export function falseAlarms(text, known, diagnose) {
  const nowhere = { modules: [], root: '', has: () => false, lines: () => null };
  return diagnose(text, known, nowhere).map(
    ({ parsed: { kind, message } }) => `${kind} ${message}`,
  );
}

/** @param {import('../../src/catalog/catalog.ts').Recognition} recognition */
function namesOf({ known, alike }) {
  return known === null ? alike.map(({ id }) => id) : [known.id];
}

/** @param {import('./case.mjs').Case} one @param {{ version: string, root: string }} where @param {import('../../src/catalog/examine.ts').Examined} found */
function* differences({ about }, { version, root }, { parsed: crash, blame }) {
  const { message, messages, test } = about.expect ?? {};
  const wanted = message ?? messageFor(messages ?? {}, version);
  const said = shownScratch(crash.message.replaceAll(root, shownModule));
  if (said !== wanted) yield `message ${JSON.stringify(said)}, not ${JSON.stringify(wanted)}`;
  if (test !== undefined && blame.test !== test) yield `test ${blame.test}, not ${test}`;
}

/** The message of the newest version that is not newer than this one. @param {Record<string, string>} messages @param {string} version */
function messageFor(messages, version) {
  const minor = (/** @type {string} */ text) => Number(/^1\.(\d+)/.exec(text)?.[1] ?? 0);
  return Object.entries(messages)
    .filter(([from]) => minor(from) <= minor(version))
    .sort(([a], [b]) => minor(b) - minor(a))[0]?.[1];
}

/** The scratch module that a case runs in. @param {import('./case.mjs').Case} one @param {string} root */
function repositoryOf(one, root) {
  const goMod = join(one.folder, 'before/go.mod');
  const path = existsSync(goMod)
    ? (/^module\s+(\S+)/m.exec(readFileSync(goMod, 'utf8'))?.[1] ?? '')
    : 'example.com/catalog';
  const files = new Map(
    ['test', 'before'].flatMap((part) =>
      filesBelow(join(one.folder, part)).map((name) => [
        join(one.id, name),
        join(one.folder, part, name),
      ]),
    ),
  );
  return {
    modules: [{ path, directory: existsSync(goMod) ? one.id : '' }],
    root,
    has: (/** @type {string} */ file) => files.has(file),
    lines: (/** @type {string} */ file) => {
      const real = files.get(file);
      return real === undefined ? null : readFileSync(real, 'utf8').split('\n');
    },
  };
}
