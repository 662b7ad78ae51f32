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

describe('the command that shows a failure again', () => {
  it.each([
    ['TestAdd', 'example.com/shop/cart', "go test -run '^TestAdd$' ./cart"],
    ['TestAdd/a case', 'example.com/shop/cart', "go test -run '^TestAdd$' ./cart"],
    [null, 'example.com/shop', 'go test .'],
    ['TestÄ', 'example.com/other/x', "go test -run '^TestÄ$' example.com/other/x"],
    ['not a test', 'example.com/shop/cart', 'go test ./cart'],
  ])('%s of %s', (test, name, command) => {
    expect(reproduceCommand({ report, package: name, legs, test })).toBe(command);
  });

  it('has the race detector where the leg had it', () => {
    const request = { report, package: 'example.com/shop', legs: ['race', 'memory'], test: null };
    expect(reproduceCommand(request)).toBe('go test -race .');
  });

  it('says in which folder of the repository the module is', () => {
    const inside = { ...report, source: { ...report.source, directory: 'server/api' } };
    const request = { report: inside, package: 'example.com/shop/cart', legs, test: null };
    expect(reproduceCommand(request)).toBe('go test -C server/api ./cart');
  });
});

it('no name can bring anything but itself into a command line', () => {
  const safe =
    /^go test(?: -C [\w.~/-]+)?(?: -race)?(?: -run '\^[\p{L}\p{Nd}_]+\$')? [\w./][\w.~/-]*$/u;
  for (const [, text] of hostileStrings) {
    const inside = { ...report, source: { ...report.source, directory: text } };
    for (const of of [
      { report, package: text, test: text },
      { report, package: `example.com/shop/${text}`, test: `Test${text}` },
      { report: inside, package: 'example.com/shop', test: null },
    ])
      expect(reproduceCommand({ ...of, legs }) ?? 'go test .').toMatch(safe);
  }
});
