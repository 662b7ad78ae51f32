import { describe, expect, it } from '@jest/globals';
import { createFold, type PackageFold } from '../../src/gotest/fold.ts';

/** The package's state after output that belongs to no test. */
function after(...lines: string[]): PackageFold {
  const fold = createFold();
  for (const line of lines) push(fold, { Action: 'output', Package: 'm/p', Output: `${line}\n` });
  fold.end();
  return fold.state.packages.get('m/p')!;
}

function push(fold: ReturnType<typeof createFold>, event: Record<string, string>): void {
  fold.push(new TextEncoder().encode(`${JSON.stringify(event)}\n`));
}

describe('a line of go test about a package', () => {
  it('counts where it names this package', () => {
    expect(after('ok  \tm/p\t(cached)').saysCached).toBe(true);
    expect(after('ok  \tm/p\t(cached) [no tests to run]').saysCached).toBe(true);
    expect(after('?   \tm/p\t[no test files]').noTestFiles).toBe(true);
    expect(after('\tm/p\t\tcoverage: 0.0% of statements').noTestFiles).toBe(true);
  });

  it('is the output of a test where it names another one', () => {
    expect(after('ok  \tm/other\t(cached)').saysCached).toBe(false);
    expect(after('ok  \tm/p2\t(cached)').saysCached).toBe(false);
    expect(after('?   \tm/other\t[no test files]').noTestFiles).toBe(false);
    expect(after('\tm/other\t\tcoverage: 0.0% of statements').noTestFiles).toBe(false);
  });

  it('says that all went well', () => {
    expect(after('PASS').saysPass).toBe(true);
    expect(after('PASSED').saysPass).toBe(false);
  });

  it('gives the seed of the order before the tests, and not behind them', () => {
    expect(after('-test.shuffle 17').shuffleSeed).toBe('17');
    const fold = createFold();
    push(fold, { Action: 'run', Package: 'm/p', Test: 'TestA' });
    push(fold, { Action: 'output', Package: 'm/p', Output: '-test.shuffle 5\n' });
    fold.end();
    expect(fold.state.packages.get('m/p')?.shuffleSeed).toBeNull();
  });
});

describe('tests side by side', () => {
  it('wait, go on, and the last one to do so is known', () => {
    const fold = createFold();
    for (const test of ['TestA', 'TestB']) {
      push(fold, { Action: 'run', Package: 'm/p', Test: test });
      push(fold, { Action: 'pause', Package: 'm/p', Test: test });
    }
    push(fold, { Action: 'cont', Package: 'm/p', Test: 'TestB' });
    fold.end();
    const { paused, lastContinued, inParallel } = fold.state.packages.get('m/p')!;
    expect({ paused: [...paused], lastContinued, inParallel }).toEqual({
      ...{ paused: ['TestA'], lastContinued: 'TestB', inParallel: true },
    });
  });
});
