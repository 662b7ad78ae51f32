import { expect, it } from '@jest/globals';
import { turnedAside } from '../../src/run/own-outputs.ts';

it.each([
  [[], []],
  [['-v', '-cover', '-run', 'TestO'], []],
  [['-coverprofile=cover.out'], ['-coverprofile=/round/coverage.out']],
  [
    ['-coverprofile', 'cover.out', '--trace=t'],
    ['-coverprofile=/round/coverage.out', '-trace=/round/trace.out'],
  ],
  [
    ['-o', 'x.test', '-outputdir=prof'],
    ['-outputdir=/round', '-o=/round/pkg.test'],
  ],
])('%j: %j', (words, own) => {
  expect(turnedAside(words, '/round')).toEqual(own);
});
