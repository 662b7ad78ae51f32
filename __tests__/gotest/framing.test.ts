import { expect, it } from '@jest/globals';
import { isFrameLine, isResultLine, shimMarker, unbuiltPackage } from '../../src/gotest/framing.ts';

const id = '0f3c9a6b2d4e5f60718293a4b5c6d7e8';

it.each([
  [`crash-guard: record ${id}\n`, id],
  [`crash-guard: record ${id}\r\n`, id],
  [`crash-guard: record ${id}`, id],
  [`crash-guard: record ${id} \n`, null],
  [`  crash-guard: record ${id}\n`, null],
  [`crash-guard: record ${id.toUpperCase()}\n`, null],
  [`crash-guard: record ${id}0\n`, null],
  ['crash-guard: record ../../etc\n', null],
])('shimMarker of %j is %j', (output, record) => {
  expect(shimMarker(output)).toBe(record);
});

it.each([
  ['=== RUN   TestA\n', true],
  ['=== PAUSE TestA\n', true],
  ['=== CONT  TestA\n', true],
  ['=== NAME  TestA\n', true],
  ['--- PASS: TestA (0.00s)\n', true],
  ['    --- SKIP: TestA/b (0.00s)\n', true],
  ['--- FAIL: TestA (0.00s)\n', true],
  ['PASS\n', true],
  ['ok  \tm/p\t0.1s\n', true],
  ['coverage: 10.0% of statements\n', true],
  ['=== RUNNING\n', false],
  ['PASSED\n', false],
  ['    a_test.go:5: --- FAIL: no\n', false],
  ['FAIL\n', false],
  ['exit status 1\n', false],
])('isFrameLine of %j is %j', (output, expected) => {
  expect(isFrameLine(output)).toBe(expected);
});

it.each([
  ['--- PASS: TestA (0.00s)\n', true],
  ['        --- FAIL: TestA/b/c (0.00s)\n', true],
  ['--- SKIP: BenchmarkA\n', true],
  ['=== RUN   TestA\n', false],
  ['--- BENCH: BenchmarkA\n', false],
  ['    a_test.go:5: --- PASS: no\n', false],
])('isResultLine of %j is %j', (output, expected) => {
  expect(isResultLine(output)).toBe(expected);
});

it.each([
  ['FAIL\tm/a [build failed]', 'm/a'],
  ['FAIL\tm/a [setup failed]', 'm/a'],
  ['FAIL\tm/a\t0.1s', null],
  ['FAIL', null],
  ['see FAIL\tm/a [build failed]', null],
])('unbuiltPackage of %j is %j', (line, expected) => {
  expect(unbuiltPackage(line)).toBe(expected);
});
