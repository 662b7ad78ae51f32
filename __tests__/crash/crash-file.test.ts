import { describe, expect, it } from '@jest/globals';
import { parseCrashFile, reconcile } from '../../src/crash/crash-file.ts';
import { scanCrashes } from '../../src/crash/crash-scanner.ts';

// The runtime's crash file against what the output shows.

const stack = (id: number, ...names: string[]): string =>
  [
    `goroutine ${String(id)} [running]:`,
    ...names.flatMap((name) => [`main.${name}(...)`, `\t/src/m/main.go:${String(id)} +0x1`]),
    '',
  ].join('\n');
const panicked = `panic: boom\n\n${stack(6, 'f', 'g')}`;
const threw = `${stack(6, 'f', 'g')}\n${stack(7, 'h')}`;
const thrown = `fatal error: concurrent map writes\n\n${stack(6, 'f', 'g')}exit status 2\n`;
const race =
  '==================\nWARNING: DATA RACE\nRead at 0x00c000018248 by goroutine 8:\n  main.f()\n      /src/m/main.go:18 +0xb0\n\nPrevious write at 0x00c000018248 by goroutine 9:\n  main.f()\n      /src/m/main.go:18 +0xc4\n==================\n';

const kinds = (output: string, file: string, reliable: boolean): string[] =>
  reconcile(scanCrashes(output), parseCrashFile(file), reliable).map(
    ({ kind, message }) => `${kind} ${message}`,
  );

describe('the crash file', () => {
  it('holds a panic as it was printed', () => {
    expect(parseCrashFile(panicked)).toMatchObject({ kind: 'panic', message: 'boom' });
  });

  it('holds the goroutines of a throw without its message', () => {
    const file = parseCrashFile(threw);
    expect(file).toMatchObject({ kind: 'fatal-error', message: '', survived: false });
    expect(file?.stacks.map(({ role, goroutine: { id } }) => [role, id])).toEqual([
      ['crashing', 6],
      ['other', 7],
    ]);
  });

  it.each(['', 'no crash at all\n'])('%j is none', (text) => {
    expect(parseCrashFile(text)).toBeNull();
  });
});

describe('of the crashes that the output shows', () => {
  it('the one of the file has its message from the output and all its stacks from the file', () => {
    const [crash, ...others] = reconcile(scanCrashes(thrown), parseCrashFile(threw), true);
    expect(crash).toMatchObject({ kind: 'fatal-error', message: 'concurrent map writes' });
    expect(crash?.stacks).toHaveLength(2);
    expect(others).toEqual([]);
  });

  it.each([
    [
      'in the midst of a race report',
      thrown.replace('\n\n', `\n${race}\n`),
      'concurrent map writes',
    ],
    ['at the end of its last line', `${race.trimEnd()}${thrown}`, 'concurrent map writes'],
    ['twice', `${race.trimEnd()}fatal error: one\n${race.trimEnd()}${thrown}`, ''],
  ])('what was thrown stands %s', (_, output, message) => {
    const [crash] = reconcile(scanCrashes(output), parseCrashFile(threw), true, output);
    expect(crash).toMatchObject({ kind: 'fatal-error', message });
  });

  it('others that end a process are imitations or another program’s', () => {
    const other = `panic: somebody else\n\n${stack(9, 'x')}exit status 2\n`;
    expect(kinds(other, panicked, true)).toEqual(['panic boom']);
    expect(kinds(`${other}${panicked}`, panicked, true)).toEqual(['panic boom']);
    expect(kinds(other, '', true)).toEqual([]);
  });

  it('all count where no file can tell', () => {
    expect(kinds(panicked, '', false)).toEqual(['panic boom']);
  });

  it('reports, after which a process goes on, count in any case', () => {
    expect(kinds(race, '', true)).toEqual(['data-race data race']);
    expect(kinds(`${race}${panicked}`, panicked, true)).toEqual([
      'panic boom',
      'data-race data race',
    ]);
  });
});
