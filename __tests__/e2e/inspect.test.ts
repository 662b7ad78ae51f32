import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { inspectionSchema, type SnapshotInspection } from '../../src/report/inspection.ts';
import { groupsRefused } from '../support/control-group.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, run, scratch } from '../support/guarded.ts';

// What the agent left behind, opened by the real command line.

// So slow that the last fifth of the memory takes longer than a snapshot on a busy machine.
const goLeak = `package goleak

import (
	"testing"
	"time"
)

var kept [][]byte

func remember() {
	block := make([]byte, 4<<20)
	for i := 0; i < len(block); i += 4096 {
		block[i] = 1
	}
	kept = append(kept, block)
}

func TestImport(t *testing.T) {
	for i := 0; i < 256; i++ {
		remember()
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("a GiB was to be had")
}
`;

const cLeak = `package cleak

/*
#include <stdlib.h>
#include <string.h>
static char *volatile last; // or the compiler leaves it out
static void leak(size_t bytes) { last = memset(malloc(bytes), 1, bytes); }
*/
import "C"

func Leak(bytes int) { C.leak(C.size_t(bytes)) }
`;

const cLeakTest = `package cleak

import (
	"testing"
	"time"
)

func TestLeak(t *testing.T) {
	for i := 0; i < 256; i++ {
		Leak(4 << 20)
		time.Sleep(20 * time.Millisecond)
	}
	t.Fatal("a GiB was to be had")
}
`;

// The goroutines that are counted wait before there are too many: bystanders make it that, and the snapshot sees all of the others.
const crowd = `package crowd

import (
	"bytes"
	"os"
	"runtime"
	"sync"
	"testing"
	"time"
)

var (
	mu   sync.Mutex
	done sync.WaitGroup
)

func enter() {
	mu.Lock()
	mu.Unlock()
	done.Done()
}

func TestCrowd(t *testing.T) {
	mu.Lock()
	for i := 0; i < 600; i++ {
		done.Add(1)
		go enter()
	}
	stacks := make([]byte, 4<<20)
	until(t, func() bool {
		return bytes.Count(stacks[:runtime.Stack(stacks, true)], []byte(" [sync.Mutex.Lock")) == 600
	})
	gate := make(chan int)
	for i := 0; i < 100; i++ {
		go func() { <-gate }()
	}
	until(t, func() bool {
		_, err := os.Stat(os.Getenv("LAST_OF_SNAPSHOT"))
		return err == nil
	})
	close(gate)
	mu.Unlock()
	done.Wait()
}

func until(t *testing.T, holds func() bool) {
	for end := time.Now().Add(time.Minute); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal("it did not come to that in a minute")
		}
	}
}
`;

async function inspect(path: string, ...flags: string[]): Promise<SnapshotInspection> {
  const { code, stdout, stderr } = await run(['inspect', path, '--json', ...flags]);
  expect([code, stderr]).toEqual([0, '']);
  const inspection = inspectionSchema.parse(JSON.parse(stdout));
  if (inspection.kind !== 'snapshot') throw new Error(`opened as ${inspection.kind}`);
  return inspection;
}

const refused = groupsRefused('memory');
if (refused !== null) console.warn(`some of inspect.test.ts is skipped: ${refused}`);

describe('a snapshot by the agent', () => {
  const out = scratch();
  const attempt = (name: string): string =>
    join(out.path, 'runs/memory/example.com/m', name, 'attempt-1');

  beforeAll(async () => {
    const module = goModule({
      'goleak/goleak_test.go': goLeak,
      'cleak/cleak.go': cLeak,
      'cleak/cleak_test.go': cLeakTest,
      'crowd/crowd_test.go': crowd,
      '.crash-guard.yml': 'legs: [memory]\nsnapshot: { goroutines: 650 }\n',
    });
    const limit = ['--memory-limit', '256MiB', '--core-dumps', 'off'];
    const args = ['run', '--dir', module, '--out', out.path, ...limit];
    const packages = refused === null ? './...' : './crowd';
    const env = { LAST_OF_SNAPSHOT: join(attempt('crowd'), 'snapshot-1/block.pprof') };
    await run([...args, packages, '--', '-p=1'], { env });
    readReport(out.path);
  }, 300_000);
  afterAll(out.remove);

  const itKills = refused === null ? it : it.skip;

  itKills('of a leak on the Go heap names the function and the test', async () => {
    const { taken, heap, memory, goroutines } = await inspect(
      join(attempt('goleak'), 'snapshot-1'),
    );
    expect(taken.reason).toBe('memory');
    expect(taken.at).toMatch(/^\d{4}-/);
    expect(heap!.functions[0]).toMatchObject({
      function: 'example.com/m/goleak.remember',
      line: 11,
      test: 'TestImport',
    });
    expect(heap!.functions[0]!.share).toBeGreaterThan(0.9);
    expect(memory.outsideGoBytes!).toBeLessThan(50 << 20);
    expect(memory.usageBytes! / memory.ceilingBytes!).toBeGreaterThan(0.7);
    const test = goroutines!.groups.find((group) => group.test === 'TestImport');
    expect(test!.frames.map((frame) => frame.function)).toContain(
      'example.com/m/goleak.TestImport',
    );
  });

  itKills("of a leak in C shows the memory outside Go's heap", async () => {
    const path = join(attempt('cleak'), 'snapshot-1');
    const { memory, heap } = await inspect(path);
    expect(memory.outsideGoBytes!).toBeGreaterThan(100 << 20);
    expect(heap?.totals.inuseBytes ?? 0).toBeLessThan(20 << 20);
    const { stdout } = await run(['inspect', path]);
    expect(stdout).toMatch(/^ +[12]\d\d\.\d MiB {2}outside Go's heap: cgo, mmap or a C library$/m);
  });

  it('of too many goroutines says what they wait for', async () => {
    const folder = join(attempt('crowd'), 'snapshot-1');
    expect(existsSync(folder)).toBe(true);
    const { taken, goroutines, profiles } = await inspect(folder, '--state', 'mutex');
    expect(taken.reason).toBe('goroutines');
    expect(profiles.map(({ name }) => name)).toEqual(['mutex', 'block']);
    expect(goroutines!.matching).toBe(600);
    expect(goroutines!.waits).toMatchObject([
      {
        awaited: 'sync.Mutex.Lock',
        count: 600,
        at: { function: 'example.com/m/crowd.enter', line: 18 },
      },
    ]);
    const { stdout } = await run(['inspect', folder, '--top', '1']);
    expect(stdout).toContain('taken because there were more goroutines than the settings allow');
    expect(stdout).not.toContain('crashGuard');
    expect(stdout).toMatch(/^ {2}600 {2}sync\.Mutex\.Lock +example\.com\/m\/crowd\.enter /m);
  });
});

describe('the command', () => {
  it('ends with 2 and says what can be opened', async () => {
    const { code, stdout, stderr } = await run(['inspect', '/nowhere/at-all']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toBe(
      'go-crash-guard: /nowhere/at-all: there is no such file or folder\n  fix: name a snapshot folder, a core, a profile (heap, goroutine, mutex, block) in pprof format, or a text with goroutines\n',
    );
  });

  it('needs a path', async () => {
    expect((await run(['inspect'])).code).toBe(2);
  });
});
