import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Injection, PlannedPackage, TestMainEdits } from '../../src/plan/plan.ts';
import { makeOverlay } from '../../src/probe/inject.ts';
import { goModule } from '../support/go-module.ts';
import { tempFolder } from '../support/temp-folder.ts';

const probeDirectory = join(import.meta.dirname, '../../src/probe');

const greedy = `
type (
	int    string
	uint8  struct{}
	string struct{}
	bool   struct{}
	error  struct{}
	any    struct{}
)

const true, false = "no", "yes"

var nil, iota = 1.5, "2"

func len()   {}
func panic() {}
`;

const testMain = `
func TestMain(m *testing.M) { os.Exit(m.Run()) }
`;

const test = `
func TestA(t *testing.T) { t.Log("TestA", "ran") }
`;

const files = {
  'go.mod': 'module example.com/m\n\ngo 1.2\n',
  'a/a.go': 'package a\n',
};

/** What src/probe/declared finds for a file with that TestMain. */
function around(file: string, clause: string): TestMainEdits {
  const source = readFileSync(file);
  const main = source.indexOf('{ os.Exit(') + 1;
  const run = source.indexOf('m.Run()');
  return {
    ...{ file, clause },
    edits: [
      { at: main, removed: 0, text: ' defer crashGuardAfter(0);' },
      { at: run, removed: 0, text: 'crashGuardAfter(' },
      { at: run, removed: 7, text: 'crashGuardRun(m)' },
      { at: run + 7, removed: 0, text: ')' },
    ],
  };
}

interface Tested {
  injection: Injection;
  /** Package clause of the test file. */
  clause: 'a' | 'a_test';
  /** Of the file that brings in the agent; a package's own where it has tests of its own. */
  injected: 'a' | 'a_test';
  testMain: boolean;
  names: string;
}

/** What go test says of a package into which the agent was put. */
async function goTest({
  injection,
  clause,
  injected,
  testMain: has,
  names,
}: Tested): Promise<string> {
  const imports = has ? '"os"\n\t"testing"' : '"testing"';
  const source = `package ${clause}\n\nimport (\n\t${imports}\n)\n${names}${has ? testMain : ''}${test}`;
  const moduleDir = goModule({ ...files, 'a/a_test.go': source });
  const dir = join(moduleDir, 'a');
  const planned: PlannedPackage = {
    ...{ package: 'example.com/m/a', dir, moduleDir, modulePath: 'example.com/m', injection },
    ...{ clause: injected, testMain: has, quiet: false, declared: [], hasTests: true },
    around: has ? around(join(dir, 'a_test.go'), clause) : null,
  };
  const scratch = tempFolder();
  const replace = await makeOverlay({
    ...{ packages: [planned], probeDirectory, scratch, userOverlay: {} },
  });
  const overlay = join(scratch, 'overlay.json');
  writeFileSync(overlay, JSON.stringify({ Replace: replace }));
  const args = ['test', '-vet=off', '-v', '-overlay', overlay, './a'];
  const { stdout, stderr } = spawnSync('go', args, { cwd: moduleDir, encoding: 'utf8' });
  return stdout + stderr;
}

describe('a package into which the agent is put', () => {
  it.each([
    ['its own names, and none for TestMain', 'module', 'a', 'a', false, greedy],
    ['its own names and its own TestMain', 'module', 'a', 'a', true, greedy],
    ['its own names in its external tests', 'module', 'a_test', 'a', false, greedy],
    [
      'its own names and TestMain in its external tests',
      'module',
      'a_test',
      'a_test',
      true,
      greedy,
    ],
    ['the agent among its external tests', 'external', 'a_test', 'a_test', false, ''],
    ['the agent and its own TestMain there', 'external', 'a_test', 'a_test', true, ''],
    ['the agent there and its TestMain inside', 'external', 'a', 'a_test', true, ''],
  ] as const)(
    'still builds and runs with %s',
    async (_, injection, clause, injected, has, names) => {
      const said = await goTest({ injection, clause, injected, testMain: has, names });
      expect(said).toMatch(/ TestA ran\n--- PASS: TestA .*\nPASS\nok /);
    },
  );
});
