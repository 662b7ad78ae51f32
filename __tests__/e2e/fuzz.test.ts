import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Report } from '../../src/report/schema.ts';
import { planEvidence } from '../../src/run/artifact-plan.ts';
import { forgetInputs, fuzzModule, fuzzReport, packageOf, tree } from '../support/fuzzed.ts';
import { gitRepository } from '../support/git-repository.ts';
import { readReport, run, scratch, start } from '../support/guarded.ts';
import { goUnderTest } from '../support/toolchains.ts';

const settings = 'legs:\n  - name: fuzz\n    fuzz: 3s\n';

function options(folder: string, out: string, ...packages: string[]): string[] {
  return [
    ...['run', '--dir', folder, '--out', out, '--baseline', 'none', '--memory-limit', '512MiB'],
    ...packages.map((name) => `./${name}`),
  ];
}

/** Whether go test of a package ends well, without any guard. */
function passes(folder: string, name: string): boolean {
  return spawnSync('go', ['test', '-count=1', `./${name}`], { cwd: folder }).status === 0;
}

describe('a leg that fuzzes', () => {
  const out = scratch();
  const folder = fuzzModule(settings);
  const own = 'panics/testdata/fuzz/FuzzPayload/of-the-user';
  let before: Record<string, string>;
  let report: Report;
  let stdout: string;

  beforeAll(async () => {
    mkdirSync(join(folder, dirname(own)), { recursive: true });
    writeFileSync(join(folder, own), 'go test fuzz v1\nstring("#0")\n');
    before = tree(folder);
    const finished = await run(options(folder, out.path, '...'));
    expect(finished.stderr).toBe('');
    expect(finished.code).toBe(1);
    stdout = finished.stdout;
    report = readReport(out.path);
  }, 600_000);
  afterAll(out.remove);

  it('leaves the checkout as it was', () => {
    expect(tree(folder)).toEqual(before);
  });

  it.each([
    ['panics', 'FuzzPayload', 'crashed', 'panics/panics.go', 9],
    ['shrinks', 'FuzzParse', 'crashed', 'shrinks/shrinks.go', 8],
    ['hoards', 'FuzzRows', 'out-of-memory', 'hoards/hoards.go', 10],
  ])('%s: %s %s, at %s', (name, target, outcome, file, line) => {
    const found = fuzzReport(report, name, target);
    expect(found).toMatchObject({ outcome, failing: { replay: 'failed' } });
    expect(found.cause?.confidence).toBe('confirmed');
    const crash = report.crashes.find((one) => one.package.endsWith(`/${name}`));
    expect(crash?.blame).toMatchObject({ file, line });
    expect(crash?.test).toMatch(new RegExp(`^${target}/[0-9a-f]{16}$`));
    expect(report.verdict.reasons).toContainEqual(
      expect.objectContaining({ kind: 'crash', test: target }),
    );
  });

  it('hangs: FuzzSkip hung, at a line if the runtime can tell it', () => {
    expect(fuzzReport(report, 'hangs', 'FuzzSkip')).toMatchObject({
      ...{ outcome: 'hung', cause: { id: 'timeout', confidence: 'confirmed' } },
      failing: { replay: 'failed', values: [expect.stringContaining('\\t')] },
    });
    const crash = report.crashes.find((one) => one.package.endsWith('/hangs'));
    expect(crash?.test).toMatch(/^FuzzSkip\/[0-9a-f]{16}$/);
    // Of a goroutine that runs on another thread the runtime prints no stack.
    expect(['hangs/hangs.go', undefined]).toContain(crash?.blame?.file);
  });

  it('tells a failed test from a crash', () => {
    expect(fuzzReport(report, 'fails', 'FuzzReverse')).toMatchObject({
      ...{ outcome: 'failed', message: expect.stringContaining('is no valid text') },
      failing: {
        values: [
          expect.stringMatching(/^string\(".+"\)$/),
          expect.stringMatching(/^int\(-?\d+\)$/),
        ],
      },
    });
    expect(report.crashes.filter((one) => one.package.endsWith('/fails'))).toEqual([]);
    expect(report.verdict.reasons).toContainEqual(
      expect.objectContaining({ kind: 'test-failure', test: 'FuzzReverse' }),
    );
  });

  it('takes an exit with code 0 for what it is', () => {
    expect(fuzzReport(report, 'exits', 'FuzzExit')).toMatchObject({
      ...{ outcome: 'crashed', cause: { id: 'os-exit' }, failing: { replay: 'failed' } },
    });
  });

  it('is not green where fuzzing stops early and go test says PASS', () => {
    expect(fuzzReport(report, 'leaves', 'FuzzLeave').outcome).not.toBe('clean');
    const reasons = report.verdict.reasons.filter(({ test }) => test === 'FuzzLeave');
    expect(reasons).toHaveLength(1);
  });

  it('says that an input passes when it is run alone, and is red', () => {
    const found = fuzzReport(report, 'moody', 'FuzzMood');
    expect(found).toMatchObject({
      because: expect.stringContaining('passes when it is run alone'),
      failing: { replay: 'passed', regressionTest: null },
    });
    expect(report.verdict.reasons.filter(({ test }) => test === 'FuzzMood')).toHaveLength(1);
  });

  it('does not blame an input for the share of memory that one of several workers has', () => {
    expect(fuzzReport(report, 'wide', 'FuzzWide')).toMatchObject({ outcome: 'clean' });
  });

  it('finds nothing where there is nothing', () => {
    for (const target of ['FuzzAdd', 'FuzzAddZero']) {
      const found = fuzzReport(report, 'clean', target);
      expect(found).toMatchObject({ outcome: 'clean', failing: null });
      // Where the machine stood still while the workers were to stop.
      expect(found.because ?? 'clean at once').toMatch(
        /^clean at once$|fuzzed once more, for longer, all did$/,
      );
      expect(found.executions).toBeGreaterThan(0);
      expect(found.corpus).toBeGreaterThan(0);
    }
    expect(fuzzReport(report, 'skips', 'FuzzSkipped').outcome).toBe('skipped');
    expect(packageOf(report, 'none').fuzz).toBeUndefined();
  });

  it('makes an input smaller', () => {
    const { failing } = fuzzReport(report, 'shrinks', 'FuzzParse');
    expect(failing).toMatchObject({ minimised: true });
    // Two parentheses are enough; the seeds have a hundred characters.
    expect(failing?.values?.[0]?.length).toBeLessThan(40);
  });

  it.each([
    ['panics', 'FuzzPayload', '2+size', 'min(2+size, len(frame))'],
    ['shrinks', 'FuzzParse', 'panic(', 'println('],
  ])(
    'keeps an input of %s that is a test: red before the fix, green after it',
    (name, target, from, to) => {
      const { failing } = fuzzReport(report, name, target);
      const copy = join(folder, '..', `${folder.split('/').at(-1) ?? ''}-fixed`);
      cpSync(folder, copy, { recursive: true });
      try {
        expect(passes(copy, name)).toBe(true);
        const place = join(copy, failing?.corpusFile ?? '');
        mkdirSync(dirname(place), { recursive: true });
        cpSync(join(out.path, failing?.regressionTest ?? ''), place);
        expect(passes(copy, name)).toBe(false);
        const source = join(copy, name, `${name}.go`);
        writeFileSync(source, readFileSync(source, 'utf8').replace(from, to));
        expect(passes(copy, name)).toBe(true);
      } finally {
        execFileSync('rm', ['-rf', copy]);
      }
    },
    300_000,
  );

  it('has each failing input among the artifacts of the leg', async () => {
    const { planned } = await planEvidence({
      ...{ out: out.path, report, slug: 'job', runAttempt: '1', shard: undefined },
      publishing: { kinds: ['logs'], passing: false },
    });
    const files = planned.flatMap((one) => one.files);
    const inputs = report.packages
      .flatMap(({ fuzz = [] }) => fuzz)
      .flatMap(({ failing }) => failing?.path ?? []);
    expect(inputs.length).toBeGreaterThan(4);
    for (const path of inputs) expect(files).toContain(join(out.path, path));
  });

  it('tells a person in the terminal what to do', () => {
    const { failing } = fuzzReport(report, 'panics', 'FuzzPayload');
    expect(stdout).toContain('FuzzPayload crashed while it was fuzzed');
    expect(stdout).toContain(`copy it to ${failing?.corpusFile ?? ''}`);
    expect(stdout).toContain('fuzz targets found nothing');
  });
});

