// What further attempts and the look for leaks cost a module that has neither crash nor leak.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../build.mjs';
import { inTurn, row, seconds, time } from './stopwatch.mjs';

const cli = join(root, 'dist/cli.js');
const std = join(execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim(), 'src');
const packages = 'strings bytes sort encoding/json text/template go/parser'.split(' ');

export function resilience() {
  const out = mkdtempSync(join(tmpdir(), 'go-crash-guard-bench-'));
  try {
    const config = join(out, 'without.yml');
    writeFileSync(config, 'attempts: 1\nleaks:\n  goroutines: off\n');
    /** @param {string[]} more */
    const guard = (more) => () =>
      time(
        process.execPath,
        [
          ...[cli, 'run', '--dir', std, '--out', join(out, 'run'), '--legs', 'memory', '--fresh'],
          ...['--baseline', 'none', ...more, ...packages],
        ],
        { cwd: root },
      );
    guard([])();
    const turns = inTurn(9, guard([]), guard(['--config', config]));
    const spread = `${Math.min(...turns.ratios).toFixed(3)} to ${Math.max(...turns.ratios).toFixed(3)}`;
    row(
      'clean module: with further attempts and leaks / without (should be at most 1.01)',
      turns.ratio.toFixed(3),
      `${seconds(turns.a)} against ${seconds(turns.b)}, ${spread}`,
    );
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
