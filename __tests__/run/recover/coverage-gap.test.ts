import { describe, expect, it } from '@jest/globals';
import { coverageGap } from '../../../src/run/recover/coverage-gap.ts';
import { start } from '../../support/cause-facts.ts';

const ran = (...args: string[]): Parameters<typeof coverageGap>[0] => [
  { start: { ...start, args } },
];
const asked = ran('-test.v=test2json', '-test.coverprofile=/tmp/go-build1/b001/_cover_.out');

describe('a coverage profile', () => {
  it.each([
    ['a further attempt', asked, [{ purpose: 'carry-on' }], false],
    ['another go test', asked, [], true],
  ] as const)('lacks what ran in %s', (_, first, further, again) => {
    expect(coverageGap(first, further, again)).toContain('-coverprofile');
  });

  it.each([
    ['nothing ran again', asked, [], false],
    ['tests were only repeated', asked, [{ purpose: 'stress' }], false],
    ['none was asked for', ran('-test.v=test2json'), [{ purpose: 'carry-on' }], true],
    [
      'a test has an argument of that name',
      ran('-test.v', 'x', '-test.coverprofile=y'),
      [{ purpose: 'alone' }],
      true,
    ],
    ['nothing could be started', [{ start: null }], [], true],
  ] as const)('lacks nothing where %s', (_, first, further, again) => {
    expect(coverageGap(first, further, again)).toBeNull();
  });
});
