import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { InputError } from '../../src/settings/input-error.ts';
import { fixture } from '../support/guarded.ts';
import { heldSnapshot } from '../support/held-snapshot.ts';
import { inspected, inspectText } from '../support/inspected.ts';
import { tempFolder } from '../support/temp-folder.ts';

const MiB = 1 << 20;
const cwd = fixture('inspect');
const meta = [
  ...[
    'reason memory',
    'elapsedMs 3210',
    `rssBytes ${String(300 * MiB)}`,
    `heapBytes ${String(130 * MiB)}`,
  ],
  ...[`totalBytes ${String(140 * MiB)}`, 'goroutines 37', `usageBytes ${String(410 * MiB)}`],
  ...[`ceilingBytes ${String(512 * MiB)}`, 'gcMs 12', 'complete 1', ''],
].join('\n');

let held: string;

beforeAll(() => {
  held = heldSnapshot();
});

/** A snapshot folder as the agent leaves one, in an attempt's folder. */
function snapshot(text = meta, files = ['heap.pprof', 'goroutines.txt']): string {
  const folder = join(tempFolder(), 'snapshot-1');
  mkdirSync(folder);
  writeFileSync(join(folder, 'meta.txt'), text);
  for (const name of files) copyFileSync(join(held, name), join(folder, name));
  return folder;
}

async function problemOf(path: string, flags = {}): Promise<string> {
  const error: unknown = await inspectText(path, flags).then(
    () => new Error('it was opened'),
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof InputError)) throw error;
  return error.message;
}

describe('a snapshot', () => {
  it('says why and when it was taken, and what the process held', async () => {
    const folder = snapshot();
    const record = {
      ...{ schema: 1, run: 'r', record: '0'.repeat(32), package: 'p', leg: 'memory', attempt: 1 },
      ...{ pid: 7, startedAt: '2026-03-01T10:00:00.000000001Z', limits: {} },
    };
    writeFileSync(join(folder, '../start.json'), JSON.stringify(record));
    const { taken, memory, gaps } = await inspected('snapshot', folder);
    expect(taken).toEqual({
      reason: 'memory',
      elapsedMs: 3210,
      at: '2026-03-01T10:00:03.210Z',
      gcMs: 12,
      complete: true,
    });
    expect(memory).toEqual({
      rssBytes: 300 * MiB,
      heapBytes: 130 * MiB,
      runtimeBytes: 140 * MiB,
      outsideGoBytes: 160 * MiB,
      usageBytes: 410 * MiB,
      ceilingBytes: 512 * MiB,
    });
    expect(gaps).toEqual([]);
  });

  it('says who held the heap and who waited for what', async () => {
    const { heap, goroutines, heapIsEarly } = await inspected('snapshot', snapshot(), {}, { cwd });
    expect(heap!.functions[0]).toMatchObject({
      ...{ function: 'example.com/inspect/held.keep', file: 'held/held.go', line: 20 },
      test: 'TestKeeps',
    });
    expect(heapIsEarly).toBe(false);
    expect(
      goroutines!.waits.map(({ awaited, at, count }) => [awaited, at?.file, at?.line, count]),
    ).toEqual([
      ['chan receive', 'held/waiting_test.go', 15, 30],
      ['sync.Mutex.Lock', 'held/waiting_test.go', 18, 4],
      ['sync.WaitGroup.Wait', 'held/waiting_test.go', 27, 1],
      ['sleep', 'held/waiting_test.go', 28, 1],
    ]);
  });

  it('is opened by any of its files', async () => {
    const folder = snapshot();
    for (const name of ['meta.txt', 'heap.pprof', 'goroutines.txt'])
      expect((await inspected('snapshot', join(folder, name))).path).toBe(folder);
  });

  it('may hold mutex and block profiles', async () => {
    const folder = snapshot(meta, ['mutex.pprof', 'block.pprof']);
    const { profiles, heap, goroutines } = await inspected('snapshot', folder, {}, { cwd });
    expect([heap, goroutines]).toEqual([null, null]);
    expect(profiles.map(({ name }) => name)).toEqual(['mutex', 'block']);
    const [mutex, block] = profiles.map(({ profile }) => profile.tops[0]!);
    expect(mutex).toMatchObject({ type: 'delay', unit: 'nanoseconds' });
    // The runtime's own locks are in it as well, and on a busy machine they may come first.
    expect(mutex!.rows.map(({ caller }) => caller)).toContainEqual(
      expect.objectContaining({
        function: 'example.com/inspect/held.TestWaits',
        file: 'held/waiting_test.go',
      }),
    );
    expect(block!.rows.map(({ caller }) => caller?.function)).toContain(
      'example.com/inspect/held.lock',
    );
  });

  it('that was taken too late has the early profile, and says so', async () => {
    const folder = snapshot(meta.replace('complete 1', 'complete 0'), []);
    copyFileSync(join(held, 'heap.pprof'), join(folder, 'heap-early.pprof'));
    const { heap, heapIsEarly, gaps } = await inspected('snapshot', folder);
    expect(heap!.functions.length).toBeGreaterThan(0);
    expect(heapIsEarly).toBe(true);
    expect(gaps).toEqual(['the process died before the snapshot was complete']);
    expect(await inspectText(folder)).toContain('some of it may be garbage');
  });

  it('with a cut profile keeps the rest', async () => {
    const folder = snapshot();
    const profile = readFileSync(join(held, 'heap.pprof'));
    writeFileSync(join(folder, 'heap.pprof'), profile.subarray(0, profile.length / 2));
    const { heap, goroutines, gaps } = await inspected('snapshot', folder);
    expect(heap).toBeNull();
    expect(goroutines!.total).toBe(37);
    expect(gaps).toEqual([expect.stringMatching(/^heap\.pprof cannot be used: /)]);
  });

  it('is not led out of its folder by links', async () => {
    const folder = snapshot(meta, []);
    symlinkSync(join(held, 'heap.pprof'), join(folder, 'heap.pprof'));
    symlinkSync(join(held, 'goroutines.txt'), join(folder, 'goroutines.txt'));
    const { heap, goroutines } = await inspected('snapshot', folder);
    expect([heap, goroutines]).toEqual([null, null]);
  });

  it('is filtered', async () => {
    const folder = snapshot();
    const flags = { function: 'held\\.(lock|keepText)$', top: '2' };
    const { heap, goroutines } = await inspected('snapshot', folder, flags);
    expect(goroutines).toMatchObject({ total: 37, matching: 4 });
    expect(heap!.functions[0]!.caller).toMatchObject({
      function: 'example.com/inspect/held.keepText',
    });
    expect(heap!.tests[0]!.test).toBe('TestText');
    expect(heap!.matching.bytes).toBeLessThan(6 * MiB);
    const some = await inspected('snapshot', folder, {
      package: 'example.com/inspect/held',
      top: '2',
    });
    expect(some.heap!.functions).toHaveLength(2);
    expect(some.heap!.more.functions).toBeGreaterThan(0);
    const states = await inspected('snapshot', folder, { state: 'mutex' });
    expect(states.goroutines!.matching).toBe(4);
  });
});

