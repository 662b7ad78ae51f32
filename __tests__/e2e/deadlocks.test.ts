import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Inspection } from '../../src/report/inspection.ts';
import type { Crash, Report } from '../../src/report/schema.ts';
import { attemptFolder } from '../support/attempt-records.ts';
import { deadlocks, linesOf, markedTests } from '../support/deadlocks.ts';
import { readReport, run, scratch, type Finished } from '../support/guarded.ts';

const out = scratch();
const marks = ['groups', 'locks'].flatMap(markedTests);
const marked = (test: string): string[] => marks.find((item) => item.test === test)?.waits ?? [];

describe('a deadlock under guard', () => {
  let finished: Finished;
  let report: Report;

  beforeAll(async () => {
    finished = await run([
      ...['run', '--dir', deadlocks, '--out', out.path, '--legs', 'memory', '--attempts', '1'],
      ...['--fresh', './groups', './locks', '--'],
      ...['-run=^(TestGroupAndLock|TestReadersAndWriter)$', '-timeout=10s'],
    ]);
    report = readReport(out.path);
  }, 300_000);
  afterAll(out.remove);

  const crashOf = (test: string): Crash | undefined =>
    report.crashes.find((crash) => crash.test === test);

  it.each(['TestGroupAndLock', 'TestReadersAndWriter'])('%s: the report has its ring', (test) => {
    const waits = crashOf(test)?.waits;
    expect(waits).toMatchObject({ kind: 'cycle', confidence: 'consistent' });
    expect(linesOf(waits!).waits).toEqual(marked(test));
  });

  it('is told at the end of the run', () => {
    expect(finished.code).toBe(1);
    expect(finished.stdout).toMatch(/deadlock: +2 goroutines wait for each other: goroutine \d+ /);
  });

  it('is explained from the log, and opened from what the runtime wrote', async () => {
    const [first] = report.packages;
    const log = join(out.path, first?.attempts[0]?.log ?? '');
    const explained = await run(['explain', '--dir', deadlocks, log]);
    expect(explained.stdout).toContain('a deadlock (consistent: stacks and source lines fit)');
    const text = join(out.path, 'dump.txt');
    copyFileSync(
      join(attemptFolder(out.path, 'memory', 'example.com/deadlocks/groups'), 'crash.txt'),
      text,
    );
    const opened = await run(['inspect', '--json', text], { cwd: deadlocks });
    const inspection = JSON.parse(opened.stdout) as Inspection & { kind: 'goroutines' };
    const places = inspection.goroutines.forever?.waits.map(({ at }) => at?.file);
    expect(places).toEqual(['groups/groups_test.go', 'groups/groups_test.go']);
  });
});
