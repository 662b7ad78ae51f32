import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { goModule } from '../support/go-module.ts';
import { groupsOf } from '../support/log-groups.ts';
import { fixture, packageRun, readReport } from '../support/guarded.ts';
import { allProcesses, descendants, until, type Process } from '../support/processes.ts';
import {
  actionFile,
  jobSource,
  node24,
  runnerJob,
  type RunnerJob,
  type StartedStep,
} from '../support/runner.ts';
import { measureStop } from '../support/stop-time.ts';
import { tempFolder } from '../support/temp-folder.ts';
import type { WorkflowCommand } from '../support/workflow-commands.ts';

const passing = 'package m\n\nimport "testing"\n\nfunc TestPasses(t *testing.T) {}\n';
const failing = passing.replace('{}', '{ t.Error("two is not three") }');

/** What our own commands say; here nobody takes artifacts, and without a token there is no more to say. */
const spoken = (obeyed: readonly WorkflowCommand[]): WorkflowCommand[] =>
  obeyed.filter(
    ({ name, data }) =>
      !['stop-commands', 'group', 'endgroup'].includes(name) &&
      !data.startsWith('the runner gives this step no access to artifacts'),
  );

const outOf = (workspace: string): string => join(workspace, '.crash-guard/out');
const tableHead = '| package | leg | ending | passed |';

