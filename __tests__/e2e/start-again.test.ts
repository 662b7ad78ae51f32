import { chmodSync, closeSync, copyFileSync, existsSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { goModule } from '../support/go-module.ts';
import { packageRun, readReport, start } from '../support/guarded.ts';
import { until } from '../support/processes.ts';
import { tempFolder } from '../support/temp-folder.ts';

const isLinux = process.platform === 'linux';
if (!isLinux) console.warn('skipped: only Linux refuses to start a file that is open for writing');
const linuxIt = isLinux ? it : it.skip;

// Linux refuses to start a file that is open for writing (execve(2), ETXTBSY).
linuxIt(
  'what could not be started for a moment is started again, and counts',
  async () => {
    const directory = goModule({
      'm_test.go': 'package m\n\nimport "testing"\n\nfunc TestA(t *testing.T) {}\n',
    });
    const folder = tempFolder();
    const wrapper = join(folder, 'wrapper');
    copyFileSync('/usr/bin/env', wrapper);
    chmodSync(wrapper, 0o755);
    const out = join(folder, 'out');
    const busy = openSync(wrapper, 'r+');
    const { finished } = start([
      ...['run', '--baseline', 'none', '--legs', 'memory', '--dir', directory, '--out', out],
      ...['--', `-exec=${wrapper}`],
    ]);
    const end = join(out, 'runs/memory/example.com/m/attempt-1/end.json');
    const refused = (): boolean =>
      existsSync(end) && readFileSync(end, 'utf8').includes('text file busy');
    await until(refused, 120_000, 'the first attempt');
    closeSync(busy);
    const { code, stdout } = await finished;
    expect(stdout).toContain('starting again what could not be started');
    expect(code).toBe(0);
    const report = readReport(out);
    const { ending, attempts, tests } = packageRun(report, 'memory', 'm');
    expect(attempts.map(({ ending: how, purpose }) => [how, purpose])).toEqual([
      ['not-started', undefined],
      ['passed', 'start-again'],
    ]);
    expect({ ending, tests }).toMatchObject({
      ending: 'passed',
      tests: { passed: 1, neverRan: [] },
    });
    expect(report.legs[0]?.rounds).toMatchObject([{ purpose: 'restart', exitCode: 0 }]);
    expect(report.verdict).toEqual({ status: 'pass', reasons: [] });
  },
  200_000,
);