describe('a profile', () => {
  it.each([
    ['heap.pprof', ['inuse_space', 'alloc_space']],
    ['mutex.pprof', ['delay']],
    ['block.pprof', ['delay']],
    ['goroutine.pprof', ['goroutine']],
  ])('%s: totals of each sample type are those of go tool pprof', async (name, tops) => {
    const { profile, heap } = await inspected('profile', join(held, name));
    expect(profile.tops.map(({ type }) => type)).toEqual(tops);
    expect(heap === null).toBe(name !== 'heap.pprof');
    for (const { type, total } of profile.sampleTypes) {
      const args = [
        'tool',
        'pprof',
        '-top',
        `-sample_index=${type}`,
        '-unit=ns',
        '-nodecount=1',
        join(held, name),
      ];
      const top = execFileSync('go', args, { encoding: 'utf8', stdio: 'pipe' });
      expect(Number(/ of (\d+)(?:\.\d+)?\S* total/.exec(top)?.[1])).toBe(total);
    }
  });

  it('goroutines are named by what the program did, not by how the runtime parks them', async () => {
    const { profile } = await inspected('profile', join(held, 'goroutine.pprof'), {}, { cwd });
    expect(profile.tops[0]!.rows[0]).toMatchObject({
      ...{ function: 'example.com/inspect/held.receive', file: 'held/waiting_test.go', line: 15 },
      flat: 30,
    });
  });

  it('may be unpacked, and have any name', async () => {
    const path = join(tempFolder(), 'x');
    writeFileSync(path, gunzipSync(readFileSync(join(held, 'heap.pprof'))));
    const { heap } = await inspected('profile', path);
    expect(heap!.totals.inuseBytes).toBeGreaterThan(100 * MiB);
  });
});

