import { expect, it } from '@jest/globals';
import { catalogFile } from '../../scripts/catalog/index.mjs';
import { createCatalog } from '../../src/catalog/catalog.ts';
import type { BlackBox, Cause, Crash, PackageRun } from '../../src/report/schema.ts';
import { readCrashes } from '../../src/run/crashes.ts';
import type { RunPlan } from '../../src/run/run-plan.ts';
import { attempt, packageRun, sampleReport } from '../support/sample-report.ts';

const catalog = createCatalog(catalogFile());
const { source, machine } = sampleReport();
const leg = { goVersion: 'go1.26.8', goMinor: 26, heapProfile: false };
const plan = {
  ...{ schema: 1, run: 'r', toolVersion: '1', startedAt: '', failOn: [], kernelPids: true },
  ...{ directory: import.meta.dirname, problem: null, source, machine, preflight: [] },
  legs: [
    { ...leg, name: 'race', race: true },
    { ...leg, name: 'memory', race: false },
  ],
} as unknown as RunPlan;

async function crashes(...runs: PackageRun[]): Promise<Crash[]> {
  const sources = runs.map((run) => ({ run, crashText: '', fileIsReliable: true }));
  const read = await readCrashes(sources, { out: import.meta.dirname, plan, catalog });
  expect(read.gaps).toEqual([]);
  return read.crashes;
}

function cause(id: Cause['id'], of: Partial<Cause> = {}): Cause {
  return {
    ...{ id, confidence: 'confirmed', summary: `it was ${id}`, evidence: [], excluded: [] },
    ...{ advice: [], ...of },
  };
}

function left(id: Cause['id'], exitCode: number, line: string): PackageRun {
  const evidence = [{ source: 'output', detail: `last line: ${line}` }];
  return packageRun({
    ...{ ending: 'exited', cause: cause(id, { evidence }), output: `${line}\nFAIL\tm/p\n` },
    attempts: [attempt({ ending: 'exited', exitCode })],
  });
}

it.each<[Cause['id'], number, string, string, string | null]>([
  ['testmain-exit', 3, 'database still open', 'database still open', null],
  ['os-exit', 3, 'so far so good', 'it was os-exit', 'exit-in-library'],
])('%s with %i: what is told, and the known crash', async (id, code, line, message, known) => {
  expect(await crashes(left(id, code, line))).toMatchObject([{ cause: id, message, known }]);
});

it('what log.Fatal wrote is the message, without the time', async () => {
  expect(await crashes(left('log-fatal', 1, '2026/01/02 03:04:05 no database'))).toMatchObject([
    { cause: 'log-fatal', message: 'no database' },
  ]);
});

const holder = { function: 'm/p.F', file: 'p/p.go', line: 3, caller: null, test: null };
const blackBox: BlackBox = {
  ...{ reason: 'memory', elapsedMs: 9, rssBytes: 9, heapBytes: 8, outsideGoBytes: 0 },
  ...{ goroutines: 1, ceilingBytes: 9, early: false, tests: [] },
  functions: [{ ...holder, bytes: 8, share: 1 }],
};

function killed(name: string, hasBox: boolean, test: string): PackageRun {
  return packageRun({
    ...{ leg: name, ending: 'killed', tests: { unfinished: [test] } },
    cause: cause('oom-cgroup', { summary: `killed in ${name}` }),
    attempts: [attempt({ ending: 'killed', ...(hasBox ? { blackBox } : {}) })],
  });
}

it.each([
  ['both', true, true, 'memory'],
  ['the race leg', true, false, 'race'],
  ['the memory leg', false, true, 'memory'],
])(
  'memory that ran out in two legs is one crash where %s shows who held it',
  async (_, race, memory, first) => {
    const found = await crashes(
      killed('race', race, 'TestBig'),
      killed('memory', memory, 'TestBig'),
    );
    expect(found).toMatchObject([
      { leg: first, message: `killed in ${first}`, blame: { file: 'p/p.go', line: 3 } },
    ]);
    expect(found[0]?.occurrences.map((seen) => seen.leg).sort()).toEqual(['memory', 'race']);
  },
);

it('but not where another test ran', async () => {
  const runs = [killed('race', false, 'TestSmall'), killed('memory', true, 'TestBig')];
  expect(await crashes(...runs)).toHaveLength(2);
});
