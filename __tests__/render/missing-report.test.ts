import { describe, expect, it } from '@jest/globals';
import {
  renderFoundReport,
  renderMissingReport,
  renderUnreadReport,
} from '../../src/render/missing-report.ts';
import { nodesOfType, parseGfm, referencesIn } from '../support/gfm.ts';
import { hostileStrings } from '../support/hostile-strings.ts';

const run = 'https://github.com/org/repo/actions/runs/7/attempts/1';

describe('in the place of a report', () => {
  it('a run that failed is told of, with where to look', () => {
    expect(renderMissingReport('failure', run)).toBe(`### ❔ No report of this run

The run failed, and go-crash-guard left no report: its job did not come that far, was lost with its runner, or could not upload it.

What to do: look into [the log of the run](${run}), and run the failed jobs again.
`);
    expect(renderMissingReport('timed_out', null)).toMatch(/^The run ran out of time, [^[]*$/m);
  });

  it.each(['success', 'cancelled', 'skipped', '', 'constructor'])(
    'a run that ended with %j is not',
    (conclusion) => {
      expect(renderMissingReport(conclusion, run)).toBeNull();
    },
  );

  it('a run with a report again is linked', () => {
    expect(renderFoundReport(run)).toMatch(`[The latest run](${run}) left it`);
  });

  it.each(hostileStrings)('what is wrong with it stays text: %s', (_, text) => {
    const root = parseGfm(renderUnreadReport(text, run));
    expect(nodesOfType(root, 'link').map(({ url }) => url)).toEqual([run]);
    expect(nodesOfType(root, 'heading')).toHaveLength(1);
    for (const type of ['html', 'image', 'definition', 'list', 'blockquote', 'table'] as const)
      expect(nodesOfType(root, type)).toEqual([]);
    expect(referencesIn(root)).toEqual([]);
  });
});
