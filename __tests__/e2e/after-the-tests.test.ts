import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { goModule } from '../support/go-module.ts';
import { packageRun, readReport, run } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';

const options = ['run', '--baseline', 'none', '--core-dumps', 'off'];

describe('what happens when the tests have ended', () => {
  it('is counted, too: a data race of TestMain', async () => {
    const directory = goModule({
      'm_test.go': `package m

import (
	"os"
	"testing"
)

func TestA(t *testing.T) {}

func TestMain(m *testing.M) {
	code := m.Run()
	x, done := 0, make(chan bool)
	go func() { x++; done <- true }()
	x++
	<-done
	os.Exit(code)
}
`,
    });
    const out = join(tempFolder(), 'out');
    const { code } = await run([...options, '--legs', 'race', '--dir', directory, '--out', out]);
    expect(code).toBe(1);
    expect(packageRun(readReport(out), 'race', 'm').cause).toMatchObject({
      id: 'data-race',
      confidence: 'confirmed',
      summary: 'the race detector found a data race',
    });
  }, 200_000);

  it('leaves a coverage profile without what ran in further attempts, and the report says so', async () => {
    const test = (name: string, body = ''): string =>
      `package m\n\nimport "testing"\n\nfunc ${name}(t *testing.T) { ${body}F() }\n`;
    const directory = goModule({
      'm.go': 'package m\n\nfunc F() int { return 1 }\n',
      'a_test.go': test('TestA', 'panic("always"); '),
      'b_test.go': test('TestB'),
      'other/other_test.go': 'package other\n\nimport "testing"\n\nfunc TestC(*testing.T) {}\n',
    });
    const folder = tempFolder();
    const out = join(folder, 'out');
    const profile = join(folder, 'cover.out');
    await run([
      ...[...options, '--legs', 'memory', '--dir', directory, '--out', out],
      ...['--', `-coverprofile=${profile}`],
    ]);
    const report = readReport(out);
    expect(packageRun(report, 'memory', 'm').tests.passed).toBe(1);
    expect(existsSync(profile) ? readFileSync(profile, 'utf8') : '').not.toContain('m.go');
    const gaps = report.gaps.filter(({ what }) => what.includes('-coverprofile'));
    expect(gaps).toMatchObject([{ leg: 'memory', package: 'example.com/m' }]);
  }, 200_000);
});
