import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { reportSchema, type Report } from '../../src/report/schema.ts';

/** Reports of real runs, made small by scripts/trim-report.mjs: __tests__/fixtures/reports/README.md says of what. */
export const reportFixtures = ['crashes', 'failures', 'growth'] as const;

export function reportFixture(name: (typeof reportFixtures)[number]): Report {
  const path = join(import.meta.dirname, `../fixtures/reports/${name}.json`);
  return reportSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
}
