import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { mergeReports } from '../../src/report/merge.ts';
import { reportSchema, type Report, type Verdict } from '../../src/report/schema.ts';
import { fullReport } from '../support/full-report.ts';
import { legReport, sampleCrash, sampleReport } from '../support/sample-report.ts';
import { passed, shardReport, shares, type ShardOf } from '../support/shard-reports.ts';

const crashed: Verdict = {
  status: 'fail',
  reasons: [{ kind: 'crash', message: 'crashed by SIGSEGV', package: 'm/b', leg: 'race' }],
};

function merged(...reports: [Report, ...Report[]]): Report {
  return reportSchema.parse(mergeReports(reports).report);
}

function lostReasons({ verdict }: Report): string[] {
  return verdict.reasons.flatMap(({ kind, message }) => (kind === 'lost' ? [message] : []));
}

describe('the shards of a run', () => {
  it('are one report of all packages', () => {
    const report = merged(shardReport(2), shardReport(1));

    expect(report.verdict).toEqual({ status: 'pass', reasons: [] });
    expect(report.packages.map((run) => run.package)).toEqual(['m/a', 'm/b', 'm/c', 'm/d']);
    expect(report.shard).toBeUndefined();
    expect(report.gaps).toEqual([]);
  });

  it('fail where one of them fails', () => {
    const report = merged(shardReport(1), shardReport(2, { verdict: crashed }));

    expect(report.verdict).toEqual(crashed);
  });

  it('are incomplete where one of them is', () => {
    const stopped: Verdict = {
      status: 'incomplete',
      reasons: [{ kind: 'cancelled', message: 'the run was stopped before its end' }],
    };

    expect(merged(shardReport(1, { verdict: stopped }), shardReport(2)).verdict).toEqual(stopped);
  });

  it('ran no test where none of them did, whatever each of them says', () => {
    const none = { tests: { passed: 0 }, ending: 'no-tests' as const };
    const empty = (index: number): Report =>
      shardReport(index, { packages: (shares[index - 1] ?? []).map((name) => passed(name, none)) });

    expect(merged(empty(1), empty(2)).verdict).toEqual({
      status: 'incomplete',
      reasons: [{ kind: 'no-tests', message: 'no test ran in any package' }],
    });
    expect(merged(empty(1), shardReport(2)).verdict.status).toBe('pass');
  });

  it('pass without any test where the settings of all of them let that pass', () => {
    const empty = (index: number, emptyPasses: boolean): Report =>
      shardReport(index, {
        packages: shares[index - 1]!.map((name) => passed(name, { tests: { passed: 0 } })),
        shard: { emptyPasses },
      });

    expect(merged(empty(1, true), empty(2, true)).verdict).toEqual({
      status: 'pass',
      reasons: [{ kind: 'no-tests', message: 'no test ran in any package' }],
    });
    expect(merged(empty(1, true), empty(2, false)).verdict.status).toBe('incomplete');
    expect(merged(empty(1, true)).verdict.status).toBe('incomplete');
  });

  it('take as long as the longest of them, from the first start on', () => {
    const first = { startedAt: '2026-01-02T03:00:00.000Z', elapsedMs: 9000 };

    expect(merged(shardReport(1), shardReport(2, first))).toMatchObject(first);
  });
});