describe('a text with goroutines', () => {
  it('is opened whatever stands around them', async () => {
    const path = join(tempFolder(), 'output.txt');
    const dump = readFileSync(join(held, 'goroutines.txt'), 'utf8');
    writeFileSync(path, `=== RUN TestX\npanic: no\n\n${dump}\nexit status 2\n`);
    expect((await inspected('goroutines', path)).goroutines.total).toBe(37);
    writeFileSync(`${path}.gz`, gzipSync(readFileSync(path)));
    expect((await inspected('goroutines', `${path}.gz`)).goroutines.total).toBe(37);
  });

  it('a hundred thousand goroutines take seconds, not gigabytes', async () => {
    const path = join(tempFolder(), 'many.txt');
    writeFileSync(path, '');
    for (let thousand = 0; thousand < 100; thousand++) {
      const part = Array.from(
        { length: 1000 },
        (_, i) =>
          `goroutine ${String(thousand * 1000 + i + 1)} [chan receive, ${String(i % 7)} minutes]:\nm.wait(0xc000${String(i)})\n\t/m/wait.go:${String((i % 3) + 1)} +0x1d\ncreated by m.start in goroutine 1\n\t/m/start.go:9 +0x2d\n\n`,
      );
      appendFileSync(path, part.join(''));
    }
    const { goroutines } = await inspected('goroutines', path);
    expect(goroutines.total).toBe(100_000);
    expect(goroutines.groups.map(({ count }) => count)).toEqual([33_400, 33_300, 33_300]);
    expect(goroutines.groups[0]!.longestWaitMinutes).toBe(6);
  });
});

describe('who waits for whom, where there is too much to look at', () => {
  const source = ['package w', '', 'func f() {', '\tvar c chan bool', '\t<-c', '}', ''].join('\n');
  const dump = (functions: number): string =>
    Array.from(
      { length: functions },
      (_, i) =>
        `goroutine ${String(i + 1)} [chan receive]:\nexample.com/w.f${String(i)}()\n\t/elsewhere/w.go:${String(i + 1)} +0x1d\n\n`,
    ).join('');
  const opened = (functions: number): { path: string; around: { cwd: string } } => {
    const folder = tempFolder();
    writeFileSync(join(folder, 'go.mod'), 'module example.com/w\n\ngo 1.24\n');
    writeFileSync(join(folder, 'w.go'), source);
    const path = join(folder, 'dump.txt');
    writeFileSync(path, dump(functions));
    return { path, around: { cwd: folder } };
  };

  it('is said to be unknown', async () => {
    const { path, around } = opened(2500);
    const { goroutines } = await inspected('goroutines', path, {}, around);
    expect(goroutines.foreverCut).toBe(true);
    const text = await inspectText(path, {}, around);
    expect(text.replace(/\s+/g, ' ')).toContain('who waits for whom was not worked out to the end');
  }, 60_000);

  it('and not where all was looked through', async () => {
    const { path, around } = opened(20);
    const { goroutines } = await inspected('goroutines', path, {}, around);
    expect(goroutines).not.toHaveProperty('foreverCut');
  });
});

describe('a folder with more than one thing', () => {
  it('opens the only one', async () => {
    const folder = tempFolder();
    cpSync(snapshot(), join(folder, 'runs/memory/p/attempt-1/snapshot-1'), { recursive: true });
    expect((await inspected('snapshot', folder)).path).toMatch(/attempt-1\/snapshot-1$/);
  });

  it('lists them', async () => {
    const problem = await problemOf(held);
    expect(problem).toContain('there is more than one thing to open');
    for (const name of ['heap.pprof', 'mutex.pprof', 'goroutines.txt'])
      expect(problem).toContain(`\n    ${join(held, name)}`);
  });
});