describe('inputs that were found', () => {
  it('are kept in the baseline, and fuzzing begins with them the next time', async () => {
    const [first, second, kept] = [scratch(), scratch(), scratch()];
    const folder = fuzzModule(settings);
    const repository = gitRepository(folder);
    repository.git('init', '--quiet', '--initial-branch=main');
    repository.git('add', '--all');
    repository.git('commit', '--quiet', '--message', 'all');
    const args = (out: string): string[] => [
      ...['run', '--dir', folder, '--out', out, '--baseline', `file:${kept.path}`, './words'],
    ];
    const own = { env: { GIT_CONFIG_GLOBAL: '/dev/null' } };
    expect(await run(args(first.path), own)).toMatchObject({ code: 0, stderr: '' });
    const found = fuzzReport(readReport(first.path), 'words', 'FuzzWords');
    expect(found.corpus).toBe(1);
    expect(found.newInputs).toBeGreaterThan(0);
    forgetInputs(folder);
    expect(await run(args(second.path), own)).toMatchObject({ code: 0, stderr: '' });
    const again = fuzzReport(readReport(second.path), 'words', 'FuzzWords');
    expect(again.corpus).toBeGreaterThan(1);
    for (const one of [first, second, kept]) one.remove();
  }, 240_000);
});

describe('fuzzing that is stopped', () => {
  it('leaves the checkout as it was, and is not green', async () => {
    const out = scratch();
    const folder = fuzzModule('legs:\n  - name: fuzz\n    fuzz: 10m\n');
    const before = tree(folder);
    const { child, finished } = start(options(folder, out.path, 'clean'));
    child.stdout?.on('data', (text: string) => {
      if (text.includes('fuzzing FuzzAdd')) setTimeout(() => child.kill('SIGINT'), 4000);
    });
    const { code } = await finished;
    expect(code).not.toBe(0);
    expect(tree(folder)).toEqual(before);
    const report = readReport(out.path);
    expect(report.verdict.status).toBe('incomplete');
    expect(fuzzReport(report, 'clean', 'FuzzAdd').outcome).toBe('stopped');
    expect(fuzzReport(report, 'clean', 'FuzzAddZero')).toMatchObject({
      ...{ outcome: 'stopped', because: 'its turn did not come' },
    });
    out.remove();
  }, 300_000);
});

for (const { version, it } of await goUnderTest(['go1.21.13', 'go1.27.3']))
  it(`finds the same with ${version}`, async () => {
    const out = scratch();
    const folder = fuzzModule(settings);
    const before = tree(folder);
    const { code } = await run(options(folder, out.path, 'panics', 'hoards', 'clean'), {
      env: { GOTOOLCHAIN: version },
    });
    expect(code).toBe(1);
    expect(tree(folder)).toEqual(before);
    const report = readReport(out.path);
    expect(fuzzReport(report, 'panics', 'FuzzPayload')).toMatchObject({
      ...{ outcome: 'crashed', failing: { minimised: true, replay: 'failed' } },
    });
    expect(fuzzReport(report, 'hoards', 'FuzzRows')).toMatchObject({ outcome: 'out-of-memory' });
    expect(fuzzReport(report, 'clean', 'FuzzAdd').outcome).toBe('clean');
    out.remove();
  }, 600_000);
