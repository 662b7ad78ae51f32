import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { GoToolchain } from '../../../src/machine/go-toolchain.ts';
import { corpusFolder } from '../../../src/fuzz/corpus-store.ts';
import { openCorpus, type StoredCorpus } from '../../../src/run/fuzz/stored-corpus.ts';
import type { Settings } from '../../../src/settings/settings.ts';
import { bareRepository, cloneOf, realRun, storeIn } from '../../support/baseline-stores.ts';
import { plainGit, type GitRepository } from '../../support/git-repository.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const target = { package: 'example.com/m/p', target: 'FuzzP' };
const other = { package: 'example.com/m/q', target: 'FuzzP' };

function inputFile(text: string): { name: string; text: string } {
  const whole = `go test fuzz v1\nstring(${JSON.stringify(text)})\n`;
  return { name: createHash('sha256').update(whole).digest('hex').slice(0, 16), text: whole };
}

interface Machine {
  corpus: StoredCorpus;
  /** Where go test keeps the inputs of `target`. */
  inputs: string;
}

async function machine(repository: GitRepository): Promise<Machine> {
  const gocache = tempFolder();
  const corpus = await openCorpus({
    settings: {
      directory: repository.directory,
      heap: { baseline: { kind: 'git' }, branches: null } as Settings['heap'],
    },
    ports: {
      ...{ run: realRun, env: plainGit },
      baseline: { event: null, remote: 'origin', token: null, acceptedLabel: null },
    },
    plan: { go: { gocache } as GoToolchain },
  });
  if (corpus === null) throw new Error('no store');
  return { corpus, inputs: join(gocache, 'fuzz', target.package, target.target) };
}

function put(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

describe('inputs of fuzz targets in a git store', () => {
  it('go from one machine to the next, those of each target to it alone', async () => {
    const remote = bareRepository();
    const first = await machine(cloneOf(remote));
    const inputs = ['a', 'b', 'c'].map(inputFile);
    for (const { name, text } of inputs) put(join(first.inputs, name), text);
    expect(await first.corpus.keep([target, other])).toEqual([]);
    const second = await machine(cloneOf(remote));
    expect(await second.corpus.restore([other])).toEqual([]);
    expect(existsSync(second.inputs)).toBe(false);
    expect(await second.corpus.restore([target])).toEqual([]);
    expect(readdirSync(second.inputs).sort()).toEqual(inputs.map(({ name }) => name).sort());
    for (const { name, text } of inputs)
      expect(readFileSync(join(second.inputs, name), 'utf8')).toBe(text);
  });

  it('are kept only where figures are, and only what is an input', async () => {
    const remote = bareRepository();
    const clone = cloneOf(remote);
    const { corpus, inputs } = await machine(clone);
    const [good, linked] = [inputFile('good'), inputFile('linked')];
    put(join(inputs, good.name), good.text);
    put(join(inputs, 'README'), 'go test fuzz v1\nstring("x")\n');
    put(join(inputs, '0123456789abcdef'), 'go test fuzz v1\nstring("another hash")\n');
    put(join(inputs, '..', 'elsewhere'), linked.text);
    symlinkSync('../elsewhere', join(inputs, linked.name));
    put(join(clone.directory, 'main.go'), 'package changed\n');
    const dirty = await machine(clone);
    for (const { name, text } of [good]) put(join(dirty.inputs, name), text);
    expect(await dirty.corpus.keep([target])).toEqual([]);
    expect(await storeIn(clone).list()).toMatchObject({ paths: [] });
    expect(await corpus.keep([target])).toEqual([]);
    const listed = await storeIn(clone).list();
    expect(listed).toMatchObject({
      paths: [expect.stringContaining(`/${good.name}-${String(good.text.length)}`)],
    });
  });

  it('of a store that somebody else wrote are looked at before they are used', async () => {
    const remote = bareRepository();
    const clone = cloneOf(remote);
    const folder = corpusFolder(target.package, target.target);
    const bytes = Buffer.from('#!/bin/sh\necho\n');
    await storeIn(clone).add([{ path: `${folder}/0123456789abcdef-15`, bytes }], 'hostile');
    const { corpus, inputs } = await machine(clone);
    expect(await corpus.restore([target])).toEqual([expect.stringContaining('1 stored input')]);
    expect(existsSync(inputs)).toBe(false);
  });

  it('are never read or written outside of the cache', async () => {
    const { corpus, inputs } = await machine(cloneOf(bareRepository()));
    const escaping = { package: '../../..', target: 'FuzzP' };
    expect(await corpus.keep([escaping])).toEqual([]);
    expect(await corpus.restore([escaping])).toEqual([]);
    expect(existsSync(inputs)).toBe(false);
  });

  it('say why they are missing where there is no store to be reached', async () => {
    const clone = cloneOf(bareRepository());
    clone.git('remote', 'set-url', 'origin', join(clone.directory, 'nowhere'));
    const { corpus } = await machine(clone);
    expect(await corpus.restore([target])).toEqual([expect.stringContaining('no stored inputs: ')]);
    expect(await corpus.keep([target])).toEqual([expect.stringContaining('inputs not kept: ')]);
  });
});
