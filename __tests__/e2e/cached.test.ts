import { execFileSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import { fixture, readReport, run, scratch } from '../support/guarded.ts';

describe("go test's result cache keeps working", () => {
  const folder = scratch();
  const module = join(folder.path, 'module');
  const out = join(folder.path, 'out');
  const guarded = async (...more: string[]): Promise<Report> => {
    const finished = await run(['run', '--dir', module, '--out', out, ...more]);
    expect(finished).toMatchObject({ code: 0, stderr: '' });
    return readReport(out);
  };
  /** What a Report says of the tests, without what differs from run to run. */
  const essence = (report: Report): unknown => ({
    packages: report.packages.map(
      ({ package: name, leg, ending, tests, attempts, peakRssBytes }) => ({
        name,
        leg,
        ending,
        tests,
        attempts,
        peakRssBytes,
      }),
    ),
    heap: report.heap,
    verdict: report.verdict,
  });

  let first: Report;
  beforeAll(async () => {
    cpSync(fixture('cached'), module, { recursive: true });
    first = await guarded();
  });
  afterAll(folder.remove);

  it('the first run is not cached and measures', () => {
    expect(first.packages.map((item) => item.cached)).toEqual(first.packages.map(() => false));
    expect(first.heap.filter((record) => (record.metrics.allocBytes ?? 0) > 0)).toHaveLength(3);
    expect(first.gaps).toEqual([]);
  });

  it('the second is all cached, and its Report has the same tests, endings and heap records', async () => {
    const second = await guarded();
    expect(second.packages.map((item) => item.cached)).toEqual(second.packages.map(() => true));
    expect(essence(second)).toEqual(essence(first));
    expect(second.gaps).toEqual([]);
  });

  it('an edited package runs anew, the others do not', async () => {
    const file = join(module, 'two/two_test.go');
    writeFileSync(file, `${readFileSync(file, 'utf8')}\nfunc TestAdded(t *testing.T) {}\n`);
    const report = await guarded();
    const anew = report.packages
      .filter((item) => !item.cached)
      .map((item) => `${item.leg} ${item.package}`);
    expect(anew).toEqual(['race example.com/cached/two', 'memory example.com/cached/two']);
  });

  it('--fresh runs everything', async () => {
    const report = await guarded('--fresh');
    expect(report.packages.filter((item) => item.cached)).toEqual([]);
  });

  it('records that are gone are named, not invented', async () => {
    await guarded();
    const cache = execFileSync('go', ['env', 'GOCACHE'], { encoding: 'utf8' }).trim();
    const started = JSON.parse(
      readFileSync(join(out, 'runs/memory/example.com/cached/one/attempt-1/start.json'), 'utf8'),
    ) as { record: string };
    rmSync(join(cache, 'crash-guard/records', started.record), { recursive: true });
    const report = await guarded('--legs', 'memory');
    const one = report.packages.find((item) => item.package === 'example.com/cached/one');
    expect(one).toMatchObject({ cached: true, ending: 'passed', attempts: [], peakRssBytes: null });
    expect(report.heap.map((record) => record.package)).not.toContain('example.com/cached/one');
    expect(report.gaps.map((gap) => gap.what).join()).toMatch(/records .* no longer there/);
  });
});
