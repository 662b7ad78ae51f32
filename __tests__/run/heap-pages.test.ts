import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Comparison } from '../../src/report/comparison-schema.ts';
import type { Report } from '../../src/report/schema.ts';
import { pageNames } from '../../src/run/heap-page-names.ts';
import { writeHeapPages, type PageBase } from '../../src/run/heap-pages.ts';
import { goTestFiles, layout } from '../../src/run/layout.ts';
import { encodedProfile } from '../support/encoded-profile.ts';
import { heapFunction, heapRecord, packageComparison } from '../support/sample-heap.ts';
import { attempt, legReport, packageRun, sampleReport } from '../support/sample-report.ts';
import { tempFolder } from '../support/temp-folder.ts';

const start = Date.parse('2026-03-01T10:00:00Z');
const at = (ms: number): string => new Date(start + ms).toISOString();
const timeline = [
  'elapsedMs,heapBytes,liveHeapBytes,totalBytes,rssBytes,goroutines',
  ...['0,100,50,999,5000,2', '100,900,400,999,9000,2', '200,300,200,999,8000,2', ''],
].join('\n');
const profile = encodedProfile([
  {
    ...{ stack: ['testing.tRunner', 'm/p.TestA', 'm/p.Put'], allocObjects: 3, allocBytes: 3000 },
    ...{ inuseObjects: 1, inuseBytes: 1000 },
  },
]);

function event(action: string, ms: number, test = 'TestA'): string {
  return `${JSON.stringify({ Time: at(ms), Action: action, Package: 'm/p', Test: test })}\n`;
}

/** A run folder with one package, which left these files in its only attempt. */
function runFolder(files: Record<string, string | Uint8Array> = { 'heap.pprof': profile }): string {
  const out = tempFolder();
  const folder = join(layout.package(out, 'memory', 'm/p'), 'attempt-1');
  mkdirSync(folder, { recursive: true });
  mkdirSync(layout.leg(out, 'memory'), { recursive: true });
  const started = {
    ...{ schema: 1, run: 'r', record: '0'.repeat(32), package: 'm/p', leg: 'memory' },
    ...{ attempt: 1, pid: 7, startedAt: at(0), limits: {} },
  };
  const all = { 'start.json': JSON.stringify(started), 'timeline.csv': timeline, ...files };
  for (const [name, content] of Object.entries(all)) writeFileSync(join(folder, name), content);
  const events = event('run', 10) + event('pass', 180);
  writeFileSync(goTestFiles.events(layout.leg(out, 'memory')), events);
  return out;
}

function comparisonOf(packages: Comparison['packages']): Comparison {
  const none = { allocBytes: 0, inuseBytes: 0 };
  return {
    ...{ status: 'fail', summary: '1 package grew', packages, budgets: [], creep: [] },
    ...{ base: { commit: 'a'.repeat(40), reason: 'first parent', exact: true } },
    ...{ totals: { base: none, head: none }, problems: [], recorded: null },
  };
}

function reportOf(of: Partial<Report> = {}, cached = false): Report {
  const measured = attempt({ elapsedMs: 200, profile: 'runs/memory/m/p/attempt-1/heap.pprof' });
  return sampleReport({
    legs: [legReport({ name: 'memory', heapProfile: true })],
    packages: [packageRun({ leg: 'memory', cached, attempts: [measured] })],
    heap: [heapRecord()],
    comparison: comparisonOf([packageComparison()]),
    ...of,
  });
}

const assetsDirectory = tempFolder();
writeFileSync(join(assetsDirectory, 'page.js'), 'start();');
writeFileSync(join(assetsDirectory, 'page.css'), 'p{}');

async function pagesOf(
  out: string,
  report: Report,
  of: { bases?: PageBase[]; baseProfile?: () => string | null } = {},
): Promise<Map<string, string>> {
  return writeHeapPages({
    ...{ out, report, assetsDirectory, bases: [], baseProfile: () => null },
    ...of,
  });
}

const read = (out: string, name: string): string => readFileSync(join(out, 'heap', name), 'utf8');
const onlyPage = 'memory-m-p.html';

