import type { Frame } from '../crash/frame.ts';
import type { Repository } from '../crash/source/repository.ts';
import type { CauseId } from '../report/cause-ids.ts';
import { signatureAt, type GoParameter, type GoSignature } from './go-signature.ts';

export interface RegressionTest {
  /** Where it may stand, relative to the repository. */
  file: string;
  text: string;
  /** What to run it with. */
  command: string;
}

/**
 * A test to begin with, for the function that is to blame: it calls that function with zero values and compiles, as a rule. Null where
 * the function cannot be read or is a test itself, which then is the regression test.
 */
export function regressionTest(
  blame: Frame,
  { message, cause }: { message: string; cause: CauseId },
  repository: Repository,
): RegressionTest | null {
  const lines = repository.lines(blame.file);
  if (lines === null || blame.file.endsWith('_test.go') || !blame.file.endsWith('.go')) return null;
  const signature = signatureAt(lines, blame.line);
  const clause = lines
    .map((line) => /^package (?<name>\S+)/.exec(line)?.groups?.['name'])
    .find(Boolean);
  if (signature === null || clause === undefined || signature.generic) return null;
  if (signature.name === 'init' || signature.name === 'main') return null;
  const race = cause === 'data-race' || cause === 'concurrent-map';
  const test = testName(signature);
  const body = race ? concurrently(callOf(signature)) : [`\t${callOf(signature)}`];
  const [first = ''] = message.split('\n', 1);
  const text = [
    `package ${clause}`,
    '',
    ...imports(signature, lines, race),
    '',
    `// ${test} holds the fix of the crash at ${blame.file}:${String(blame.line)}:`,
    `// ${first}`,
    `func ${test}(t *testing.T) {`,
    '\t// Give these the values of the call that crashed.',
    ...variables(signature).map((line) => `\t${line}`),
    ...body,
    '}',
    '',
  ].join('\n');
  const folder = blame.file.slice(0, Math.max(0, blame.file.lastIndexOf('/')));
  const flags = race
    ? ' -race'
    : cause === 'deadlock' || cause === 'timeout'
      ? ' -timeout=10s'
      : '';
  return {
    file: blame.file.replace(/\.go$/, '_crash_test.go'),
    text,
    command: `go test${flags} -run='^${test}$' ./${folder}`,
  };
}

function testName({ receiver, name }: GoSignature): string {
  const type = receiver?.type.replace(/^\*/, '') ?? '';
  const upper = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1);
  return `Test${upper(type)}${upper(name)}DoesNotCrash`;
}

function receiverName(receiver: GoParameter): string {
  return receiver.name === '_' || receiver.name.startsWith('value') ? 'subject' : receiver.name;
}

function named(parameters: readonly GoParameter[]): GoParameter[] {
  return parameters.map((parameter, index) =>
    parameter.name === '_' || parameter.name === 't'
      ? { ...parameter, name: `value${String(index + 1)}` }
      : parameter,
  );
}

function variables({ receiver, parameters }: GoSignature): string[] {
  const own =
    receiver === null ? [] : [`var ${receiverName(receiver)} ${receiver.type.replace(/^\*/, '')}`];
  return [
    ...own,
    ...named(parameters).map(
      ({ name, type, variadic }) => `var ${name} ${variadic ? '[]' : ''}${type}`,
    ),
  ];
}

function callOf({ receiver, name, parameters }: GoSignature): string {
  const given = named(parameters).map(
    (parameter) => `${parameter.name}${parameter.variadic ? '...' : ''}`,
  );
  return `${receiver === null ? '' : `${receiverName(receiver)}.`}${name}(${given.join(', ')})`;
}

function concurrently(call: string): string[] {
  return [
    '\tvar done sync.WaitGroup',
    '\tfor i := 0; i < 8; i++ {',
    '\t\tdone.Add(1)',
    '\t\tgo func() {',
    '\t\t\tdefer done.Done()',
    `\t\t\t${call}`,
    '\t\t}()',
    '\t}',
    '\tdone.Wait()',
  ];
}

/** What the types of the variables need, as the file imports it. */
function imports({ parameters }: GoSignature, lines: readonly string[], race: boolean): string[] {
  const used = new Set(
    parameters.flatMap(({ type }) =>
      [...type.matchAll(/(?<name>[\p{L}_][\p{L}\p{Nd}_]*)\./gu)].map(
        (match) => match.groups?.['name'],
      ),
    ),
  );
  const needed = new Set([...(race ? ['"sync"'] : []), '"testing"']);
  for (const line of lines) {
    // import "context"   \tpb "example.com/m/proto/v2"
    const found = /^(?:import )?\s*(?:(?<alias>[\w.]+) )?"(?<path>[^"]+)"$/.exec(line)?.groups;
    if (found?.['path'] === undefined) continue;
    const { alias, path } = found;
    if (used.has(alias ?? lastElement(path)))
      needed.add(`${alias === undefined ? '' : `${alias} `}"${path}"`);
  }
  const sorted = [...needed].sort((a, b) =>
    (a.split('"')[1] ?? '') < (b.split('"')[1] ?? '') ? -1 : 1,
  );
  return sorted.length === 1
    ? [`import ${sorted[0] ?? ''}`]
    : ['import (', ...sorted.map((path) => `\t${path}`), ')'];
}

/** The name that a package has as a rule: `yaml` for `gopkg.in/yaml.v3`, `chi` for `github.com/go-chi/chi/v5`. */
function lastElement(path: string): string {
  const parts = path.split('/').filter((part) => !/^v\d+$/.test(part));
  return (parts.at(-1) ?? '').replace(/\.v\d+$/, '').replace(/^go-/, '');
}
