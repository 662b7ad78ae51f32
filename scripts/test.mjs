// The Go tests of the probe, then jest: node scripts/test.mjs
//
// What failed runs three times more, alone. Only what passes all three is flaky: it is listed, with its failure above, and does not
// fail the run. More than two such names do fail it: that is no chance any more.
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './build.mjs';

const repetitions = 3;
const maxFlaky = 2;
const probe = join(root, 'src/probe');
const callers = join(probe, 'callers');
// These race against the clock: with another suite beside them, that suite may win.
const alone = ['black-box', 'snapshots'];
const scratch = mkdtempSync(join(tmpdir(), 'crash-guard-tests-'));
process.once('exit', () => rmSync(scratch, { recursive: true, force: true }));

/** @type {string[]} */
const flaky = [];

await run('sh', ['scripts/go-modules.sh'], root).then(mustPass);
await goTests(probe);
// A module of its own: it needs golang.org/x/tools.
if ((await run('go', ['mod', 'download'], callers)).code === 0) await goTests(callers);
else console.log('skipped: the Go tests of src/probe/callers, golang.org/x/tools is not to be had');
await jestTests([
  '--runInBand',
  '--runTestsByPath',
  ...alone.map((name) => `__tests__/e2e/${name}.test.ts`),
]);
await jestTests(['--testPathIgnorePatterns', `/(${alone.join('|')})\\.test\\.ts$`]);

for (const name of flaky)
  console.log(
    `flaky: ${name} failed once (see above), and passed ${String(repetitions)} times alone`,
  );

/** @param {string} module its folder */
async function goTests(module) {
  const { code, output } = await run('go', ['test', './...'], module, 'keep');
  const failed = [...output.matchAll(/^FAIL\t(\S+)/gm)].map(([, name = '']) => name);
  await again(code, failed, (name) => run('go', ['test', '-count=1', name], module));
}

/** @param {string[]} args */
async function jestTests(args) {
  const results = join(scratch, 'results.json');
  const { code } = await jest([...args, '--json', `--outputFile=${results}`]);
  await again(code, code === 0 ? [] : failedFiles(results), (name) =>
    jest(['--runInBand', '--runTestsByPath', name]),
  );
}

/** @param {string} results */
function failedFiles(results) {
  /** @type {{ testResults: { name: string; status: string }[] }} */
  const { testResults } = JSON.parse(readFileSync(results, 'utf8'));
  return testResults
    .filter(({ status }) => status === 'failed')
    .map(({ name }) => relative(root, name));
}

/**
 * @param {number} code of the run of all
 * @param {string[]} failed names of what failed in it
 * @param {(name: string) => Promise<{ code: number }>} runAlone
 */
async function again(code, failed, runAlone) {
  if (code === 0) return;
  if (failed.length === 0 || flaky.length + failed.length > maxFlaky) process.exit(code);
  for (const name of failed) {
    for (let time = 1; time <= repetitions; time++) {
      console.log(`\n${name} failed: alone, ${String(time)} of ${String(repetitions)}`);
      mustPass(await runAlone(name));
    }
    flaky.push(name);
  }
}

/** @param {{ code: number }} result */
function mustPass({ code }) {
  if (code !== 0) process.exit(code);
}

/** @param {string[]} args */
function jest(args) {
  const program = ['--experimental-vm-modules', '--no-warnings', 'node_modules/jest/bin/jest.js'];
  return run(process.execPath, [...program, ...args], root);
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} cwd
 * @param {'keep'} [stdout] to be given back, and shown as well
 * @returns {Promise<{ code: number; output: string }>}
 */
function run(program, args, cwd, stdout) {
  return new Promise((done, fail) => {
    const stdio = /** @type {const} */ (['ignore', stdout ? 'pipe' : 'inherit', 'inherit']);
    const child = spawn(program, args, { cwd, stdio: [...stdio] });
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
      process.stdout.write(text);
      output += text;
    });
    child.once('error', fail);
    child.once('close', (code) => done({ code: code ?? 1, output }));
  });
}
