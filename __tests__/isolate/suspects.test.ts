import { expect, test } from '@jest/globals';
import { suspectsOf } from '../../src/isolate/suspects.ts';

const listed = { neverRan: null };
const declared = ['TestA', 'TestB', 'TestC', 'TestD', 'FuzzE'];

test('in the order of the package, the culprit among them', () => {
  const begun = {
    test: 'TestC/sub',
    ended: ['TestB', 'TestA'],
    running: ['TestC', 'TestD'],
    ...listed,
  };
  expect(suspectsOf(begun, declared, false)).toEqual({
    ...{ culprit: 'TestC', begun: ['TestA', 'TestB', 'TestC', 'TestD'], running: ['TestD'] },
    subtest: 'TestC/sub',
  });
});

test('a panic ends its own test', () => {
  const begun = { test: 'TestB', ended: ['TestA', 'TestB'], running: [], ...listed };
  expect(suspectsOf(begun, declared, false)).toMatchObject({
    ...{ culprit: 'TestB', begun: ['TestA', 'TestB'] },
  });
});

test('a shuffled order stays as it was seen', () => {
  const begun = { test: null, ended: ['TestD', 'TestA'], running: ['TestB'], ...listed };
  expect(suspectsOf(begun, declared, true)).toEqual({
    ...{ culprit: 'TestB', begun: ['TestD', 'TestA', 'TestB'], running: [] },
    subtest: null,
  });
});

test('nobody knows which of two died', () => {
  const begun = { test: null, ended: [], running: ['TestA', 'TestB'], ...listed };
  expect(suspectsOf(begun, declared, false).culprit).toBeNull();
});

test('what is not declared cannot be chosen', () => {
  const begun = { test: 'BenchmarkX', ended: ['TestA', 'TestGenerated'], running: [], ...listed };
  expect(suspectsOf(begun, declared, false)).toEqual({
    ...{ culprit: null, begun: ['TestA'], running: [] },
    subtest: null,
  });
});

test('where too many ended to list them, all that were not seen to be left out had begun', () => {
  const begun = { test: 'TestC', ended: ['TestA'], running: [], neverRan: ['TestD', 'FuzzE'] };
  expect(suspectsOf(begun, declared, false).begun).toEqual(['TestA', 'TestB', 'TestC']);
});
