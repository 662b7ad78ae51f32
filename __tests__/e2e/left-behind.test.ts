import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parseLeaksFile } from '../../src/evidence/leaks-file.ts';
import { attemptFolder } from '../support/attempt-records.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, run } from '../support/guarded.ts';
import { guardedOutcomes, plainOutcomes } from '../support/outcomes.ts';
import { tempFolder } from '../support/temp-folder.ts';

// Goroutines that the tests leave behind, and that a plain process does not live long enough to hear of: looking for leaks must
// neither wait for them nor take the memory that others need.

// A process that waits for nothing is gone after 2000 naps, also one that had to wait for its disk. On a busy machine that is longer
// than 2 s: no nap ends while the process gets no processor.
const naps = 'for i := 0; i < 2000; i++ {\n\t\t\ttime.Sleep(time.Millisecond)\n\t\t}';
// The race detector itself waits for a second at the end of a process, also in plain go test.
const nap = 'time.Sleep(200 * time.Millisecond)';
const late = (name: string, imports: string, wait: string, act: string): string => `package ${name}

import (
	${imports}"testing"
	"time"
)

func TestLeaves(t *testing.T) {
	never := make(chan int)
	go func() { <-never }()
	go func() {
		${wait}
		${act}
	}()
}
`;

const crowd = (name: string, goroutines: number, gcPercent: number): string => `package ${name}

import (
	"runtime/debug"
	"testing"
	"time"
)

func wait(depth int, gate chan int) {
	if depth > 0 {
		wait(depth-1, gate)
		return
	}
	<-gate
}

func TestLeaves(t *testing.T) {
	debug.SetGCPercent(${String(gcPercent)})
	gate := make(chan int)
	for i := 0; i < ${String(goroutines)}; i++ {
		go wait(3, gate)
	}
	time.Sleep(100 * time.Millisecond)
}
`;

/** How each package and test ended when a user runs it. */
async function guarded(module: string, leg: string): Promise<Map<string, string>> {
  const out = join(tempFolder(), 'out');
  const args = ['--dir', module, '--out', out, '--legs', leg, '--baseline', 'none'];
  const finished = await run(['run', ...args, '--attempts', '1', './...', '--', '-count=1'], {
    timeout: 280_000,
  });
  expect(finished.stderr).toBe('');
  const passed = readReport(out).verdict.status === 'pass';
  expect(finished.code).toBe(passed ? 0 : 1);
  return guardedOutcomes(out, leg);
}

describe('what happens after the tests have ended', () => {
  it.each([
    ['memory', naps, 'pass'],
    ['race', nap, 'fail'],
  ])(
    'is not waited for, %s',
    async (leg, wait, ending) => {
      const module = goModule({
        'logs/a_test.go': late('logs', '', wait, 't.Log("late")'),
        'panics/a_test.go': late('panics', '', wait, 'panic("late")'),
        'exits/a_test.go': late('exits', '"os"\n\t', wait, 'os.Exit(1)'),
      });
      for (let round = 0; round < 10; round++) {
        const folder = tempFolder();
        cpSync(module, folder, { recursive: true });
        const race = leg === 'race' ? ['-race'] : [];
        const plain = await plainOutcomes(folder, [...race, '-count=1', './...']);
        const found = await guarded(folder, leg);
        expect([...found].sort()).toEqual([...plain].sort());
        const packages = ['exits', 'logs', 'panics'].map((name) =>
          plain.get(`example.com/m/${name} `),
        );
        expect(packages).toEqual([ending, ending, ending]);
      }
    },
    600_000,
  );
});

describe('a crowd of blocked goroutines', () => {
  it('takes no memory at the end that it did not take before', async () => {
    const module = goModule({
      'many/a_test.go': crowd('many', 100_000, 100),
      'uncollected/a_test.go': crowd('uncollected', 20_000, -1),
      'few/a_test.go': crowd('few', 10, 100),
    });
    const out = join(tempFolder(), 'out');
    const args = ['--dir', module, '--out', out, '--legs', 'memory', '--baseline', 'none'];
    const finished = await run(
      [
        'run',
        ...args,
        '--memory-limit',
        '420MiB',
        '--attempts',
        '1',
        './...',
        '--',
        '-count=1',
        '-p=1',
      ],
      { timeout: 280_000 },
    );
    expect(readReport(out).verdict).toEqual({ status: 'pass', reasons: [] });
    expect(finished.code).toBe(0);
    const seen = ['many', 'uncollected', 'few'].map((name) => {
      const path = join(attemptFolder(out, 'memory', `example.com/m/${name}`), 'leaks.txt');
      const leaks = existsSync(path) ? parseLeaksFile(readFileSync(path, 'utf8')) : null;
      return [name, leaks?.total, leaks?.whole, leaks?.goroutines.length];
    });
    expect(seen).toEqual([
      ['many', 100_000, false, 0],
      ['uncollected', 20_000, false, 0],
      ['few', 10, true, 10],
    ]);
  }, 300_000);
});
