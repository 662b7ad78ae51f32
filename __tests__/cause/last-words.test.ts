import { describe, expect, it } from '@jest/globals';
import { lastLine, lastWords, partingWords } from '../../src/cause/last-words.ts';
import type { CauseId } from '../../src/report/cause-ids.ts';

function parting(id: CauseId, output: string): string | null {
  return partingWords({
    ...{ id, confidence: 'confirmed', summary: '', excluded: [], advice: [] },
    evidence: [{ source: 'wait status', detail: 'exit code 1' }, ...lastWords(output)],
  });
}

it.each([
  ['no database\nFAIL\tm/p\t0.01s\n', 'no database'],
  ['FAILED to connect\nexit status 3\n', 'FAILED to connect'],
  ['PASS\ncoverage: 12.5% of statements\nclean-up failed\n\n', 'clean-up failed'],
  ['--- FAIL: TestA (0.00s)\n    --- FAIL: TestA/b (0.00s)\nFAIL\n', null],
  ['', null],
])('of %j the program wrote last: %j', (output, line) => {
  expect(lastLine(output)).toBe(line);
});

describe('what a process said that was ended on purpose', () => {
  it.each<[CauseId, string, string | null]>([
    ['log-fatal', '2026/11/21 14:01:38 no database: refused\n', 'no database: refused'],
    ['log-fatal', 'srv 2026/11/21 14:01:38.123456 no database\n', 'no database'],
    ['log-fatal', 'store: cannot open\n', 'store: cannot open'],
    ['testmain-exit', 'clean-up failed\nexit status 3\n', 'clean-up failed'],
    ['testmain-exit', 'exit status 3\n', null],
    ['log-fatal', '2026/11/21 14:01:38 \nFAIL\n', null],
    ['os-exit', 'so far so good\n', null],
  ])('%s %j: %j', (id, output, words) => {
    expect(parting(id, output)).toBe(words);
  });
});
