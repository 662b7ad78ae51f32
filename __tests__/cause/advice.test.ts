import { describe, expect, it } from '@jest/globals';
import { advice } from '../../src/cause/advice.ts';
import type { CauseFacts } from '../../src/cause/facts.ts';
import { causeIds } from '../../src/report/cause-ids.ts';
import { end, facts } from '../support/cause-facts.ts';

const ended = { passed: 2, failed: 0, unfinished: [], neverRan: [] };
const unbegun = { passed: 0, failed: 0, unfinished: [], neverRan: ['TestA'] };

it.each(causeIds)('what to do about %s names no file that the reader may not have', (id) => {
  expect(advice(id, facts()).join('\n')).not.toMatch(/crash\.txt|above|below/);
});

describe('a TestMain that leaves', () => {
  it.each<[Partial<CauseFacts>, string]>([
    [
      { end: end({ exitCode: 3 }), tests: ended, output: 'PASS\nclean-up failed\nexit status 3\n' },
      'TestMain left with 3 though all tests passed: its last output says why; mend that, or end with "os.Exit(m.Run())"',
    ],
    [
      { end: end({ exitCode: 4 }), tests: ended, output: 'PASS\n' },
      'TestMain left with 4 though all tests passed: end with "os.Exit(m.Run())"',
    ],
    [
      { end: end({ exitCode: 1 }), tests: unbegun, output: 'no database\n' },
      'TestMain left with 1 before any test began: its last output says why; mend that, or call m.Run and end with its code',
    ],
    [
      { end: end({ exitCode: 0 }), tests: unbegun, output: '' },
      'TestMain left with 0 before any test began: call m.Run and end with its code',
    ],
  ])('%#', (of, text) => {
    expect(advice('testmain-exit', facts(of))).toEqual([text]);
  });
});

it.each<[Partial<CauseFacts>, string]>([
  [{ ending: 'crashed' }, 'return an error there instead of calling os.Exit'],
  [{ ending: 'exited' }, 'search the tests, and what they call, for os.Exit'],
])('an os.Exit with %j', (of, text) => {
  expect(advice('os-exit', facts({ exitTrace: null, ...of }))).toEqual([text]);
});
