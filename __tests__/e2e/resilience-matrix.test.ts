import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { PackageRun, Report } from '../../src/report/schema.ts';
import { failOnKinds } from '../../src/settings/schema.ts';
import { judge } from '../../src/verdict/verdict.ts';
import { groupsRefused } from '../support/control-group.ts';
import { packageRun, scratch } from '../support/guarded.ts';
import { writeMatrix, type Cell } from '../support/matrix-module.ts';
import { plainLeg, runResilience, type ResilienceRun } from '../support/resilience-run.ts';
import { accounts } from '../support/test-accounts.ts';

// What always fails is always red: every way to fail, at every place, with every number of attempts and the mildest settings.

const out = scratch();
afterAll(out.remove);
const timeoutMs = 1_000_000;
const numbers = [1, 2, 5];
const ways =
  'error fatal panic goroutine nil throw stack goexit exit0 exit1 exit3 syscall0 logfatal kill term segv hang files'.split(
    ' ',
  );

/** Why a cell is not right: it is green, or what ran and what did not is told wrongly. */
function faults(cell: Cell, run: PackageRun, attempts: number): string[] {
  const { culprits, others } = cell.place;
  const verdict = judge({
    packages: [run],
    legs: [],
    problem: null,
    cancelled: false,
    comparison: null,
    failOn: failOnKinds,
    flaky: 'warn',
  });
  const found = accounts(run);
  const wrong: string[] = [];
  if (verdict.status === 'pass') wrong.push('is green');
  if (run.attempts.length > attempts)
    wrong.push(`had ${String(run.attempts.length)} attempts, ${String(attempts)} were allowed`);
  for (const [test, hows] of found)
    if (hows.length !== 1) wrong.push(`${test} is accounted for as ${hows.join(' and ')}`);
  for (const test of culprits)
    if ((found.get(test)?.[0] ?? '').startsWith('passed')) wrong.push(`${test} passed`);
  const known = new Set([...culprits, ...others]);
  for (const test of [...culprits, ...others].filter((name) => !name.includes('/')))
    if (!found.has(test)) wrong.push(`${test} is missing`);
  for (const test of found.keys()) if (!known.has(test)) wrong.push(`there is no ${test}`);
  if (culprits.length > 0 && attempts >= 5)
    for (const test of others)
      if (!(found.get(test)?.[0] ?? '').startsWith('passed'))
        wrong.push(`${test} did not pass: ${found.get(test)?.join() ?? 'missing'}`);
  return wrong.map((fault) => `${cell.name}: ${fault}`);
}

interface Matrix {
  name: string;
  ways: readonly string[];
  attempts: number;
  order: Omit<ResilienceRun, 'folders' | 'settings'> & Partial<Pick<ResilienceRun, 'settings'>>;
}

async function checkMatrix({ name, ways: chosen, attempts, order }: Matrix): Promise<void> {
  const folder = join(out.path, name, String(attempts));
  // One module for all numbers of attempts: it is compiled once.
  const module = join(out.path, name, 'module');
  const cells = writeMatrix(module, chosen);
  const { report, finished } = await runResilience(folder, {
    flags: ['-timeout=3s'],
    ...order,
    ...{ module, folders: ['.'] },
    settings: {
      legs: [plainLeg],
      ...order.settings,
      attempts,
      flaky: 'warn',
      diagnose: false,
    },
  });
  expect(finished.code).toBe(1);
  expect(report.verdict.status).not.toBe('pass');
  expect(allFaults(report, cells, attempts)).toEqual([]);
}

function allFaults(report: Report, cells: readonly Cell[], attempts: number): string[] {
  const leg = report.legs[0]?.name ?? '';
  return cells.flatMap((cell) => faults(cell, packageRun(report, leg, cell.name), attempts));
}

describe('what always fails is red', () => {
  it.each(numbers)(
    'with %i attempts',
    async (attempts) => {
      await checkMatrix({ name: 'plain', ways, attempts, order: {} });
    },
    timeoutMs,
  );

  const refused = groupsRefused('memory');
  if (refused !== null) console.warn(`nothing dies of memory here: ${refused}`);
  (refused === null ? it : it.skip).each(numbers)(
    'below a memory ceiling, with %i attempts',
    async (attempts) => {
      const order = { flags: ['-timeout=20s', '-p=1'], settings: { 'memory-limit': '256MiB' } };
      await checkMatrix({ name: 'memory', ways: ['memory'], attempts, order });
    },
    timeoutMs,
  );

  it(
    'while the smallest set of tests is searched for',
    async () => {
      const settings = { isolate: 'on-crash', 'isolate-time': '2s' } as const;
      const name = 'isolate';
      await checkMatrix({
        name,
        ways: ['panic', 'kill', 'syscall0'],
        attempts: 5,
        order: { settings },
      });
    },
    timeoutMs,
  );

  // The race detector can be told to leave with code 0.
  it.each(numbers)(
    'where a race ends the process with code 0, with %i attempts',
    async (attempts) => {
      const order = {
        env: { GORACE: 'halt_on_error=1 exitcode=0' },
        settings: { legs: ['race'] },
        flags: ['-timeout=20s'],
      };
      await checkMatrix({ name: 'race', ways: ['race'], attempts, order });
    },
    timeoutMs,
  );
});