describe('never a false green:', () => {
  it('a missing shard is named with its packages', () => {
    const report = merged(shardReport(1));

    expect(report.verdict.status).toBe('incomplete');
    expect(lostReasons(report)).toEqual([
      'shard 2/2 left no report (its job was cancelled, died, or could not upload it; run it again); nobody ran 2 packages: m/b, m/d',
    ]);
    expect(report.gaps).toEqual([
      { what: 'no job has results of it', package: 'm/b' },
      { what: 'no job has results of it', package: 'm/d' },
    ]);
  });

  it('several missing shards are one sentence, and many packages are counted', () => {
    const all = Array.from({ length: 300 }, (_, i) => `m/p${i}`).sort();
    const report = merged(shardReport(2, { shard: { count: 5, all, own: ['m/p0'] } }));

    expect(lostReasons(report)).toEqual([
      '4 shards left no report: 1/5, 3/5, 4/5, 5/5 (its job was cancelled, died, or could not upload it; run it again); nobody ran 299 packages: m/p1, m/p10, m/p100, m/p101, m/p102 and 294 more',
    ]);
    expect(report.gaps).toHaveLength(201);
    expect(report.gaps.at(-1)).toEqual({ what: 'no job has results of 99 further packages' });
  });

  it('a package that every shard leaves to another', () => {
    const all = [...shares.flat(), 'm/e'].sort();
    const report = merged(shardReport(1, { shard: { all } }), shardReport(2, { shard: { all } }));

    expect(report.verdict.status).toBe('incomplete');
    expect(lostReasons(report)).toEqual([
      'nobody ran 1 package: m/e; give all jobs the same packages, legs and plan, and run all of them again',
    ]);
  });

  it('a shard that should have run a package and has no result of it', () => {
    const report = merged(shardReport(1, { packages: [passed('m/a')] }), shardReport(2));

    expect(report.verdict.status).toBe('incomplete');
    expect(lostReasons(report)).toEqual([expect.stringContaining('m/c')]);
  });

  it.each<[string, ShardOf, string]>([
    [
      'another module',
      { source: { ...sampleReport().source, module: 'n' } },
      'it is of the module n, not of m',
    ],
    ['another number', { shard: { count: 3 } }, 'it is one of 3, not of 2'],
    [
      'other weights',
      { shard: { weighedBy: 'a'.repeat(40) } },
      'it was weighed by aaaaaaaaaaaa, not by the number of packages',
    ],
    [
      'a further package',
      { shard: { all: [...shares.flat(), 'm/e'] } },
      'it also knows the package m/e',
    ],
    [
      'a package less',
      { shard: { all: ['m/a', 'm/b', 'm/d'] } },
      'it does not know the package m/c',
    ],
  ])('shards of %s do not belong together', (_what, of, difference) => {
    const newest = shardReport(1, { startedAt: '2026-01-02T04:00:00.000Z' });
    const report = merged(newest, shardReport(2, of));

    expect(report.verdict.status).toBe('incomplete');
    expect(lostReasons(report)[0]).toMatch(
      new RegExp(`^shard 2/[23] does not belong to shard 1/2: ${difference}; give all jobs`),
    );
  });

  it('a shard that was stopped before it had a plan has lost its packages', () => {
    const reasons: Verdict['reasons'] = [{ kind: 'lost', message: 'it could not be planned' }];
    const stopped = shardReport(2, {
      ...{ legs: [], packages: [], shard: { all: [], own: [] } },
      verdict: { status: 'incomplete', reasons },
    });

    expect(lostReasons(merged(shardReport(1), stopped))).toEqual([
      'it could not be planned',
      'nobody ran 2 packages: m/b, m/d; give all jobs the same packages, legs and plan, and run all of them again',
    ]);
  });

  it('shards that ran different legs', () => {
    const one = shardReport(1, { shard: { legs: ['race'] } });
    const legs = [legReport({ name: 'memory' })];
    const packages = shares[1].map((name) => passed(name, { leg: 'memory' }));
    const report = merged(one, shardReport(2, { legs, packages, shard: { legs: ['memory'] } }));

    expect(report.verdict.status).toBe('incomplete');
    const text = lostReasons(report).join('\n');
    expect(text).toContain('shard 2/2 left no report of race');
    expect(text).toContain('nobody ran 2 packages in the leg race: m/b, m/d');
    expect(text).toContain('shard 1/2 left no report of memory');
    expect(report.gaps).toContainEqual({
      ...{ what: 'no job has results of it', package: 'm/b', leg: 'race' },
    });
  });

  it('a shard that left out a leg of the others', () => {
    const legs = ['race', 'memory'];
    const both = (name: string) => [passed(name), passed(name, { leg: 'memory' })];
    const one = shardReport(1, { packages: shares[0].flatMap(both), shard: { legs } });
    const two = shardReport(2, { shard: { legs: ['race'] } });

    expect(merged(one, two).verdict.status).toBe('incomplete');
    const whole = shardReport(2, { packages: shares[1].flatMap(both), shard: { legs } });
    expect(merged(one, whole).verdict.status).toBe('pass');
  });

  it('but a package that a leg does not have is not lost', () => {
    const legs = ['race', 'memory'];
    const one = shardReport(1, { shard: { legs } });

    expect(merged(one, shardReport(2, { shard: { legs } })).verdict).toEqual({
      status: 'pass',
      reasons: [],
    });
  });

  it('two results of one package: the bad one stays, and it is said', () => {
    const bad = passed('m/a', { ending: 'crashed' });
    const good = sampleReport({ packages: [passed('m/a')] });
    const failed = sampleReport({ packages: [bad], verdict: crashed });
    for (const report of [merged(good, failed), merged(failed, good)]) {
      expect(report.packages).toEqual([bad]);
      expect(report.verdict.status).toBe('fail');
      expect(lostReasons(report)).toEqual([
        '1 result too many: more than one report has m/a (race)',
      ]);
    }
    expect(merged(good, structuredClone(good)).verdict.status).toBe('incomplete');
  });

  it('reports of different commits', () => {
    const at = (sha: string): ShardOf => ({
      source: { module: 'm', repository: null, sha: sha.repeat(40), ref: null, event: null },
    });
    const report = merged(shardReport(1, at('a')), shardReport(2, at('b')));

    expect(report.verdict.status).toBe('incomplete');
    expect(lostReasons(report)).toEqual([
      'the reports are of different commits: aaaaaaaaaaaa, bbbbbbbbbbbb',
    ]);
  });

  it('is never better than any of its reports', () => {
    const status = fc.constantFrom('pass' as const, 'fail' as const, 'incomplete' as const);
    const order = ['pass', 'incomplete', 'fail'];
    fc.assert(
      fc.property(status, status, fc.boolean(), (a, b, missing) => {
        const one = shardReport(1, { verdict: { status: a, reasons: [] } });
        const two = shardReport(2, { verdict: { status: b, reasons: [] } });
        const report = missing ? merged(one) : merged(one, two);
        const worst = Math.max(
          ...(missing ? [a, 'incomplete'] : [a, b]).map((s) => order.indexOf(s)),
        );

        expect(order.indexOf(report.verdict.status)).toBe(worst);
      }),
    );
  });
});