describe('what cannot be opened is refused', () => {
  const file = (name: string, content: string | Uint8Array): string => {
    const path = join(tempFolder(), name);
    writeFileSync(path, content);
    return path;
  };
  const opened =
    'name a snapshot folder, a core, a profile (heap, goroutine, mutex, block) in pprof format, or a text with goroutines';

  it.each([
    ['nothing', () => join(tempFolder(), 'absent'), 'there is no such file or folder'],
    ['an empty folder', () => tempFolder(), 'there is no snapshot, core or profile in this folder'],
    ['an empty file', () => file('core', ''), 'it is empty'],
    ['a plain text', () => file('a.txt', 'hello\n'), 'it is a text without goroutines'],
    ['a program', () => process.execPath, 'it is a program, not a core'],
    ['noise', () => file('heap.pprof', Uint8Array.of(1, 2, 3, 0, 255)), 'it is cut or no profile'],
    [
      'packed noise',
      () => file('heap.pprof', gzipSync(Uint8Array.of(1, 2, 3, 0, 255))),
      'it is cut or no profile',
    ],
    [
      'something packed twice',
      () => file('a.gz', gzipSync(gzipSync('x'))),
      'it is packed more than once',
    ],
    [
      'a broken gzip',
      () => file('a.gz', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3)),
      'it cannot be unpacked',
    ],
    [
      'a gzip bomb',
      () =>
        file(
          'heap.pprof',
          gzipSync(Buffer.concat([Buffer.from([0x0a, 0]), Buffer.alloc(300 * MiB)])),
        ),
      'it unpacks to more than 268435456 bytes',
    ],
    ['a device', () => '/dev/null', 'it is neither a file nor a folder'],
  ])('%s', async (_, make, expected) => {
    const path = make();
    const problem = await problemOf(path);
    expect(problem).toContain(expected);
    expect(problem).toContain(`fix: ${opened}`);
    expect(problem.startsWith(`${path}: `)).toBe(true);
  });

  it('flags, all at once', async () => {
    const problem = await problemOf(held, { top: '0', function: '(', state: '' });
    expect(problem).toContain('--top: "0" is no number of rows');
    expect(problem).toContain('--function: it is no regular expression');
    expect(problem).toContain('--state: it is empty');
  });

  it('a state of a profile', async () => {
    expect(await problemOf(join(held, 'heap.pprof'), { state: 'running' })).toContain(
      '--state: a profile knows no states',
    );
  });

  it('a zstd file that is no core, and leaves nothing behind', async () => {
    const path = file('core', 'hello\n');
    expect(spawnSync('zstd', ['-q', path]).status).toBe(0);
    const temp = tempFolder();
    const before = process.env['TMPDIR'];
    process.env['TMPDIR'] = temp;
    try {
      expect(await problemOf(`${path}.zst`)).toContain('it is a text without goroutines');
    } finally {
      if (before === undefined) delete process.env['TMPDIR'];
      else process.env['TMPDIR'] = before;
    }
    expect(readdirSync(temp)).toEqual([]);
  });
});

describe('as text', () => {
  it.each([60, 80, 120, 200])('no line is longer than %d columns', async (width) => {
    const text = await inspectText(snapshot(meta, readdirSync(held)), {}, { width });
    const lines = text.split('\n');
    expect(lines.filter((line) => line.length > width && !line.startsWith('snapshot '))).toEqual(
      [],
    );
    expect(text).toContain('held.keep');
    expect(text).toContain('held.go:20');
  });

  it('numbers come first, each on its line', async () => {
    const text = await inspectText(snapshot(), {}, { cwd });
    expect(text).toContain(
      'taken because memory was near its ceiling\n3.2s after the process started',
    );
    expect(text).toMatch(/^ +160\.0 MiB {2}outside Go's heap: cgo, mmap or a C library$/m);
    expect(text).toMatch(/^ +410\.0 MiB {2}used of the ceiling of 512\.0 MiB \(80 %\)$/m);
    expect(text).toMatch(
      /^ +98\.0 MiB +81 % {2}example\.com\/inspect\/held\.keep {2}held\/held\.go:20 {2}TestKeeps$/m,
    );
    expect(text).toMatch(/^ +through bytes\.growSlice /m);
    expect(text).toMatch(
      /^ {2}30 {2}chan receive +example\.com\/inspect\/held\.receive {2}held\/waiting_test\.go:15$/m,
    );
    expect(text).toMatch(/^ {2}30 × chan receive; goroutines \d+, .*, \.\.\.$/m);
  });

  it('what a test could have put into names and labels steers no terminal', async () => {
    const path = join(tempFolder(), 'evil.txt');
    const evil = '\u001b]0;owned\u0007\u001b[2J\u009b31m';
    writeFileSync(
      path,
      `goroutine 1 [chan receive\u001bc\u009b31m\u0007, 3 minutes] {k: "\\u001b[31m\\n::error::x"}:\nm.f${evil}()\n\t/m/${evil}x.go:1 +0x1\ncreated by m.g${evil}\n\t/m/g.go:2 +0x1\n`,
    );
    const text = await inspectText(path);
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
    expect(text).not.toMatch(/^::/m);
    expect(text).toContain('m.f');
  });
});
