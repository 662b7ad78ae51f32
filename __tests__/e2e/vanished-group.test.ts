import { readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { groupsRefused } from '../support/control-group.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, scratch, start } from '../support/guarded.ts';
import { until } from '../support/processes.ts';

/** Its test runs until a file is there. */
const waiter = (released: string): string => `package waiter

import (
	"os"
	"testing"
	"time"
)

func TestWaits(t *testing.T) {
	for tries := 0; tries < 30000; tries++ {
		if _, err := os.Stat(${JSON.stringify(released)}); err == nil {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("nobody came")
}
`;

const out = scratch();
const other = scratch();
afterAll(() => {
  out.remove();
  other.remove();
});

const refused = groupsRefused('memory');
if (refused !== null) console.warn(`vanished-group.test.ts is skipped: ${refused}`);

(refused === null ? it : it.skip)(
  'somebody who removes our control group does not stop the tests, and is named as a gap',
  async () => {
    const released = join(other.path, 'released');
    const module = goModule({ 'waiter/waiter_test.go': waiter(released) });
    const args = ['--out', out.path, '--legs', 'memory', '--memory-limit', '1GiB', '--fresh'];
    const { finished } = start(['run', '--dir', module, ...args]);
    const started = join(out.path, 'runs/memory/example.com/m/waiter/attempt-1/start.json');
    await until(() => readOrEmpty(started) !== '', 120_000, 'the test to start');
    const guard = JSON.parse(readFileSync(join(out.path, 'legs/memory/guard.json'), 'utf8')) as {
      tier: string;
      memoryDir: string;
    };
    expect(guard.tier).toBe('cgroup');
    await until(() => dissolve(guard.memoryDir), 60_000, 'the group to be gone');
    writeFileSync(released, '');

    expect((await finished).code).toBe(0);
    const report = readReport(out.path);
    expect(report.verdict.status).toBe('pass');
    expect(report.gaps.map(({ what }) => what)).toContain(
      'the control group of the guard was removed while the tests ran',
    );
  },
  300_000,
);

/** Moves every process of a group and of those below it to its parent, and removes it; false while it is busy. */
function dissolve(group: string): boolean {
  const parent = join(dirname(group), 'cgroup.procs');
  try {
    for (const below of withSubgroups(group)) {
      const members = readFileSync(join(below, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean);
      for (const pid of members) writeFileSync(parent, pid);
      rmdirSync(below);
    }
    return true;
  } catch {
    return false;
  }
}

/** The lowest first. */
function withSubgroups(group: string): string[] {
  const below = readdirSync(group, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => withSubgroups(join(group, entry.name)));
  return [...below, group];
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
