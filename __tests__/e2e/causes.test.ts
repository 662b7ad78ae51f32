import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { causeIds } from '../../src/report/cause-ids.ts';
import { writeCapture } from '../support/captures.ts';
import {
  bySetup,
  causeCases,
  causeMismatches,
  type CauseCase,
} from '../support/expected-causes.ts';
import { expectedCrashes } from '../support/expected-crashes.ts';
import { endingNames, expectedEnding } from '../support/expected-endings.ts';
import { fixture, packageRun, scratch } from '../support/guarded.ts';
import { runLimited, type LimitedRun } from '../support/limited.ts';
import { refusal } from '../support/setup.ts';

// Real programs that die in real ways, in places that make them die. CAPTURES=1 writes down what they leave behind.

const out = scratch();
const crashes = expectedCrashes('causes');
afterAll(out.remove);

describe('the programs', () => {
  it('has one for every cause, and sixty in all', () => {
    const ofEndings = endingNames.flatMap((name) => [
      expectedEnding(name, 'memory').cause,
      expectedEnding(name, 'race').cause,
    ]);
    const ids = [...ofEndings.flat().map((cause) => cause?.id), ...causeCases.map(({ id }) => id)];
    const named = new Set(ids.flat());
    expect(causeIds.filter((id) => !named.has(id))).toEqual([]);
    const ending = endingNames.filter((name) => expectedEnding(name, 'memory').cause !== null);
    expect(ending.length + causeCases.length).toBeGreaterThanOrEqual(60);
  });

  it('leaves no folder without a case', () => {
    const used = new Set(causeCases.map((item) => item.package.split('/')[0]));
    const folders = readdirSync(fixture('causes'), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
      .map((entry) => entry.name)
      .filter((name) => !['captures', 'modules', 'tools'].includes(name));
    expect(folders.filter((name) => !used.has(name))).toEqual([]);
    expect(new Set(causeCases.map((item) => item.case)).size).toBe(causeCases.length);
  });
});

for (const [index, { setup, cases }] of bySetup(causeCases).entries()) {
  const { kind, ...details } = setup;
  const missing = refusal(setup);
  describe(`${kind} ${JSON.stringify(details)}`, () => {
    if (missing !== null) {
      it.skip.each(cases)(`$case: ${missing}`, () => undefined);
      return;
    }
    let found: LimitedRun;
    beforeAll(async () => {
      found = await runLimited(setup, cases, join(out.path, String(index)));
    }, 600_000);

    it.each(cases)('$case: $id', (item) => {
      if (item.id === null) expectRefused(item, found);
      else expectCause(item, found);
    });
  });
}

function expectRefused(item: CauseCase, { finished, report }: LimitedRun): void {
  expect({ code: finished.code, report }).toEqual({ code: 2, report: null });
  expect(finished.stderr).toContain(item.refused);
}

function expectCause(item: CauseCase, { finished, report, out: folder }: LimitedRun): void {
  if (report === null) throw new Error(`there is no report: ${finished.stderr.slice(-4000)}`);
  const run = packageRun(report, item.leg, item.package);
  if (process.env['CAPTURES'] === '1') writeCapture(item, run, folder);
  expect(causeMismatches(item, run)).toEqual([]);
  expect(crashes.mismatches(item.case, report, run)).toEqual([]);
}
