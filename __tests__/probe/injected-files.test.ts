import { describe, expect, it } from '@jest/globals';
import { aroundFile, changedTestMain, importFile } from '../../src/probe/injected-files.ts';

describe('the file that runs around the tests', () => {
  it('has a TestMain only where the package has none', () => {
    const reach = { kind: 'package', path: 'example.com/m/.crash-guard/agent' } as const;
    expect(aroundFile('a', reach, true)).toContain('func TestMain(');
    expect(aroundFile('a', reach, false)).not.toContain('TestMain');
    expect(aroundFile('a', reach, false)).not.toContain('"os"');
  });

  it.each([
    ['example.com/m/a_test', 'example.com/m/a_test'],
    ['gopkg.in/yaml.v3_test', 'gopkg.in/yaml%2ev3_test'],
    ['a.b/c"d%e_test', 'a.b/c%22d%25e_test'],
    ['m/naïve_test', 'm/na%c3%afve_test'],
    ['plain.v2_test', 'plain%2ev2_test'],
  ])('links to %s by the name in its symbols', (externalPackage, prefix) => {
    const text = aroundFile('a', { kind: 'linked', externalPackage }, false);
    for (const name of ['CrashGuardBegin', 'CrashGuardEnd', 'CrashGuardLook'])
      expect(text).toContain(`//go:linkname ${name} ${prefix}.${name}\nfunc ${name}(`);
    expect(text).not.toContain('crashGuardAgent');
  });

  it('is an import and nothing else where nothing can run around them', () => {
    expect(importFile('a_test', 'm/agent')).toBe('package a_test\n\nimport _ "m/agent"\n');
  });
});

describe('a changed TestMain', () => {
  const source = 'func TestMain(m *testing.M) { /* é */ os.Exit(m.Run()) }';
  const at = (text: string): number => Buffer.from(source).indexOf(text);
  const edits = [
    { at: at(' /* é'), removed: 0, text: ' defer a(0);' },
    { at: at('m.Run'), removed: 0, text: 'a(' },
    { at: at('m.Run'), removed: 7, text: 'r(m)' },
    { at: at('m.Run') + 7, removed: 0, text: ')' },
  ];
  const change = (text: string): string | undefined =>
    changedTestMain(Buffer.from(text), { file: '/a_test.go', clause: 'a', edits })?.toString();

  it('counts in bytes', () => {
    expect(change(source)).toBe(
      'func TestMain(m *testing.M) { defer a(0); /* é */ os.Exit(a(r(m))) }',
    );
  });

  it.each([
    ['shorter', source.slice(0, 30)],
    ['another', source.replace('m.Run()', 'm.Stop')],
    ['empty', ''],
  ])('is left alone where the file is %s by now', (_, text) => {
    expect(change(text)).toBeUndefined();
  });
});