describe('main', () => {
  it.each([
    ['the Node that runs this', process.execPath],
    ['the Node of hosted runners', node24],
  ])(
    'a module that passes, with %s',
    async (_name, node) => {
      if (node === node24) expect(nodeVersion(node24)).toMatch(/^v24\./);
      const workspace = goModule({ 'm_test.go': passing });
      const job = runnerJob(workspace);
      const ended = await job.main({}, { node }).finished;
      expect(ended).toMatchObject({
        code: 0,
        stderr: '',
        outputs: { verdict: 'pass', report: join(outOf(workspace), 'report.json') },
      });
      expect(ended.stdout).toMatch(/passed: 2 tests passed, 0 failed/);
      expect(names(spoken(ended.log.obeyed))).toEqual([]);
      expect(ended.log.stopped).toBe(false);
      const folded = groupsOf(ended.stdout);
      expect(folded.map(({ title }) => title).filter((title) => title !== null)).toEqual([
        expect.stringMatching(/^machine: \d+ checks, \d+ not right$/),
        ...['leg race: 1 package', 'leg memory: 1 package'],
      ]);
      const open = folded.filter(({ title }) => title === null).flatMap(({ lines }) => lines);
      expect(open.join('\n')).toMatch(/passed: 2 tests passed/);
      expect(open.join('\n')).not.toMatch(/✓ example\.com\/m/);
      const report = readReport(outOf(workspace));
      expect(report.source).toEqual({ module: 'example.com/m', directory: '', ...jobSource });
      expect(report.machine.node).toBe(nodeVersion(node));
      expect(report.legs.map((leg) => leg.name)).toEqual(['race', 'memory']);
      expect(ended.summary).toContain(tableHead);
      for (const leg of ['race', 'memory'])
        expect(ended.summary).toMatch(
          new RegExp(`^\\| \`example\\.com/m\` \\| ${leg} \\| passed \\| 1 \\|`, 'm'),
        );

      const before = readFileSync(join(outOf(workspace), 'report.json'), 'utf8');
      expect(await job.post({ node }).finished).toMatchObject(nothingDone);
      expect(readFileSync(join(outOf(workspace), 'report.json'), 'utf8')).toBe(before);
    },
    400_000,
  );

  it('is what action.yml names, for the Node that is tested', () => {
    expect(actionFile.runs).toEqual({
      using: 'node24',
      main: 'dist/action.js',
      post: 'dist/action.js',
    });
  });

  it('a module that fails', async () => {
    const workspace = goModule({ 'm_test.go': failing });
    const job = runnerJob(workspace);
    const ended = await job.main({ legs: 'memory' }).finished;
    expect(ended).toMatchObject({
      code: 1,
      stderr: '',
      outputs: { verdict: 'fail', report: join(outOf(workspace), 'report.json') },
    });
    expect(ended.stdout).toContain('two is not three');
    expect(ended.summary).toContain('two is not three');
    expect(readReport(outOf(workspace)).verdict.reasons).toMatchObject([{ kind: 'test-failure' }]);
    expect(await job.post().finished).toMatchObject(nothingDone);
  });

  it('annotates the line that ended the process', async () => {
    const leaving =
      'package below\n\nimport (\n\t"os"\n\t"testing"\n)\n\nfunc TestLeaves(t *testing.T) { os.Exit(3) }\n';
    const workspace = goModule({ 'below/below_test.go': leaving });
    const ended = await runnerJob(workspace).main({ legs: 'memory' }).finished;
    expect(ended.code).toBe(1);
    expect(ended.log.obeyed.filter(({ name }) => name === 'error')).toMatchObject([
      {
        properties: {
          title: expect.stringMatching(
            /^os-exit in TestLeaves: the process ended itself with exit code 3 \(os\.Exit\)/,
          ),
          file: 'below/below_test.go',
          line: '8',
        },
        data: expect.stringContaining('return an error there instead of calling os.Exit'),
      },
    ]);
  }, 120_000);

  it('every input', async () => {
    const nested = goModule({
      'service/go.mod': 'module example.com/service\n\ngo 1.21\n',
      'service/one/one_test.go': passing,
      'service/two/two_test.go': `//go:build integration\n\n${failing}`,
      'service/three/three_test.go': 'package three\n\nthis is not built\n',
      'ci/guard.yml': 'out: build/guard\nfresh: true\nlegs: [race]\ntimeout: 1h\n',
    });
    const ended = await runnerJob(nested).main({
      packages: './one\n./two\n',
      'working-directory': 'service',
      legs: 'memory',
      'go-test-flags': '-tags=integration "-run=Passes$"\n-shuffle off',
      config: 'ci/guard.yml',
      timeout: '90s',
      'memory-limit': '50%',
      'core-dumps': 'off',
      'fail-on': 'crash\nbuild-failure',
    }).finished;
    const out = join(nested, 'service/build/guard');
    expect(ended).toMatchObject({
      code: 0,
      outputs: { verdict: 'pass', report: join(out, 'report.json') },
    });
    const { legs, packages, preflight, source } = readReport(out);
    expect(source.module).toBe('example.com/service');
    expect(preflight.find(({ id }) => id === 'ceiling')?.value).toContain(': 50 % of ');
    expect(legs.map((leg) => leg.name)).toEqual(['memory']);
    expect(legs[0]?.command).toEqual(
      expect.arrayContaining([
        ...['./one', './two', '-tags=integration', '-run=Passes$', '-shuffle', 'off'],
        ...['-timeout=90s', '-count=1'],
      ]),
    );
    expect(packages.map((item) => [item.package, item.ending])).toEqual([
      ['example.com/service/one', 'passed'],
      ['example.com/service/two', 'failed'],
    ]);
  });

  it('inputs that are empty leave the word to the settings file', async () => {
    const workspace = goModule({
      'm_test.go': failing,
      '.crash-guard.yml':
        'legs:\n  - name: quick\n    flags: [-short]\nout: build/guard\nfail-on: [crash]\n',
    });
    const ended = await runnerJob(workspace).main().finished;
    const out = join(workspace, 'build/guard');
    expect(ended).toMatchObject({
      code: 0,
      outputs: { verdict: 'pass', report: join(out, 'report.json') },
    });
    expect(readReport(out).legs.map((leg) => leg.name)).toEqual(['quick']);
  });

  it('a summary that cannot be written is a warning and changes no verdict', async () => {
    const workspace = goModule({ 'm_test.go': passing });
    const ended = await runnerJob(workspace).main(
      { legs: 'memory' },
      { env: { GITHUB_STEP_SUMMARY: join(workspace, 'nowhere/summary.md') } },
    ).finished;
    expect(ended).toMatchObject({ code: 0, stderr: '', outputs: { verdict: 'pass' } });
    expect(spoken(ended.log.obeyed)).toMatchObject([
      { name: 'warning', data: expect.stringContaining('summary could not be written') },
    ]);
  });
});

