import { readFileSync, readdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, expect, it } from '@jest/globals';
import { groupsRefused } from '../support/control-group.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, scratch, start } from '../support/guarded.ts';
import { until } from '../support/processes.ts';

const sleeper = `package sleeper

import (
	"testing"
	"time"
)

func TestSleeps(t *testing.T) { time.Sleep(5 * time.Second) }
`;

const out = scratch();
afterAll(out.remove);

const refused = groupsRefused('memory');
if (refused !== null) console.warn(`vanished-group.test.ts is skipped: ${refused}`);

(refused === null ? it : it.skip)(
  'somebody who removes our control group does not stop the tests, and is named as a gap',
  async () => {
    const module = goModule({ 'sleeper/sleeper_test.go': sleeper });
    const args = ['--out', out.path, '--legs', 'memory', '--memory-limit', '1GiB', '--fresh'];
    const { finished } = start(['run', '--dir', module, ...args]);
    const started = join(out.path, 'runs/memory/example.com/m/sleeper/attempt-1/start.json');
    await until(() => readOrEmpty(started) !== '', 60_000, 'the test to start');
    const guard = JSON.parse(readFileSync(join(out.path, 'legs/memory/guard.json'), 'utf8')) as {
      tier: string;
      memoryDir: string;
    };
    expect(guard.tier).toBe('cgroup');
    await until(() => dissolve(guard.memoryDir), 3000, 'the group to be gone');

    expect((await finished).code).toBe(0);
    const report = readReport(out.path);
    expect(report.verdict.status).toBe('pass');
    expect(report.gaps.map(({ what }) => what)).toContain(
      'the control group of the guard was removed while the tests ran',
    );
  },
  90_000,
);

/** Moves every process of a group and of those below it to its parent, and removes it; false while it is busy. */
function dissolve(group: string): boolean {
  const parent = join(dirname(group), 'cgroup.procs');
  try {
    for (const below of [...subgroups(group), group]) {
      const members = readFileSync(join(below, 'cgroup.procs'), 'utf8').split('\n').filter(Boolean);
      for (const pid of members) writeFileSync(parent, pid);
      rmdirSync(below);
    }
    return true;
  } catch {
    return false;
  }
}

function subgroups(group: string): string[] {
  return readdirSync(group, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(group, entry.name));
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
