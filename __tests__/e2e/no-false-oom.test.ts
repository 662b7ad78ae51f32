import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import { attemptFolder, startedTest } from '../support/attempt-records.ts';
import { bundled } from '../support/bundle.ts';
import { controlGroup, groupsRefused, type ControlGroup } from '../support/control-group.ts';
import { fixture, readReport, scratch, startProgram, type Started } from '../support/guarded.ts';
import { tempFolder } from '../support/temp-folder.ts';

// A hundred runs that end by something else than memory, while the kernel's OOM killer is busy next door: not one of them may
// be called an OOM kill.

const missing = groupsRefused('memory');
const ways = [
  ...['sigkill', 'sigterm', 'sighup', 'sigint', 'sigabrt', 'sigquit', 'sigkillfromgoroutine'],
  ...['sigkillinsubtest', 'sigkillwhileprinting', 'sigkillwhileallocating', 'sigkillininit'],
  ...['sigkillinmain', 'exit137', 'exit143', 'exit255', 'exit9', 'exit1', 'cpulimit', 'groupkill'],
  ...['childkillsparent', 'orphankillsparent', 'stopthenkill', 'execthenkill', 'deadline'],
  ...['outside', 'outsideterm'],
];
const legs = ['first', 'second', 'third', 'deadline'];
const nearCeiling = [
  ...['nearceiling', 'nearceilingterm', 'nearceilingexit', 'nearceilingoutside', 'afterchildsoom'],
];
const outsiders: Record<string, NodeJS.Signals> = {
  outside: 'SIGKILL',
  outsideterm: 'SIGTERM',
  nearceilingoutside: 'SIGKILL',
};

/** The fixture with a package for each way. */
function killsModule(): string {
  const folder = tempFolder();
  cpSync(fixture('kills'), folder, { recursive: true });
  for (const way of [...ways, ...nearCeiling]) {
    mkdirSync(join(folder, way));
    writeFileSync(join(folder, way, `${way}_test.go`), source(way));
  }
  // A parent with a deadline, as exec.CommandContext is one: it kills what is still there after two seconds.
  const deadline = '{name: deadline, flags: ["-exec=timeout --signal=KILL 2"]}';
  const others = legs.slice(0, 3).map((name) => `{name: ${name}}`);
  writeFileSync(join(folder, '.crash-guard.yml'), `legs: [${[...others, deadline].join(', ')}]\n`);
  return folder;
}

function source(way: string): string {
  const before: Record<string, string> = {
    sigkillininit: 'func init() { ways.Kill() }\n',
    sigkillinmain: 'func TestMain(*testing.M) { ways.Kill() }\n',
  };
  const name = way === 'outsideterm' ? 'outside' : way;
  return [
    `package ${way}\n`,
    'import (\n\t"testing"\n\n\t"example.com/kills/ways"\n)\n',
    before[way] ?? '',
    'func TestBefore(t *testing.T) {}\n',
    `func TestCulprit(t *testing.T) { ways.End(t, "${name}") }\n`,
  ].join('\n');
}

/** Has the kernel OOM-kill something in the group, again and again; resolves when told to stop. */
async function storm({ directory }: ControlGroup, stopped: AbortSignal): Promise<void> {
  const script = 'echo $$ >"$0/cgroup.procs" && exec tail /dev/zero';
  while (!stopped.aborted) {
    const victim = spawn('sh', ['-c', script, directory], { stdio: 'ignore' });
    await new Promise((resolve) => victim.once('close', resolve));
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** Ends the packages that wait for somebody outside. */
async function killOutsiders(
  out: string,
  leg: string,
  names: readonly string[],
  run: Started,
): Promise<void> {
  for (const [name, signal] of Object.entries(outsiders).filter(([one]) => names.includes(one))) {
    const test = await startedTest(attemptFolder(out, leg, `example.com/kills/${name}`), run);
    if (test !== null) process.kill(test.pid, signal);
  }
}

(missing === null ? describe : describe.skip)(`ends that are no OOM kills ${missing ?? ''}`, () => {
  const out = scratch();
  const stop = new AbortController();
  let parent: ControlGroup;
  let stormGroup: ControlGroup;
  let cliGroup: ControlGroup;
  let weather: Promise<void>;
  const reports: Report[] = [];

  beforeAll(async () => {
    // Cousins: what is counted in the one group, or above both, says nothing of the other.
    const name = `crash-guard-test-weather-${process.pid}`;
    const limit = String(24 << 20);
    parent = controlGroup('memory', name, {});
    const limits = { 'memory.limit_in_bytes': limit, 'memory.memsw.limit_in_bytes': limit };
    stormGroup = controlGroup('memory', `${name}/storm`, limits);
    cliGroup = controlGroup('memory', `${name}/cli`, {});
    weather = storm(stormGroup, stop.signal);

    const module = killsModule();
    const guard = async (
      name: string,
      args: string[],
      packages: readonly string[],
    ): Promise<void> => {
      const folder = join(out.path, name);
      const [program = '', ...rest] = [
        ...[...cliGroup.enter, process.execPath, bundled('cli.js'), 'run', '--dir', module],
        ...['--out', folder, '--fresh', '--timeout', '60s', '--attempts', '1'],
        ...[...args, ...packages.map((item) => `./${item}`)],
      ];
      const started = startProgram(program, [
        ...rest,
        '--',
        '-vet=off',
        name === 'near' ? '-p=1' : '-p=8',
      ]);
      const outside = legs
        .filter((leg) => leg !== 'deadline')
        .map((leg) => killOutsiders(folder, leg, packages, started));
      const [finished] = await Promise.all([started.finished, ...outside]);
      expect(finished.stderr).toBe('');
      reports.push(readReport(folder));
    };
    await guard('many', [], ways);
    await guard('near', ['--legs', 'first', '--memory-limit', '400MiB'], nearCeiling);
  }, 590_000);
  afterAll(async () => {
    stop.abort();
    await weather;
    await stormGroup.remove();
    await cliGroup.remove();
    await parent.remove();
    out.remove();
  });

  it('were a hundred, in bad weather', () => {
    const runs = reports.flatMap((report) => report.packages);
    expect(runs.length).toBe(ways.length * legs.length + nearCeiling.length);
    expect(runs.length).toBeGreaterThanOrEqual(100);
    expect(runs.filter((run) => run.ending === 'passed').map((run) => run.package)).toEqual([]);
    const kills = Number(/^oom_kill (\d+)$/m.exec(stormGroup.read('memory.oom_control'))?.[1]);
    expect(kills).toBeGreaterThan(20);
  });

  it('have a cause each, and none is an OOM kill', () => {
    const said = reports
      .flatMap((report) => report.packages)
      .map(({ leg, package: name, ending, cause }) => ({
        leg,
        name,
        ending,
        id: cause?.id ?? null,
        evidence: cause?.evidence,
      }));
    // The memory of its child is not free at once, so now and then the kernel takes this one next, and says so.
    const isTaken = ({ name, evidence }: (typeof said)[number]): boolean =>
      name.endsWith('/afterchildsoom') &&
      evidence?.some(({ detail }) => /Killed process \d+ \(afterchildsoom/.test(detail)) === true;
    const wrong = said.filter((one) => one.id === null || one.id.startsWith('oom-'));
    expect(wrong.filter((one) => !isTaken(one))).toEqual([]);
  });
});
