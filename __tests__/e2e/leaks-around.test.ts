import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseLeaksFile } from '../../src/evidence/leaks-file.ts';
import type { Report } from '../../src/report/schema.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, run } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { goUnderTest } from '../support/toolchains.ts';

// Packages that bring a TestMain: what looks for leaks has to get around their tests, and nobody may notice.

const leak = `
func TestLeaks(t *testing.T) {
	gate := make(chan int)
	go func() { <-gate }()
}
`;

/** Its own line, as the running program has it: no line of a changed file may move. */
const ownLine = `
func line() int { _, _, line, _ := runtime.Caller(1); return line }
`;

const sources: Record<string, string> = {
  'inside/a.go': 'package inside\n\nfunc One() int { return 1 }\n',
  'inside/a_test.go': `package inside

import (
	"os"
	"runtime"
	"testing"
)

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	defer func() { _ = One() }()
	if at := line(); at != 15 {
		panic(at)
	}
	return m.Run()
}
${leak}${ownLine}`,
  'outside/a.go': 'package outside\n',
  'outside/a_test.go': `package outside\n\nimport "testing"\n\nfunc TestInside(*testing.T) {}\n`,
  'outside/b_test.go': `package outside_test

import "testing"

var gate = make(chan int)

func TestMain(m *testing.M) {
	m.Run()
	close(gate)
}

func TestEndsWithTheTakeDown(*testing.T) { go func() { <-gate }() }
${leak}`,
  'dotted.v2/a.go': 'package dotted\n',
  'dotted.v2/a_test.go': `package dotted

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(m.Run()) }
${leak}`,
  'without/a_test.go': `package without\n\nimport "testing"\n${leak}`,
  'handed/a_test.go': `package handed

import (
	"testing"

	"example.com/m/runner"
)

func TestMain(m *testing.M) { runner.Run(m) }
${leak}`,
  'runner/runner.go': `package runner

import "os"

func Run(m interface{ Run() int }) { os.Exit(m.Run()) }
`,
  // It reads what lies on the disk.
  'reads/a_test.go': `package reads

import (
	"os"
	"strings"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(m.Run()) }

func TestItsOwnSource(t *testing.T) {
	text, err := os.ReadFile("a_test.go")
	if err != nil || strings.Contains(string(text), "crash"+"Guard") {
		t.Fatal(err)
	}
}
`,
  'fails/a_test.go': `package fails

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) {
	code := m.Run()
	os.Exit(code + 6)
}

func TestPasses(*testing.T) {}
`,
};

/** Packages and the number of goroutines that were left over, null where nobody looked. */
const looked = { inside: 1, outside: 1, 'dotted.v2': 1, without: 1, reads: 0, fails: 0 };

interface Guarded {
  code: number | null;
  report: Report;
  left: Record<string, number | null>;
  out: string;
}

async function guard(
  module: string,
  flags: string[],
  env: Record<string, string> = {},
  out = join(tempFolder(), 'out'),
): Promise<Guarded> {
  const args = ['--dir', module, '--out', out, '--legs', 'memory', '--attempts', '1'];
  const finished = await run(
    ['run', '--baseline', 'none', '--core-dumps', 'off', ...args, './...', '--', ...flags],
    { env, timeout: 280_000 },
  );
  expect(finished.stderr).toBe('');
  const report = readReport(out);
  const left = report.packages.map((item): [string, number | null] => {
    const name = item.package.replace('example.com/m/', '');
    const folder = join(out, 'runs/memory/example.com/m', name, 'attempt-1');
    return [name, total(folder)];
  });
  return { code: finished.code, report, left: Object.fromEntries(left), out };
}

function total(folder: string): number | null {
  let names: string[] = [];
  try {
    names = readdirSync(folder);
  } catch {
    return null;
  }
  if (!names.includes('leaks.txt')) return null;
  return parseLeaksFile(readFileSync(join(folder, 'leaks.txt'), 'utf8'))?.total ?? -1;
}

