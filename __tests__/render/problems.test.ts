import { describe, expect, it } from '@jest/globals';
import { problems } from '../../src/render/problems.ts';
import type { Cause, Crash, PackageRun } from '../../src/report/schema.ts';
import { attempt, packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';

function cause(id: Cause['id'], of: Partial<Cause> = {}): Cause {
  return {
    ...{ id, confidence: 'confirmed', summary: `it was ${id}`, evidence: [], excluded: [] },
    ...{ advice: ['do this'], ...of },
  };
}

function found(packages: PackageRun[], crashes: Crash[] = []): ReturnType<typeof problems> {
  return problems(sampleReport({ packages, crashes }));
}

describe('a root cause is told once', () => {
  it('with the confidence and the advice of the run that it ended', () => {
    const run = packageRun({ ending: 'crashed', cause: cause('panic') });
    const crash = sampleCrash();
    expect(found([run], [crash])).toEqual([
      {
        ...{ cause: 'panic', confidence: 'confirmed', place: crash.blame, test: 'TestAdd' },
        ...{ summary: 'it was panic', message: 'assignment to entry in nil map' },
        ...{ advice: ['do this'], crash, runs: [run] },
      },
    ]);
  });

  it('and of the attempt, where a later one passed', () => {
    const run = packageRun({ attempts: [attempt({ cause: cause('panic') }), attempt()] });
    expect(found([run], [sampleCrash()])).toMatchObject([{ confidence: 'confirmed' }]);
  });

  it('for all legs and packages that ended in the same way', () => {
    const ended = { ending: 'lost' as const, cause: cause('lost') };
    const packages = [
      packageRun({ ...ended, leg: 'race' }),
      packageRun({ ...ended, leg: 'memory' }),
      packageRun({ ...ended, package: 'm/q' }),
    ];
    expect(found(packages).map(({ runs }) => runs)).toEqual([packages]);
  });

  it('but not for those whose words differ', () => {
    const ended = (summary: string): PackageRun =>
      packageRun({ ending: 'exited', cause: cause('os-exit', { summary }) });
    expect(found([ended('exit code 3'), ended('exit code 4')])).toHaveLength(2);
  });
});

it('passed packages, failed tests and packages without tests are none', () => {
  expect(
    found([
      packageRun(),
      packageRun({ ending: 'no-tests', cause: cause('no-tests') }),
      packageRun({ ending: 'failed', cause: cause('test-failure'), tests: { failed: 1 } }),
      packageRun({ ending: 'failed', tests: { failed: 1 } }),
    ]),
  ).toEqual([]);
});

it('an end without a cause is told in the words of its ending', () => {
  const run = packageRun({ ending: 'lost', tests: { unfinished: ['TestK'] } });
  expect(found([run])).toMatchObject([
    { cause: 'lost', summary: 'its records stop: nobody saw it end', test: 'TestK', place: null },
  ]);
});

it('a line of the module is one of the repository', () => {
  const position = { file: 'p/p.go', line: 3, function: 'm/p.F' };
  const run = packageRun({ ending: 'exited', cause: cause('os-exit', { position }) });
  const { source } = sampleReport();
  const report = sampleReport({ packages: [run], source: { ...source, directory: 'server' } });
  expect(problems(report)[0]?.place).toEqual({ ...position, file: 'server/p/p.go' });
});

it('the worst comes first: crashes, memory, races, timeouts, builds, what was stopped', () => {
  const ids = ['cancelled', 'build-failed', 'timeout', 'data-race', 'oom-cgroup', 'panic'] as const;
  const packages = ids.map((id) =>
    packageRun({ package: `m/${id}`, ending: 'crashed', cause: cause(id) }),
  );
  expect(found(packages).map((each) => each.cause)).toEqual([...ids].reverse());
});

describe('memory that ran out in several legs', () => {
  const holder = { function: 'm/p.F', file: 'p/p.go', line: 3, caller: null, test: null };
  const blackBox = {
    ...{ reason: 'memory', elapsedMs: 9, rssBytes: 9, heapBytes: 8, outsideGoBytes: 0 },
    ...{ goroutines: 1, ceilingBytes: 9, early: false, tests: [] },
    functions: [{ ...holder, bytes: 8, share: 1 }],
  };
  const ended = (leg: string, held: string, of: Partial<PackageRun['attempts'][number]> = {}) =>
    packageRun({
      ...{ leg, ending: 'killed', attempts: [attempt({ blackBox, ...of })] },
      cause: cause('oom-cgroup', { summary: `killed; it had held ${held}` }),
    });
  const crash = sampleCrash({
    ...{ cause: 'oom-cgroup', message: 'killed; it had held 286.0 MiB' },
    occurrences: ['race', 'memory'].map((leg) => ({
      ...{ leg, package: 'm/p', attempt: 1, test: null },
    })),
  });
  const race = ended('race', '286.0 MiB');

  it('is told by the leg without the race detector, in its figures alone', () => {
    const memory = ended('memory', '285.3 MiB');
    expect(found([race, memory], [crash])).toMatchObject([
      { summary: 'killed; it had held 285.3 MiB', message: '', runs: [memory, race] },
    ]);
  });

  it('but by the race leg where only that shows who held it', () => {
    const { blackBox: _, ...blind } = attempt();
    const memory = { ...ended('memory', '285.3 MiB'), attempts: [blind] };
    expect(found([race, memory], [crash])[0]?.runs).toEqual([race, memory]);
  });
});
