import { describe, expect, it } from '@jest/globals';
import { crashLines } from '../../src/render/crash.ts';
import { renderReportPage } from '../../src/render/report-page/report-page.ts';
import { fullReport } from '../support/full-report.ts';
import { reportPage } from '../support/report-page.ts';
import { waitsTable, waitsText } from '../../src/render/sections/waits.ts';
import { waitsLines } from '../../src/render/waits.ts';
import type { Crash } from '../../src/report/schema.ts';
import type { Waits } from '../../src/report/waits-schema.ts';

const plain = (text: string): string => text;
const paint = { good: plain, bad: plain, dim: plain, bold: plain };

const at = (line: number) => ({
  function: 'example.com/m/bank.transfer',
  file: 'bank/account.go',
  line,
});
const waits: Waits = {
  ...{ kind: 'cycle', confidence: 'consistent' },
  summary: '2 goroutines wait for each other: goroutine 7 waits for to.mu, which goroutine 8 holds',
  waits: [
    {
      ...{ goroutine: 7, goroutines: 1, test: 'TestTransfer', state: 'sync.Mutex.Lock' },
      ...{ minutes: 9, at: at(21), waitsFor: '0xc0000123a8' },
      holds: [{ what: 'from.mu', at: at(18) }],
    },
    {
      ...{ goroutine: 8, goroutines: 3, test: null, state: 'chan receive', minutes: null },
      ...{ at: null, waitsFor: null, holds: [] },
    },
  ],
};
const crash = { waits } as Crash;

describe('in a terminal', () => {
  it('says who waits for what since when, and what each one holds', () => {
    expect(waitsLines(waits, { width: 120, paint })).toEqual([
      '  a deadlock (consistent: stacks and source lines fit)',
      '    2 goroutines wait for each other: goroutine 7 waits for to.mu, which goroutine 8 holds',
      '    goroutine 7 of TestTransfer: sync.Mutex.Lock 0xc0000123a8, for 9 min  bank.transfer  bank/account.go:21',
      '      holds from.mu  example.com/m/bank.transfer  bank/account.go:18',
      '    goroutine 8, and 2 more like it: chan receive',
    ]);
  });

  it('does not call it a deadlock where nobody is named who holds what', () => {
    const [title] = waitsLines(
      { ...waits, kind: 'stuck', confidence: 'confirmed' },
      { width: 80, paint },
    );
    expect(title).toBe('  nobody goes on (confirmed: the runtime says that nobody can go on)');
  });

  it('has one line for it at the end of a run', () => {
    const seen = { package: 'm/bank', leg: 'race', attempt: 1, test: null };
    const whole = {
      ...{ waits, blame: null, test: null, cause: 'timeout', related: [], known: null },
      occurrences: [seen],
    };
    const report = { crashes: [whole] } as unknown as Parameters<typeof crashLines>[0];
    const run = { package: 'm/bank', leg: 'race' } as Parameters<typeof crashLines>[1];
    expect([...crashLines(report, run, paint)]).toEqual([
      `    deadlock:   ${waits.summary} (consistent)`,
    ]);
  });
});

describe('in Markdown', () => {
  it('is a sentence, and a table to open', () => {
    expect(waitsText(crash)).toBe(
      '**A deadlock** (consistent): 2 goroutines wait for each other: goroutine 7 waits for `to.mu`, which goroutine 8 holds.',
    );
    expect(waitsTable(crash, { links: { source: null } } as never)).toContain(
      '| 7 | `sync.Mutex.Lock` | `bank/account.go:21` | `from.mu` `bank/account.go:18` |\n| 8 × 3 | `chan receive` |  |  |',
    );
  });

  it('is nothing where nothing says that nobody goes on', () => {
    expect(waitsText(null)).toBe('');
    expect(waitsText({} as Crash)).toBe('');
    expect(waitsTable({} as Crash, {} as never)).toBe('');
  });
});

describe('on the page', () => {
  it('stands in the article of the crash', () => {
    const full = fullReport();
    const report = { ...full, crashes: full.crashes.map((one) => ({ ...one, waits })) };
    const html = renderReportPage(reportPage(report), { script: '', style: '' });
    const text = html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
    expect(text).toContain('Who waits for whom: a deadlock consistent');
    expect(text).toContain('goroutine 7 of TestTransfer: sync.Mutex.Lock 0xc0000123a8, for 9 min');
    expect(text).toContain('holds from.mu since bank/account.go:18');
  });
});
