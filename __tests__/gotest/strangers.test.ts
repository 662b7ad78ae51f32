import { describe, expect, it } from '@jest/globals';
import { ends, packageAfter } from '../support/streams.ts';

const run = (Test: string): object => ({ Action: 'run', Test });

describe('a test that runs its own binary with its own arguments', () => {
  // TestAgain starts a child with `-test.v=test2json -test.run=^TestLater$`, in which TestLater passes.
  const again = [
    run('TestAgain'),
    run('TestLater'),
    run('TestLater/x'),
    ...ends('TestLater/x', 'pass'),
  ];
  const passed = [...again, ...ends('TestLater', 'pass'), ...ends('TestAgain', 'pass')];

  it('does not have the tests of the child counted', () => {
    const fold = packageAfter(...passed);
    expect([...fold.ended.keys()]).toEqual(['TestAgain']);
    expect(fold).toMatchObject({ passed: 1, running: new Map(), strangers: new Map() });
  });

  it('has its own tests counted when their turn comes', () => {
    const fold = packageAfter(...passed, run('TestLater'), ...ends('TestLater', 'fail'));
    expect(fold).toMatchObject({ passed: 1, failed: 1 });
  });

  it('leaves nothing unfinished where the child died', () => {
    const fold = packageAfter(...again, ...ends('TestAgain', 'fail'));
    expect(fold).toMatchObject({ passed: 0, failed: 1, running: new Map() });
  });

  it('is the one at work where the process died', () => {
    expect([...packageAfter(...again).running.keys()]).toEqual(['TestAgain']);
  });
});

it('counts all that begins while others wait for their turn', () => {
  const pause = (Test: string): object => ({ Action: 'pause', Test });
  const fold = packageAfter(
    ...[run('TestA'), pause('TestA'), run('TestB'), run('TestB/x'), pause('TestB/x')],
    ...[{ Action: 'cont', Test: 'TestB/x' }, ...ends('TestB/x', 'pass'), ...ends('TestB', 'pass')],
    ...[run('TestC'), pause('TestC'), { Action: 'cont', Test: 'TestA' }],
    ...[{ Action: 'cont', Test: 'TestC' }, ...ends('TestC', 'pass'), ...ends('TestA', 'pass')],
    ...[run('BenchmarkD'), run('BenchmarkE')],
  );
  expect([...fold.ended.keys()]).toEqual(['TestB', 'TestC', 'TestA']);
  expect([...fold.running.keys()]).toEqual(['BenchmarkD', 'BenchmarkE']);
});
