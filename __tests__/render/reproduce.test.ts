import { execFileSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { reproduceCommand } from '../../src/render/reproduce.ts';
import { hostileStrings } from '../support/hostile-strings.ts';
import { legReport, sampleReport } from '../support/sample-report.ts';

const { source } = sampleReport();
const report = sampleReport({
  legs: [legReport(), legReport({ name: 'memory', race: false })],
  source: { ...source, module: 'example.com/shop' },
});
const legs = ['memory'];

/** What the go command of a leg is like, with its own flags last. */
function withFlags(...flags: string[]): typeof report {
  const ours = ['-json', '-exec=/tmp/shim -x', '-overlay=/tmp/overlay.json', '-race=false'];
  const command = ['go', 'test', ...ours, './...', ...flags];
  return { ...report, legs: [legReport({ name: 'memory', race: false, command })] };
}

/** The words that a shell makes of the command; undefined for none. */
function wordsOf(flags: string[], test: string | null = 'TestA'): string[] | undefined {
  const name = 'example.com/shop/cart';
  const command = reproduceCommand({ report: withFlags(...flags), package: name, legs, test });
  if (command === null) return undefined;
  const script = `set -- ${command}\nprintf '%s\\n' "$@"`;
  return execFileSync('sh', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n');
}

describe('the flags of the leg', () => {
  const only = ['-run', '^TestA$'];

  it.each<[string, string[], string[]]>([
    ['build tags', ['-tags', 'integration e2e'], ['-tags=integration e2e', ...only, '-count=1']],
    ['a time limit', ['-timeout=3s', '-short'], ['-timeout=3s', '-short', ...only, '-count=1']],
    ['how often', ['-count', '5', '-cpu=1,2'], ['-count=5', '-cpu=1,2', ...only]],
    ['the compiler', ['-gcflags=all=-N -l'], ['-gcflags=all=-N -l', ...only, '-count=1']],
    ['none that only report', ['-v', '-coverprofile', 'c.out', '-o=x'], [...only, '-count=1']],
    ['another -run', ['-run', 'TestB|TestC'], [...only, '-count=1']],
  ])('%s', (_what, flags, words) => {
    expect(wordsOf(flags)).toEqual(['go', 'test', ...words, './cart']);
  });

  it('-run stays where the whole package is meant', () => {
    expect(wordsOf(['-run', 'Test(B|C)$'], null)).toEqual(
      'go test -run=Test(B|C)$ -count=1 ./cart'.split(' '),
    );
  });

  it('those of the test binary follow the package', () => {
    expect(wordsOf(['-short', '-update', '-args', '-db', 'a b'])?.slice(2)).toEqual([
      '-short',
      ...only,
      '-count=1',
      './cart',
      '-update',
      '-args',
      '-db',
      'a b',
    ]);
  });

  it('a flag that cannot be quoted leaves no command', () => {
    const unquotable = hostileStrings.filter(([, text]) => /['`\\!&<>;\n\u0000-\u001f]/.test(text));
    expect(unquotable.length).toBeGreaterThan(3);
    for (const [, text] of unquotable) {
      expect(wordsOf([`-tags=${text}`])).toBeUndefined();
      expect(wordsOf(['-args', text])).toBeUndefined();
    }
    expect(wordsOf([`-ldflags=-X 'main.v=a b'`])).toBeUndefined();
  });
});

describe('the command that shows a failure again', () => {
  it.each([
    ['TestAdd', 'example.com/shop/cart', "go test -run '^TestAdd$' -count=1 ./cart"],
    ['TestAdd/a case', 'example.com/shop/cart', "go test -run '^TestAdd$' -count=1 ./cart"],
    ['TestT/odd_1', 'example.com/shop/cart', "go test -run '^TestT$/^odd_1$' -count=1 ./cart"],
    ['FuzzN/seed#1', 'example.com/shop', "go test -run '^FuzzN$/^seed#1$' -count=1 ."],
    ['TestT/v1.2/(a)', 'example.com/shop', "go test -run '^TestT$/^v1[.]2$/^[(]a[)]$' -count=1 ."],
    ["TestT/it's", 'example.com/shop', "go test -run '^TestT$' -count=1 ."],
    ['BenchmarkB', 'example.com/shop', "go test -run '^$' -bench '^BenchmarkB$' -count=1 ."],
    [null, 'example.com/shop', 'go test -count=1 .'],
    ['TestÄ', 'example.com/other/x', "go test -run '^TestÄ$' -count=1 example.com/other/x"],
    ['not a test', 'example.com/shop/cart', 'go test -count=1 ./cart'],
  ])('%s of %s', (test, name, command) => {
    expect(reproduceCommand({ report, package: name, legs, test })).toBe(command);
  });

  it('has the race detector where the leg had it', () => {
    const request = { report, package: 'example.com/shop', legs: ['race', 'memory'], test: null };
    expect(reproduceCommand(request)).toBe('go test -race -count=1 .');
  });

  it('says in which folder of the repository the module is', () => {
    const inside = { ...report, source: { ...report.source, directory: 'server/api' } };
    const request = { report: inside, package: 'example.com/shop/cart', legs, test: null };
    expect(reproduceCommand(request)).toBe('go test -C server/api -count=1 ./cart');
  });
});

it('no name can bring anything but itself into a command line', () => {
  const safe =
    /^go test(?: -C [\w.~/-]+)?(?: -race)?(?: -run '\^[\p{L}\p{Nd}_]+\$(?:\/\^[\p{L}\p{Nd}_#=,:@%.+*()?{}[\]-]+\$)*')? -count=1 [\w./][\w.~/-]*$/u;
  for (const [, text] of hostileStrings) {
    const inside = { ...report, source: { ...report.source, directory: text } };
    for (const of of [
      { report, package: text, test: text },
      { report, package: `example.com/shop/${text}`, test: `Test${text}` },
      { report, package: 'example.com/shop', test: `TestA/${text}` },
      { report: inside, package: 'example.com/shop', test: null },
    ])
      expect(reproduceCommand({ ...of, legs }) ?? 'go test -count=1 .').toMatch(safe);
  }
});
