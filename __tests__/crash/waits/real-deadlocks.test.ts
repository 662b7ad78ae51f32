import { beforeAll, describe, expect } from '@jest/globals';
import type { ParsedCrash } from '../../../src/crash/parsed-crash.ts';
import { noRepository } from '../../../src/crash/source/repository.ts';
import { crashWaits } from '../../../src/crash/waits/crash-waits.ts';
import { looksStuck } from '../../../src/crash/waits/looks-stuck.ts';
import {
  buildDeadlocks,
  crashOfTest,
  deadlockRepository,
  inTurns,
  linesOf,
  markedTests,
  type Marked,
} from '../../support/deadlocks.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { goUnderTest } from '../../support/toolchains.ts';

// Each program really runs, with each Go version, until it is ended; its dump is what is read.
const versions = await goUnderTest(['go1.21.13', 'go1.24.9', 'go1.26.8', 'go1.27.3']);
const blocked = ['locks', 'channels', 'groups'].flatMap(markedTests).map((item) => ({ ...item }));
const healthy = markedTests('healthy');

/** Nobody can be named whom they wait for: there is none, or it may be any of several. */
const withoutCycle = new Set([
  'TestPhilosophers',
  'TestForgottenUnlock',
  'TestNobodyReceives',
  'TestNilChannel',
  'TestNoCases',
  'TestForgottenClose',
  'TestSelectOfTwo',
  'TestMiscount',
  'TestLostSignal',
]);
/** The runtime itself says that they never go on. */
const never = new Set(['TestNilChannel', 'TestNoCases']);
/** Where the Once is, the stack does not say in all versions. */
const eitherWay = new Set(['TestOnceAgain']);

describe.each(versions)('$version', ({ version, isSkipped, it }) => {
  const late = new Map<string, ParsedCrash>();
  const asleep = new Map<string, ParsedCrash>();

  beforeAll(async () => {
    if (isSkipped) return;
    const folder = tempFolder();
    await buildDeadlocks(version, folder);
    const all = [
      ...[...blocked, ...healthy].map((item) => ({ item, timeout: '3s', found: late })),
      ...blocked.map((item) => ({ item, timeout: '0', found: asleep })),
    ];
    // Most of them only wait.
    await inTurns(all, 24, async ({ item, timeout, found }) => {
      found.set(item.test, await crashOfTest(folder, item, timeout));
    });
  }, 600_000);

  const expectMarks = (waits: ReturnType<typeof crashWaits>, item: Marked): void => {
    const lines = linesOf(waits!);
    expect(lines.waits).toEqual(item.waits.toSorted());
    expect(lines.holds).toEqual(expect.arrayContaining(item.holds));
  };

  it.each(blocked)('$test, when its time is over', (item) => {
    const crash = late.get(item.test)!;
    const waits = crashWaits(crash, deadlockRepository);
    expect(waits).toMatchObject({ confidence: never.has(item.test) ? 'confirmed' : 'consistent' });
    if (!eitherWay.has(item.test))
      expect(waits?.kind).toBe(withoutCycle.has(item.test) ? 'stuck' : 'cycle');
    expectMarks(waits, item);
    expect(waits?.waits.map(({ test }) => test)).toEqual(waits?.waits.map(() => item.test));
  });

  it.each(blocked)('$test, when the runtime notices', (item) => {
    const crash = asleep.get(item.test)!;
    expect(crash.message).toBe('all goroutines are asleep - deadlock!');
    const waits = crashWaits(crash, deadlockRepository);
    expect(waits).toMatchObject({ confidence: 'confirmed' });
    expectMarks(waits, item);
  });

  it.each(healthy)('$test is only slow', (item) => {
    const crash = late.get(item.test)!;
    expect(crash.message).toMatch(/^test timed out/);
    expect(crashWaits(crash, deadlockRepository)).toBeNull();
    expect(crashWaits(crash, noRepository)).toBeNull();
    expect(
      looksStuck(
        crash.stacks.map(({ goroutine }) => goroutine),
        [item.test],
        deadlockRepository,
      ),
    ).toBeNull();
  });

  it.each(blocked)('$test: without the sources only what the runtime says', (item) => {
    const crash = late.get(item.test)!;
    const waits = crashWaits(crash, noRepository);
    expect(waits?.confidence ?? null).toBe(never.has(item.test) ? 'confirmed' : null);
  });
});
