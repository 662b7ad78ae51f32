import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { noRepository } from '../../src/crash/source/repository.ts';
import { parseLeaksFile, type LeaksFile } from '../../src/evidence/leaks-file.ts';
import { leftovers, type Leftover } from '../../src/leaks/leftover.ts';
import { openRepository } from '../../src/machine/source-files.ts';
import {
  capturedLeftovers,
  leftoversModule,
  leftoversRepository,
  markedLines,
} from '../support/leftovers.ts';
import { tempFolder } from '../support/temp-folder.ts';

const marks = markedLines();
const captured = capturedLeftovers();

/** What is left over, by the marks of the two lines. */
const expected: readonly (readonly [
  waits: string,
  creation: string,
  state: string,
  test: string | null,
])[] = [
  ['pool', 'pool', 'chan receive', null],
  ['pool', 'pool', 'chan receive', null],
  ['pool', 'pool', 'chan receive', null],
  ['fetch', 'fetch', 'chan send', null],
  ['mutex', 'mutex', 'sync.Mutex.Lock', 'TestLocks'],
  ['rwmutex', 'rwmutex', 'sync.RWMutex.RLock', 'TestLocks'],
  ['group', 'group', 'sync.WaitGroup.Wait', null],
  ['cond', 'cond', 'sync.Cond.Wait', null],
  ['watch', 'watch', 'select', null],
  ['pipe', 'pipe', 'select', null],
  ['twice', 'twice, first', 'chan receive', null],
  ['twice', 'twice, second', 'chan receive', null],
  ['outer', 'outer', 'chan receive', null],
  ['inner', 'inner', 'chan receive', null],
  ['own', 'own', 'chan send (nil chan)', 'TestOwn'],
];

function fingerprints(file: LeaksFile, repository = leftoversRepository): string[] {
  return leftovers(file, repository)
    .map(({ fingerprint }) => fingerprint)
    .sort();
}

describe.each(captured)('what $version leaves over', ({ file, version }) => {
  const found = leftovers(file, leftoversRepository);

  it('has the line that waits, the line that started it, the state and the test', () => {
    const line = (at: Leftover['site']): string => `${at?.file ?? ''}:${String(at?.line)}`;
    const told = found.map(
      ({ site, createdBy, state, test }) =>
        `${line(site)} ${line(createdBy)} ${state} ${String(test)}`,
    );
    const wanted = expected.map(
      ([waits, creation, state, test]) =>
        `${marks.get(`waits: ${waits}`) ?? ''} ${marks.get(`creation: ${creation}`) ?? ''} ${state} ${String(test)}`,
    );
    expect(told.sort()).toEqual(wanted.sort());
  });

  it('is confirmed where the runtime proves it', () => {
    const sure = version === 'go1.27.3' ? 'confirmed' : 'consistent';
    expect(new Set(found.map(({ confidence }) => confidence))).toEqual(new Set([sure]));
  });

  it('has one fingerprint for each place: three workers share one', () => {
    expect(new Set(found.map(({ fingerprint }) => fingerprint)).size).toBe(13);
  });
});

describe('the fingerprint of a leak', () => {
  const [first] = captured;
  if (first === undefined) throw new Error('nothing was captured');

  it('is the same in all versions of Go', () => {
    for (const { file } of captured) expect(fingerprints(file)).toEqual(fingerprints(first.file));
  });

  it('stays when lines move, and in another folder', () => {
    const moved = tempFolder();
    cpSync(leftoversModule, moved, { recursive: true });
    const added = 7;
    for (const name of ['queue.go', 'queue_test.go']) {
      const path = join(moved, 'queue', name);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replace(/^(package .*)$/m, `$1\n${'\n'.repeat(added - 1)}`));
    }
    const text = first.text.replace(
      /\/home\/ada\/left\/(queue\/\w+\.go):(\d+)/g,
      (_, file: string, line: string) => `/build/left/${file}:${String(Number(line) + added)}`,
    );
    const file = parseLeaksFile(text);
    const repository = openRepository(moved, leftoversRepository.modules);
    expect(file && fingerprints(file, repository)).toEqual(fingerprints(first.file));
  });

  it('stays with -trimpath', () => {
    const text = first.text
      .replaceAll('/home/ada/left/', 'example.com/left/')
      .replaceAll('/usr/local/go/src/', '');
    const file = parseLeaksFile(text);
    expect(file && fingerprints(file)).toEqual(fingerprints(first.file));
  });

  it('tells a second go statement that reads like the first one from it', () => {
    const twice = leftovers(first.file, leftoversRepository).filter(
      ({ createdBy }) => createdBy?.function.endsWith('.Twice') === true,
    );
    expect(new Set(twice.map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });
});

describe('what nobody has sources of', () => {
  it('is told as the text has it', () => {
    const [some] = captured;
    const found = some === undefined ? [] : leftovers(some.file, noRepository);
    expect(found).toHaveLength(15);
    expect(found[0]?.site?.file).toBe('/home/ada/left/queue/queue.go');
  });

  const library = `crash-guard-leaks 1
proof 0
cut 0
total 2

goroutine 9 [select]:
go.opencensus.io/stats/view.(*worker).start(0xc00011e480)
	/root/go/pkg/mod/go.opencensus.io@v0.24.0/stats/view/worker.go:292 +0x9f
created by go.opencensus.io/stats/view.Start in goroutine 4
	/root/go/pkg/mod/go.opencensus.io@v0.24.0/stats/view/worker.go:34 +0x8d

goroutine 10 [chan receive]:
github.com/x/y.(*Client).loop(...)
	/root/go/pkg/mod/github.com/x/y@v1.0.0/client.go:12
created by example.com/left/queue_test.TestCopy in goroutine 4
	/home/ada/left/queue/queue_test.go:38 +0x5f
`;

  it('a goroutine of a library alone has no line in the repository, and a fingerprint of its own', () => {
    const file = parseLeaksFile(library);
    const found = file === null ? [] : leftovers(file, leftoversRepository);
    expect(found).toMatchObject([
      { site: null, createdBy: null },
      { site: null, createdBy: { file: 'queue/queue_test.go', line: 38 }, test: 'TestCopy' },
    ]);
    expect(found[0]?.fingerprint).not.toBe(found[1]?.fingerprint);
  });

  it('a goroutine that the same goroutine started tells the test', () => {
    const file = parseLeaksFile(library);
    // Both were started by goroutine 4, which is that of TestCopy.
    expect(file && leftovers(file, leftoversRepository).map(({ test }) => test)).toEqual([
      'TestCopy',
      'TestCopy',
    ]);
  });

  it('the main goroutine tells none: it runs all examples', () => {
    const file = parseLeaksFile(library.replaceAll('in goroutine 4', 'in goroutine 1'));
    expect(file && leftovers(file, leftoversRepository).map(({ test }) => test)).toEqual([
      null,
      'TestCopy',
    ]);
  });

  it('goroutines that started each other in a circle, which only a forged file has, end', () => {
    const forged = (id: number, by: number): string =>
      `goroutine ${String(id)} [select]:\nm.f()\n\t/m/a.go:1 +0x1\ncreated by m.f in goroutine ${String(by)}\n\t/m/a.go:1 +0x1\n`;
    const text = [forged(1, 2), forged(2, 1), forged(3, 3)].join('\n');
    const file = parseLeaksFile(`crash-guard-leaks 1\nproof 0\ncut 0\ntotal 3\n\n${text}`);
    expect(file && leftovers(file, noRepository)).toMatchObject([{}, {}, {}]);
  });
});