describe('a TestMain of its own', () => {
  const module = goModule(sources);

  it('is looked around, where it runs the tests itself', async () => {
    const { left, report } = await guard(module, []);
    expect(left).toEqual({ ...looked, handed: null, runner: null });
    const endings = report.packages.map((item) => [
      item.package.split('/').at(-1),
      item.ending,
      item.attempts[0]?.exitCode ?? null,
    ]);
    expect(endings).toEqual(
      ['dotted.v2', 'fails', 'handed', 'inside', 'outside', 'reads', 'runner', 'without'].map(
        (name) => [
          name,
          ...(name === 'fails'
            ? ['failed', 6]
            : name === 'runner'
              ? ['no-tests', null]
              : ['passed', 0]),
        ],
      ),
    );
  }, 300_000);

  it.each([
    ['coverage', ['-cover']],
    ['coverage of other packages', ['-coverpkg=./...']],
    ['trimmed paths', ['-trimpath']],
    ['the same tests several times', ['-count=2']],
    ['vet', ['-vet=all']],
  ])(
    'is looked around with %s',
    async (_, flags) => {
      const { left } = await guard(module, flags);
      const twice = flags[0] === '-count=2' ? 2 : 1;
      const wanted = Object.entries(looked).map(([name, count]) => [name, count * twice]);
      expect(left).toEqual({ ...Object.fromEntries(wanted), handed: null, runner: null });
    },
    300_000,
  );

  it("is taken from the user's own overlay", async () => {
    const folder = tempFolder();
    const path = join(folder, 'other_test.go');
    const text = readFileSync(join(module, 'reads/a_test.go'), 'utf8');
    const own = 'func TestMain(m *testing.M) { println("the other one"); os.Exit(m.Run()) }';
    writeFileSync(path, text.replace(/^func TestMain.*$/m, `${own}\n${leak}`));
    const overlay = join(folder, 'overlay.json');
    writeFileSync(
      overlay,
      JSON.stringify({ Replace: { [join(module, 'reads/a_test.go')]: path } }),
    );
    const { left } = await guard(module, [`-overlay=${overlay}`, '-run=Leaks|Own']);
    expect(left).toMatchObject({ reads: 1, inside: 1 });
  }, 300_000);

  it('leaves a package alone whose folder is embedded', async () => {
    const embedding = goModule({
      'a/a.go': 'package a\n\nimport "embed"\n\n//go:embed *.go\nvar Files embed.FS\n',
      'a/a_test.go': `package a

import (
	"os"
	"testing"
)

func TestMain(m *testing.M) { os.Exit(m.Run()) }

func TestFiles(t *testing.T) {
	if found, _ := Files.ReadDir("."); len(found) != 2 {
		t.Fatal(found)
	}
}
`,
    });
    const { left, code } = await guard(embedding, []);
    expect({ left, code }).toEqual({ left: { a: null }, code: 0 });
  }, 300_000);

  it('is cached like any other, and its leaks with it', async () => {
    const cached = goModule({
      'inside/a_test.go': sources['inside/a_test.go']?.replace('One()', 'line()') ?? '',
    });
    const out = join(tempFolder(), 'out');
    const first = await guard(cached, [], {}, out);
    const second = await guard(cached, [], {}, out);
    expect(first.report.packages.map((item) => item.cached)).toEqual([false]);
    expect(second.report.packages.map((item) => item.cached)).toEqual([true]);
    expect([first.left, second.left]).toEqual([{ inside: 1 }, { inside: 1 }]);
    expect(second.report.leaks).toEqual(first.report.leaks);
  }, 300_000);

  it('is not touched where nobody looks for leaks', async () => {
    const quiet = goModule({ 'inside/a_test.go': sources['without/a_test.go'] ?? '' });
    mkdirSync(join(quiet, '.github'), { recursive: true });
    writeFileSync(join(quiet, '.crash-guard.yml'), 'leaks:\n  goroutines: off\n');
    const { left } = await guard(quiet, []);
    expect(left).toEqual({ inside: null });
  }, 300_000);
});

// Before 1.24 vet does not know what an overlay adds; before 1.27 nothing is proven.
for (const { version, it } of await goUnderTest(['go1.21.13', 'go1.23.12', 'go1.27.3']))
  it(`does the same with ${version}`, async () => {
    const { report, left } = await guard(goModule(sources), [], { GOTOOLCHAIN: version });
    expect(report.legs.map((leg) => leg.goVersion)).toEqual([version]);
    expect(left).toEqual({ ...looked, handed: null, runner: null });
    const sure = (report.leaks ?? []).map((item) => item.confidence);
    expect(new Set(sure)).toEqual(new Set([version === 'go1.27.3' ? 'confirmed' : 'consistent']));
  }, 300_000);
