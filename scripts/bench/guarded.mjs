// What the guard costs: guarded runs against plain go test for the same leg.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../build.mjs';
import { inTurn, median, row, seconds, time } from './stopwatch.mjs';

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
        [
          ...[cli, 'run', '--dir', dir, '--out', join(out, 'run'), '--legs', legs],
          ...['--baseline', 'none', ...more],
        ],
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
    const fixedMs = cached.a - cached.b;
    /** @param {string} what @param {ReturnType<typeof inTurn>} turns */
    const compare = (what, turns) => {
      const spread = `${Math.min(...turns.ratios).toFixed(3)} to ${Math.max(...turns.ratios).toFixed(3)}`;
      row(
        `${what}: guarded / plain`,
        turns.ratio.toFixed(3),
        `${seconds(turns.a)} against ${seconds(turns.b)}, ${spread}`,
      );
      const less = median(turns.pairs.map(([a, b]) => (a - fixedMs) / b));
      row(`${what}: the same less the fixed part`, less.toFixed(3));
    };
    const priced = inTurn(
      3,
      guard('memory', std, ['--fresh', ...packages]),
      plain(std, ['-count=1', ...packages]),
    );
    row(
      'memory leg / plain go test without a profile (should be at most 2)',
      priced.ratio.toFixed(2),
      `${seconds(priced.a)} against ${seconds(priced.b)}`,
    );
    for (const [leg, args] of Object.entries(legs)) {
      const a = guard(leg, std, ['--fresh', ...packages]);
      const turns = leg === 'race' ? 3 : 5;
      a();
      compare(`${leg} leg, standard library`, inTurn(turns, a, plain(std, args)));
      // The event stream has a price of its own: -json switches -v on, under which some tests print or do more.
      compare(
        `${leg} leg, against go test -json`,
        inTurn(turns, a, plain(std, ['-json', ...args])),
      );
    }
    guard('race,memory', std, packages)();
    plain(std, packages)();
    compare('memory leg, cached', inTurn(9, guard('memory', std, packages), plain(std, packages)));
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}
