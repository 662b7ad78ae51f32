import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import type { RunPlan } from '../../src/run/run-plan.ts';
import { goModule } from '../support/go-module.ts';
import { readReport, run } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';

// What is looked for after the tests, in runs whose results could come from the cache and in runs that ended before.

const grows = `package grows

import "testing"

var kept [][]byte

func TestKeeps(t *testing.T) { kept = append(kept, make([]byte, 200<<10)) }
`;

async function report(
  args: string[],
  out: string,
): Promise<{ code: number | null; found: Report }> {
  const { code } = await run(args, { timeout: 280_000 });
  return { code, found: readReport(out) };
}

const reasons = ({ verdict }: Report): string[] => verdict.reasons.map(({ kind }) => kind);

function moduleWith(settings: string): { module: string; out: string; args: string[] } {
  const module = goModule({ 'a_test.go': grows, '.crash-guard.yml': settings });
  const out = join(tempFolder(), 'out');
  return { module, out, args: ['run', '--dir', module, '--out', out, '--baseline', 'none'] };
}

describe('what is looked for after the tests', () => {
  it('is measured anew in each run, where memory that grows counts', async () => {
    const { out, args } = moduleWith('legs: [memory]\nleaks:\n  memory: fail\n');
    for (const round of ['first', 'second']) {
      const { found } = await report(args, out);
      expect([round, found.packages.map(({ cached }) => cached)]).toEqual([round, [false]]);
      expect(found.leaks?.map(({ kind, test }) => [kind, test])).toEqual([['memory', 'TestKeeps']]);
      expect(found.packages[0]?.leaksSeen?.memory).toBe('all');
      expect(found.gaps).toEqual([]);
    }
    const plan = JSON.parse(readFileSync(join(out, 'plan.json'), 'utf8')) as RunPlan;
    expect(plan.legs[0]?.command).toContain('-count=1');

    // As a run leaves it whose supervisor was killed while it measured.
    rmSync(join(out, 'legs/memory/memory-leaks.json'));
    const { code, found } = await report(['report', out], out);
    expect([code, found.verdict.status, reasons(found)]).toEqual([1, 'incomplete', ['lost']]);
    expect(found.gaps).toMatchObject([{ package: 'example.com/m', leg: 'memory' }]);
  }, 600_000);

  it("keeps the user's own -count, and the cache where nobody measures", async () => {
    const { out, args } = moduleWith('legs: [memory]\nleaks:\n  memory: report\n');
    const twice = await report([...args, '--', '-count=2'], out);
    expect(twice.found.legs[0]?.command).toContain('-count=2');
    expect(twice.found.legs[0]?.command).not.toContain('-count=1');
    const off = moduleWith('legs: [memory]\n');
    const { found } = await report(off.args, off.out);
    expect(found.legs[0]?.command).not.toContain('-count=1');
  }, 600_000);

  it('is no green run where tests were to be repeated and the supervisor was killed before', async () => {
    const { out, args } = moduleWith('legs:\n  - name: soak\n    stress: 3s\n');
    const whole = await report(args, out);
    expect(whole.found.verdict).toEqual({ status: 'pass', reasons: [] });
    rmSync(join(out, 'legs/soak/stress.json'));
    const { code, found } = await report(['report', out], out);
    expect([code, found.verdict.status, reasons(found)]).toEqual([1, 'incomplete', ['lost']]);
  }, 600_000);
});