describe('inputs that are wrong end with code 2, one message, and nothing half-written', () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      'several, and in the settings file too',
      {
        legs: 'rase',
        timeout: 'soon',
        'fail-on': 'crash\ncrush',
        'go-test-flags': '-c',
        packages: '-v',
        'memory-limit': '150%',
        'core-dumps': 'on',
      },
      [
        'problems with what was given',
        'input legs: unknown leg "rase"',
        'did you mean race?',
        'input timeout: "soon" is no duration',
        'input fail-on[1]: "crush" is not allowed',
        'input go-test-flags: -c is not possible under guard',
        'input packages: "-v" is no package pattern',
        'input memory-limit: "150%" is more than all of the memory',
        'input core-dumps: "on" is not allowed',
        '.crash-guard.yml:1 package: unknown setting "package"',
      ],
    ],
    ['no such folder', { 'working-directory': 'nope' }, ['input working-directory: ']],
    ['no such settings file', { config: 'nope.yml' }, ['input config: cannot read ']],
  ])('%s', async (_name, inputs, messages) => {
    const workspace = goModule({ 'm_test.go': passing, '.crash-guard.yml': 'package: [./...]\n' });
    await expectRefusal(workspace, inputs, messages);
    expect(existsSync(join(workspace, '.crash-guard'))).toBe(false);
  });

  it('a package that is not there, beside the folder of a run whose supervisor died', async () => {
    const workspace = goModule({ 'm_test.go': passing });
    const first = await runnerJob(workspace).main({ legs: 'memory' }).finished;
    expect(first.code).toBe(0);
    const marker = join(outOf(workspace), 'run.json');
    const unfinished = readFileSync(marker, 'utf8').replace('"finished":true', '"finished":false');
    writeFileSync(marker, unfinished);
    await expectRefusal(workspace, { packages: './nope' }, ['input packages: ./nope: ']);
    expect(readFileSync(marker, 'utf8')).toBe(unfinished);
  });

  it('a go.mod that makes the go command print commands', async () => {
    const workspace = goModule({ 'm_test.go': passing });
    const hostile = 'module m\n\ngo 1.21\n\ntoolchain go1.99##[error]fake\n';
    writeFileSync(join(workspace, 'go.mod'), hostile);
    const env = { GOTOOLCHAIN: 'auto', GOPROXY: 'off' };
    await expectRefusal(workspace, {}, ['go env ', 'invalid toolchain'], env);
  });

  async function expectRefusal(
    workspace: string,
    inputs: Record<string, string>,
    messages: string[],
    env: Record<string, string> = {},
  ): Promise<void> {
    const job = runnerJob(workspace);
    const ended = await job.main(inputs, { env }).finished;
    expect(ended).toMatchObject({ code: 2, stderr: '', outputs: {}, summary: '' });
    const own = spoken(ended.log.obeyed);
    expect(names(own)).toEqual(['error']);
    for (const message of messages) expect(own[0]?.data).toContain(message);
    expect(own[0]?.data).toContain('fix: ');
    expect(ended.log.stopped).toBe(false);
    expect(await job.post({ env }).finished).toMatchObject(nothingDone);
  }
});

