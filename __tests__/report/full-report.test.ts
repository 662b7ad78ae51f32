import { describe, expect, it } from '@jest/globals';
import { reportSchema } from '../../src/report/schema.ts';
import { fullReport } from '../support/full-report.ts';
import { hostileReport, hostileStrings } from '../support/hostile-strings.ts';
import { emptyPlaces } from '../support/text-fields.ts';

describe('the report with everything in it', () => {
  it('leaves no place of the schema empty', () => {
    expect(emptyPlaces(reportSchema, fullReport())).toEqual([]);
    expect(reportSchema.parse(fullReport())).toEqual(fullReport());
  });

  it('can have a text in every place for text', () => {
    const report = hostileReport('<b>');

    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.crashes[0]?.stacks[0]?.frames[0]?.file).toBe('<b>');
    expect(Object.keys(report.packages[0]?.attempts[0]?.limits ?? {})).toEqual(['<b>']);
    expect(report.packages[0]?.tests.cases?.[0]).toEqual(['<b>', 'passed', 10]);
    expect(report.verdict.status).toBe('fail');
  });

  it.each(hostileStrings)('survives JSON: %s', (_name, text) => {
    const report = hostileReport(text);

    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });
});
