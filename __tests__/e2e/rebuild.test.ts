import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import { goModule } from '../support/go-module.ts';
import { packageRun, readReport, run, scratch } from '../support/guarded.ts';

// A linker that is killed once, as the kernel does when several run at a time: the package is built again, one at a time.

const passing = (name: string): string =>
  `package ${name}\n\nimport "testing"\n\nfunc TestPasses(t *testing.T) {}\n`;

describe('a build that is killed', () => {
  const out = scratch();
  const other = scratch();
  let report: Report;
  let code: number | null;
  let stdout: string;

  beforeAll(async () => {
    const module = goModule({
      'big/big_test.go': passing('big'),
      'small/small_test.go': passing('small'),
    });
    const once = join(other.path, 'killed');
    const tool = join(other.path, 'tool.sh');
    // -V=full asks for the version of the tool; the linker of the package "big" kills itself, once.
    writeFileSync(
      tool,
      `#!/bin/sh\ncase "$*" in *link*big.test*) [ -e '${once}' ] || { : >'${once}'; kill -9 $$; } ;; esac\nexec "$@"\n`,
    );
    chmodSync(tool, 0o755);
    const args = ['run', '--dir', module, '--out', out.path, '--legs', 'memory', '--fresh'];
    ({ code, stdout } = await run([...args, './...', '--', `-toolexec=${tool}`]));
    expect(existsSync(once)).toBe(true);
    report = readReport(out.path);
  }, 120_000);
  afterAll(() => {
    out.remove();
    other.remove();
  });

  it('is built again and gives its results', () => {
    const found = packageRun(report, 'memory', 'big');
    expect(found).toMatchObject({ ending: 'passed', cause: null, tests: { passed: 1 } });
    expect(found.attempts).toMatchObject([
      { number: 0, ending: 'build-failed', cause: { id: 'build-killed', confidence: 'confirmed' } },
      { number: 1, ending: 'passed', exitCode: 0 },
    ]);
    expect(report.legs[0]?.rounds).toMatchObject([
      { purpose: 'rebuild', packages: ['example.com/m/big'], exitCode: 0 },
    ]);
    expect(report.legs[0]?.rounds?.[0]?.command).toContain('-p=1');
  });

  it('and the run is green, as nothing failed in the end', () => {
    expect(report.verdict).toEqual({ status: 'pass', reasons: [] });
    expect(code).toBe(0);
  });

  it('which says how close it was', () => {
    expect(stdout).toContain(
      'example.com/m/big (memory) was built again with -p 1: the build was stopped',
    );
    expect(readFileSync(join(out.path, 'summary.md'), 'utf8')).toContain(
      'was built again with `-p 1`',
    );
  });

  it('what was built at once is left alone', () => {
    expect(packageRun(report, 'memory', 'small').attempts).toHaveLength(1);
  });
});
