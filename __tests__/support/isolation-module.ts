import type { DeclaredTest } from '../../src/evidence/completeness.ts';

/** A package of tests that die in a certain way, as source text. */
export interface DyingPackage {
  source: string;
  declared: DeclaredTest[];
}

/** The tests of a Go test file, in their order. */
export function declaredIn(source: string, file = 'a_test.go'): DeclaredTest[] {
  return source.split('\n').flatMap((line, at): DeclaredTest[] => {
    const name = /^func (?<name>(?:Test|Fuzz|Example)\w*)\(/.exec(line)?.groups?.['name'];
    if (name === undefined || name === 'TestMain') return [];
    const kind = name.startsWith('Test') ? 'test' : name.startsWith('Fuzz') ? 'fuzz' : 'example';
    return [{ name, kind, file, line: at + 1 }];
  });
}

/** `count` tests that do nothing, named Test000 and so on, but for those that are given. */
export function manyTests(count: number, bodies: Readonly<Record<string, string>>): DyingPackage {
  const names = Array.from({ length: count }, (_, at) => `Test${String(at).padStart(3, '0')}`);
  const tests = names.map((name) => `func ${name}(t *testing.T) { ${bodies[name] ?? ''} }`);
  const source = `package m\n\nimport "testing"\n\nvar state map[string]int = map[string]int{}\n\n${tests.join('\n')}\n`;
  return { source, declared: declaredIn(source) };
}
