import { describe, expect, it } from '@jest/globals';
import { fuzzLines } from '../../src/render/fuzz.ts';
import { headline } from '../../src/render/headline.ts';
import { renderReportPage } from '../../src/render/report-page/report-page.ts';
import { reproduceCommand } from '../../src/render/reproduce.ts';
import { renderResult } from '../../src/render/result.ts';
import { renderSummary } from '../../src/render/summary.ts';
import type { Report } from '../../src/report/schema.ts';
import type { FuzzReport } from '../../src/report/search-schema.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { reportPage } from '../support/report-page.ts';
import { packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';

const plain = (text: string): string => text;
const paint = { good: plain, bad: plain, dim: plain, bold: plain };
const assets = { script: 'start();', style: 'p{color:red}' };

function target(known: Partial<FuzzReport>): FuzzReport {
  return {
    ...{ target: 'FuzzAdd', budgetMs: 30_000, elapsedMs: 30_010, executions: 1_234_567 },
    ...{ newInputs: 4, corpus: 2, outcome: 'clean', because: null, failing: null },
    ...known,
  };
}

const name = '0123456789abcdef';
const failing: NonNullable<FuzzReport['failing']> = {
  ...{ corpusFile: `p/testdata/fuzz/FuzzSum/${name}`, bytes: 37, minimised: true },
  ...{ path: `legs/fuzz/fuzz/1/testdata/fuzz/FuzzSum/${name}`, replay: 'failed' },
  ...{ values: ['string("a")', 'int(7)'], addCall: 'f.Add(string("a"), int(7))' },
  regressionTest: `legs/fuzz/fuzz/1/testdata/fuzz/FuzzSum/${name}`,
};
const failed = target({
  ...{ target: 'FuzzSum', outcome: 'failed', elapsedMs: 400, failing },
  message: 'sum_test.go:12: want 3, got 2',
});
const stopped = target({
  ...{ target: 'FuzzLater', outcome: 'stopped', because: 'its turn did not come', elapsedMs: 0 },
});
const skipped = target({
  ...{ target: 'FuzzOff', outcome: 'skipped', because: 'the target skipped itself', elapsedMs: 0 },
});

function report(...fuzz: FuzzReport[]): Report {
  const packages = [packageRun({ leg: 'fuzz', fuzz })];
  const verdict = judge({
    ...{ packages, legs: [], problem: null, cancelled: false, comparison: null },
    failOn: ['test-failure', 'crash', 'missing-tests'],
  });
  return sampleReport({ packages, verdict });
}

describe('fuzz targets in the verdict', () => {
  it.each([
    ['clean', 'pass', []],
    ['skipped', 'pass', []],
    ['failed', 'fail', ['test-failure']],
    ['crashed', 'fail', ['crash']],
    ['hung', 'fail', ['crash']],
    ['out-of-memory', 'fail', ['crash']],
    ['stopped', 'incomplete', ['missing-tests']],
  ] as const)('%s is %s', (outcome, status, kinds) => {
    const { verdict } = report(target({ outcome }));
    expect(verdict.status).toBe(status);
    expect(verdict.reasons.map(({ kind }) => kind)).toEqual(kinds);
    for (const reason of verdict.reasons)
      expect(reason).toMatchObject({ package: 'm/p', leg: 'fuzz', test: 'FuzzAdd' });
  });

  it('name the input and why', () => {
    const { verdict } = report(failed, stopped);
    expect(verdict.reasons.map(({ message }) => message)).toEqual([
      `FuzzSum failed while it was fuzzed: p/testdata/fuzz/FuzzSum/${name}`,
      'FuzzLater was not fuzzed to the end: its turn did not come',
    ]);
  });
});

describe('fuzz targets for a person', () => {
  const all = report(target({}), failed, stopped, skipped);

  it('in a terminal: what failed, the input, and what to do with it', () => {
    expect(fuzzLines(all, paint)).toEqual([
      '✗ m/p (fuzz) FuzzSum failed while it was fuzzed, after 400ms of 30.0s',
      '    sum_test.go:12: want 3, got 2',
      '    input:      string("a") (file of 37 B, made smaller; it fails again when it is run alone)',
      '                int(7)',
      `    kept:       legs/fuzz/fuzz/1/testdata/fuzz/FuzzSum/${name}`,
      `    to keep it: copy it to p/testdata/fuzz/FuzzSum/${name}, and go test runs it from then on`,
      '    or add:     f.Add(string("a"), int(7))',
      '! m/p (fuzz) FuzzLater was not fuzzed to the end',
      '    its turn did not come',
      '  1 fuzz target found nothing (1,234,567 inputs in 30.0s)',
      '  skipped themselves: FuzzOff',
    ]);
    const paths = { report: 'r.json', summary: 's.md', page: null };
    expect(renderResult(all, paths, paint)).toContain('                int(7)\n');
    expect(headline(all)).toContain('1 failed while fuzzed');
  });

  it('and what was clean only when it was fuzzed once more, with the reason', () => {
    const because = 'a worker did not answer when the time was over';
    const again = report(target({ because }));
    expect(again.verdict.status).toBe('pass');
    expect(fuzzLines(again, paint)).toEqual([
      '! m/p (fuzz) FuzzAdd was clean when it was fuzzed once more',
      `    ${because}`,
    ]);
    for (const text of [renderSummary(again), renderReportPage(reportPage(again), assets)]) {
      expect(text).toContain('was clean when it was fuzzed once more');
      expect(text).toContain(because);
      expect(text).not.toContain('found nothing');
    }
  });

  it('in a terminal with the line where the input crashes', () => {
    const cause: FuzzReport['cause'] = {
      ...({ id: 'panic', confidence: 'confirmed', summary: 'it panicked' } as const),
      ...{ evidence: [], excluded: [], advice: [] },
    };
    const crashed = target({ target: 'FuzzSum', outcome: 'crashed', cause, failing });
    const crash = sampleCrash({
      ...{ cause: 'panic', known: null, test: `FuzzSum/${name}`, related: [] },
      blame: { function: 'm/p.Sum', file: 'p/sum.go', line: 7 },
      occurrences: [{ package: 'm/p', leg: 'fuzz', attempt: 0, test: `FuzzSum/${name}` }],
    });
    const lines = fuzzLines({ ...report(crashed, failed), crashes: [crash] }, paint);
    expect(lines.slice(0, 3)).toEqual([
      '✗ m/p (fuzz) FuzzSum crashed while it was fuzzed, after 30.0s',
      '    it panicked',
      `    at:         p/sum.go:7 m/p.Sum in FuzzSum/${name}`,
    ]);
    expect(lines.filter((line) => line.startsWith('    at:'))).toHaveLength(1);
    expect(renderSummary({ ...report(crashed, failed), crashes: [crash] })).toContain(
      '1 more fuzz target failed',
    );
  });

  it('in the summary', () => {
    const text = renderSummary(all);
    expect(text).toContain('go-crash-guard failed: 1 fuzz target failed, 1 fuzz target not fuzzed');
    expect(text).toContain(`**What to do:** \`FuzzSum\` of \`p\` (fuzz): copy the input`);
    expect(text).toContain('### Fuzzing');
    expect(text).toContain('**`FuzzSum`** of `p` (fuzz) failed while it was fuzzed');
    expect(text).toContain('string("a")\nint(7)');
    expect(text).toContain(`to \`p/testdata/fuzz/FuzzSum/${name}\``);
    expect(text).toContain('- 1 fuzz target found nothing');
  });

  it('in the headline of the summary, also where a process died and nobody knows of what', () => {
    const because = 'a fuzzing process was killed (signal: killed); go test keeps no input then';
    const text = renderSummary(report(target({ outcome: 'crashed', because })));
    expect(text).toContain('go-crash-guard failed: 1 fuzz target failed');
    expect(text).toContain(because);
  });

  it('on the page, with the figures of each', () => {
    const page = renderReportPage(reportPage(all), assets);
    expect(page).toContain('id="fuzzing"');
    for (const one of ['FuzzAdd', 'FuzzSum', 'FuzzLater', 'FuzzOff', '1234567'])
      expect(page).toContain(one);
  });

  it('nowhere where nothing was fuzzed', () => {
    const none = sampleReport({ packages: [packageRun()] });
    expect(fuzzLines(none, paint)).toEqual([]);
    expect(renderSummary(none)).not.toContain('Fuzzing');
    expect(headline(none)).not.toContain('fuzzed');
  });

  it('with no command that would run nothing and pass', () => {
    const subject = { report: all, package: 'm/p', legs: ['fuzz'] };
    expect(reproduceCommand({ ...subject, test: `FuzzSum/${name}` })).toBeNull();
    expect(reproduceCommand({ ...subject, test: 'FuzzSum/seed' })).not.toBeNull();
  });

  it('with hostile values as text', () => {
    const evil = 'string("</pre><script>alert(1)</script>\u001b[31m```")';
    const one = report({ ...failed, failing: { ...failing, values: [evil] } });
    expect(fuzzLines(one, paint).join('\n')).not.toContain('\u001b');
    expect(renderReportPage(reportPage(one), assets)).not.toContain('<script>alert');
    expect(renderSummary(one)).toContain('````text\nstring(');
  });
});
