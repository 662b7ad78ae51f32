import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { goTestFiles, layout } from '../../src/run/layout.ts';
import { fixture, packageRun, readReport, run, scratch, start } from '../support/guarded.ts';
import { allProcesses, descendants, until } from '../support/processes.ts';
import { measureStop } from '../support/stop-time.ts';

// The hanging test's child sleeps for a time of its own, by which this run's is told from any other's.
const napSeconds = String(80_000 + (process.pid % 6000));
const listSeconds = String(80_000 + 6000 + (process.pid % 6000));
const isOrphan = ({ command }: { command: string }): boolean => command === `sleep ${napSeconds}`;

describe('a run that is stopped', () => {
  let out: ReturnType<typeof scratch>;
  beforeEach(() => {
    out = scratch();
  });
  afterEach(async () => {
    for (const { child, finished } of started.splice(0)) {
      child.kill('SIGKILL');
      await finished;
    }
    out.remove();
  });
  const started: ReturnType<typeof start>[] = [];
  const startHanging = (): ReturnType<typeof start> => {
    const handle = start(args(), { env: { HANGING_NAP_SECONDS: napSeconds } });
    started.push(handle);
    return handle;
  };
  const args = (): string[] => [
    ...['run', '--dir', fixture('slow'), '--out', out.path, '--legs', 'memory', '--fresh', './...'],
    ...['--', '-tags=hanging'],
  ];
  /** go test has told of the hanging test, and that has started its child. */
  const hanging = async (): Promise<void> => {
    await until(() => allProcesses().find(isOrphan), 90_000, 'the hanging test');
    const events = goTestFiles.events(layout.leg(out.path, 'memory'));
    const told = '"Action":"run","Package":"example.com/slow/hanging","Test":"TestHangs"';
    await until(() => readFileSync(events, 'utf8').includes(told), 60_000, 'its event');
  };

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    '%s: the report is there within 5 seconds and nobody is left behind',
    async (signal, code) => {
      const { child, finished } = startHanging();
      await hanging();
      const before = descendants(child.pid ?? 0);
      expect(before.length).toBeGreaterThanOrEqual(4);
      const stopTime = measureStop(child.pid ?? 0);
      process.kill(child.pid ?? 0, signal);
      const ended = await finished;
      const { freeMs, clockMs } = stopTime(out.path, 'memory');
      expect(freeMs).toBeLessThan(5000);
      // On a busy machine, too, before a runner kills what it has cancelled.
      expect(clockMs).toBeLessThan(10_000);
      expect(ended.code).toBe(code);
      const report = readReport(out.path);
      expect(report.verdict.status).toBe('incomplete');
      expect(report.verdict.reasons.map((reason) => reason.kind)).toContain('cancelled');
      const stopped = packageRun(report, 'memory', 'hanging');
      expect(stopped.ending).toBe('cancelled');
      expect(stopped.tests.unfinished).toEqual(['TestHangs']);
      expect(stopped.tests.neverRan).toEqual(['TestAfter']);
      expect(
        allProcesses().filter(
          (item) => isOrphan(item) || before.some(({ pid }) => pid === item.pid),
        ),
      ).toEqual([]);
    },
    200_000,
  );

  it('SIGINT before anything runs: the report says so', async () => {
    const bin = join(out.path, 'bin');
    mkdirSync(bin);
    const { PATH = '' } = process.env;
    const slowList = `#!/bin/sh\n[ "$1" = list ] && exec sleep ${listSeconds}\nPATH='${PATH}' exec go "$@"\n`;
    writeFileSync(join(bin, 'go'), slowList, { mode: 0o755 });
    const run = join(out.path, 'run');
    const { child, finished } = start(['run', '--dir', fixture('slow'), '--out', run], {
      env: { PATH: `${bin}:${PATH}` },
    });
    const isList = ({ command }: { command: string }): boolean =>
      command === `sleep ${listSeconds}`;
    await until(() => descendants(child.pid ?? 0).find(isList), 90_000, 'go list');
    process.kill(child.pid ?? 0, 'SIGINT');
    expect((await finished).code).toBe(130);
    expect(readReport(run).verdict.status).toBe('incomplete');
    expect(
      readReport(run)
        .verdict.reasons.map((reason) => reason.kind)
        .sort(),
    ).toEqual(['cancelled', 'lost']);
    expect(allProcesses().filter(isList)).toEqual([]);
  }, 200_000);

  it('kill -9 of the supervisor: nobody is left behind, and "report" makes the report from the run folder', async () => {
    const { child, finished } = startHanging();
    await hanging();
    const before = descendants(child.pid ?? 0);
    process.kill(child.pid ?? 0, 'SIGKILL');
    await finished;
    const left = (): unknown[] =>
      allProcesses().filter((item) => isOrphan(item) || before.some(({ pid }) => pid === item.pid));
    await until(() => left().length === 0, 60_000, 'all processes to end');
    expect(existsSync(join(out.path, 'report.json'))).toBe(false);
    const rebuilt = await run(['report', out.path]);
    expect(rebuilt.code).toBe(1);
    const report = readReport(out.path);
    expect(report.verdict.status).toBe('incomplete');
    const stopped = packageRun(report, 'memory', 'hanging');
    expect(stopped.ending).toBe('lost');
    expect(stopped.tests).toMatchObject({
      passed: 1,
      unfinished: ['TestHangs'],
      neverRan: ['TestAfter'],
    });
  }, 200_000);

  it('a new run in the same folder holds nothing of the old one', async () => {
    const { child, finished } = startHanging();
    await hanging();
    process.kill(child.pid ?? 0, 'SIGKILL');
    await finished;
    await until(() => !allProcesses().some(isOrphan), 60_000, 'all processes to end');
    const again = await run([
      'run',
      '--dir',
      fixture('slow'),
      '--out',
      out.path,
      '--legs',
      'memory',
      './first',
    ]);
    expect(again.code).toBe(0);
    expect(readReport(out.path).packages.map((item) => item.package)).toEqual([
      'example.com/slow/first',
    ]);
    expect(existsSync(join(out.path, 'runs/memory/example.com/slow/hanging'))).toBe(false);
  }, 200_000);
});
