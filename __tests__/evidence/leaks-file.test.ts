import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseLeaksFile } from '../../src/evidence/leaks-file.ts';
import { capturedLeftovers } from '../support/leftovers.ts';

const head = 'crash-guard-leaks 1\nproof 0\ncut 0\ntotal 1\n';
const stack = `goroutine 7 [chan receive]:
example.com/m.wait(0xc000012345)
	/src/m/m.go:12 +0x1d
created by example.com/m.Start in goroutine 6
	/src/m/m.go:8 +0x5f
`;

describe('leaks.txt', () => {
  it.each(capturedLeftovers())('of $version is read whole', ({ version, file }) => {
    expect(file).toMatchObject({ proof: version === 'go1.27.3', total: 15, whole: true });
    expect(file.goroutines).toHaveLength(15);
    expect(file.goroutines.every(({ leaked }) => leaked === file.proof)).toBe(true);
    expect(
      file.goroutines.every(
        ({ frames, createdBy }) => frames.length > 0 && typeof createdBy?.goroutine === 'number',
      ),
    ).toBe(true);
  });

  it('of a package that left nothing behind is a fact too', () => {
    const text = 'crash-guard-leaks 1\nproof 1\ncut 0\ntotal 0\n';
    const nothing = { proof: true, total: 0, whole: true, goroutines: [] };
    expect(parseLeaksFile(text)).toEqual(nothing);
    expect(parseLeaksFile(`${text}\n`)).toEqual(nothing);
  });

  it('that has less than there was says so', () => {
    const one = `${head}\n${stack}`;
    expect(parseLeaksFile(one)?.whole).toBe(true);
    expect(parseLeaksFile(one.replace('cut 0', 'cut 1'))).toMatchObject({ total: 1, whole: false });
    expect(parseLeaksFile(one.replace('total 1', 'total 900'))).toMatchObject({
      ...{ total: 900, whole: false },
    });
    expect(parseLeaksFile(head)).toMatchObject({ total: 1, whole: false, goroutines: [] });
  });

  it.each([
    ['nothing', null],
    ['an empty file', ''],
    ['another version', head.replace('leaks 1', 'leaks 2')],
    ['a head that was cut off', head.slice(0, 40)],
    ['a head with more in it', head.replace('cut 0', 'cut 0\nmore 1')],
    ['a number that is none', head.replace('total 1', 'total -1')],
    ['stacks alone', stack],
  ])('is not %s', (_what, text) => {
    expect(parseLeaksFile(text)).toBeNull();
  });

  it('never throws, whatever stands behind its head', () => {
    const lines = fc.constantFrom(...stack.split('\n'), 'goroutine 1 [', 'x(', '\t:1', '[', 'ä\0');
    fc.assert(
      fc.property(fc.array(fc.oneof(lines, fc.string())), (some) => {
        const file = parseLeaksFile(`${head}\n${some.join('\n')}`);
        expect(file?.goroutines.length).toBeLessThanOrEqual(file?.total ?? -1);
      }),
    );
  });

  it('keeps no more goroutines than the agent writes', () => {
    const many = `${head}\n${stack.concat('\n').repeat(5000)}`;
    expect(parseLeaksFile(many)?.goroutines).toHaveLength(2000);
  });
});
