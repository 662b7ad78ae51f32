import { Buffer } from 'node:buffer';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { withinBytes } from '../../src/github/job-summary.ts';

describe('withinBytes', () => {
  const rest = '\n\nThe rest is in summary.md of the run folder.\n';

  it('leaves alone what fits, counted in bytes', () => {
    expect(withinBytes('ü\nü\n', 6)).toBe('ü\nü\n');
  });

  it('cuts at a line end and says where the rest is', () => {
    const text = `${'x'.repeat(30)}\n${'ü'.repeat(30)}\n${'z'.repeat(30)}\n`;
    expect(withinBytes(text, 100)).toBe(`${'x'.repeat(30)}${rest}`);
  });

  it('keeps the bound and whole lines, whatever the text', () => {
    const line = fc.string({ unit: 'grapheme' });
    const text = fc.array(line).map((lines) => lines.map((one) => `${one}\n`).join(''));
    fc.assert(
      fc.property(text, fc.integer({ min: 60, max: 400 }), (markdown, maxBytes) => {
        const cut = withinBytes(markdown, maxBytes);
        expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(maxBytes);
        if (cut === markdown) return;
        expect(cut.endsWith(rest)).toBe(true);
        expect(`${markdown}\n`.startsWith(cut.slice(0, -rest.length))).toBe(true);
      }),
    );
  });
});
