import { readFileSync, writeFileSync } from 'node:fs';
import { expect } from '@jest/globals';

/** Expects a text to be that of a file; with UPDATE_GOLDEN=1 the file is written instead, for a person to read the difference. */
export function expectGolden(path: string, text: string): void {
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}
