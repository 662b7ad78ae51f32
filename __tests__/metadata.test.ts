import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { endings } from '../src/report/ending-schema.ts';
import { failOnKinds, settingsFileSchema } from '../src/settings/schema.ts';
import { modes } from '../src/entry/action/inputs.ts';
import { annotationModes, artifactWords, commentModes } from '../src/settings/publishing-schema.ts';
import { version } from '../src/version.ts';

const root = join(import.meta.dirname, '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const action = parse(read('action.yml')) as {
  inputs: Record<string, { description: string; default: string }>;
  outputs: Record<string, { description: string }>;
  runs: { using: string; main: string; post: string };
};
const entries = ['src/action.ts', ...sourcesOf('src/entry/action')];
const source = entries.map(read).join('\n');

function sourcesOf(folder: string): string[] {
  return readdirSync(join(root, folder)).map((name) => `${folder}/${name}`);
}

/** The first argument of every call of a function in the action's entry, once; a name stands for the list over which it runs. */
function argumentsOf(call: RegExp): string[] {
  const found = [...source.matchAll(call)].map((match) => match[1] ?? '');
  const list = /const lists = \[(?<items>[^\]]*)\]/.exec(source)?.groups?.['items'] ?? '';
  const names = found.flatMap((argument) => (argument === 'name' ? list.split(',') : [argument]));
  return [...new Set(names.map((name) => name.trim().replaceAll("'", '')))].sort();
}

it('version is that of package.json', () => {
  const manifest = JSON.parse(read('package.json')) as { version: string };
  expect(version).toBe(manifest.version);
});

describe('action.yml', () => {
  it('names the inputs that the entry reads', () => {
    const inputs = argumentsOf(/core\.get(?:Multiline)?Input\(([^),]+)/g);
    expect(inputs).toEqual(Object.keys(action.inputs).sort());
  });

  it('names the outputs that the entry sets', () => {
    const outputs = argumentsOf(/core\.setOutput\(([^),]+)/g);
    expect(outputs).toEqual(Object.keys(action.outputs).sort());
  });

  it('has no input that is neither a setting, nor the token, nor says where the settings are or what the step is for', () => {
    const known = [
      ...Object.keys(settingsFileSchema.shape),
      'working-directory',
      'config',
      'token',
      // Which part a step has in a workflow, not how tests are run.
      ...['mode', 'shard', 'key'],
    ];
    for (const name of Object.keys(action.inputs)) expect(known).toContain(name);
  });

  it.each(Object.entries(action.inputs))(
    'describes %s, and leaves its default to the settings',
    (name, input) => {
      expect(input.description).toMatch(/\.$/);
      // Only GitHub knows the token and the matrix of a job.
      const known: Record<string, string> = {
        token: '${{ github.token }}',
        key: '${{ toJSON(matrix) }}',
      };
      expect(input.default).toBe(known[name] ?? '');
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

/** The first column of the table of README.md that is headed so. */
function rowsOf(heading: string): string[] {
  const [, table = ''] = read('README.md').split(new RegExp(`^\\| ${heading} .*\\n`, 'm'));
  const rows = (table.split('\n\n')[0] ?? '').matchAll(/^\| `(?<name>[a-z-]+)`/gm);
  return [...rows].map(({ groups }) => groups?.['name'] ?? '').sort();
}

/** A cell of the row in which a name stands in one column. */
function cell(document: string, name: string, named: number, wanted: number): string | undefined {
  const rows = read(document)
    .split('\n')
    .map((line) =>
      line
        .split('|')
        .map((text) => text.trim())
        .slice(1, -1),
    );
  return rows.find((row) => row[named] === `\`${name}\``)?.[wanted];
}

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

  it.each(Object.keys(action.outputs))('README.md tells of the output %s', (name) => {
    expect(read('README.md')).toMatch(firstColumn(name));
  });

  it('README.md names no input and no output that action.yml lacks', () => {
    const { inputs, outputs } = action;
    expect(rowsOf('input')).toEqual(Object.keys(inputs).sort());
    expect(rowsOf('output')).toEqual(Object.keys(outputs).sort());
  });

  it.each(modes)('action.yml tells of the mode %s', (mode) => {
    expect(action.inputs['mode']?.description).toMatch(new RegExp(`\\b${mode} \\(`));
  });

  it.each([
    ['comment', commentModes],
    ['annotations', annotationModes],
    ['artifacts', artifactWords],
  ] as const)('action.yml and docs/github.md tell of every value of %s', (name, values) => {
    for (const value of values) {
      expect(action.inputs[name]?.description).toMatch(new RegExp(`\\b${value}\\b`));
      expect(read('docs/github.md')).toContain(`\`${value}\``);
    }
  });

  it('README.md gives each input the default that docs/settings.md gives it', () => {
    const settings = read('docs/settings.md');
    const wrong = Object.keys(action.inputs).filter(
      (name) => cell('README.md', name, 0, 1) !== cell('docs/settings.md', name, 2, 3),
    );
    expect(settings).toContain('| default');
    expect(wrong).toEqual([]);
  });

  it.each(endings)('docs/verdict.md tells of the ending %s', (ending) => {
    expect(read('docs/verdict.md')).toMatch(firstColumn(ending));
  });

  it.each(failOnKinds)('docs/verdict.md tells of the kind %s', (kind) => {
    expect(read('docs/verdict.md')).toMatch(firstColumn(kind));
  });
});
