// Runs every case of the catalog with the real toolchain: it must crash, be recognised as itself, blame the marked line, and pass
// when it is fixed. node scripts/catalog/run.mjs [ID|FAMILY...]
//
// What failed beside the others runs up to twice more, alone. What passes then is flaky: it is listed and fails nothing. Where more
// than two fail none runs again: that is no chance any more.
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCases } from './case.mjs';
import { inRange } from './go-range.mjs';
import { goEnv, normalise, runCase, shownModule } from './go-run.mjs';
import { importSource } from '../source-module.mjs';
import { catalogFile } from './index.mjs';
import { falseAlarms, judge } from './judge.mjs';

/** For cases that do not crash under the local Go. */
const otherGo = ['1.24.9', '1.26.8', '1.27.3'];

/** @typedef {{ family: string, id: string, recognised: string, blamed: string, fixed: string, problems: string[], notRun: string | null, flaky?: string[] }} Row */

const repetitions = 2;
const maxFlaky = 2;

const asked = process.argv.slice(2);
/** @type {typeof import('./diagnose.ts')} */
const { diagnose } = await importSource('scripts/catalog/diagnose.ts');
const known = catalogFile();
const cases = readCases().filter(
  ({ id, family }) => asked.length === 0 || asked.includes(id) || asked.includes(family),
);
const { version: local } = goEnv(null);
const scratch = mkdtempSync(join(tmpdir(), 'catalog-'));
/** @type {Row[]} */
const rows = [];
try {
  const queue = [...cases];
  await Promise.all(
    Array.from({ length: availableParallelism() }, async () => {
      for (let one = queue.shift(); one; one = queue.shift()) rows.push(await rowOf(one));
    }),
  );
  const failed = rows.filter(({ problems }) => problems.length > 0);
  if (failed.length <= maxFlaky)
    for (const row of failed) rows[rows.indexOf(row)] = await againAlone(row);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
print(rows.sort((a, b) => (a.family + a.id < b.family + b.id ? -1 : 1)));

/** @param {import('./case.mjs').Case} one @returns {Promise<Row>} */
async function rowOf(one) {
  const row = { family: one.family, id: one.id, recognised: '-', blamed: '-', fixed: '-' };
  if (one.run.notHere) return { ...row, problems: [], notRun: one.run.notHere };
  const go = inRange(local, one.run.go) ? null : otherGo.find((it) => inRange(it, one.run.go));
  if (go === undefined)
    return { ...row, problems: [`no Go version for ${one.run.go}`], notRun: null };
  const folder = mkdtempSync(join(scratch, 'case-'));
  const before = await runCase(one, { part: 'before', scratch: folder, go });
  const { version, goRoot } = goEnv(go);
  const text = normalise(before.output, { module: before.module, goRoot, scratch: folder });
  const { recognised, blamed, problems } = judge(
    one,
    { text, version, root: shownModule },
    known,
    diagnose,
  );
  if (before.code === 0) problems.push('does not crash');
  const after = await runCase(one, { part: 'after', scratch: folder, go });
  if (after.code !== 0) problems.push(`the fix does not pass: ${after.output.slice(0, 2000)}`);
  for (const alarm of falseAlarms(after.output, known, diagnose))
    problems.push(`the mended program seems to crash: ${alarm}`);
  // With another case's program in it the tree would grow without bound.
  rmSync(folder, { recursive: true, force: true });
  const fixed = after.code === 0 ? 'passes' : 'FAILS';
  return { ...row, recognised, blamed, fixed, problems, notRun: null };
}

/** The first time that it passes, or else the row as it was. @param {Row} row @returns {Promise<Row>} */
async function againAlone(row) {
  const one = cases.find(({ id }) => id === row.id);
  for (let time = 1; one && time <= repetitions; time++) {
    const next = await rowOf(one);
    if (next.problems.length === 0) return { ...next, flaky: row.problems };
  }
  return row;
}

/** @param {Row[]} all */
function print(all) {
  const columns = /** @type {const} */ (['family', 'id', 'recognised', 'blamed', 'fixed']);
  const widths = columns.map((name) =>
    Math.max(name.length, ...all.map((row) => row[name].length)),
  );
  const line = (/** @type {string[]} */ cells) =>
    cells
      .map((cell, index) => cell.padEnd(widths[index] ?? 0))
      .join('  ')
      .trimEnd();
  console.log(line([...columns]));
  for (const row of all) {
    const recognised =
      row.notRun !== null ? 'not run' : row.recognised === row.id ? 'yes' : row.recognised;
    console.log(line(columns.map((name) => (name === 'recognised' ? recognised : row[name]))));
    if (row.notRun !== null) console.log(`    not run here: ${row.notRun}`);
    for (const problem of row.problems) console.log(`    WRONG: ${problem}`);
    for (const problem of row.flaky ?? []) console.log(`    flaky, passed alone: ${problem}`);
  }
  const notRun = all.filter((row) => row.notRun !== null).length;
  const flaky = all.filter((row) => row.flaky !== undefined).length;
  const wrong = all.filter(({ problems }) => problems.length > 0).length;
  console.log(
    `${all.length} cases: ${all.length - notRun - wrong} crash, are recognised, blamed and fixed; ${wrong} wrong; ${flaky} flaky; ${notRun} not run here (Go ${local})`,
  );
  process.exitCode = wrong > 0 || all.length === notRun ? 1 : 0;
}
