import { describe, expect, it } from '@jest/globals';
import { completeness, type DeclaredTest } from '../../src/evidence/completeness.ts';
import { ends, packageAfter } from '../support/streams.ts';

function declared(...names: string[]): DeclaredTest[] {
  return names.map((name) => ({ name, kind: 'test', file: 'a_test.go', line: 1 }));
}

const runs = (test: string): object => ({ Action: 'run', Test: test });

describe('completeness', () => {
  it('is given when every declared test ended', () => {
    const fold = packageAfter(runs('TestA'), ...ends('TestA', 'fail'), ...ends('TestB', 'skip'));
    expect(completeness(declared('TestA', 'TestB'), fold)).toEqual({
      unfinished: [],
      neverRan: [],
    });
  });

  it('tells what began from what never ran, subtests too', () => {
    const fold = packageAfter(runs('TestA'), runs('TestA/b'), ...ends('TestB', 'pass'));
    expect(completeness(declared('TestA', 'TestB', 'TestC'), fold)).toEqual({
      unfinished: ['TestA', 'TestA/b'],
      neverRan: ['TestC'],
    });
  });

  it('without any event nothing ran', () => {
    expect(completeness(declared('TestA', 'FuzzB'), null)).toEqual({
      unfinished: [],
      neverRan: ['TestA', 'FuzzB'],
    });
  });

  it('with -count or -cpu each round has to end; examples have one', () => {
    const tests: DeclaredTest[] = [
      ...declared('TestA'),
      { name: 'ExampleB', kind: 'example', file: 'a_test.go', line: 2 },
    ];
    const once = packageAfter(...ends('TestA', 'pass'), ...ends('ExampleB', 'pass'));
    expect(completeness(tests, once, 2).neverRan).toEqual(['TestA']);
    const twice = packageAfter(
      ...ends('TestA', 'pass'),
      ...ends('TestA', 'pass'),
      ...ends('ExampleB', 'pass'),
    );
    expect(completeness(tests, twice, 2).neverRan).toEqual([]);
    const second = packageAfter(
      ...ends('TestA', 'pass'),
      runs('TestA'),
      ...ends('ExampleB', 'pass'),
    );
    expect(completeness(tests, second, 2)).toEqual({ unfinished: ['TestA'], neverRan: [] });
  });

  it('counts a name once a declaration: two packages in one folder may share it', () => {
    const both = declared('TestA', 'TestA');
    const once = packageAfter(runs('TestA'), ...ends('TestA', 'pass'));
    expect(completeness(both, once).neverRan).toEqual(['TestA']);
    const second = packageAfter(...ends('TestA', 'pass'), runs('TestA'));
    expect(completeness(both, second)).toEqual({ unfinished: ['TestA'], neverRan: [] });
    const twice = packageAfter(...ends('TestA', 'pass'), ...ends('TestA', 'pass'));
    expect(completeness(both, twice).neverRan).toEqual([]);
  });

  it('leaves benchmarks out, which have no terminal event', () => {
    const fold = packageAfter(runs('BenchmarkA'), runs('BenchmarkA/b'), runs('Benchmarking'));
    expect(completeness([], fold).unfinished).toEqual(['Benchmarking']);
  });

  it('does not mind tests that nobody declared', () => {
    const fold = packageAfter(...ends('TestGenerated', 'pass'), ...ends('constructor', 'pass'));
    expect(completeness([], fold)).toEqual({ unfinished: [], neverRan: [] });
  });
});
