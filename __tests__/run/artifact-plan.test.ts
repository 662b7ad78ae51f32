import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PackageComparison } from '../../src/report/comparison-schema.ts';
import type { Report } from '../../src/report/schema.ts';
import {
  planEvidence,
  planReport,
  type EvidenceRequest,
  type PlannedArtifact,
} from '../../src/run/artifact-plan.ts';
import { allArtifactKinds } from '../../src/settings/publishing.ts';
import { fullComparison } from '../support/full-comparison.ts';
import { legReport, packageRun, sampleReport } from '../support/sample-report.ts';
import { tempFolder } from '../support/temp-folder.ts';

let out: string;
beforeEach(() => {
  out = join(tempFolder(), 'out');
});

function write(path: string, bytes = 10): void {
  mkdirSync(dirname(join(out, path)), { recursive: true });
  writeFileSync(join(out, path), 'x'.repeat(bytes));
}

const died = 'runs/memory/m/died/attempt-1';
const fine = 'runs/race/m/fine/attempt-1';

/** Two packages in two legs; one of them died in one leg and left all that there can be. */
function runFolder(): void {
  for (const name of [
    'report.json',
    'summary.md',
    'plan.json',
    'heap/index.html',
    'legs/memory/events.jsonl',
  ])
    write(name);
  for (const name of [
    'start.json',
    'end.json',
    'agent.conf',
    'crash.txt',
    'timeline.csv',
    'output.txt',
  ])
    write(`${died}/${name}`);
  for (const name of [
    'heap.pprof',
    'core.zst',
    'pkg.test',
    'core.txt',
    'snapshot-1/meta.txt',
    'snapshot-1/heap.pprof',
  ])
    write(`${died}/${name}`);
  for (const name of ['start.json', 'heap.pprof', 'pkg.test']) write(`${fine}/${name}`);
}

const report = (of: Partial<Report> = {}): Report =>
  sampleReport({
    legs: [legReport({ name: 'race' }), legReport({ name: 'memory' })],
    packages: [
      packageRun({ package: 'm/died', leg: 'memory', ending: 'killed' }),
      packageRun({ package: 'm/fine', leg: 'race' }),
    ],
    ...of,
  });

interface Planned {
  report: PlannedArtifact;
  evidence: PlannedArtifact[];
  leftOut: string[];
}

async function planned(
  of: Partial<EvidenceRequest> = {},
  limits?: Parameters<typeof planEvidence>[1],
): Promise<Planned> {
  const publishing = { kinds: [...allArtifactKinds], passing: false };
  const origin = { slug: 'test-3f2c1a9e', runAttempt: '1', shard: undefined };
  const request = { out, report: report(), publishing, ...origin, ...of };
  const { planned: evidence, leftOut } = await planEvidence(request, limits);
  const pages = await planReport(request);
  return { report: pages.planned, evidence, leftOut: [...leftOut, ...pages.leftOut] };
}
const paths = ({ files, root }: PlannedArtifact): string[] =>
  files.map((file) => relative(root, file));
/** Of the package that died. */
const evidence = ({ evidence: [first, ...more] }: Planned): string[] => {
  expect(more).toEqual([]);
  return first === undefined ? [] : paths(first).map((path) => relative(died, path));
};

describe('the artifact of the report', () => {
  it('has the pages that are there, and nothing else', async () => {
    runFolder();
    const { report: of } = await planned();
    expect(of).toMatchObject({
      name: 'go-crash-guard-report-test-3f2c1a9e-1',
      root: out,
      bytes: 30,
    });
    expect(paths(of)).toEqual(['report.json', 'summary.md', 'heap/index.html']);
    write('report.html');
    write('junit.xml');
    expect(paths((await planned()).report)).toEqual(
      expect.arrayContaining(['report.html', 'junit.xml']),
    );
  });

  it('of a folder that is not there is empty', async () => {
    expect((await planned()).report.files).toEqual([]);
  });
});

