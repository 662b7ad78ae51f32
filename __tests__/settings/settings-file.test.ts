import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseSettingsFile } from '../../src/settings/settings-file.ts';

function parse(text: string): ReturnType<typeof parseSettingsFile> {
  return parseSettingsFile(text, '.crash-guard.yml');
}

it('reads the values and knows the line of each key', () => {
  const { layer, problems } = parse(
    ['# ours', 'packages:', '  - ./a', '', 'timeout: 90s', 'fresh: true'].join('\n'),
  );
  expect(problems).toEqual([]);
  expect(layer.values).toEqual({ packages: ['./a'], timeout: '90s', fresh: true });
  expect(['packages', 'timeout', 'fresh', 'legs'].map((key) => layer.where(key))).toEqual([
    '.crash-guard.yml:2 packages',
    '.crash-guard.yml:5 timeout',
    '.crash-guard.yml:6 fresh',
    '.crash-guard.yml legs',
  ]);
});

it('knows the line of each part of a setting', () => {
  const { layer } = parse(
    ['heap:', '  accept:', '    - package: ./a', '', '    - package: ./b', '      until: x'].join(
      '\n',
    ),
  );
  const whereIs = (...inner: (string | number)[]): string => layer.where('heap', inner);
  expect(whereIs('accept', 1)).toBe('.crash-guard.yml:5 heap');
  expect(whereIs('accept', 1, 'until')).toBe('.crash-guard.yml:6 heap');
  expect(whereIs('accept', 1, 'reason')).toBe('.crash-guard.yml:5 heap');
  expect(whereIs('budgets')).toBe('.crash-guard.yml:1 heap');
});

it.each(['', '\n\n', '# nothing here\n', '---\n'])('says nothing: %j', (text) => {
  expect(parse(text)).toMatchObject({ layer: { values: {} }, problems: [] });
});

describe('refuses', () => {
  it.each([
    ['- race\n', '.crash-guard.yml'],
    ['race\n', '.crash-guard.yml'],
    ['legs: [race\n', '.crash-guard.yml:2:1'],
    ['timeout: 1m\ntimeout: 2m\n', '.crash-guard.yml:2:1'],
    ['packages: *unknown\n', '.crash-guard.yml'],
    ['timeout: 1m\n---\ntimeout: 2m\n', '.crash-guard.yml:2:1'],
  ])('%j, at %s', (text, where) => {
    const { layer, problems } = parse(text);
    expect(layer.values).toEqual({});
    expect(problems[0]).toMatchObject({ where, what: expect.stringMatching(/./) });
  });

  it('aliases that multiply beyond measure', () => {
    const bomb = ['a: &a [x, x, x, x, x, x, x, x, x]'];
    for (let i = 0; i < 8; i++) {
      const [from, to] = [String.fromCharCode(97 + i), String.fromCharCode(98 + i)];
      bomb.push(`${to}: &${to} [${Array(9).fill(`*${from}`).join(', ')}]`);
    }
    expect(parse(bomb.join('\n')).problems).toHaveLength(1);
  });
});

it('never throws', () => {
  const piece = fc.constantFrom(': ', '- ', '\n', '  ', '&a ', '*a', '{', '}', '[', '"', '|', '?');
  const text = fc.array(fc.oneof(piece, fc.string())).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, (yaml) => {
      const { layer } = parse(yaml);
      expect(typeof layer.values).toBe('object');
    }),
  );
});
