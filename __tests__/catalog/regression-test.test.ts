import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { regressionTest } from '../../src/catalog/regression-test.ts';
import type { Repository } from '../../src/crash/source/repository.ts';
import { scratch } from '../support/guarded.ts';

const source = `package cart

import (
	"context"
	"fmt"
	str "strings"
	"time"
)

type Cart struct{ items map[string]int }

func (c *Cart) Add(ctx context.Context, name, unit string, more ...int) (int, error) {
	c.items[name]++
	return len(more), nil
}

func Join(_ []string, at func(a, b int) (int, error), with str.Builder, wait map[string]time.Duration) string {
	panic(fmt.Sprint(wait))
}

func lower(t string, c chan<- struct{ a, b int }) { panic(t) }

func (Cart) Len() int { panic("no") }

func Map[K comparable](k K) { panic(k) }

func init() {}

var total = func() int { return 1 }()
`;
const lines = source.split('\n');
const lineOf = (text: string): number => lines.findIndex((line) => line.includes(text)) + 1;
const repository: Repository = {
  modules: [{ path: 'example.com/m', directory: '' }],
  root: '/src/m',
  has: (file) => file === 'cart/cart.go',
  lines: (file) => (file === 'cart/cart.go' ? lines : null),
};
const made = (
  text: string,
  cause: 'panic' | 'data-race' | 'deadlock' = 'panic',
): ReturnType<typeof regressionTest> =>
  regressionTest(
    { function: 'example.com/m/cart.f', file: 'cart/cart.go', line: lineOf(text) },
    { message: 'assignment to entry in nil map\nmore', cause },
    repository,
  );

describe('a regression test to begin with', () => {
  let folder: ReturnType<typeof scratch>;
  beforeEach(() => {
    folder = scratch();
  });
  afterEach(() => {
    folder.remove();
  });

  it.each([
    ['c.items[name]++', 'panic', 'TestCartAddDoesNotCrash'],
    ['c.items[name]++', 'data-race', 'TestCartAddDoesNotCrash'],
    ['fmt.Sprint(wait)', 'panic', 'TestJoinDoesNotCrash'],
    ['panic(t)', 'deadlock', 'TestLowerDoesNotCrash'],
    ['panic("no")', 'panic', 'TestCartLenDoesNotCrash'],
  ] as const)('compiles for the function with %s (%s)', (text, cause, name) => {
    const test = made(text, cause);
    expect(test?.file).toBe('cart/cart_crash_test.go');
    expect(test?.text).toContain(`func ${name}(t *testing.T) {`);
    expect(test?.text).toContain('// assignment to entry in nil map\n');
    const files = {
      'go.mod': 'module example.com/m\n\ngo 1.21\n',
      'cart/cart.go': source,
      [test?.file ?? '']: test?.text ?? '',
    };
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(folder.path, path)), { recursive: true });
      writeFileSync(join(folder.path, path), content);
    }
    const go = (...words: string[]): string =>
      execFileSync('go', words, { cwd: folder.path, encoding: 'utf8', stdio: 'pipe' });
    go('vet', './...');
    expect(execFileSync('gofmt', ['-l', folder.path], { encoding: 'utf8' })).toBe('');
    expect(test?.command).toBe(
      `go test${{ panic: '', 'data-race': ' -race', deadlock: ' -timeout=10s' }[cause]} -run='^${name}$' ./cart`,
    );
  });

  it.each(['func Map', 'func init', 'var total', 'import ('])('is not made for %s', (text) => {
    expect(made(text)).toBeNull();
  });

  it('is not made for a test or a file that cannot be read', () => {
    const at = (file: string): ReturnType<typeof regressionTest> =>
      regressionTest(
        { function: 'f', file, line: 12 },
        { message: '', cause: 'panic' },
        { ...repository, lines: (path) => (path === 'gone.go' ? null : lines) },
      );
    expect([at('cart/cart_test.go'), at('gone.go'), at('cart.c')]).toEqual([null, null, null]);
  });
});