describe('the evidence', () => {
  beforeEach(runFolder);

  it('is of what did not pass, one artifact for each leg', async () => {
    const plan = await planned();
    expect(plan.evidence.map(({ name }) => name)).toEqual([
      'go-crash-guard-memory-test-3f2c1a9e-1',
    ]);
    expect(evidence(plan).sort()).toEqual([
      ...['core.txt', 'core.zst', 'crash.txt', 'end.json', 'heap.pprof', 'output.txt', 'pkg.test'],
      ...['snapshot-1/heap.pprof', 'snapshot-1/meta.txt', 'start.json', 'timeline.csv'],
    ]);
    expect(plan.leftOut).toEqual([]);
  });

  it.each([
    [['profiles'], ['end.json', 'heap.pprof', 'start.json']],
    [['logs'], ['core.txt', 'crash.txt', 'end.json', 'output.txt', 'start.json']],
    [['cores'], ['core.txt', 'core.zst', 'end.json', 'pkg.test', 'start.json']],
    [[], []],
  ] as const)('is of the kinds that are wanted: %j', async (kinds, names) => {
    const plan = await planned({ publishing: { kinds: [...kinds], passing: false } });
    expect(evidence(plan).sort()).toEqual(names);
  });

  it('of packages that passed goes along where it is wanted, a binary only beside a core', async () => {
    const plan = await planned({ publishing: { kinds: [...allArtifactKinds], passing: true } });
    expect(plan.evidence.map(({ name }) => name)).toEqual([
      'go-crash-guard-race-test-3f2c1a9e-1',
      'go-crash-guard-memory-test-3f2c1a9e-1',
    ]);
    expect(paths(plan.evidence[0]!)).toEqual([`${fine}/heap.pprof`, `${fine}/start.json`]);
  });

  it.each([
    ['regressed', 1],
    ['warned', 1],
    ['same', 0],
    ['improved', 0],
  ] as const)('of a package that passed and whose heap is %s: %d', async (verdict, artifacts) => {
    const full = fullComparison();
    const [one] = full.packages;
    const packages: PackageComparison[] = [{ ...one!, package: 'm/fine', leg: 'race', verdict }];
    const only = report({
      comparison: { ...full, packages },
      packages: report().packages.slice(1),
    });
    expect((await planned({ report: only })).evidence).toHaveLength(artifacts);
  });

  it('follows no link out of the run folder, and takes nothing but files', async () => {
    const outside = tempFolder();
    writeFileSync(join(outside, 'secret'), 'secret');
    mkdirSync(join(outside, 'attempt-1'));
    writeFileSync(join(outside, 'attempt-1/output.txt'), 'secret');
    mkdirSync(join(outside, 'heap'));
    writeFileSync(join(outside, 'heap/secret.html'), 'secret');
    symlinkSync(join(outside, 'secret'), join(out, died, 'core.gz'));
    symlinkSync(outside, join(out, died, 'snapshot-2'));
    symlinkSync(join(outside, 'attempt-1'), join(out, 'runs/memory/m/died/attempt-2'));
    symlinkSync(join(outside, 'secret'), join(out, 'junit.xml'));
    mkdirSync(join(out, 'runs/memory/m/linked'));
    mkdirSync(join(out, died, 'core'));
    symlinkSync(outside, join(out, 'heap/more'));
    const plan = await planned();
    const all = [plan.report, ...plan.evidence].flatMap(paths);
    expect(
      all.filter((path) => /secret|core\.gz|snapshot-2|attempt-2|junit|more/.test(path)),
    ).toEqual([]);
    expect(all).toContain(`${died}/core.zst`);
  });

  it('a run folder that is a link itself is taken, one whose runs are a link is not', async () => {
    const link = join(tempFolder(), 'link');
    symlinkSync(out, link);
    expect((await planned({ out: link })).evidence[0]?.files[0]).toMatch(
      new RegExp(`^${link}/runs/memory/`),
    );
    const other = tempFolder();
    symlinkSync(join(out, 'runs'), join(other, 'runs'));
    expect((await planned({ out: other })).evidence).toEqual([]);
  });

  it('leaves out names that GitHub refuses', async () => {
    write(`${died}/snapshot-1/a:b?.txt`);
    expect(evidence(await planned()).filter((name) => name.includes('?'))).toEqual([]);
  });

  const asRoot = process.getuid?.() === 0;
  if (asRoot) console.warn('a file that cannot be read is not tried: root can read all of them');
  (asRoot ? it.skip : it)('leaves out what cannot be read', async () => {
    chmodSync(join(out, died, 'core.zst'), 0);
    expect(evidence(await planned())).not.toContain('core.zst');
  });

  it('leaves out the largest files where there is too much, and names them', async () => {
    write(`${died}/core.zst`, 5000);
    write(`${died}/output.txt`, 3000);
    const plan = await planned({}, { maxBytes: 4000, maxFiles: 100 });
    expect(evidence(plan)).not.toContain('core.zst');
    expect(evidence(plan)).toContain('output.txt');
    expect(plan.leftOut).toEqual([
      `artifact go-crash-guard-memory-test-3f2c1a9e-1 has room for 3.9 KiB and 100 files; left out: ${died}/core.zst (4.9 KiB)`,
    ]);
    const few = await planned({}, { maxBytes: 1e6, maxFiles: 3 });
    expect(few.evidence[0]?.files).toHaveLength(3);
    expect(few.leftOut[0]).toMatch(/ and 3 more$/);
  });

  it('is packed where it is not packed already', async () => {
    expect((await planned()).evidence[0]?.compressionLevel).toBe(6);
    write(`${died}/core.zst`, 5000);
    expect((await planned()).evidence[0]?.compressionLevel).toBe(0);
  });
});
