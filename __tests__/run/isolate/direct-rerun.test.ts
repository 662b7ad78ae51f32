import { afterAll, expect, test } from '@jest/globals';
import { directRerun } from '../../support/direct-rerun.ts';
import { goModule } from '../../support/go-module.ts';
import type { RerunOrder } from '../../../src/run/recover/rerun.ts';

const module = goModule({
  'a_test.go': `package m

import (
	"os"
	"syscall"
	"testing"
	"time"
)

func TestFine(t *testing.T)  {}
func TestFails(t *testing.T) { t.Run("b c", func(t *testing.T) { t.Fatal("no") }) }
func TestPanics(t *testing.T) { panic("boom") }
func TestKilled(t *testing.T) { syscall.Kill(os.Getpid(), syscall.SIGKILL) }
func TestExits(t *testing.T) { os.Exit(3) }
func TestHangs(t *testing.T) { time.Sleep(time.Hour) }
func TestAsks(t *testing.T) {
	if os.Getenv("ASKED") != "yes" {
		t.Fatal("not asked")
	}
}
`,
});
const direct = directRerun(module, { flags: ['-test.run=^TestHangs$'] });

function order(name: string, of: Partial<RerunOrder> = {}): RerunOrder {
  return {
    ...{ package: 'example.com/m', purpose: 'isolate', flags: [`-test.run=^${name}$`] },
    ...{ tests: [name], env: {}, changes: [], maxMs: 60_000, ...of },
  };
}

afterAll(() => {
  expect(direct.orders).toHaveLength(7);
});

test.each([
  ['TestFine', 0, null, ['TestFine'], []],
  ['TestFails', 1, null, ['TestFails'], []],
  ['TestPanics', 2, null, ['TestPanics'], []],
  ['TestKilled', null, 'SIGKILL', [], ['TestKilled']],
  ['TestExits', 3, null, [], ['TestExits']],
] as const)('%s', async (name, exitCode, signal, ended, running) => {
  const { fold, attempt, timedOut } = await direct.rerun(order(name));
  expect(timedOut).toBe(false);
  expect(attempt?.end).toMatchObject({ exitCode, signal, startError: null });
  expect([...(fold?.ended.keys() ?? [])]).toEqual(ended);
  expect([...(fold?.running.keys() ?? [])]).toEqual(running);
});

test('what takes too long is killed', async () => {
  const { attempt, timedOut, fold } = await direct.rerun(order('TestHangs', { maxMs: 1500 }));
  expect(timedOut).toBe(true);
  expect(attempt?.end).toBeNull();
  expect(fold?.action ?? null).toBeNull();
});

test('the environment of an order', async () => {
  const { fold } = await direct.rerun(order('TestAsks', { env: { ASKED: 'yes' } }));
  expect(fold?.action).toBe('pass');
});
