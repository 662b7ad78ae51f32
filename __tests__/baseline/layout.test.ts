import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { keyId, parsePath, recordPath, runPath } from '../../src/baseline/layout.ts';
import type { Key } from '../../src/baseline/record.ts';
import { isStorePath } from '../../src/baseline/store-path.ts';
import { commitId, sampleKey } from '../support/baseline-records.ts';

const commit = commitId(1);

describe('the path of a record', () => {
  it('is readable and the same on every machine', () => {
    expect(recordPath(sampleKey(), commit)).toBe(
      'v1/heap/356a192b7913b04c54574d18c28d46e6395428ab/shop-store-memory-5fa8759d7c527a8fb9b5.json',
    );
    expect(runPath(commit)).toBe('v1/runs/356a192b7913b04c54574d18c28d46e6395428ab.json');
  });

  it.each([
    { module: 'example.com/other' },
    { package: 'example.com/other/shop/store' },
    { leg: 'race' },
    { os: 'darwin' },
    { arch: 'arm64' },
    { go: '1.27' },
    { race: true },
    { tags: ['integration'] },
    { flags: ['-short'] },
    { rate: 1 },
  ] satisfies Partial<Key>[])('differs with %j', (change) => {
    expect(keyId(sampleKey(change))).not.toBe(keyId(sampleKey()));
  });

  it('does not depend on the order of the tags, but on that of the flags', () => {
    expect(keyId(sampleKey({ tags: ['b', 'a'] }))).toBe(keyId(sampleKey({ tags: ['a', 'b'] })));
    expect(keyId(sampleKey({ flags: ['-cpu=1', '-short'] }))).not.toBe(
      keyId(sampleKey({ flags: ['-short', '-cpu=1'] })),
    );
  });

  it('stays inside the store and is understood again, whatever the package is called', () => {
    const anything = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.constantFrom('../../etc', '.git/hooks', '-rf', '', 'ä/ß', 'a\nb', 'CON'),
    );
    fc.assert(
      fc.property(anything, anything, (name, leg) => {
        const key = sampleKey({ package: name, leg });
        const path = recordPath(key, commit);
        expect(isStorePath(path)).toBe(true);
        expect(parsePath(path)).toEqual({ kind: 'heap', commit, keyId: keyId(key) });
      }),
    );
  });
});

describe('parsePath', () => {
  it('knows runs, in repositories of both hash sizes', () => {
    const long = `${commit}${'0'.repeat(24)}`;
    expect(parsePath(runPath(commit))).toEqual({ kind: 'run', commit });
    expect(parsePath(runPath(long))).toEqual({ kind: 'run', commit: long });
  });

  it.each(['v2/heap/x.json', 'v2/anything', 'v17/x'])(
    'sees that %s is of a later version',
    (path) => {
      expect(parsePath(path)?.kind).toBe('newer');
    },
  );

  it.each([
    'README.md',
    'v1/notes.txt',
    'v0/heap/x',
    'v1/heap/main/x-00000000000000000000.json',
    `v1/heap/${commit}/../x-00000000000000000000.json`,
    `v1/runs/${commit}.json.tmp`,
    `v1/runs/${commit.toUpperCase()}.json`,
    'v99999999999999999999/x',
    '',
  ])('takes no notice of %j', (path) => {
    expect(parsePath(path)).toBeNull();
  });
});

describe('isStorePath', () => {
  it.each([
    '../x',
    '/etc/passwd',
    'v1/../../x',
    'v1/.git/config',
    'v1//x',
    'v1/x/',
    'v1',
    'v1/-x',
    'v1/a\nb',
    'v1/a b',
    'README.md',
    `v1/${'x'.repeat(600)}`,
  ])('refuses %j', (path) => {
    expect(isStorePath(path)).toBe(false);
  });
});