describe('of several reports of one shard', () => {
  const first = shardReport(2, { verdict: crashed });
  const again = shardReport(2, { startedAt: '2026-01-02T03:30:00.000Z' });

  it('the newest counts, where the job ran again when it had ended', () => {
    for (const order of [
      [first, again],
      [again, first],
    ])
      expect(merged(shardReport(1), ...order).verdict).toEqual({ status: 'pass', reasons: [] });
  });

  it.each<[string, Report]>([
    ['ran at the same time', shardReport(2)],
    ['ran on another kind of machine', { ...again, machine: { ...again.machine, os: 'darwin' } }],
    ['ran with another Go', { ...again, machine: { ...again.machine, go: 'go1.25.1' } }],
    ['ran another module', { ...again, source: { ...again.source, module: 'n' } }],
    ['ran in another folder', { ...again, source: { ...again.source, directory: 'api' } }],
  ])('none counts as run again that %s', (_what, other) => {
    const report = merged(shardReport(1), first, other);

    expect(report.verdict.status).toBe('fail');
    const reasons = lostReasons(report);
    expect(reasons[0]).toBe(
      '2 jobs ran shard 2/2 and none of them is another one run again: each matrix needs a report of its own',
    );
    expect(reasons.at(-1)).toBe('2 results too many: more than one report has m/b (race)');
  });

  it.each<[string, ShardOf['shard']]>([
    ['other packages', { all: ['n/a', 'n/b'], own: ['n/b'] }],
    ['another plan', { weighedBy: 'a'.repeat(40) }],
    ['other legs', { legs: ['memory'] }],
    ['nothing to say of its legs and other results', { own: ['m/d'] }],
  ])('none counts as run again that had %s', (_what, shard) => {
    const legs = ['race'];
    const before = shardReport(2, { verdict: crashed, shard: { legs } });
    const after = shardReport(2, { startedAt: again.startedAt, shard: { legs, ...shard } });

    expect(merged(shardReport(1, { shard: { legs } }), before, after).verdict.status).toBe('fail');
  });

  it('one that was stopped before it had a plan counts no more when it has run again', () => {
    const { source, machine } = first;
    const stopped = shardReport(2, {
      ...{ legs: [], packages: [], source: { ...source, module: null } },
      ...{ machine: { ...machine, go: '' }, shard: { all: [], own: [] } },
      verdict: { status: 'incomplete', reasons: [{ kind: 'cancelled', message: 'stopped' }] },
    });
    const legs = ['race'];
    const after = shardReport(2, { startedAt: again.startedAt, shard: { legs } });

    expect(merged(shardReport(1, { shard: { legs } }), stopped, after).verdict).toEqual({
      status: 'pass',
      reasons: [],
    });
  });

  it('none counts as run again where somebody has chosen the newest already', () => {
    const { doubts } = mergeReports([shardReport(1), first, again], 'rivals');

    expect(doubts[0]).toContain('2 jobs ran shard 2/2');
  });
});

