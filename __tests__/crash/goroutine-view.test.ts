import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { viewGoroutines } from '../../src/crash/goroutines/goroutine-view.ts';
import { parseGoroutines } from '../../src/crash/goroutines/goroutines.ts';
import { fixture } from '../support/guarded.ts';

const capture = (name: string) =>
  parseGoroutines(readFileSync(join(fixture('goroutines'), name), 'utf8'));

const captures = [
  'go1.18-crash.txt',
  'go1.20-dump.txt',
  'go1.24-crash-system.txt',
  'go1.26-dump-labels-ancestors.txt',
  'go1.27-dump-labels.txt',
  'go1.27-crash.txt',
];

describe.each(captures)('who waits for what in %s', (name) => {
  const { waits, total } = viewGoroutines(capture(name));

  // The lines of main.go in the fixture.
  it.each([
    ['chan receive', 51, 3],
    ['chan send', 53, 1],
    ['chan receive', 54, 1],
    ['select', 55, 1],
    ['select', 57, 1],
    ['sync.Mutex.Lock', 62, 1],
    ['sync.RWMutex.RLock', 63, 1],
    ['sync.RWMutex.Lock', 64, 1],
    ['sync.WaitGroup.Wait', 65, 1],
    ['sync.Cond.Wait', 66, 1],
    ['sleep', 67, 1],
    ['IO wait', 78, 1], // the line that started it: net.(*TCPListener).Accept is Go's own
  ])('%s at line %d: %d', (awaited, line, count) => {
    const at = waits.filter((wait) => wait.awaited === awaited && wait.at?.line === line);
    expect(at.map((wait) => wait.count)).toEqual([count]);
  });

  it('one that runs, and those of the runtime, wait for nothing', () => {
    const runtime = capture(name).filter(({ state }) => / wait$|idle|running/.test(state));
    const io = capture(name).filter(({ state }) => state === 'IO wait');
    const waiting = waits.reduce((sum, { count }) => sum + count, 0);
    expect(waiting).toBe(total - runtime.length + io.length);
  });
});

describe('groups', () => {
  const { groups, states } = viewGoroutines(capture('go1.27-dump-labels.txt'));

  it('the largest comes first, with its first ids', () => {
    expect(groups[0]).toMatchObject({
      count: 3,
      ids: [20, 21, 22],
      states: [{ state: 'chan receive', count: 3 }],
    });
    expect(groups[0]?.createdBy).toMatchObject({ function: 'main.main', line: 51 });
  });

  it('labels that all of a group have are kept', () => {
    expect(groups.find(({ labels }) => labels['test'] === 'TestA')?.count).toBe(1);
  });

  it('states are counted', () => {
    expect(states[0]).toMatchObject({ state: 'chan receive' });
    expect(states.reduce((sum, { count }) => sum + count, 0)).toBe(21);
  });
});

describe('waits are ordered by how long', () => {
  const text = [
    ...['goroutine 1 [chan receive]:', 'm.a()', '\t/m/a.go:1 +0x1', ''],
    ...['goroutine 2 [select, 90 minutes]:', 'm.b()', '\t/m/b.go:2 +0x1', ''],
    ...['goroutine 3 [select, 5 minutes]:', 'm.b()', '\t/m/b.go:2 +0x1', ''],
    ...[
      'goroutine 4 [semacquire, 7 minutes]:',
      'internal/poll.runtime_Semacquire(0x1)',
      '\t/go/src/runtime/sema.go:6 +0x1',
      'm.c()',
      '\t/m/c.go:3',
      '',
    ],
    ...['goroutine 5 [runnable]:', 'm.b()', '\t/m/b.go:2 +0x1'],
  ].join('\n');

  it('the longest first', () => {
    const { waits, groups } = viewGoroutines(parseGoroutines(text));
    expect(
      waits.map(({ awaited, count, longestWaitMinutes }) => [awaited, count, longestWaitMinutes]),
    ).toEqual([
      ['select', 2, 90],
      ['semaphore', 1, 7],
      ['chan receive', 1, 0],
    ]);
    expect(groups[0]).toMatchObject({
      count: 3,
      longestWaitMinutes: 90,
      states: [
        { state: 'select', count: 2 },
        { state: 'runnable', count: 1 },
      ],
    });
  });

  it.each([
    [{ state: 'SELECT' }, [2, 3]],
    [{ function: /^m\.c$/ }, [4]],
    [{ package: 'm', state: 'run' }, [5]],
    [{ package: 'n' }, []],
  ])('the filter %j', (filter, ids) => {
    const view = viewGoroutines(parseGoroutines(text), filter);
    expect(view.total).toBe(5);
    expect(view.matching).toBe(ids.length);
    expect(view.groups.flatMap((group) => group.ids)).toEqual(ids);
  });
});

it('no goroutine is lost in any of the three views', () => {
  const goroutine = fc
    .record({
      id: fc.nat(),
      state: fc.constantFrom('running', 'select', 'semacquire', 'chan receive (nil chan)', '???'),
      stack: fc.array(fc.constantFrom('m.a', 'm.TestX', 'sync.(*Mutex).Lock', 'testing.tRunner'), {
        maxLength: 4,
      }),
    })
    .map(({ id, state, stack }) =>
      [
        `goroutine ${String(id)} [${state}]:`,
        ...stack.flatMap((name) => [`${name}()`, '\t/m/a_test.go:1']),
      ].join('\n'),
    );
  fc.assert(
    fc.property(fc.array(goroutine, { maxLength: 30 }), (all) => {
      const view = viewGoroutines(parseGoroutines(all.join('\n\n')));
      const count = (list: readonly { count: number }[]): number =>
        list.reduce((sum, item) => sum + item.count, 0);
      expect(view.total).toBe(all.length);
      expect(count(view.states)).toBe(all.length);
      expect(count(view.groups)).toBe(all.length);
      const waiting = all.filter((text) => !/running|\?\?\?/.test(text));
      expect(count(view.waits)).toBe(waiting.length);
    }),
  );
});
