import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import { brokenBound, type JsonBounds } from '../../src/report/json-bounds.ts';

const bounds: JsonBounds = { maxDepth: 3, maxStringBytes: 10, maxValues: 6, maxMembers: 2 };
const broken = (json: string): string | null => brokenBound(Buffer.from(json), bounds);

it.each([
  ['', null],
  ['[[[1]]]', null],
  ['[[[{}]]]', 'is nested more than 3 levels deep'],
  ['[[],[],{}]', null],
  ['[1,2,3,4,5,6]', null],
  ['[1,2,3,4,5,6,7]', 'has more than 6 values'],
  ['{"a":{"b":{"c":1}}}', null],
  ['{"a":1,"b":[1,2,3]}', null],
  ['{"a":1,"b":{},"c":2}', 'has an object of more than 2 members'],
  ['{"a":[1,{"b":1}],"b":1,"c":2}', 'has an object of more than 2 members'],
  // What is in a text structures nothing, and a quote behind a backslash does not end it.
  ['"[[[[,,,,"', null],
  ['["\\"[[[", "\\\\", [[1]]]', null],
  ['"0123456789"', 'has a text of more than 10 bytes'],
  ['"ééééé"', 'has a text of more than 10 bytes'],
  ['"012345678', null],
  ['"0123456789', 'has a text of more than 10 bytes'],
  ['"\\', null],
  [']]]][[[1', null],
])('%s: %s', (json, problem) => {
  expect(broken(json)).toBe(problem);
});

it('finds nothing in any JSON that is within the bounds', () => {
  const wide: JsonBounds = { maxDepth: 100, maxStringBytes: 1e6, maxValues: 1e6, maxMembers: 1e6 };
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(brokenBound(Buffer.from(json), wide)).toBeNull();
    }),
  );
});

it('tells the depth of any JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
      const deep = {
        maxDepth: depthOf(value),
        maxStringBytes: 1e6,
        maxValues: 1e6,
        maxMembers: 1e6,
      };
      const json = Buffer.from(JSON.stringify(value));
      expect(brokenBound(json, deep)).toBeNull();
      if (deep.maxDepth > 0)
        expect(brokenBound(json, { ...deep, maxDepth: deep.maxDepth - 1 })).not.toBeNull();
    }),
  );
});

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
}
