// What the guard costs: guarded runs against plain go test for the same leg.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../build.mjs';
import { inTurn, row, seconds, time } from './stopwatch.mjs';

const cli = join(root, 'dist/cli.js');
const packages =
  'strings bytes sort encoding/json text/template go/parser net/url archive/zip'.split(' ');
const std = join(execFileSync('go', ['env', 'GOROOT'], { encoding: 'utf8' }).trim(), 'src');
const tiny = join(root, '__tests__/fixtures/cached');

export function guarded() {
  const out = mkdtempSync(join(tmpdir(), 'go-crash-guard-bench-'));
  try {
    /** @param {string} legs @param {string} dir @param {string[]} more */
    const guard = (legs, dir, more) => () =>
      time(
        process.execPath,
        [cli, 'run', '--dir', dir, '--out', join(out, 'run'), '--legs', legs, ...more],
        { cwd: root },
      );
    /** @param {string} dir @param {string[]} args */
    const plain = (dir, args) => () => time('go', ['test', ...args], { cwd: dir });

    guard('race,memory', tiny, [])();
    plain(tiny, ['./...'])();
    const cached = inTurn(15, guard('memory', tiny, []), plain(tiny, ['./...']));
    row(
      'fixed part: cached run of three tiny packages, guarded - plain',
      seconds(cached.a - cached.b),
      `${seconds(cached.a)} against ${seconds(cached.b)}`,
    );

    // Once each, so that both find their test binaries compiled and linked.
    const profile = [
      '-args',
      `-test.memprofile=${join(out, 'plain.pprof')}`,
      '-test.memprofilerate=512',
    ];
    const legs = {
      memory: ['-count=1', ...packages, ...profile],
      race: ['-count=1', '-race', ...packages],
    };
    for (const [leg, args] of Object.entries(legs)) {
      const a = guard(leg, std, ['--fresh', ...packages]);
      const b = plain(std, args);
      a();
      b();
      const { a: ours, b: theirs, ratio, ratios } = inTurn(leg === 'race' ? 3 : 5, a, b);
      const spread = `${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)}`;
      row(
        `${leg} leg, standard library packages: guarded / plain`,
        ratio.toFixed(3),
        `${seconds(ours)} against ${seconds(theirs)}, ${spread}`,
      );
      row(
        `${leg} leg: the same less the fixed part`,
        ((ours - (cached.a - cached.b)) / theirs).toFixed(3),
      );
    }
    guard('race,memory', std, packages)();
    plain(std, packages)();
    const again = inTurn(9, guard('memory', std, packages), plain(std, packages));
    row(
      'memory leg, the same packages cached: guarded / plain',
      again.ratio.toFixed(3),
      `${seconds(again.a)} against ${seconds(again.b)}`,
    );
    row('cached, less the fixed part', ((again.a - (cached.a - cached.b)) / again.b).toFixed(3));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
