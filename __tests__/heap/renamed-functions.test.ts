import { expect, it } from '@jest/globals';
import { renamedFunctions, withFunctionsRenamed } from '../../src/heap/renamed-functions.ts';
import { heapFunction, heapRecord } from '../support/heap-comparison.ts';

it.each([
  ['a function', 'm/old', 'm/new', 'm/old.Load', 'm/new.Load'],
  ['a method', 'm/old', 'm/new', 'm/old.(*Store).Get.func1', 'm/new.(*Store).Get.func1'],
  [
    'type arguments',
    'm/old',
    'm/new',
    'm/old.Map[go.shape.int].Get',
    'm/new.Map[go.shape.int].Get',
  ],
  ['an external test', 'm/old', 'm/new', 'm/old_test.TestX', 'm/new_test.TestX'],
  ['dots in the paths', 'm/yaml.v2', 'm/yaml.v3', 'm/yaml%2ev2.Load', 'm/yaml%2ev3.Load'],
  ['a package below', 'm/old', 'm/new', 'm/old/sub.Load', 'm/old/sub.Load'],
  ['a path that begins alike', 'm/old', 'm/new', 'm/older.Load', 'm/older.Load'],
  ['no package at all', 'm/old', 'm/new', '(others)', '(others)'],
])('%s', (_, from, to, before, now) => {
  expect(renamedFunctions(from, to)(before)).toBe(now);
});

it('nothing, where nothing was renamed', () => {
  expect(renamedFunctions(null, 'm/new')('m/old.Load')).toBe('m/old.Load');
  const record = heapRecord({ functions: [heapFunction('m/old.Load', 1)] });
  expect(withFunctionsRenamed(record, null, 'm/new')).toBe(record);
});