describe('what the shards found', () => {
  it('crashes with one root cause are one, wherever they were seen', () => {
    const seenIn = (name: string) => ({ package: name, leg: 'race', attempt: 1, test: 'TestAdd' });
    const inOne = sampleCrash({ occurrences: [seenIn('m/a')] });
    const inTwo = sampleCrash({ occurrences: [seenIn('m/b'), seenIn('m/a')] });
    const other = sampleCrash({ fingerprint: 'ffffffffffffffff', id: 'crash-ffffffff' });
    const report = merged(
      shardReport(1, { crashes: [inOne] }),
      shardReport(2, { crashes: [inTwo, other] }),
    );

    expect(report.crashes).toEqual([
      { ...inOne, occurrences: [seenIn('m/a'), seenIn('m/b')] },
      other,
    ]);
  });

  it('a leg says of all jobs what is true of all of them', () => {
    const guard = { tier: 'cgroup' as const, ceilingBytes: 8e9, tried: [] };
    const tried = [{ tier: 'cgroup', problem: 'read-only' }];
    const one = legReport({
      ...{ command: ['go', 'test', '-race=true', 'm/a', 'm/c'], elapsedMs: 9000, guard },
    });
    const two = legReport({
      ...{ command: ['go', 'test', '-race=true', 'm/b', 'm/d'], exitCode: 1, elapsedMs: 4000 },
      guard: { tier: 'watcher', ceilingBytes: 4e9, tried },
    });
    const report = merged(shardReport(1, { legs: [one] }), shardReport(2, { legs: [two] }));

    expect(report.legs).toEqual([
      {
        ...one,
        ...{ command: ['go', 'test', '-race=true'], exitCode: 1, elapsedMs: 9000 },
        guard: { tier: 'watcher', ceilingBytes: 4e9, tried },
      },
    ]);
    const unseen = legReport({ exitCode: null, signal: 'SIGKILL', elapsedMs: null });
    expect(merged(shardReport(1), shardReport(2, { legs: [unseen] })).legs).toMatchObject([
      { exitCode: null, signal: 'SIGKILL', elapsedMs: 2000 },
    ]);
  });

  it('packages stand in the order of the legs, and none is dropped for its leg', () => {
    const legs = [legReport({ name: 'memory' }), legReport()];
    const packages = ['race', 'other', 'memory'].map((leg) => passed('m/a', { leg }));
    const report = merged(
      shardReport(1, { legs, packages: [...packages, passed('m/c', { leg: 'memory' })] }),
      shardReport(2, { legs }),
    );

    expect(report.packages.map(({ leg, package: name }) => `${leg} ${name}`)).toEqual([
      ...['memory m/a', 'memory m/c', 'race m/a', 'race m/b', 'race m/d', 'other m/a'],
    ]);
  });

  it('checks of the machines as they stood worst, and machines that differ', () => {
    const check = { id: 'memory', what: 'memory', value: '8 GiB', needed: '4 GiB', fix: null };
    const small = { ...check, value: '2 GiB', status: 'warn' as const };
    const one = shardReport(1, { preflight: [{ ...check, status: 'ok' }] });
    const two = shardReport(2, { preflight: [small], machine: { ...one.machine, cpus: 4 } });

    expect(merged(one, two)).toMatchObject({
      preflight: [small],
      gaps: [
        {
          what: 'the jobs ran on different machines: linux/x64, 2 CPUs, go1.26.8; linux/x64, 4 CPUs, go1.26.8',
        },
      ],
    });
  });

  it('a shard without packages says nothing of machines and legs', () => {
    const { machine } = sampleReport();
    const idle = shardReport(2, {
      ...{ legs: [], packages: [], machine: { ...machine, go: '' } },
      shard: { own: [] },
    });
    const all = ['m/a', 'm/c'];
    const report = merged(shardReport(1, { shard: { all } }), {
      ...idle,
      shard: { ...idle.shard!, all },
    });

    expect(report).toMatchObject({ gaps: [], machine, verdict: { status: 'pass' } });
  });

  it('nothing of a report with everything in it is lost', () => {
    const full = fullReport();
    const { shard: _shard, ...rest } = full;
    const whole: Report = {
      ...rest,
      preflight: full.preflight.slice(0, 1),
      packages: full.packages.map((run, i) => ({ ...run, package: `m/p${100 + i}`, leg: 'race' })),
      heap: [],
    };
    const report = merged(whole);

    expect({ ...report, comparison: null }).toEqual({ ...whole, comparison: null });
    expect(report.comparison?.packages.map((item) => item.package).sort()).toEqual(
      [...new Set(whole.comparison?.packages.map((item) => item.package))].sort(),
    );
  });
});
