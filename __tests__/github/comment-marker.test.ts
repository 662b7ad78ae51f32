import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  compareMarkers,
  isSameDigest,
  isSameMarker,
  markerOf,
  shortHash,
  withMarker,
  type Marker,
} from '../../src/github/comment-marker.ts';

const marker = (id: string, attempt = '1', digest = 'a'): Marker => ({
  ...{ key: shortHash('key'), digest: shortHash(digest), run: { id, attempt } },
});

it('is read as it was written, whatever the text', () => {
  const id = fc.bigInt({ min: 0n, max: 10n ** 20n - 1n }).map(String);
  const attempt = fc.integer({ min: 1, max: 999_999 }).map(String);
  const hash = fc.string().map(shortHash);
  const run = fc.record({ id, attempt });
  fc.assert(
    fc.property(fc.record({ key: hash, digest: hash, run }), fc.string(), (of, text) => {
      expect(markerOf(withMarker(of, text))).toEqual(of);
      expect(withMarker(of, text).endsWith(`\n${text}`)).toBe(true);
    }),
  );
});

it('any text has one or none', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(markerOf(text)).toBeNull();
      expect(compareMarkers(text, text)).toBe(0);
    }),
  );
});

it.each([
  ['not at the beginning', `\n${withMarker(marker('1'), '')}`],
  ['quoted', `> ${withMarker(marker('1'), '')}`],
  ['more on its line', withMarker(marker('1'), '').replace('\n', ' and more')],
  ['a run that is none', withMarker(marker('1'), '').replace('run=1.1', 'run=-1.1')],
])('none: %s', (_, body) => {
  expect(markerOf(body)).toBeNull();
});

it('GitHub may have changed the line end', () => {
  expect(markerOf(withMarker(marker('1'), 'text').replace('\n', '\r\n'))).toEqual(marker('1'));
});

it.each([
  ['9', '1', '10', '1', -1],
  ['10', '2', '10', '10', -1],
  ['10', '1', '10', '1', 0],
  ['18446744073709551615', '1', '18446744073709551614', '9', 1],
])('run %s.%s against %s.%s: %d', (idA, attemptA, idB, attemptB, order) => {
  const [a, b] = [withMarker(marker(idA, attemptA), 'a'), withMarker(marker(idB, attemptB), 'b')];
  expect(compareMarkers(a, b)).toBe(order);
  expect(isSameMarker(a, b)).toBe(order === 0);
  expect(isSameDigest(a, b)).toBe(true);
});

it('a text without a marker says nothing that could be the same', () => {
  expect(isSameDigest('text', 'text')).toBe(false);
  expect(isSameMarker('text', 'text')).toBe(false);
});
