// How long the command line takes to start, and what the guard costs on an ordinary module: node scripts/bench.mjs
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './build.mjs';

const cli = join(root, 'dist/cli.js');
const module = join(root, '__tests__/fixtures/ordinary');

report('node, empty script', 15, process.execPath, ['-e', '']);
report('cli --version', 15, process.execPath, [cli, '--version']);
if (existsSync(join(module, 'go.mod'))) {
  report('go test -count=1', 3, 'go', ['test', '-count=1', './...'], module);
  for (const legs of ['memory', 'race', 'race,memory']) {
    report(
      `guarded, ${legs}`,
      3,
      process.execPath,
      [cli, 'run', '--fresh', '--legs', legs],
      module,
    );
  }
}

/**
 * @param {string} name
 * @param {number} rounds
 * @param {string} command
 * @param {string[]} args
 * @param {string} [cwd]
 */
function report(name, rounds, command, args, cwd = root) {
  const elapsedMs = [];
  spawnSync(command, args, { cwd, stdio: 'ignore' }); // warm caches
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    const { status, error } = spawnSync(command, args, { cwd, stdio: 'ignore' });
    if (status !== 0) throw error ?? new Error(`${name} ended with ${status}`);
    elapsedMs.push(performance.now() - start);
  }
  elapsedMs.sort((a, b) => a - b);
  const median = elapsedMs[Math.floor(rounds / 2)] ?? NaN;
  console.log(`${name.padEnd(28)} ${median.toFixed(0).padStart(7)} ms (median of ${rounds})`);
}
