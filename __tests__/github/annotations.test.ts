import { describe, expect, it } from '@jest/globals';
import { annotate } from '../../src/github/annotations.ts';
import { annotations } from '../../src/render/annotations.ts';
import type { Report } from '../../src/report/schema.ts';
import { hostileReport, hostileStrings, hugeBackticks } from '../support/hostile-strings.ts';
import { sampleCrash, sampleReport } from '../support/sample-report.ts';
import { obey } from '../support/workflow-commands.ts';
import { processorMs } from '../support/processor-time.ts';

/** What is written to the log for a report of a repository at the workspace's root. */
function logOf(report: Report): string {
  const { stdout } = process;
  const write = stdout.write.bind(stdout);
  let log = '';
  stdout.write = (text: string | Uint8Array): boolean => {
    log += String(text);
    return true;
  };
  try {
    annotate(report, '/work/repository', '/work/repository');
  } finally {
    stdout.write = write;
  }
  return log;
}

/** The hostile text in every field, but at lines that can be annotated. */
function atRealLines(text: string): Report {
  const report = hostileReport(text);
  const blame = { file: 'p/cart.go', line: 12, function: text };
  for (const [index, crash] of report.crashes.entries())
    crash.blame = { ...blame, line: index + 1 };
  for (const [index, { tests }] of report.packages.entries())
    for (const failure of tests.failures) {
      failure.file = 'p/cart_test.go';
      failure.line = index + 1;
    }
  report.source.directory = 'services';
  return report;
}

describe('annotations in the log', () => {
  it.each(hostileStrings)('are commands of our own and nothing else: %s', (_name, text) => {
    const log = logOf(atRealLines(text));
    const { obeyed, ignored, stopped } = obey(log);
    expect(obeyed.length).toBeGreaterThan(8);
    expect([ignored, stopped]).toEqual([[], false]);
    for (const { name, properties, data } of obeyed) {
      expect(['error', 'warning', 'notice']).toContain(name);
      expect(['file', 'line', 'title']).toEqual(expect.arrayContaining(Object.keys(properties)));
      expect(properties['file']).toMatch(/^(?:services\/)?p\/cart(?:_test)?\.go$/);
      // The page shows the data as lines of the log.
      expect(`${properties['title'] ?? ''}\n${data}`).not.toContain('##[');
      expect(`${properties['title'] ?? ''}${data}`).not.toMatch(/[^\P{Cc}\t\n]/u);
    }
    const others = log.split('\n').filter((line) => line !== '' && !line.startsWith('::'));
    expect(others.length).toBeLessThanOrEqual(1);
  });

  it.each(hostileStrings)('name no file outside of the repository: %s', (_name, text) => {
    for (const { path, title, message } of annotations(hostileReport(text))) {
      expect(path).not.toMatch(/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/);
      expect(title.length).toBeLessThanOrEqual(255);
      expect(message.length).toBeLessThanOrEqual(4096);
      expect(`${title}${message}`).not.toMatch(/[\ud800-\udfff]/u);
    }
    for (const { properties } of obey(logOf(hostileReport(text))).obeyed)
      expect(properties['file']).not.toMatch(/^\.\.|^\//);
  });

  it('stay short with megabytes in each field', () => {
    let log = '';
    expect(processorMs(() => (log = logOf(atRealLines(hugeBackticks()))))).toBeLessThan(5000);
    expect(log.length).toBeLessThan(200_000);
  });

  it('are the ten best of a level, and a line counts the rest', () => {
    const crashes = Array.from({ length: 13 }, (_, line) =>
      sampleCrash({ blame: { file: 'p/cart.go', line: line + 1, function: 'f' } }),
    );
    const log = logOf(sampleReport({ crashes }));
    expect(obey(log).obeyed.map(({ properties }) => properties['line'])).toEqual(
      Array.from({ length: 10 }, (_, line) => String(line + 1)),
    );
    expect(log).toContain('3 more lines to annotate');
  });
});
