// How fast two heap profiles are decoded and compared, beside go tool pprof, each as a process of its own.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../build.mjs';
import { inTurn, row, time } from './stopwatch.mjs';

const samples = 20_000;
const pairs = 9;

export async function heap() {
  const folder = mkdtempSync(join(tmpdir(), 'go-crash-guard-bench-'));
  try {
    const program = join(folder, 'heap-compare.mjs');
    await esbuild.build({
      entryPoints: [join(root, 'scripts/bench/heap-compare.ts')],
      outfile: program,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
    });
    const [base, head] = makeProfiles(folder);
    const pprof = execFileSync('go', ['tool', '-n', 'pprof'], { encoding: 'utf8' }).trim();
    const ours = [program, base, head, 'alloc_space'];
    const flags = ['-top', '-sample_index=alloc_space', '-unit=B', '-nodecount=100000'];
    const exact = ['-nodefraction=0', '-symbolize=none'];
    const theirs = [...flags, ...exact, `-diff_base=${base}`, head];
    checkSame(run(process.execPath, ours), run(pprof, theirs));
    const { a, b, ratio } = inTurn(
      pairs,
      () => time(pprof, theirs, { cwd: folder }),
      () => time(process.execPath, ours, { cwd: folder }),
    );
    row(
      `two profiles of ${samples} samples compared`,
      `${b.toFixed(0)} ms`,
      'with the start of node',
    );
    row('go tool pprof -diff_base -top', `${a.toFixed(0)} ms`);
    row('times as fast (should be at least 2)', ratio.toFixed(2), ratio < 2 ? 'TOO SLOW' : '');
    if (ratio < 2) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** @param {string} command @param {string[]} args */
function run(command, args) {
  return execFileSync(command, args, { encoding: 'utf8', stdio: 'pipe', maxBuffer: 1 << 28 });
}

/** Speed counts only for the same result. @param {string} ours @param {string} theirs */
function checkSame(ours, theirs) {
  const flat =
    /^ *(?<flat>-?\d+)B? +\S+% +\S+% +(?<cumulative>-?\d+)B? +\S+% {2}(?<name>.+?)(?: \((?:partial-)?inline\))?$/gm;
  const expected = [...theirs.matchAll(flat)].map(
    ({ groups }) => `${groups?.['flat']} ${groups?.['cumulative']} ${groups?.['name']}`,
  );
  const sorted = (/** @type {string[]} */ rows) =>
    rows.filter((line) => line !== '' && !line.startsWith('0 0 ')).sort();
  const lines = { ours: sorted(ours.split('\n')), theirs: sorted(expected) };
  if (lines.theirs.length < 8 || lines.ours.join('\n') !== lines.theirs.join('\n'))
    throw new Error(`not the same:\n${lines.ours.join('\n')}\n---\n${lines.theirs.join('\n')}`);
}

/** Real profiles with as many stacks: a walk through calls of eight functions, fifty bytes more each in the head. @param {string} folder @returns {[string, string]} */
function makeProfiles(folder) {
  const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'];
  const functions = names.map(
    (name) => `//go:noinline\nfunc ${name}(path, depth int) { walk(path, depth) }\n`,
  );
  const cases = names.map((name, i) => `\tcase ${i}:\n\t\t${name}(path/8, depth-1)`);
  const source = `package walk

import (
	"os"
	"testing"
)

var extra = len(os.Getenv("EXTRA"))
var kept [][]byte

${functions.join('\n')}
func walk(path, depth int) {
	if depth == 0 {
		kept = append(kept, make([]byte, 100+extra))
		return
	}
	switch path % 8 {
${cases.join('\n')}
	}
}

func TestWalk(t *testing.T) {
	for path := range make([]int, ${samples}) {
		walk(path, 20)
	}
}
`;
  writeFileSync(join(folder, 'go.mod'), 'module example.com/walk\n\ngo 1.21\n');
  writeFileSync(join(folder, 'walk_test.go'), source);
  const paths = ['base.pprof', 'head.pprof'].map((name) => join(folder, name));
  for (const [index, path] of paths.entries()) {
    const env = { EXTRA: index === 1 ? 'x'.repeat(50) : '' };
    time('go', ['test', '-count=1', '-memprofilerate=1', `-memprofile=${path}`], {
      cwd: folder,
      env,
    });
  }
  return [paths[0] ?? '', paths[1] ?? ''];
}
