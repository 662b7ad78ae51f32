import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { buildTextOf, splitBuildText } from '../../src/gotest/build-text.ts';
import { createExcerpt, type Excerpt } from '../../src/gotest/excerpt.ts';
import { newPackageFold } from '../../src/gotest/package-fold.ts';

const text = [
  'go: downloading example.com/x v1.0.0',
  '# m/a [m/a.test]',
  'a/a_test.go:5:2: undefined: x',
  '# [m/b]',
  'b/b_test.go:7:3: Printf format %d has arg',
  '# m/c',
  'c/c.go:1:1: expected package',
  '# m/a [m/a.test]',
  'a/a_test.go:9:2: undefined: y',
  '',
].join('\n');

it('splits by the headers of the go command', () => {
  expect([...splitBuildText(text)]).toEqual([
    ['', 'go: downloading example.com/x v1.0.0\n'],
    ['m/a', 'a/a_test.go:5:2: undefined: x\na/a_test.go:9:2: undefined: y\n'],
    ['m/b', '# [m/b]\nb/b_test.go:7:3: Printf format %d has arg\n'],
    ['m/c', 'c/c.go:1:1: expected package\n'],
  ]);
});

it('loses no line', () => {
  const line = fc.oneof(fc.string(), fc.constantFrom('# a', '# [b]', '# a [a.test]', '#', '# '));
  fc.assert(
    fc.property(fc.array(line), (lines) => {
      const blocks = [...splitBuildText(lines.join('\n')).values()].join('');
      // The header of vet stays: it is all that tells whose words these are.
      const isHeader = /^# [^\s[\]]+\]?(?: \[\S+\])?$/;
      const all = lines.join('\n').split('\n');
      const kept = all.filter((item) => item !== '' && !isHeader.test(item));
      expect(blocks.split('\n').filter(Boolean).sort()).toEqual(kept.sort());
    }),
  );
});

describe('buildTextOf takes the nearest text there is', () => {
  const excerpt = (content: string): Excerpt => {
    const made = createExcerpt();
    made.add(content);
    return made;
  };
  const builds = new Map([
    ['m/a [m/a.test]', excerpt('# m/a [m/a.test]\na_test.go:5: x\n')],
    ['m/z', excerpt('# m/z\nz.go:1: broken\n')],
  ]);

  it.each([
    ['linked by the stream', 'm/a', 'm/a [m/a.test]', '', '# m/a [m/a.test]\na_test.go:5: x\n'],
    ['a block of its own', 'm/z', null, '', 'z.go:1: broken\n'],
    ['a block on stderr', 'm/c', null, text, 'c/c.go:1:1: expected package\n'],
    ['a link to what is not there', 'm/c', 'm/gone', text, 'c/c.go:1:1: expected package\n'],
  ])('%s', (_, name, failedBuild, stderr, expected) => {
    expect(buildTextOf({ ...newPackageFold(name), failedBuild }, builds, stderr)).toBe(expected);
  });

  it('else everything that failed to build', () => {
    const all = buildTextOf(newPackageFold('m/other'), builds, text);
    for (const part of ['a_test.go:5: x', 'z.go:1: broken', 'c/c.go:1:1']) {
      expect(all).toContain(part);
    }
  });
});
