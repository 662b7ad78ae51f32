import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { goModule } from '../support/go-module.ts';
import { run, start } from '../support/guarded.ts';
import { until } from '../support/processes.ts';
import { tempFolder } from '../support/temp-folder.ts';

// Fails at once, and then takes its time when its input is run again as an ordinary test.
const source = `package m

import (
	"testing"
	"time"
)

func FuzzFails(f *testing.F) {
	f.Add(1)
	f.Fuzz(func(t *testing.T, n int) {
		if n != 1 {
			time.Sleep(3 * time.Second)
			t.Fatal("not one")
		}
	})
}
`;

it('a run after one that was killed while it fuzzed finds the checkout as it was', async () => {
  const directory = goModule({ 'm_test.go': source });
  const out = join(tempFolder(), 'out');
  const options = ['--baseline', 'none', '--legs', 'fuzz', '--out', out, '--dir', directory];
  const inputs = join(directory, 'testdata/fuzz/FuzzFails');
  const { child, finished } = start(['run', ...options]);
  const isWritten = (): boolean => existsSync(inputs) && readdirSync(inputs).length > 0;
  await until(isWritten, 120_000, 'an input in the checkout');
  child.kill('SIGKILL');
  await finished;
  expect(existsSync(inputs)).toBe(true);
  const again = await run(['run', ...options, '--', '-run=^$']);
  expect(again.stderr).toBe('');
  expect(existsSync(join(directory, 'testdata'))).toBe(false);
}, 300_000);
