import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { blockedBy } from '../../scripts/gate/guarded-run.mjs';
import { injections } from '../../scripts/gate/injection.mjs';
import { harmless } from '../../scripts/gate/injections/harmless.mjs';
import { judge } from '../../scripts/gate/judge.mjs';
import { shopWithRecords } from '../../scripts/gate/shop.mjs';
import { reportSchema, type Report } from '../../src/report/schema.ts';
import { bundled } from '../support/bundle.ts';
import { fixture } from '../support/guarded.ts';

const found = <T extends { id: string }>(list: readonly T[], id: string): T => {
  const item = list.find((one) => one.id === id);
  if (item === undefined) throw new Error(`no ${id}`);
  return item;
};

// `make gate` does this for every change, and for the standard library.
describe('growth is blocked, and nothing else', () => {
  let shop: ReturnType<typeof shopWithRecords>;

  beforeAll(() => {
    shop = shopWithRecords({
      ...{ cli: bundled('cli.js'), shop: fixture('growth'), records: 9 },
    });
  });
  afterAll(() => {
    shop.remove();
  });

  it.each([
    'orders-invoice-10',
    'parser-token-escapes',
    'cache-leak',
    'server-answer-without-pool',
    'importer-joins-fields',
    'codec-fields-anew',
  ])('%s blocks its package alone, and the guilty function comes first', (id) => {
    const injection = found(injections, id);
    const after = shop.measureWith(injection);
    expect(after.code).toBe(1);
    expect(judge(injection, shop.measured, after)).toMatchObject({
      ...{ counted: true, blocked: true, named: true, stray: [] },
    });
  });

  it('a growth of one test that drowns in its package is blocked by the test', () => {
    const injection = found(injections, 'orders-customers-10');
    const { report } = shop.measureWith(injection);
    const grown = comparedPackage(report, injection.package);
    expect(grown.tests.map(({ test }) => test)).toEqual(['TestCustomers']);
    expect(grown.tests[0]?.metrics).toContainEqual(
      expect.objectContaining({ metric: 'allocBytes', verdict: 'regressed' }),
    );
    expect(grown.metrics.find(({ metric }) => metric === 'allocBytes')?.verdict).toBe('same');
  });

  it.each(harmless.map(({ id, what }) => ({ id, what })))('$id: $what', ({ id }) => {
    const after = shop.measureWith(found(harmless, id));
    expect(blockedBy(after)).toEqual([]);
    expect(after.code).toBe(0);
    expect(after.report.comparison?.status).toBe('pass');
  });

  it('what shrank is said to have shrunk', () => {
    const { report } = shop.measureWith(found(harmless, 'less'));
    const { verdict, metrics } = comparedPackage(report, 'example.com/shop/orders');
    expect(verdict).toBe('improved');
    expect(metrics.find(({ metric }) => metric === 'allocBytes')?.verdict).toBe('improved');
  });

  it('the same code, all of it run again, is the same', () => {
    const { report, code } = shop.measureWith({ id: 'nothing', edits: [] }, ['--fresh']);
    expect(report.packages.map(({ cached }) => cached)).toEqual(report.packages.map(() => false));
    const packages = report.comparison?.packages ?? [];
    expect(packages).toHaveLength(5);
    expect(packages.map(({ state }) => state)).toEqual(packages.map(() => 'compared'));
    expect(packages.map(({ verdict }) => verdict)).toEqual(packages.map(() => 'same'));
    expect(reportSchema.safeParse(report).error).toBeUndefined();
    expect(code).toBe(0);
  });
});

function comparedPackage(
  report: Report,
  name: string,
): NonNullable<Report['comparison']>['packages'][number] {
  const item = report.comparison?.packages.find((one) => one.package === name);
  if (item === undefined) throw new Error(`${name} was not compared`);
  return item;
}
