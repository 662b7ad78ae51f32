import { expect, it } from '@jest/globals';
import { dialects } from '../../src/crash/detectors/leak-report.ts';
import { raceRules } from '../../src/crash/detectors/race-lines.ts';
import { borders } from '../../src/crash/detectors/report-border.ts';
import { sanitizerLines } from '../../src/crash/detectors/sanitizer-lines.ts';

it.each(raceRules)('race detector: the rule of its sample, $sample', ({ pattern, sample }) => {
  expect(raceRules.find((rule) => rule.pattern.test(sample))?.pattern).toBe(pattern);
});

it.each(sanitizerLines)('sanitizers: the row of its sample, $sample', ({ pattern, sample }) => {
  expect(sanitizerLines.find((row) => row.pattern.test(sample))?.pattern).toBe(pattern);
});

it.each(borders)('a report is over with $sample', ({ pattern, sample }) => {
  const fitting = borders.filter((row) => row.pattern.test(sample));
  expect(fitting.map((row) => row.pattern)).toEqual([pattern]);
});

it.each(dialects)('a leak is told by $sample', ({ begins, sample }) => {
  expect(dialects.find((dialect) => dialect.begins(sample))?.begins).toBe(begins);
});
