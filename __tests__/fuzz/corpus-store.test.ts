import { createHash } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { isStorePath } from '../../src/baseline/store-path.ts';
import {
  chooseInputs,
  corpusFolder,
  isInput,
  maxInputBytes,
  maxStoredBytes,
  maxStoredInputs,
  parseInputPath,
  type FoundInput,
} from '../../src/fuzz/corpus-store.ts';

const folder = corpusFolder('example.com/shop/store', 'FuzzAdd');

function input(text: string): FoundInput {
  const bytes = Buffer.from(`go test fuzz v1\nstring(${JSON.stringify(text)})\n`);
  const name = createHash('sha256').update(bytes).digest('hex').slice(0, 16);
  return { folder, name, bytes };
}

describe('corpusFolder', () => {
  it.each([
    ['example.com/shop/store', 'FuzzAdd'],
    ['m', 'Fuzz'],
    ['example.com/Ünïcode/-x', 'FuzzÄ_ö'],
    ['a'.repeat(300), `Fuzz${'b'.repeat(300)}`],
  ])('is a path of a store for %s %s', (name, target) => {
    const path = `${corpusFolder(name, target)}/0123456789abcdef-57`;
    expect(isStorePath(path)).toBe(true);
    expect(parseInputPath(path)).toEqual({
      ...{ path, folder: corpusFolder(name, target), name: '0123456789abcdef', bytes: 57 },
    });
  });

  it('tells targets apart whose names look alike', () => {
    const folders = [
      corpusFolder('a/b', 'FuzzX'),
      corpusFolder('c/b', 'FuzzX'),
      corpusFolder('a/b', 'Fuzz_x'),
      corpusFolder('a/b', 'FuzzÄ'),
      corpusFolder('a/b', 'FuzzÖ'),
    ];
    expect(new Set(folders).size).toBe(folders.length);
  });
});

describe('parseInputPath', () => {
  it.each([
    'v1/runs/0123456789012345678901234567890123456789.json',
    `${folder}/0123456789abcdef`,
    `${folder}/0123456789abcdef-0`,
    `${folder}/../0123456789abcdef-1`,
    `v1/fuzz/x/0123456789abcdef-1`,
    `${folder}/0123456789ABCDEF-1`,
    `${folder}/0123456789abcdef-9999999`,
  ])('refuses %s', (path) => {
    expect(parseInputPath(path)).toBeNull();
  });
});

describe('isInput', () => {
  it('takes what go test has named by its hash, and nothing else', () => {
    const { name, bytes } = input('a');
    expect(isInput(name, bytes)).toBe(true);
    expect(isInput('0123456789abcdef', bytes)).toBe(false);
    expect(isInput(name, Buffer.concat([bytes, Buffer.from(' ')]))).toBe(false);
    const other = Buffer.from('#!/bin/sh\n');
    const hash = createHash('sha256').update(other).digest('hex').slice(0, 16);
    expect(isInput(hash, other)).toBe(false);
    const large = input('a'.repeat(maxInputBytes));
    expect(isInput(large.name, large.bytes)).toBe(false);
  });
});

describe('chooseInputs', () => {
  it('takes the smallest first, each once, and what is there not again', () => {
    const [long, short, there] = [input('longer'), input('s'), input('there')];
    const stored = [`${folder}/${there.name}-${String(there.bytes.length)}`];
    const { files, leftOut } = chooseInputs([long, there, short, short], stored);
    expect(leftOut).toBe(0);
    expect(files.map(({ path }) => parseInputPath(path)?.name)).toEqual([short.name, long.name]);
  });

  it('keeps to the number of inputs', () => {
    const stored = Array.from(
      { length: maxStoredInputs - 2 },
      (_, at) => `${folder}/${at.toString(16).padStart(16, '0')}-50`,
    );
    const { files, leftOut } = chooseInputs(['a', 'b', 'c', 'd'].map(input), stored);
    expect([files.length, leftOut]).toEqual([2, 2]);
  });

  it('keeps to the room', () => {
    const each = 60 << 10;
    const stored = Array.from(
      { length: Math.floor(maxStoredBytes / each) },
      (_, at) => `${folder}/${at.toString(16).padStart(16, '0')}-${String(each)}`,
    );
    const left = maxStoredBytes - stored.length * each;
    const { files, leftOut } = chooseInputs([input('a'), input('b'.repeat(left))], stored);
    expect([files.length, leftOut]).toEqual([1, 1]);
  });
});