describe('what tests print is never obeyed', () => {
  // Everything that the runner would take as a command, in all the ways in which it finds one.
  const commands = [
    '::error::fake',
    '::warning file=m.go,line=1::fake',
    '::notice::fake',
    '::debug::fake',
    '::set-output name=verdict::pass',
    '::save-state name=out::/tmp',
    '::set-env name=PATH::/tmp',
    '::add-path::/tmp',
    '::add-mask::e',
    '::add-matcher::m.json',
    '::remove-matcher owner=go::',
    '::group::fake',
    '::endgroup::',
    '::echo::on',
    '::stop-commands::fake',
  ];
  const others = [
    ' \t::error::after blanks',
    'text ##[error]in brackets',
    '##[set-output name=verdict;]pass',
    'a line\r::error::after a carriage return',
    '\u0085\u2028::error::after odd blanks',
    '::ERROR::in capitals',
    '::fake::',
    '::::',
    '\u001b[31m::error::coloured',
    '::error::without an end of line',
  ];
  const hostile = [...commands, ...others].join('\n');
  const literal = JSON.stringify(hostile);
  const files = {
    'a/a_test.go': `package a

import (
	"fmt"
	"os"
	"testing"
)

const hostile = ${literal}

func TestMain(m *testing.M) {
	fmt.Print(hostile)
	fmt.Fprint(os.Stderr, hostile)
	os.Exit(m.Run())
}

func TestLogs(t *testing.T) { t.Log(hostile) }

func TestFails(t *testing.T) {
	fmt.Println(hostile)
	t.Error(hostile)
	t.Run("\\n::error::fake", func(t *testing.T) { t.Error(hostile) })
}

func TestFailsShortly(t *testing.T) { t.Error("##[error]fake") }

func TestPanics(t *testing.T) { panic(hostile) }
`,
    'b/b_test.go': `package b

import "testing"

//line ::error::fake.go:1
func TestBroken(t *testing.T) { undefined() }
`,
    'c/c_test.go': `package c

import "testing"

//line ##[error]fake.go:1
func TestVetted(t *testing.T) { t.Errorf("%d", "no number") }
`,
  };

  const annotated = ['error', 'error', 'error', 'error', 'error'];
  const titles = (obeyed: readonly WorkflowCommand[]): (string | undefined)[] =>
    obeyed.filter(({ name }) => name === 'error').map(({ properties }) => properties['title']);

  it.each([
    ['only failures are shown', ''],
    ['everything is shown', '-v'],
  ])('%s', async (_name, flags) => {
    const workspace = goModule(files);
    const ended = await runnerJob(workspace).main(
      { legs: 'memory', 'go-test-flags': flags },
      { env: { GITHUB_STEP_SUMMARY: join(workspace, 'nowhere/summary.md') } },
    ).finished;
    expect(ended).toMatchObject({ code: 1, stderr: '', outputs: { verdict: 'fail' } });
    // Our own, after all of it, are obeyed: annotations, in which text is data, and a warning.
    expect(names(spoken(ended.log.obeyed))).toEqual([...annotated, 'warning']);
    expect(groupsOf(ended.stdout).flatMap(({ title }) => title ?? [])).toEqual([
      expect.stringMatching(/^machine: /),
      'leg memory: 3 packages',
    ]);
    expect(titles(ended.log.obeyed)).toEqual([
      'panic in TestPanics: ::error::fake',
      expect.stringMatching(/^vet-failed in example\.com\/m\/c: /),
      'TestFails/_::error::fake failed',
      'TestFails failed',
      'TestFailsShortly failed',
    ]);
    expect(ended.log.stopped).toBe(false);
    expect(ended.log.obeyed[0]?.data).toMatch(/^[0-9a-f-]{36}$/);
    const tried = new Set(names(ended.log.ignored));
    expect([...tried].sort()).toEqual(commandNames(commands));
    expect(ended.log.ignored.map(({ data }) => data)).toEqual(
      expect.arrayContaining(['after blanks', 'in capitals']),
    );
    // The page with the log would show these as commands although the runner did not obey.
    expect(ended.stdout).toContain('## [error]in brackets');
    const shown = ended.stdout.split('\n').filter((line) => !line.startsWith('::error '));
    expect(shown.filter((line) => line.includes('##['))).toEqual([]);
  });

  it('nor in the post step of a main that was killed', async () => {
    const hung = join(tempFolder(), 'hung');
    const workspace = goModule({
      ...files,
      'd/d_test.go': `package d

import (
	"os"
	"testing"
	"time"
)

func TestHangs(t *testing.T) {
	if err := os.WriteFile(${JSON.stringify(hung)}, nil, 0o666); err != nil {
		t.Fatal(err)
	}
	time.Sleep(time.Hour)
}
`,
    });
    const job = runnerJob(workspace);
    const main = begin(job, { legs: 'memory', 'go-test-flags': '-p=1' });
    await until(() => existsSync(hung), 90_000, 'the hanging test');
    await kill(main);
    const ended = await job.post().finished;
    expect(ended).toMatchObject({ code: 1, stderr: '', outputs: { verdict: 'fail' } });
    expect(names(spoken(ended.log.obeyed))).toEqual(annotated);
    expect(ended.log.stopped).toBe(false);
    // The result has no text of a test at the beginning of a line.
    expect(ended.stdout).toContain('::error::fake');
    expect(ended.log.ignored).toEqual([]);
    expect(ended.summary).toContain(tableHead);
  }, 200_000);
});

