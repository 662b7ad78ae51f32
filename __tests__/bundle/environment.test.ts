import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { shareable, shareableNames, withoutSecrets } from '../../src/bundle/environment.ts';

describe('what may leave the machine', () => {
  it('is what changes how Go runs', () => {
    const env = {
      GODEBUG: 'asynctimerchan=1',
      GOMAXPROCS: '2',
      TZ: 'UTC',
      LANG: 'C',
      GOARCH: '386',
    };
    expect(shareable(env)).toEqual(env);
  });

  it.each([
    'MY_TOKEN',
    'GITHUB_TOKEN',
    'AWS_SECRET_ACCESS_KEY',
    'GOOGLE_API_KEY',
    'GOOGLE_APPLICATION_CREDENTIALS',
    'GOPROXY',
    'GOAUTH',
    'GOFLAGS',
    'GONOSUMDB',
    'GOPRIVATE',
    'HOME',
    'PATH',
    'LD_PRELOAD',
    'GODEBUG2',
    'godebug',
  ])('is not %s', (name) => {
    expect(shareable({ [name]: 'value' })).toEqual({});
  });

  it('is nothing that is endless', () => {
    expect(shareable({ GODEBUG: 'x'.repeat(5000), TZ: undefined })).toEqual({});
  });

  it('has names that a shell takes', () => {
    expect(shareableNames.filter((name) => !/^[A-Z][A-Z0-9_]*$/.test(name))).toEqual([]);
    expect(new Set(shareableNames).size).toBe(shareableNames.length);
  });
});

describe('arguments', () => {
  const env = {
    MY_TOKEN: 'hunter22',
    DB_PASSWORD: 'hunter22-and-more',
    EDITOR: 'vimvimvim',
    X_KEY: 'no',
  };
  it.each([
    ['-token=hunter22', '-token=REDACTED'],
    ['a hunter22 b hunter22-and-more c', 'a REDACTED b REDACTED c'],
    ['vimvimvim no', 'vimvimvim no'],
    ['', ''],
  ])('%j become %j', (word, shown) => {
    expect(withoutSecrets([word], env)).toEqual([shown]);
  });

  it('never hold the value of a secret', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string({ minLength: 6 }),
        fc.string(),
        (before, secret, after) => {
          fc.pre(!'REDACTED'.includes(secret));
          const [word = ''] = withoutSecrets([`${before}${secret}`, after], { A_SECRET: secret });
          expect(word.includes(secret) && !`${before}REDACTED`.includes(secret)).toBe(false);
        },
      ),
    );
  });
});
