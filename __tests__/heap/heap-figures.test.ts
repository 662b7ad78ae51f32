import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { heapFigures, type HeapFigures } from '../../src/heap/heap-figures.ts';
import { expectFiguresConserved } from '../support/conserved.ts';
import { go, goModule } from '../support/go-module.ts';
import { openedProfile } from '../support/std-profiles.ts';

const MiB = 1 << 20;

const shop = `package shop

import (
	"bytes"
	"strings"

	"example.com/dep"
)

var Kept [][]byte

func Keep(n int) { Kept = append(Kept, make([]byte, n)) }

func Text(n int) string { return strings.Repeat("x", n) }

func Buffer(n int) *bytes.Buffer {
	var b bytes.Buffer
	for i := 0; i < n; i++ {
		b.WriteByte('x')
	}
	return &b
}

func Dive(depth int) {
	Kept = append(Kept, make([]byte, 1<<20))
	if depth > 1 {
		Dive(depth - 1)
	}
}

func small() []byte { return make([]byte, 1<<20) }

func Inlined() { Kept = append(Kept, small()) }

func Depends(n int) { Kept = append(Kept, dep.Make(n)) }

type Tree[T any] struct{ items []T }

func (t *Tree[T]) Add(item T) {
	grown := make([]T, len(t.items)+1<<17)
	copy(grown, t.items)
	t.items = append(grown[:len(t.items)], item)
}
`;

const shopTest = `package shop

import (
	"sync"
	"testing"
)

func init() { Kept = append(Kept, make([]byte, 3<<20)) }

func TestMain(m *testing.M) {
	Kept = append(Kept, make([]byte, 2<<20))
	m.Run()
}

func TestKeep(t *testing.T)    { Keep(8 << 20) }
func TestText(t *testing.T)    { _ = Text(12 << 20) }
func TestBuffer(t *testing.T)  { _ = Buffer(3 << 20) }
func TestDive(t *testing.T)    { Dive(6) }
func TestInlined(t *testing.T) { Inlined() }
func TestDepends(t *testing.T) { Depends(7 << 20) }
func TestGeneric(t *testing.T) { new(Tree[int]).Add(1) }

func TestSubtests(t *testing.T) {
	for _, name := range []string{"a", "b"} {
		t.Run(name, func(t *testing.T) { Keep(4 << 20) })
	}
}

func TestGoroutine(t *testing.T) {
	done := make(chan bool)
	go func() { Keep(9 << 20); close(done) }()
	<-done
}

type group struct{ sync.WaitGroup }

func (g *group) start(f func()) {
	g.Add(1)
	go func() { defer g.Done(); f() }()
}

func TestStartedElsewhere(t *testing.T) {
	var g group
	g.start(func() { Keep(10 << 20) })
	g.Wait()
}

func TestWorker(t *testing.T) {
	done := make(chan bool)
	go worker(done)
	<-done
}

func worker(done chan bool) { Keep(11 << 20); close(done) }
`;

const dep = `package dep

import "bytes"

func Make(n int) []byte { return grow(n) }

//go:noinline
func grow(n int) []byte { return bytes.Repeat([]byte{1}, n) }
`;