describe('a job that is stopped', () => {
  // The hanging test's child sleeps for a time of its own, by which this run's is told from any other's.
  const napSeconds = String(70_000 + (process.pid % 6000));
  const isOrphan = ({ command }: Process): boolean => command === `sleep ${napSeconds}`;
  const isKeeper = ({ command }: Process): boolean => /\/keeper \//.test(command);
  const startHanging = async (
    workspace: string,
  ): Promise<{ job: RunnerJob; main: StartedStep; left: () => Process[] }> => {
    cpSync(fixture('slow'), workspace, { recursive: true });
    const job = runnerJob(workspace);
    const inputs = { legs: 'memory', 'go-test-flags': '-tags=hanging' };
    const main = begin(job, inputs, { HANGING_NAP_SECONDS: napSeconds });
    await until(() => allProcesses().find(isOrphan), 90_000, 'the hanging test');
    const pids = new Set(descendants(main.child.pid ?? 0).map(({ pid }) => pid));
    expect(pids.size).toBeGreaterThanOrEqual(4);
    const left = (): Process[] =>
      allProcesses().filter((item) => isOrphan(item) || pids.has(item.pid));
    return { job, main, left };
  };

  it('kill -9 of main: post makes the report and nobody is left behind', async () => {
    const workspace = tempFolder();
    const { job, main, left } = await startHanging(workspace);
    await kill(main);
    const ended = await job.post().finished;
    expect(ended).toMatchObject({
      code: 1,
      stderr: '',
      outputs: { verdict: 'incomplete', report: join(outOf(workspace), 'report.json') },
    });
    // Its last record is written before the keeper is gone itself.
    expect(left().filter((item) => !isKeeper(item))).toEqual([]);
    await until(() => left().length === 0, 60_000, 'the keeper to end');
    expect(ended.stdout).toContain('TestHangs');
    expect(ended.summary).toContain(tableHead);
    expect(ended.summary).toContain('TestHangs');
    const report = readReport(outOf(workspace));
    expect(report.source).toEqual({ module: 'example.com/slow', directory: '', ...jobSource });
    const stopped = packageRun(report, 'memory', 'hanging');
    expect(stopped.ending).toBe('lost');
    expect(stopped.tests).toMatchObject({ unfinished: ['TestHangs'], neverRan: ['TestAfter'] });
  }, 200_000);

  it.each([
    ['SIGINT', null],
    ['SIGINT, and SIGTERM before main has ended', 300],
  ])(
    '%s: the report is there within 5 seconds',
    async (_name, pauseMs) => {
      const workspace = tempFolder();
      const { job, main, left } = await startHanging(workspace);
      const stopTime = measureStop(main.child.pid ?? 0);
      main.child.kill('SIGINT');
      if (pauseMs !== null) {
        await new Promise((resolve) => setTimeout(resolve, pauseMs));
        expect(main.child.exitCode).toBe(null);
        main.child.kill('SIGTERM');
      }
      const ended = await main.finished;
      const { freeMs, clockMs } = stopTime(outOf(workspace), 'memory');
      expect(freeMs).toBeLessThan(5000);
      // On a busy machine, too, before the runner kills what it has cancelled.
      expect(clockMs).toBeLessThan(10_000);
      expect(ended).toMatchObject({
        code: 130,
        stderr: '',
        outputs: { verdict: 'incomplete', report: join(outOf(workspace), 'report.json') },
      });
      expect(left()).toEqual([]);
      expect(ended.summary).toContain(tableHead);
      const report = readReport(outOf(workspace));
      expect(report.verdict.reasons.map(({ kind }) => kind)).toContain('cancelled');
      expect(packageRun(report, 'memory', 'hanging').ending).toBe('cancelled');
      // Main left to post what needs GitHub: there is none here.
      const after = await job.post().finished;
      expect(after).toMatchObject({ ...nothingDone, stdout: expect.any(String) });
      expect(spoken(after.log.obeyed)).toEqual([]);
      expect(after.stdout).toContain('no access to artifacts');
    },
    200_000,
  );
});

const started: StartedStep[] = [];
afterEach(async () => {
  for (const step of started.splice(0)) await kill(step);
});

/** Starts a main step that will not end by itself. */
function begin(
  job: RunnerJob,
  inputs: Record<string, string>,
  env: Record<string, string> = {},
): StartedStep {
  const step = job.main(inputs, { env });
  started.push(step);
  return step;
}

async function kill({ child, finished }: StartedStep): Promise<void> {
  child.kill('SIGKILL');
  await finished;
}

const nothingDone = { code: 0, stdout: '', stderr: '', outputs: {}, summary: '' };

function names(commands: readonly { name: string }[]): string[] {
  return commands.map(({ name }) => name);
}

/** `::set-output name=x::y` -> `set-output`, each once, sorted. */
function commandNames(commands: readonly string[]): string[] {
  return [...new Set(commands.map((line) => /[a-z-]+/.exec(line)?.[0] ?? ''))].sort();
}

/** Fails, with what was said, where that Node cannot be had. */
function nodeVersion(node: string): string {
  return execFileSync(node, ['--version'], { encoding: 'utf8', timeout: 300_000 }).trim();
}
