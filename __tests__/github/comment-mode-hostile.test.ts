import { beforeEach, describe, expect, it } from '@jest/globals';
import { slug } from '../support/act-github.ts';
import {
  commentedPull,
  leftReport,
  packedReport,
  wholeReport,
  type CommentedPull,
} from '../support/commented-run.ts';
import { fullReport } from '../support/full-report.ts';
import { commit } from '../support/hosted-pull.ts';
import { sampleReport } from '../support/sample-report.ts';
import { zipFile } from '../support/zip-file.ts';
import { awaitedProcessorMs } from '../support/processor-time.ts';

let pull: CommentedPull;
beforeEach(async () => {
  pull = await commentedPull();
});

describe('an artifact that is not to be believed', () => {
  it.each([
    ['no zip file', leftReport({ zip: Buffer.from('PK no') }), /no zip file that can be read/],
    ['without a report', leftReport({ zip: zipFile([{ name: 'x', data: 'x' }]) }), /holds no/],
    [
      'slipped',
      leftReport({ zip: zipFile([{ name: '../report.json', data: '{}' }]) }),
      /invalid relative path/,
    ],
    ['too large', leftReport({ claimedBytes: 1e9 }), /953.7 MiB/],
    ['of a newer schema', leftReport({ zip: packedReport({ schema: 9 }) }), /newer version/],
    ['of one shard', leftReport({ zip: packedReport(fullReport()) }), /report of one shard only/],
    ['no report', leftReport({ zip: packedReport({ schema: 1 }) }), /not a report of this version/],
  ])('is told of, and nothing of it is shown: %s', async (_, artifact, because) => {
    const told = await pull.comment([artifact]);
    expect(told.comments).toMatchObject([{ what: 'created' }]);
    expect(told.warnings).toEqual([]);
    const [body = '', ...more] = await pull.bodies();
    expect(more).toEqual([]);
    expect(body).toMatch(/### ❔ The report of this run is not shown/);
    expect(body.replaceAll('`', '')).toMatch(because);
  });

  it('larger than it says is not read to its end', async () => {
    const zip = Buffer.concat([packedReport(wholeReport()), Buffer.alloc(70 << 20)]);
    const told = await pull.comment([leftReport({ zip, claimedBytes: 100 })]);
    expect(told.warnings.join('\n')).toMatch(/larger than 64.0 MiB/);
  });

  it('with 60 MB of backticks gets a comment that GitHub takes, within seconds', async () => {
    const report = wholeReport();
    const [run] = report.packages;
    const failure = { test: 'Test`', file: null, line: null, message: '`'.repeat(2 << 20) };
    report.packages = Array.from({ length: 30 }, (_, index) => ({
      ...{ ...run!, package: `m/p${String(index)}`, ending: 'failed' as const },
      tests: { ...run!.tests, failures: [failure] },
    }));
    const zip = packedReport(report);
    const spentMs = await awaitedProcessorMs(async () => {
      const told = await pull.comment([leftReport({ zip })]);
      expect(told.comments).toMatchObject([{ what: 'created' }]);
    });
    expect(spentMs).toBeLessThan(20_000);
    expect((await pull.bodies())[0]?.length).toBeLessThan(65_536);
  });

  it('of which there are many: ten are shown', async () => {
    const many = Array.from({ length: 14 }, (_, index) =>
      leftReport({
        name: `go-crash-guard-report-j${String(index)}-3f2c1a9e-1`,
        report: sampleReport(),
      }),
    );
    const told = await pull.comment(many);
    expect(told.comments).toHaveLength(10);
    expect(told.notes).toContain('4 more reports of the run are not shown');
  });

  it('that names another pull request and another commit changes nothing', async () => {
    const base = await commit(pull.ask, 'grace', `/repos/${slug}`, 'second', []);
    const other = (await pull.ask('grace', 'POST', `/repos/${slug}/pulls`, {
      ...{ title: 'Second', head: 'second', base: 'main' },
    })) as { number: number };
    const report = wholeReport();
    report.source = { ...report.source, sha: base, ref: `refs/pull/${String(other.number)}/merge` };
    await pull.comment([leftReport({ report })]);
    const on = `/repos/${slug}/issues/${String(other.number)}/comments`;
    expect(await pull.ask('grace', 'GET', on)).toEqual([]);
    const [body = ''] = await pull.bodies();
    expect(body).not.toMatch(base);
  });
});
