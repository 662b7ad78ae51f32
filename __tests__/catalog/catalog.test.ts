import { describe, expect, it } from '@jest/globals';
import { createCatalog, type Catalog } from '../../src/catalog/catalog.ts';
import { examine } from '../../src/catalog/examine.ts';
import type { KnownCrash, Signature } from '../../src/catalog/known-crash.ts';
import { familyOf, nearest } from '../../src/catalog/nearest.ts';
import type { Subject } from '../../src/catalog/subject.ts';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';
import type { Repository } from '../../src/crash/source/repository.ts';

const text = `--- FAIL: TestAdd (0.00s)
panic: runtime error: index out of range [5] with length 3 [recovered, repanicked]

goroutine 6 [running]:
testing.tRunner.func1.2({0x55a7a0, 0x6cae90})
	/usr/local/go/src/testing/testing.go:1974 +0x232
testing.tRunner.func1()
	/usr/local/go/src/testing/testing.go:1977 +0x349
panic({0x55a7a0?, 0x6cae90?})
	/usr/local/go/src/runtime/panic.go:860 +0x13a
strings.(*Builder).copyCheck(...)
	/usr/local/go/src/strings/builder.go:30
example.com/m/cart.(*Cart).Add(...)
	/src/m/cart/cart.go:3
example.com/m/cart.TestAdd(0x14bda88fc248)
	/src/m/cart/cart_test.go:7 +0x3b
testing.tRunner(0x14bda88fc248, 0x592e70)
	/usr/local/go/src/testing/testing.go:2036 +0xea
created by testing.(*T).Run in goroutine 1
	/usr/local/go/src/testing/testing.go:2101 +0x4c5
FAIL	example.com/m/cart	0.004s
`;
const repository: Repository = {
  modules: [{ path: 'example.com/m', directory: '' }],
  root: '/src/m',
  has: (file) => file === 'cart/cart.go',
  lines: (file) =>
    file === 'cart/cart.go' ? ['package cart', '', 'fmt.Fprint(w, c.items[i])'] : null,
};

function known(id: string, ...signatures: Omit<Signature, 'kind'>[]): KnownCrash {
  return {
    id,
    family: 'bounds-and-conversions',
    title: id,
    cause: 'panic',
    message: 'runtime error: index out of range [3] with length 3',
    signatures: signatures.map((signature) => ({ kind: 'panic', ...signature })),
    ...{ explanation: '', rootCause: '', fix: '' },
  };
}

const catalogOf = (...crashes: KnownCrash[]): Catalog => createCatalog({ families: [], crashes });

function subject(of: Partial<Repository> = {}): Subject {
  const [crash] = scanCrashes(text);
  return examine(crash!, { repository: { ...repository, ...of }, catalog: catalogOf() }).subject;
}

describe('a signature', () => {
  it.each<[string, Omit<Signature, 'kind'>, boolean]>([
    ['message', { message: '^runtime error: index out of range \\[\\d+\\]' }, true],
    ['message of another crash', { message: 'slice bounds' }, false],
    ['innermost function outside the runtime', { top: '^strings\\.' }, true],
    ['a function further out is not the innermost', { top: 'Cart' }, false],
    ['frames in their order, with gaps', { frames: ['copyCheck', 'TestAdd'] }, true],
    ['frames in the wrong order', { frames: ['TestAdd', 'copyCheck'] }, false],
    [
      'what package testing calls while it fails is no frame',
      { frames: ['tRunner\\.func1'] },
      false,
    ],
    ['source', { source: '\\[i\\]' }, true],
    ['source that says something else', { source: '\\[j\\]' }, false],
    ['state', { state: '^running$' }, true],
    ['signal where there is none', { signal: 'SIGSEGV' }, false],
    ['note where there is none', { note: '.' }, false],
    ['type where there is none', { type: '.' }, false],
    ['all conditions', { message: 'index', top: '^strings\\.', source: 'Fprint' }, true],
    ['one condition of two', { message: 'index', source: 'Printf' }, false],
  ])('matches by %s', (_what, signature, matches) => {
    const { known: found } = catalogOf(known('case', signature)).recognise(subject());
    expect(found?.id ?? null).toBe(matches ? 'case' : null);
  });

  it('does not match by a source that cannot be read', () => {
    const catalog = catalogOf(known('case', { source: '' }));
    expect(catalog.recognise(subject()).known?.id).toBe('case');
    expect(catalog.recognise(subject({ lines: () => null })).known).toBeNull();
  });

  it('does not match reports of another kind', () => {
    const other = known('case', { message: 'index' });
    other.signatures = [{ kind: 'fatal-error', message: 'index' }];
    expect(catalogOf(other).recognise(subject()).known).toBeNull();
  });
});

describe('of several cases', () => {
  it('the one with the most conditions wins, frames counted one by one', () => {
    const catalog = catalogOf(
      known('vague', { message: 'index' }),
      known('precise', { frames: ['copyCheck', 'Add'], message: 'index' }),
      known('middling', { message: 'index', top: '^strings' }),
    );
    expect(catalog.recognise(subject()).known?.id).toBe('precise');
  });

  it('two that fit equally well are no answer', () => {
    const catalog = catalogOf(known('a', { message: 'index' }), known('b', { message: 'range' }));
    const { known: found, alike } = catalog.recognise(subject());
    expect(found).toBeNull();
    expect(alike.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('one with two signatures that fit is one answer', () => {
    const catalog = catalogOf(known('a', { message: 'index' }, { message: 'range' }));
    expect(catalog.recognise(subject()).known?.id).toBe('a');
  });
});

describe('an unknown crash', () => {
  it('has a nearest case where some conditions hold and the message is alike', () => {
    const near = known('near', { message: '^runtime error: index out of range', source: 'Printf' });
    const far = known('far', { message: '^runtime error: slice bounds' });
    const found = nearest(subject(), [far, near]);
    expect(found?.known.id).toBe('near');
    expect(found?.likeness).toBeGreaterThan(0.5);
    expect(found?.likeness).toBeLessThan(1);
    expect(familyOf(subject(), found)).toBe('bounds-and-conversions');
  });

  it('has none where no condition holds, however alike the message', () => {
    expect(nearest(subject(), [known('far', { source: 'Printf' })])).toBeNull();
  });
});