describe('writeHeapPages', () => {
  it('writes a page for what grew, and an index with its timeline', async () => {
    const out = runFolder();
    const pages = await pagesOf(out, reportOf());
    expect([...pages]).toEqual([['memory m/p', `heap/${onlyPage}`]]);
    expect(read(out, onlyPage)).toContain('<title>TestA: 170 ms</title>');
    expect(read(out, onlyPage)).toContain('href="../runs/memory/m/p/attempt-1/heap.pprof"');
    expect(read(out, 'index.html')).toContain(`href="${onlyPage}"`);
    expect(read(out, 'index.html')).toContain('<polyline');
  });

  it('writes no page for what stayed the same, and the index without any comparison', async () => {
    const out = runFolder();
    const same = comparisonOf([packageComparison({ verdict: 'same' })]);
    expect((await pagesOf(out, reportOf({ comparison: same }))).size).toBe(0);
    expect((await pagesOf(out, reportOf({ comparison: null }))).size).toBe(0);
    expect(readdirSync(join(out, 'heap'))).toEqual(['index.html']);
    expect(read(out, 'index.html')).toContain('Nothing was compared.');
  });

  it('compares stack by stack with a profile of the base', async () => {
    const out = runFolder();
    const before = join(tempFolder(), 'heap.pprof');
    writeFileSync(before, profile);
    const asked: string[] = [];
    const renamed = comparisonOf([packageComparison({ renamedFrom: 'm/old' })]);
    await writeHeapPages({
      ...{ out, report: reportOf({ comparison: renamed }), assetsDirectory, bases: [] },
      baseProfile: (name, leg) => {
        asked.push(`${leg} ${name}`);
        return before;
      },
    });
    expect(asked).toEqual(['memory m/old']);
    expect(read(out, onlyPage)).toContain('"hasBase":true');
  });

  it.each([
    ['there is none', (): string => '/nowhere/heap.pprof'],
    ['nobody made one', (): null => null],
  ])('colours functions by the records where %s', async (_, baseProfile) => {
    const out = runFolder();
    const record = heapRecord({ functions: [heapFunction('m/p.Put')] });
    const base = { package: 'm/p', leg: 'memory', record, history: [] };
    const head = heapRecord({ functions: [heapFunction('m/p.Put', { cumulativeAllocBytes: 7 })] });
    await pagesOf(out, reportOf({ heap: [head] }), { bases: [base], baseProfile });
    expect(read(out, onlyPage)).toContain('"growth":[[0,0,0],null,null,[7,0,0]]');
  });

  it('draws the history that the base brings', async () => {
    const out = runFolder();
    const past = { commit: 'b'.repeat(40), committedAt: at(0), metrics: heapRecord().metrics };
    const base = { package: 'm/p', leg: 'memory', record: heapRecord(), history: [past] };
    await pagesOf(out, reportOf(), { bases: [base] });
    expect(read(out, onlyPage)).toContain('bbbbbbb 2026-03-01: 1000 B');
  });

  it.each([
    ['no profile', {}, 'the run kept no profile of this package'],
    ['an empty one', { 'heap.pprof': '' }, 'the profile cannot be read'],
    ['no gzip', { 'heap.pprof': 'hello' }, 'the profile cannot be read'],
    ['half of one', { 'heap.pprof': profile.subarray(0, 200) }, 'the profile cannot be read'],
  ])('says so where there is %s', async (_, files, expected) => {
    const out = runFolder(files);
    expect((await pagesOf(out, reportOf())).size).toBe(1);
    expect(read(out, onlyPage)).toContain(expected);
  });

  it('follows no link to a profile', async () => {
    const out = runFolder({});
    const elsewhere = join(tempFolder(), 'heap.pprof');
    writeFileSync(elsewhere, profile);
    const attempt1 = join(layout.package(out, 'memory', 'm/p'), 'attempt-1');
    symlinkSync(elsewhere, join(attempt1, 'heap.pprof'));
    await pagesOf(out, reportOf());
    expect(read(out, onlyPage)).toContain('the run kept no profile of this package');
  });

  it('has no times of tests from a cached result, and says why', async () => {
    const out = runFolder();
    await pagesOf(out, reportOf({}, true));
    expect(read(out, onlyPage)).not.toContain('<title>TestA');
    expect(read(out, onlyPage)).toContain('from the cache of go test');
  });

  it('takes the times of a package that was built again from that round', async () => {
    const out = runFolder();
    const round = layout.round(out, 'memory', 1);
    mkdirSync(round, { recursive: true });
    const words = { schema: 1, purpose: 'rebuild', packages: ['m/p'], command: [] };
    writeFileSync(goTestFiles.round(round), JSON.stringify(words));
    writeFileSync(
      goTestFiles.events(round),
      event('run', 50, 'TestAgain') + event('pass', 90, 'TestAgain'),
    );
    await pagesOf(out, reportOf());
    expect(read(out, onlyPage)).toContain('<title>TestAgain: 40 ms</title>');
  });

  it('leaves out tests that ran when the process did not', async () => {
    const out = runFolder();
    writeFileSync(
      goTestFiles.events(layout.leg(out, 'memory')),
      event('run', -900, 'TestBefore') +
        event('pass', -500, 'TestBefore') +
        event('run', 9_000, 'TestAfter') +
        event('pass', 9_500, 'TestAfter'),
    );
    await pagesOf(out, reportOf());
    expect(read(out, onlyPage)).toContain('When each test ran is not known.');
  });

  it('writes a bounded number of pages, and says how many packages have none', async () => {
    const out = runFolder();
    const names = Array.from({ length: 53 }, (_, index) => `m/p${String(index)}`);
    const pages = await pagesOf(
      out,
      reportOf({
        packages: names.map((name) => packageRun({ package: name, leg: 'memory' })),
        heap: names.map((name) => heapRecord({ package: name })),
        comparison: comparisonOf(names.map((name) => packageComparison({ package: name }))),
      }),
    );
    expect(pages.size).toBe(50);
    expect(readdirSync(join(out, 'heap'))).toHaveLength(51);
    expect(read(out, 'index.html')).toContain('3 more packages changed, without a page.');
  });

  it('throws where its script is missing', async () => {
    const missing = { assetsDirectory: join(assetsDirectory, 'nowhere'), bases: [] };
    const request = { out: runFolder(), report: reportOf(), baseProfile: () => null, ...missing };
    await expect(writeHeapPages(request)).rejects.toThrow('page.js');
  });
});

describe('pageNames', () => {
  const namesOf = (...packages: string[]): (string | undefined)[] => {
    const names = pageNames(packages.map((name) => ({ leg: 'memory', package: name })));
    return packages.map((name) => names.get(`memory ${name}`));
  };

  it.each([
    ['example.com/m/store', 'memory-example.com-m-store.html'],
    ['../../etc/passwd', 'memory-%..-%..-etc-passwd.html'],
    ['a/"><b>', 'memory-a-%22%3E%3Cb%3E.html'],
  ])('%s is %s', (name, expected) => {
    expect(namesOf(name)).toEqual([expected]);
  });

  it('are never the same, and never too long for a file', () => {
    const names = namesOf('a/b', 'a-b', 'A/B', 'x'.repeat(5000), `${'x'.repeat(5000)}y`);
    expect(new Set(names.map((name) => name?.toLowerCase())).size).toBe(5);
    for (const name of names) expect(name?.length).toBeLessThan(140);
  });
});
