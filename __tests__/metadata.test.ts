import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { endings } from '../src/report/ending-schema.ts';
import { failOnKinds, settingsFileSchema } from '../src/settings/schema.ts';
import { version } from '../src/version.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const action = parse(read('action.yml')) as {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string; post: string };
};
const source = read('src/action.ts');

/** The first argument of every call of a function in src/action.ts; a name stands for the list over which it runs. */
function argumentsOf(call: RegExp): string[] {
  const found = [...source.matchAll(call)].map((match) => match[1] ?? '');
  const list = /const lists = \[(?<items>[^\]]*)\]/.exec(source)?.groups?.['items'] ?? '';
  const names = found.flatMap((argument) => (argument === 'name' ? list.split(',') : [argument]));
  return names.map((name) => name.trim().replaceAll("'", '')).sort();
}

it('version is that of package.json', () => {
  const manifest = JSON.parse(read('package.json')) as { version: string };
  expect(version).toBe(manifest.version);
});

describe('action.yml', () => {
  it('names the inputs that src/action.ts reads', () => {
    const inputs = argumentsOf(/core\.get(?:Multiline)?Input\(([^),]+)/g);
    expect(inputs).toEqual(Object.keys(action.inputs).sort());
  });

  it('names the outputs that src/action.ts sets', () => {
    const outputs = argumentsOf(/core\.setOutput\(([^),]+)/g);
    expect(outputs).toEqual(Object.keys(action.outputs).sort());
  });

  it('has no input that is neither a setting, nor the token, nor says where the settings are', () => {
    const known = [
      ...Object.keys(settingsFileSchema.shape),
      'working-directory',
      'config',
      'token',
    ];
    for (const name of Object.keys(action.inputs)) expect(known).toContain(name);
  });

  it.each(Object.entries(action.inputs))(
    'describes %s, and leaves its default to the settings',
    (name, input) => {
      expect(input.description).toMatch(/\.$/);
      // Only GitHub knows the token of a job.
      expect(input.default).toBe(name === 'token' ? '${{ github.token }}' : '');
    },
  );

  it('lists everything that fail-on may hold', () => {
    expect(action.inputs['fail-on']?.description).toContain(failOnKinds.join(', '));
  });

  it('runs main and post in the bundle, on a runtime that hosted runners have', () => {
    expect(action.runs).toEqual({
      using: 'node24',
      main: 'dist/action.js',
      post: 'dist/action.js',
    });
  });
});

const firstColumn = (name: string): RegExp => new RegExp(`^\\| \`${name}\` *\\|`, 'm');
const anyColumn = (name: string): RegExp => new RegExp(`^\\|.*\\| \`${name}\` *\\|`, 'm');

describe('the documents move with the settings', () => {
  it.each(Object.keys(action.inputs))(
    'README.md and docs/settings.md tell of the input %s',
    (name) => {
      expect(read('README.md')).toMatch(firstColumn(name));
      expect(read('docs/settings.md')).toMatch(anyColumn(name));
    },
  );

  it.each(Object.keys(settingsFileSchema.shape))(
    'docs/settings.md tells of the setting %s',
    (name) => {
      expect(read('docs/settings.md')).toMatch(firstColumn(name));
    },
  );

  it('README.md tells of each output', () => {
    for (const name of Object.keys(action.outputs))
      expect(read('README.md')).toContain(`\`${name}\``);
  });

  it.each(endings)('docs/verdict.md tells of the ending %s', (ending) => {
    expect(read('docs/verdict.md')).toMatch(firstColumn(ending));
  });

  it.each(failOnKinds)('docs/verdict.md tells of the kind %s', (kind) => {
    expect(read('docs/verdict.md')).toMatch(firstColumn(kind));
  });
});
