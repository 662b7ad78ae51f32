import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import { goModule } from '../support/go-module.ts';
import { packageRun, readReport, run, scratch } from '../support/guarded.ts';

// Snapshots for other reasons than memory: the settings ask for them, the tests pass all the same.

const slow = `package slow

import (
	"testing"
	"time"
)

func TestSlow(t *testing.T) { waitForever(10 * time.Second) }

func waitForever(d time.Duration) { time.Sleep(d) }

func TestQuick(t *testing.T) {}
`;

// It has ended before it is one that takes long.
const many = `package many

import (
	"sync"
	"testing"
	"time"
)

func TestMany(t *testing.T) {
	var done sync.WaitGroup
	stop := make(chan struct{})
	for i := 0; i < 600; i++ {
		done.Add(1)
		go waitInCrowd(stop, &done)
	}
	time.Sleep(1500 * time.Millisecond)
	close(stop)
	done.Wait()
}

func waitInCrowd(stop chan struct{}, done *sync.WaitGroup) {
	<-stop
	done.Done()
}
`;

const calm = `package calm

import "testing"

func TestCalm(t *testing.T) {}
`;

describe('snapshots that the settings ask for', () => {
  const out = scratch();
  let report: Report;

  beforeAll(async () => {
    const module = goModule({
      'slow/slow_test.go': slow,
      'many/many_test.go': many,
      'calm/calm_test.go': calm,
      '.crash-guard.yml': 'legs: [memory]\nsnapshot: { goroutines: 500, test-time: 5s }\n',
    });
    const finished = await run(['run', '--dir', module, '--out', out.path]);
    expect(finished.stderr).toBe('');
    expect(finished.code).toBe(0);
    report = readReport(out.path);
  }, 300_000);
  afterAll(out.remove);

  it.each([
    ['slow', 'request', 'waitForever'],
    ['many', 'goroutines', 'waitInCrowd'],
  ])('%s: %s', (name, reason, frame) => {
    const found = packageRun(report, 'memory', name);
    expect(found.ending).toBe('passed');
    const [attempt] = found.attempts;
    expect(attempt?.blackBox?.reason).toBe(reason);
    const folder = join(out.path, attempt?.snapshot ?? 'none');
    expect(readFileSync(join(folder, 'goroutines.txt'), 'utf8')).toContain(frame);
    for (const profile of ['heap.pprof', 'mutex.pprof', 'block.pprof'])
      expect(existsSync(join(folder, profile))).toBe(true);
  });

  it('a test that gives no reason has none', () => {
    const [attempt] = packageRun(report, 'memory', 'calm').attempts;
    expect(attempt?.snapshot).toBeUndefined();
  });
});
