import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Check, Report } from '../../src/report/schema.ts';
import {
  endingNames,
  endingsDirectory,
  expectedEnding,
  mismatches,
} from '../support/expected-endings.ts';
import { go, goModule } from '../support/go-module.ts';
import { packageRun, readReport, run, scratch } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { goUnderTest } from '../support/toolchains.ts';

// What the older ones lack: build errors as events, and a vet that knows overlays (1.24), crash text in a file (1.23).
const versions = await goUnderTest(['go1.21.13', 'go1.22.12', 'go1.24.9', 'go1.27.3']);

/** Does something for every item, for two at a time. */
async function twoByTwo<T>(items: readonly T[], task: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items];
  const lane = async (): Promise<void> => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await task(item);
  };
  await Promise.all([lane(), lane()]);
}

describe('every way to end, with another Go', () => {
  const out = scratch();
  const reports = new Map<string, Report>();
  const guardEndings = async (version: string): Promise<void> => {
    const folder = join(out.path, version);
    const args = ['--dir', endingsDirectory, '--out', folder, '--legs', 'memory'];
    const finished = await run(
      ['run', ...args, '--timeout', '10s', '--attempts', '1', '--fresh', './...'],
      {
        env: { GOTOOLCHAIN: version },
        timeout: 580_000,
      },
    );
    expect(finished).toMatchObject({ code: 1, stderr: '' });
    reports.set(version, readReport(folder));
  };
  const reportOf = (version: string): Report => {
    const report = reports.get(version);
    if (report === undefined) throw new Error(`${version} left no report`);
    return report;
  };

  beforeAll(() => {
    const tested = versions.filter(({ isSkipped }) => !isSkipped);
    return twoByTwo(
      tested.map(({ version }) => version),
      guardEndings,
    );
  }, 1_200_000);
  afterAll(out.remove);

  for (const { version, it } of versions)
    describe(version, () => {
      it('ran with that version, covers each package, and saw everything', () => {
        const { legs, machine, packages, gaps } = reportOf(version);
        expect({ legs: legs.map((leg) => leg.goVersion), go: machine.go, gaps }).toEqual({
          legs: [version],
          go: version,
          gaps: [],
        });
        expect(packages.map((item) => item.package.split('/').at(-1)).sort()).toEqual(endingNames);
      });

      it.each(endingNames)('%s', (name) => {
        const found = packageRun(reportOf(version), 'memory', name);
        const minor = Number(version.split('.')[1]);
        const known = { crashFile: minor >= 23, vetHeader: minor >= 22 };
        expect(mismatches(expectedEnding(name, 'memory'), found, known)).toEqual([]);
      });

      it('preflight says what it lacks', async () => {
        const finished = await run(['preflight', '--json', '--dir', endingsDirectory], {
          env: { GOTOOLCHAIN: version },
          timeout: 110_000,
        });
        expect(finished).toMatchObject({ code: 0, stderr: '' });
        const checks = JSON.parse(finished.stdout) as Check[];
        const row = (id: string): Check | undefined => checks.find((check) => check.id === id);
        expect(row('go-version')).toMatchObject({ value: version, status: 'ok' });
        const minor = Number(version.split('.')[1]);
        expect(row('crash-output')).toMatchObject(
          minor < 23
            ? { status: 'warn', value: 'taken from the test output instead' }
            : { status: 'ok', value: 'yes', fix: null },
        );
      });
    });
});

// With Go 1.22 the agent gets in with -toolexec, of which the go command obeys only one.
const legVersions = ['go1.24.9', 'go1.22.12'];
const legsCannotRun = versions.some(
  ({ version, isSkipped }) => isSkipped && legVersions.includes(version),
);

(legsCannotRun ? it.skip : it)(
  'a leg of the settings file runs with the Go that it names, beside the installed one',
  async () => {
    const bin = tempFolder();
    const tool = join(bin, 'tool');
    const log = join(bin, 'log');
    writeFileSync(tool, `#!/bin/sh\necho "$1" >>${log}\nexec "$@"\n`, { mode: 0o755 });
    const directory = goModule({
      '.crash-guard.yml': [
        'legs:',
        '  - memory',
        '  - name: previous',
        '    go: 1.24.9',
        '  - name: oldest',
        '    go: go1.22.12',
        `    flags: ['-toolexec=${tool}']`,
        '',
      ].join('\n'),
      'm_test.go': `package m

import (
	"os"
	"runtime"
	"testing"
)

func TestVersion(t *testing.T) {
	if err := os.WriteFile(os.Getenv("VERSIONS_FOLDER")+"/"+runtime.Version(), nil, 0o666); err != nil {
		t.Fatal(err)
	}
}
`,
    });
    const seen = tempFolder();
    const finished = await run(['run', '--dir', directory], {
      env: { VERSIONS_FOLDER: seen },
      timeout: 280_000,
    });
    expect(finished).toMatchObject({ code: 0, stderr: '' });
    const installed = go(directory, 'env', 'GOVERSION').trim();
    const { legs, packages, gaps } = readReport(join(directory, '.crash-guard/out'));
    expect(legs.map(({ name, goVersion }) => [name, goVersion])).toEqual([
      ['memory', installed],
      ['previous', 'go1.24.9'],
      ['oldest', 'go1.22.12'],
    ]);
    for (const version of [installed, ...legVersions])
      expect(readFileSync(join(seen, version), 'utf8')).toBe('');
    expect(packages.map(({ leg, ending }) => [leg, ending])).toEqual(
      legs.map(({ name }) => [name, 'passed']),
    );
    expect(gaps).toEqual([]);
    // The user's own -toolexec command still sees every tool, vet among them.
    expect(readFileSync(log, 'utf8')).toMatch(/\/vet\n/);
  },
  300_000,
);
