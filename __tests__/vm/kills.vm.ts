import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageRun } from '../support/guarded.ts';
import { runScenario, type SmallMachine } from '../support/small-machine.ts';
import { scenarios } from './expected-kills.ts';

// Real kills in a small machine of our own: `make test-vm`.

describe.each(scenarios)('$what', ({ scenario, memoryMb, systemd = false, kills }) => {
  const limitSeconds = 1500;
  let machine: SmallMachine;
  let remove = (): void => undefined;
  beforeAll(
    async () => {
      machine = await runScenario(scenario, { memoryMb, systemd, limitSeconds });
      remove = machine.remove;
    },
    (limitSeconds + 300) * 1000,
  );
  afterAll(() => {
    remove();
  });

  it.each(kills)('$why: $id ($run)', (kill) => {
    const { code, report, printed } = machine.outcome(kill.run);
    const found = packageRun(report, 'memory', kill.package);
    const { cause, ending, tests } = found;
    const { status } = report.verdict;
    if (code !== 1 || status !== 'fail') throw new Error(`${String(code)}, ${status}: ${printed}`);
    expect(report.legs.map(({ guard }) => guard?.tier ?? null)).toEqual([kill.tier]);
    expect({ ending, id: cause?.id, confidence: cause?.confidence }).toEqual({
      ending: kill.ending,
      id: kill.id,
      confidence: 'confirmed',
    });
    expect(cause?.summary).toMatch(kill.names);
    const evidence = cause?.evidence.map(({ source, detail }) => `${source}: ${detail}`) ?? [];
    for (const wanted of kill.evidence)
      expect(evidence).toContainEqual(expect.stringMatching(wanted));
    expect(cause?.excluded.map(({ id }) => id)).toEqual(expect.arrayContaining([...kill.excluded]));
    expect({ unfinished: tests.unfinished, neverRan: tests.neverRan }).toEqual({
      unfinished: kill.unfinished,
      neverRan: kill.neverRan,
    });
    const holder = found.attempts.at(-1)?.blackBox?.functions[0]?.function;
    expect(holder).toBe(kill.blackBox ? 'example.com/vm/hog.takeChunk' : undefined);
    for (const other of report.packages) if (other !== found) expect(other.ending).toBe('passed');
  });

  it('leaves no control group behind', () => {
    expect(machine.read('left-groups')).toBe('');
  });
});
