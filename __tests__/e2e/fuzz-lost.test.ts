import { existsSync, lstatSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import type { FuzzReport } from '../../src/report/search-schema.ts';
import { fuzzFile } from '../support/fuzzed.ts';
import { readReport, run, start } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';

const settings = 'legs:\n  - name: fuzz\n    fuzz: 3s\n';

function options(directory: string, out: string): string[] {
  return ['run', '--baseline', 'none', '--out', out, '--dir', directory];
}

function onlyTarget(report: Report): FuzzReport {
  const [found, ...others] = report.packages.flatMap(({ fuzz = [] }) => fuzz);
  if (found === undefined || others.length > 0) throw new Error('not one fuzz target');
  return found;
}

/** Kills its process at an input, and never again. */
const killsOnce = (mark: string): string => `package m

import (
	"os"
	"testing"
)

func FuzzOnce(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) {
		if n == 1 {
			return
		}
		mark, err := os.OpenFile(${JSON.stringify(mark)}, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err != nil {
			return
		}
		mark.Close()
		self, _ := os.FindProcess(os.Getpid())
		self.Kill()
		select {}
	})
}
`;

it('a fuzzing process that was killed is told of, also where fuzzing on finds nothing', async () => {
  const mark = join(tempFolder(), 'mark');
  const out = join(tempFolder(), 'out');
  const { code, stdout } = await run(options(fuzzFile(killsOnce(mark), settings), out));
  expect(existsSync(mark)).toBe(true);
  const report = readReport(out);
  expect(onlyTarget(report)).toMatchObject({
    outcome: 'crashed',
    because: expect.stringMatching(
      /^a fuzzing process was killed \(signal: killed\); .* more with 1 worker did not bring it about again$/,
    ),
  });
  expect(code).toBe(1);
  expect(report.verdict.status).toBe('fail');
  expect(report.verdict.reasons).toContainEqual(
    expect.objectContaining({ kind: 'crash', test: 'FuzzOnce' }),
  );
  expect(stdout).toContain('did not bring it about again');
  expect(stdout).not.toContain('found nothing');
}, 300_000);

/** A goroutine of the target's own panics at an input, and never again. */
const panicsBeside = (mark: string): string => `package m

import (
	"os"
	"testing"
	"time"
)

func FuzzBeside(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) {
		if n == 1 {
			return
		}
		mark, err := os.OpenFile(${JSON.stringify(mark)}, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err != nil {
			return
		}
		mark.Close()
		go func() { panic("beside the test") }()
		time.Sleep(time.Minute)
	})
}
`;

it('a process that ended with code 2 is not said to have wanted memory, and is red', async () => {
  const mark = join(tempFolder(), 'mark');
  const out = join(tempFolder(), 'out');
  const { code } = await run(options(fuzzFile(panicsBeside(mark), settings), out));
  expect(existsSync(mark)).toBe(true);
  expect(onlyTarget(readReport(out))).toMatchObject({
    outcome: 'crashed',
    because:
      'while fuzzing the process ended with exit status 2; the input passes when it is run alone',
    failing: { replay: 'passed', regressionTest: null },
  });
  expect(code).toBe(1);
}, 300_000);

/** Fails at once while it is fuzzed, and takes its time when its input is run again as an ordinary test. */
const slowAlone = (mark: string): string => `package m

import (
	"os"
	"strings"
	"testing"
	"time"
)

func FuzzFails(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) {
		if n == 1 {
			return
		}
		if !strings.Contains(strings.Join(os.Args, " "), "fuzzworker") {
			os.WriteFile(${JSON.stringify(mark)}, nil, 0o644)
			time.Sleep(15 * time.Second)
		}
		t.Fatal("not one")
	})
}
`;

it('an input whose further run was stopped is not said to fail again', async () => {
  const mark = join(tempFolder(), 'mark');
  const out = join(tempFolder(), 'out');
  const directory = fuzzFile(slowAlone(mark), settings);
  const { child, finished } = start(options(directory, out));
  await until(() => existsSync(mark));
  child.kill('SIGINT');
  const { code, stdout } = await finished;
  expect(code).not.toBe(0);
  expect(onlyTarget(readReport(out))).toMatchObject({
    ...{ outcome: 'failed', message: expect.stringContaining('not one') },
    because: 'the input was not run again to its end',
    failing: { replay: 'unknown', regressionTest: null },
  });
  expect(stdout).not.toContain('it fails again');
  expect(existsSync(join(directory, 'testdata'))).toBe(false);
}, 300_000);

const fails = `package m

import "testing"

func FuzzFails(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) {
		if n != 1 {
			t.Fatal("not one")
		}
	})
}
`;

it('a target whose failing input cannot be written fails, and the report says why there is no input', async () => {
  const out = join(tempFolder(), 'out');
  const directory = fuzzFile(fails, settings);
  const testdata = join(directory, 'testdata');
  symlinkSync(join(directory, 'gone'), testdata);
  const { code } = await run(options(directory, out));
  expect(code).toBe(1);
  const report = readReport(out);
  expect(onlyTarget(report)).toMatchObject({
    ...{ outcome: 'failed', failing: null },
    because: expect.stringMatching(
      /^an input fails, and go test could not write it down \(mkdir testdata: /,
    ),
  });
  expect(report.verdict.reasons).toContainEqual(
    expect.objectContaining({ kind: 'test-failure', test: 'FuzzFails' }),
  );
  expect(report.gaps.map(({ what }) => what)).toContain(
    'an input that fails while fuzzing cannot be kept: testdata is a link to nothing',
  );
  expect(lstatSync(testdata).isSymbolicLink()).toBe(true);
}, 300_000);

async function until(holds: () => boolean): Promise<void> {
  const deadline = Date.now() + 120_000;
  while (!holds()) {
    if (Date.now() > deadline) throw new Error('it did not come to that in two minutes');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
