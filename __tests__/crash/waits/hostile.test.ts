import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseGoroutines } from '../../../src/crash/goroutines/goroutines.ts';
import type { Repository } from '../../../src/crash/source/repository.ts';
import { goFunction } from '../../../src/crash/waits/go-actions.ts';
import { looksStuck } from '../../../src/crash/waits/looks-stuck.ts';
import { readWaits } from '../../../src/crash/waits/read-waits.ts';
import { waitsSchema } from '../../../src/report/waits-schema.ts';
import { damaged } from '../../support/scanned.ts';

const source = `package bank

func transfer(from, to *Account, in chan int) {
	from.mu.Lock()
	defer from.mu.Unlock()
	for n := range in {
		to.mu.Lock()
		select {
		case in <- n:
		case <-done:
		}
		go func(n int) { wg.Wait() }(n)
	}
}
`;

const repositoryOf = (text: string): Repository => ({
  modules: [{ path: 'example.com/bank', directory: '' }],
  root: '/src',
  has: (file) => file === 'bank.go',
  lines: (file) => (file === 'bank.go' ? text.split('\n') : null),
});

const goroutine = (id: number, first: string, second: string, line: number): string =>
  `goroutine ${String(id)} [sync.Mutex.Lock, 3 minutes]:
sync.(*Mutex).lockSlow(${second})
	/go/src/sync/mutex.go:171 +0x15d
sync.(*Mutex).Lock(...)
	/go/src/sync/mutex.go:90
example.com/bank.transfer(${first}, ${second}, 0xc000100000)
	/src/bank.go:${String(line)} +0xb3
created by example.com/bank.transfer in goroutine 1
	/src/bank.go:12 +0xbd
`;
const dump = `${goroutine(7, '0xc000000100', '0xc000000200', 7)}
${goroutine(8, '0xc000000200', '0xc000000100', 7)}`;

const wait = (text: string, repository: Repository): ReturnType<typeof readWaits> =>
  readWaits({
    ...{ goroutines: parseGoroutines(text), repository, runningTests: ['TestX'] },
    ...{ isCut: false, proof: null },
  });

it('reads the dump that is damaged below', () => {
  expect(wait(dump, repositoryOf(source))).toMatchObject({
    kind: 'cycle',
    confidence: 'consistent',
  });
});

describe('whatever stands there', () => {
  it('a dump with any damage gives waits of the schema, or none', () => {
    fc.assert(
      fc.property(damaged([dump]), (text) => {
        const found = wait(text, repositoryOf(source));
        if (found !== null) expect(waitsSchema.safeParse(found).success).toBe(true);
        looksStuck(parseGoroutines(text), ['TestX'], repositoryOf(source));
      }),
    );
  });

  it('sources with any damage give waits of the schema, or none', () => {
    fc.assert(
      fc.property(damaged([source]), (text) => {
        const found = wait(dump, repositoryOf(text));
        if (found !== null) expect(waitsSchema.safeParse(found).success).toBe(true);
      }),
    );
  });

  it('each word of a source has a block, whatever the words are', () => {
    const word = fc.constantFrom(
      ...['func', '(', ')', '{', '}', '[', ']', 'select', 'case', 'default', ':', 'for', 'range'],
      ...['<-', 'chan', 'mu', '.', 'Lock', 'Wait', 'go', 'defer', '\n', '`', '"', "'", '/*', '//'],
      ...['=', ':=', ',', 'var', 'close', '&', '*', 'struct', 'interface', 'ß', '\\'],
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 200 }), (words) => {
        const { tokens, blocks, blockOf, actions } = goFunction(words.join(' ').split('\n'), 1);
        expect(blockOf).toHaveLength(tokens.length);
        for (const block of blockOf) expect(blocks[block]).toBeDefined();
        for (const { at } of actions) expect(tokens[at]).toBeDefined();
      }),
    );
  });
});

/** Of the best of three, in processor time: the machine may be busy. */
function milliseconds(work: () => void): number {
  const times = [1, 2, 3].map(() => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

describe('bounded time', () => {
  it('many goroutines that all hold something and wait for each other', () => {
    const hex = (n: number): string => `0xc0${(n * 0x40).toString(16).padStart(8, '0')}`;
    const many = Array.from({ length: 1900 }, (_, n) =>
      goroutine(n + 2, hex(n + 1), hex(n + 2), 7),
    ).join('\n');
    const goroutines = parseGoroutines(many);
    const repository = repositoryOf(source);
    const request = { goroutines, repository, runningTests: ['TestX'], isCut: false, proof: null };
    expect(milliseconds(() => void readWaits(request))).toBeLessThan(20_000);
  });

  it('a crowd that is too large to look at has no answer', () => {
    const crowd = Array.from({ length: 2100 }, (_, n) =>
      goroutine(n + 2, `0xc000${String(n + 10_000)}`, '0xc000000001', 7),
    ).join('\n');
    expect(wait(crowd, repositoryOf(source))).toBeNull();
  });

  it('tens of thousands that wait for the same two locks', () => {
    const all = `${dump}\n`.repeat(15_000);
    expect(wait(all, repositoryOf(source))?.kind).toBe('cycle');
  });

  it.each([
    ['brackets that never close', `func f() {${'('.repeat(50_000)}`],
    ['blocks in blocks', `func f() {${'if x {\n'.repeat(2500)}`],
    ['fields of fields', `func f() {\n${'a.'.repeat(20_000)}Lock()\n}`],
    ['names in a row', `func f() {\n${'a, '.repeat(20_000)}b := 1\n}`],
    ['literals in literals', `func f() {${'go func() {\n'.repeat(1000)}`],
    ['literals behind each other', `func f() {${'func() { mu.Lock() }()\n'.repeat(2500)}`],
    ['arguments without end', `func f() {\n f(${'a,'.repeat(20_000)} b).Lock()\n}`],
    ['receives', `func f() {\n${'<-'.repeat(30_000)}a\n}`],
  ])('a source of %s', (_, text) => {
    expect(milliseconds(() => goFunction(text.split('\n'), 1))).toBeLessThan(5000);
    const lines = text.split('\n').length;
    const one = goroutine(7, '0xc000000100', '0xc000000200', Math.min(lines, 2000)).replaceAll(
      'transfer',
      'f',
    );
    expect(milliseconds(() => void wait(one, repositoryOf(text)))).toBeLessThan(20_000);
  });
});
