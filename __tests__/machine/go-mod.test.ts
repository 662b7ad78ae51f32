import { expect, it } from '@jest/globals';
import { compareGoVersions, parseGoModVersions } from '../../src/machine/go-mod.ts';

it.each([
  ['module m\n\ngo 1.24.9\n', '1.24.9', null],
  ['module m\ngo 1.21\ntoolchain go1.27rc1\n', '1.21', '1.27rc1'],
  ['module m\r\n\r\ngo 1.24\r\ntoolchain default\r\n', '1.24', null],
  ['module m\n// go 1.99\nrequire x.y/go v1.0.0\n', null, null],
  ['module m\n\n\tgo\t1.22.1 // why\n', '1.22.1', null],
  ['', null, null],
])('%j asks for %s and suggests %s', (text, go, toolchain) => {
  expect(parseGoModVersions(text)).toEqual({ go, toolchain });
});

it.each([
  ['1.21', '1.21rc2', -1],
  ['1.21rc2', '1.21.0', -1],
  ['1.21beta9', '1.21rc1', -1],
  ['1.9', '1.10', -1],
  ['1.26.8', '1.26.10', -1],
  ['1.26.8', '1.26.8', 0],
  ['1.28-3c5f1d2', '1.27.1', 1],
  ['2.0', '1.99', 1],
  ['tip', '1.27', 0],
  ['1.27', '', 0],
])('%s against %s', (a, b, sign) => {
  expect(Math.sign(compareGoVersions(a, b))).toBe(sign);
  expect(Math.sign(compareGoVersions(b, a))).toBe(0 - sign);
});