describe('of a package with known allocations', () => {
  let figures: HeapFigures;
  let trimmed: HeapFigures;

  beforeAll(() => {
    const repository = goModule({
      'svc/go.mod':
        'module example.com/svc\n\ngo 1.21\n\nrequire example.com/dep v0.0.0\n\nreplace example.com/dep => ../../dep-elsewhere\n',
      'svc/shop/shop.go': shop,
      'svc/shop/shop_test.go': shopTest,
    });
    const elsewhere = goModule({ 'go.mod': 'module example.com/dep\n\ngo 1.21\n', 'dep.go': dep });
    const moduleDirectory = join(repository, 'svc');
    go(moduleDirectory, 'mod', 'edit', `-replace=example.com/dep=${elsewhere}`);
    const measure = (path: string, ...flags: string[]): HeapFigures => {
      const run = ['test', `-memprofile=${path}`, '-memprofilerate=512', ...flags, './shop'];
      go(moduleDirectory, ...run);
      return heapFigures(openedProfile(join(moduleDirectory, path)), {
        package: 'example.com/svc/shop',
        modulePath: 'example.com/svc',
        moduleDirectory,
        repositoryDirectory: repository,
      })!;
    };
    figures = measure('a.pprof');
    trimmed = measure('b.pprof', '-trimpath');
  });

  const row = (name: string) =>
    figures.functions.find((item) => item.function === `example.com/svc/shop.${name}`)!;

  it('nothing is lost', () => {
    expectFiguresConserved(figures);
    expectFiguresConserved(trimmed);
  });

  it.each([
    ['TestKeep', 8, 8],
    ['TestText', 12, 0],
    ['TestDive', 6, 6],
    ['TestInlined', 1, 1],
    ['TestDepends', 7, 7],
    ['TestSubtests', 8, 8], // two subtests
    ['TestGoroutine', 9, 9], // in a goroutine of its own
    ['TestStartedElsewhere', 10, 10], // in a goroutine that a helper started with the test's closure
    ['shared', 16, 16], // 2 before the tests, 3 at start-up, 11 in a goroutine that is no closure of a test
  ])('%s allocates %d MiB and holds %d', (test, allocated, held) => {
    // The testing package has allocations of its own.
    const more = test === 'shared' ? 1.5 : 0.3;
    const found = figures.tests.find((item) => item.test === test)!;
    expect(found.allocBytes / MiB).toBeGreaterThanOrEqual(allocated);
    expect(found.allocBytes / MiB).toBeLessThan(allocated + more);
    expect(found.inuseBytes / MiB).toBeGreaterThanOrEqual(held);
    expect(found.inuseBytes / MiB).toBeLessThan(held + more);
  });

  it('what the standard library allocates is charged to who called it, with the line', () => {
    expect(row('Text')).toMatchObject({
      ...{ file: 'svc/shop/shop.go', line: 14, test: 'TestText', allocBytes: 0, calledFrom: null },
      lines: [{ line: 14 }],
    });
    expect(row('Text').chargedAllocBytes / MiB).toBeCloseTo(12, 1);
    expect(row('Buffer')).toMatchObject({ line: 19, test: 'TestBuffer' });
    const leaf = figures.functions.find(
      (item) => item.calledFrom?.function === row('Text').function,
    )!;
    // Other callers come after it.
    expect(leaf.allocBytes).toBeGreaterThanOrEqual(row('Text').chargedAllocBytes);
    expect(leaf.chargedAllocBytes).toBe(0);
    expect(leaf.calledFrom).toMatchObject({ file: 'svc/shop/shop.go', line: 14 });
    expect(leaf.file).toMatch(/^(?:strings|internal\/bytealg|runtime)\/\w+\.go$/);
  });

  it('what a dependency allocates is charged to it, and says which code of the module called it', () => {
    const grow = figures.functions.find((item) => item.function === 'example.com/dep.grow')!;
    expect(grow).toMatchObject({
      ...{ file: 'example.com/dep/dep.go', line: 8, test: 'TestDepends' },
      calledFrom: { file: 'svc/shop/shop.go', line: 35, function: 'example.com/svc/shop.Depends' },
    });
    expect(grow.chargedAllocBytes / MiB).toBeCloseTo(7, 1);
    expect(row('Depends').chargedAllocBytes).toBeLessThan(4096);
  });

  it('inlined, recursive and generic functions are functions, and recursion counts once', () => {
    expect(row('small')).toMatchObject({ line: 31, test: 'TestInlined' });
    expect(row('Dive').cumulativeAllocBytes).toBe(row('Dive').allocBytes);
    expect(row('Dive').allocBytes / MiB).toBeCloseTo(6, 1);
    expect(row('(*Tree[go.shape.int]).Add').allocBytes / MiB).toBeCloseTo(1, 1);
  });

  it('the stacks that hold most come with their frames', () => {
    expect(figures.holders).toHaveLength(10);
    const [first] = figures.holders;
    expect(first!.inuseBytes / MiB).toBeCloseTo(11, 1);
    expect(first!.frames.slice(0, 2)).toEqual([
      { file: 'svc/shop/shop.go', line: 12, function: 'example.com/svc/shop.Keep' },
      { file: 'svc/shop/shop_test.go', line: 54, function: 'example.com/svc/shop.worker' },
    ]);
    // Two subtests on one stack, in one line.
    expect(figures.holders.some(({ inuseObjects }) => inuseObjects === 2)).toBe(true);
  });

  it('files are the same under -trimpath', () => {
    const names = (of: HeapFigures) =>
      of.functions.slice(0, 8).map(({ function: name, file, line }) => [name, file, line]);
    expect(names(trimmed)).toEqual(names(figures));
  });

  it('the sampling error is small, as blocks are large', () => {
    expect(figures.sampling.rate).toBe(512);
    expect(figures.sampling.relativeError).toBeLessThan(0.001);
  });
});
