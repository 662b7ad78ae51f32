import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  repeats,
  noGoTestFlags,
  parseGoTestFlags,
  type GoTestFlags,
} from '../../src/settings/go-test-flags.ts';

function parse(line: string): ReturnType<typeof parseGoTestFlags> {
  return parseGoTestFlags(line.split(' ').filter(Boolean), 'flags');
}

describe('is handed on to go test as it was written', () => {
  it.each([
    '-short',
    '--short',
    '-test.short',
    '-run TestA -count=2',
    '-bench=. -benchmem',
    '-coverprofile=c.out -covermode atomic',
    '-args -v -json -c',
    '-custom value -other',
    '-custom=1 ./file',
    '-ldflags=-X=main.v=1',
    '-vet=off -p 4',
  ])('%s', (line) => {
    const { flags, problems } = parse(line);
    expect(problems).toEqual([]);
    expect(flags.words).toEqual(line.split(' '));
  });
});

describe('is understood', () => {
  it.each<[string, Partial<GoTestFlags>]>([
    ['-run=A/b', { run: 'A/b' }],
    ['-test.run A', { run: 'A' }],
    ['-run A -run B', { run: 'B' }],
    ['-skip Slow', { skip: 'Slow' }],
    ['-timeout 30s', { timeout: '30s' }],
    ['-timeout=0', { timeout: '0' }],
    ['-count=1', { count: '1' }],
    ['-failfast', { failfast: true }],
    ['-failfast=false', { failfast: false }],
    ['-coverpkg=./...', { coverpkg: true }],
    ['-tags a,b -mod=vendor -short', { planWords: ['-tags', 'a,b', '-mod=vendor'] }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toMatchObject({ flags: expected, problems: [] });
  });
});

describe('is taken over by the guard and not handed on', () => {
  it.each<[string, Partial<GoTestFlags>]>([
    ['-v', { verbose: true }],
    ['-v=true', { verbose: true }],
    ['-test.v=test2json', { verbose: true }],
    ['-v=false', { verbose: false }],
    ['-v -v=0', { verbose: false }],
    ['-json', {}],
    ['-race', { race: true }],
    ['-race=false', { race: false }],
    ['-exec qemu-arm', { exec: ['qemu-arm'] }],
    ['-toolexec=tool', { toolexec: ['tool'] }],
    ['-overlay=o.json', { overlay: 'o.json' }],
  ])('%s', (line, expected) => {
    expect(parse(line)).toEqual({ flags: { ...noGoTestFlags(), ...expected }, problems: [] });
  });

  it('-exec, split into words as the go command does', () => {
    const { flags } = parseGoTestFlags(["-exec=wine 'a b'"], 'flags');
    expect(flags.exec).toEqual(['wine', 'a b']);
  });
});

describe('is refused', () => {
  it.each([
    ['-c', '-c is not possible under guard'],
    ['-C dir', '-C is not possible under guard'],
    ['-n', '-n is not possible under guard'],
    ['-i', '-i is not possible under guard'],
    ['-list .', '-list is not possible under guard'],
    ['-json=false', '-json=false is not possible under guard'],
    ['./store', '"./store" is no flag'],
    ['-short ./store', '"./store" is no flag'],
    ['--', '"--" is no flag'],
    ['-run', '-run needs a value'],
    ["-exec='open", "-exec: the quote ' is never closed"],
  ])('%s', (line, what) => {
    const { problems } = parse(line);
    expect(problems).toEqual([{ where: 'flags', what, fix: expect.stringMatching(/./) }]);
  });

  it('together with everything else that is wrong', () => {
    expect(parse('-c -json=0 pkg -list x').problems.map(({ what }) => what)).toEqual([
      '-c is not possible under guard',
      '-json=false is not possible under guard',
      '"pkg" is no flag',
      '-list is not possible under guard',
    ]);
  });
});

it('what follows -args is the test binary’s own, even if it looks like a flag of go test', () => {
  const { flags, problems } = parse('-short -args -v -race -run X -c');
  expect(problems).toEqual([]);
  expect(flags).toMatchObject({ verbose: false, race: null, run: '' });
});

it('flags that choose tests behind -args are refused, for go test would not know of them', () => {
  expect(parse('-args x -test.run=TestA -test.count=2').problems).toEqual([
    {
      where: 'flags',
      what: '"-test.run=TestA" behind -args goes around go test, which then cannot tell what was to run',
      fix: 'give it before -args: -run=TestA',
    },
  ]);
  expect(parse('-args -test.cpuprofile=cpu.out -test.running').problems).toEqual([]);
});

it('never throws and hands on no word that was not given', () => {
  const word = fc.oneof(
    fc.string(),
    fc.constantFrom('-v', '-run', '-exec', '-args', '--', '-', '-=', '-x=y', '-c', 'pkg'),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const { flags } = parseGoTestFlags(words, 'flags');
      let at = 0;
      for (const handedOn of flags.words) {
        at = words.indexOf(handedOn, at) + 1;
        expect(at).toBeGreaterThan(0);
      }
    }),
  );
});

describe('repeats: how often each test runs', () => {
  it.each([
    [[], 1],
    [['-count=3'], 3],
    [['-count', '0'], 0],
    [['-cpu=1,2,4'], 3],
    [['-count=2', '-cpu=1,2'], 4],
    [['-count=many'], 1],
  ])('%j: %d', (words, expected) => {
    expect(repeats(parseGoTestFlags(words, 'flags').flags)).toBe(expected);
  });
});
