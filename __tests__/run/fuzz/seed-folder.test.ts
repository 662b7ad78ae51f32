import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { tree } from '../../support/fuzzed.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import {
  leftSeeds,
  newInputs,
  noteSeeds,
  placeInput,
  restoreSeeds,
  whyUnwritable,
} from '../../../src/run/fuzz/seed-folder.ts';

const name = '0123456789abcdef';
const text = 'go test fuzz v1\nstring("a")\n';

function packageFolder(...folders: string[]): string {
  const folder = tempFolder();
  for (const each of folders) mkdirSync(join(folder, each), { recursive: true });
  return folder;
}

/** As go test does when an input fails. */
function write(folder: string, file: string, content = text): void {
  mkdirSync(join(folder, 'testdata/fuzz/FuzzX'), { recursive: true });
  writeFileSync(join(folder, 'testdata/fuzz/FuzzX', file), content);
}

describe('restoreSeeds', () => {
  it.each([
    ['nothing', []],
    ['testdata', ['testdata/golden']],
    ['testdata/fuzz', ['testdata/fuzz/FuzzY']],
    ['the folder of the target', ['testdata/fuzz/FuzzX']],
  ])('leaves a package that had %s as it was', async (_, folders) => {
    const [records, folder] = [tempFolder(), packageFolder(...folders)];
    const before = tree(folder);
    const seeds = await noteSeeds(records, folder, 'FuzzX');
    write(folder, name);
    expect((await newInputs(seeds)).map((one) => one.name)).toEqual([name]);
    await restoreSeeds(records, seeds);
    expect(tree(folder)).toEqual(before);
    expect(await leftSeeds(records)).toBeNull();
  });

  it('takes nothing away that go test has not written', async () => {
    const [records, folder] = [tempFolder(), packageFolder()];
    write(folder, 'fedcba9876543210');
    const seeds = await noteSeeds(records, folder, 'FuzzX');
    write(folder, name);
    write(folder, 'notes.txt');
    write(folder, 'aaaaaaaaaaaaaaaa', 'no input');
    symlinkSync('notes.txt', join(folder, 'testdata/fuzz/FuzzX/bbbbbbbbbbbbbbbb'));
    await restoreSeeds(records, seeds);
    const left = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb', 'fedcba9876543210', 'notes.txt'];
    expect(Object.keys(tree(folder)).filter((path) => path.includes('FuzzX/'))).toEqual(
      left.map((file) => `testdata/fuzz/FuzzX/${file}`),
    );
  });

  it('keeps a folder into which a test put something of its own', async () => {
    const [records, folder] = [tempFolder(), packageFolder()];
    const seeds = await noteSeeds(records, folder, 'FuzzX');
    write(folder, name);
    writeFileSync(join(folder, 'testdata/own.txt'), 'own');
    await restoreSeeds(records, seeds);
    expect(tree(folder)).toEqual({ testdata: 'folder', 'testdata/own.txt': 'own' });
  });

  it('does after a supervisor that died what it could not do', async () => {
    const [records, folder] = [tempFolder(), packageFolder('testdata')];
    await noteSeeds(records, folder, 'FuzzX');
    write(folder, name);
    const seeds = await leftSeeds(records);
    expect(seeds).not.toBeNull();
    if (seeds !== null) await restoreSeeds(records, seeds);
    expect(tree(folder)).toEqual({ testdata: 'folder' });
  });
});

describe('placeInput', () => {
  it('never touches a file of the user', async () => {
    const [records, folder] = [tempFolder(), packageFolder()];
    write(folder, name, 'of the user');
    const seeds = await noteSeeds(records, folder, 'FuzzX');
    await placeInput(seeds, name, Buffer.from(text));
    await restoreSeeds(records, seeds);
    expect(readFileSync(join(folder, 'testdata/fuzz/FuzzX', name), 'utf8')).toBe('of the user');
  });

  it('puts an input where go test finds it, for as long as it is needed', async () => {
    const [records, folder] = [tempFolder(), packageFolder()];
    const seeds = await noteSeeds(records, folder, 'FuzzX');
    await placeInput(seeds, name, Buffer.from(text));
    expect(readFileSync(join(folder, 'testdata/fuzz/FuzzX', name), 'utf8')).toBe(text);
    await restoreSeeds(records, seeds);
    expect(existsSync(join(folder, 'testdata'))).toBe(false);
  });
});

describe('whyUnwritable', () => {
  async function why(folder: string): Promise<string | null> {
    return whyUnwritable(await noteSeeds(tempFolder(), folder, 'FuzzX'));
  }

  it.each([[[]], [['testdata/golden']], [['testdata/fuzz/FuzzX']]])(
    'has nothing to say of a folder that can be written: %j',
    async (folders) => {
      expect(await why(packageFolder(...folders))).toBeNull();
    },
  );

  it('follows a link to a folder', async () => {
    const folder = packageFolder();
    symlinkSync(packageFolder(), join(folder, 'testdata'));
    expect(await why(folder)).toBeNull();
  });

  it('names a link that leads nowhere', async () => {
    const folder = packageFolder('testdata');
    symlinkSync(join(folder, 'gone'), join(folder, 'testdata/fuzz'));
    expect(await why(folder)).toBe('testdata/fuzz is a link to nothing');
  });

  it('names a file in the place of the folder', async () => {
    const folder = packageFolder('testdata/fuzz');
    writeFileSync(join(folder, 'testdata/fuzz/FuzzX'), '');
    expect(await why(folder)).toBe('testdata/fuzz/FuzzX is no folder');
  });

  const asRoot = process.getuid?.() === 0;
  if (asRoot) console.warn('a folder that may not be written is not tried: root may write to all');
  (asRoot ? it.skip : it)('names a folder that may not be written', async () => {
    const folder = packageFolder('testdata');
    chmodSync(join(folder, 'testdata'), 0o500);
    expect(await why(folder)).toBe('testdata cannot be written (EACCES)');
  });
});
