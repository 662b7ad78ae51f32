import { describe, expect, it } from '@jest/globals';
import { renderReportPage } from '../../../src/render/report-page/report-page.ts';
import type { ReportPage } from '../../../src/render/report-page/page-content.ts';
import { sourceText } from '../../../src/render/report-page/source-text.ts';
import { stackText } from '../../../src/render/sections/stack.ts';
import { tellingStacks } from '../../../src/render/telling-stacks.ts';
import { noLinks } from '../../../src/report/links.ts';
import type { Cause, Report } from '../../../src/report/schema.ts';
import { fullReport } from '../../support/full-report.ts';
import { flameOf, reportPage, risingTimeline } from '../../support/report-page.ts';
import { comparedPackage, grownFigure, sampleComparison } from '../../support/sample-comparison.ts';
import {
  attempt,
  legReport,
  packageRun,
  sampleCrash,
  sampleReport,
} from '../../support/sample-report.ts';

const assets = { script: 'start();', style: 'p{color:red}' };
const tree = 'https://github.com/octo-org/octo/blob/0123abc';
const cartSource = ['package p', '', 'func (c *Cart) Add() {', '\tc.items["a"] = 1', '}', ''];
const sources = sourceText({ lines: (file) => (file === 'p/cart.go' ? cartSource : null) });

function htmlOf(of: Partial<Report> = {}, page: Partial<ReportPage> = {}): string {
  return renderReportPage(reportPage(sampleReport(of), page), assets);
}

/** The text that a person reads. */
function words(html: string): string {
  return html
    .replace(/<(?<name>style|script|title)[^>]*>.*?<\/\k<name>>/gs, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&gt;', '>')
    .replace(/\s+/g, ' ');
}

function cause(of: Partial<Cause> = {}): Cause {
  return {
    ...{ id: 'panic', confidence: 'confirmed', summary: 'the program panicked' },
    ...{ evidence: [{ source: 'wait status', detail: 'exit code 2' }], advice: ['make the map'] },
    excluded: [{ id: 'timeout', because: 'it ran for 3 s' }],
    ...of,
  };
}

const failed = { status: 'fail', reasons: [] } as const satisfies Report['verdict'];
const crashed: Partial<Report> = {
  verdict: { ...failed },
  packages: [packageRun({ ending: 'crashed', cause: cause() })],
  crashes: [
    sampleCrash({
      ...{ known: 'nil-map-write', message: 'assignment to entry in nil map' },
      blame: { function: 'm/p.(*Cart).Add', file: 'p/cart.go', line: 4 },
      stacks: [
        {
          ...{ id: '7', state: 'running', role: 'crashing' },
          frames: [
            { function: 'panic', file: '/go/src/runtime/panic.go', line: 1 },
            { function: 'runtime.mapassign', file: '/go/src/runtime/map.go', line: 2 },
            { function: 'm/p.(*Cart).Add', file: 'p/cart.go', line: 4 },
          ],
          createdBy: null,
        },
        ...['8', '9'].map((id) => ({
          ...{ id, state: 'chan receive', role: 'waiting' as const, createdBy: null },
          frames: [{ function: 'm/p.work', file: 'p/cart.go', line: 3 }],
        })),
      ],
    }),
  ],
};

describe('the verdict of the page', () => {
  it.each([
    ['pass', 'Passed m 1 test passed, 0 failed'],
    ['fail', 'Failed m 1 test passed'],
    ['incomplete', 'Incomplete m 1 test passed'],
  ] as const)('comes first: %s', (status, expected) => {
    const text = words(htmlOf({ verdict: { status, reasons: [] } }));
    expect(text).toContain(expected);
    expect(text.indexOf(expected)).toBeLessThan(120);
  });

  it('names what was tested, and leads to it', () => {
    const html = renderReportPage(
      reportPage(fullReport(), {
        links: { ...noLinks, source: tree, run: 'https://github.com/octo-org/octo/actions/runs/1' },
      }),
      assets,
    );
    expect(words(html)).toContain(
      'octo-org/octo · refs/pull/7/merge · 3f2c1a9 · pull_request · workflow run · shard 1 of 4 · 2026-01-02 03:04 UTC',
    );
    expect(html).toContain('href="https://github.com/octo-org/octo/actions/runs/1"');
  });

  it('lists its reasons', () => {
    const reasons = [
      { kind: 'crash' as const, message: 'it crashed', package: 'm/p', leg: 'race' },
    ];
    expect(words(htmlOf({ verdict: { status: 'fail', reasons } }))).toContain(
      'The reason for this verdict crash: m/p race it crashed',
    );
  });
});

describe('what to do next', () => {
  it.each<[string, Partial<Report>, string]>([
    [
      'a crash, with the command that shows it',
      crashed,
      "Start at p/cart.go:4 : panic , the program panicked . Make the map go test -race -run '^TestAdd$' -count=1 ./p",
    ],
    [
      'a failed test',
      {
        verdict: { ...failed },
        packages: [
          packageRun({
            ending: 'failed',
            tests: {
              failed: 2,
              failures: [
                { test: 'TestSum', file: 'p/p_test.go', line: 20, message: 'want 3' },
                { test: 'TestMul', file: null, line: null, message: '' },
              ],
            },
          }),
        ],
      },
      'See why TestSum fails at p/p_test.go:20 and 1 more failed test .',
    ],
    [
      'tests that were not seen to end',
      {
        verdict: { status: 'incomplete', reasons: [] },
        packages: [packageRun({ tests: { neverRan: ['TestLater'] } })],
      },
      'Find out why tests of m/p were not seen to end.',
    ],
    [
      'a growth and a budget',
      {
        verdict: {
          status: 'fail',
          reasons: [
            { kind: 'memory-regression', message: 'm/p grew' },
            { kind: 'memory-budget', message: 'm/p is over its budget' },
          ],
        },
        comparison: fullReport().comparison,
      },
      'the label memory-accepted . Keep to 1 broken budget',
    ],
    [
      'a run without tests',
      { verdict: { status: 'incomplete', reasons: [{ kind: 'no-tests', message: 'none' }] } },
      'No test ran: check which packages and tests are named.',
    ],
    [
      'a run that was stopped',
      { verdict: { status: 'incomplete', reasons: [{ kind: 'cancelled', message: 'stopped' }] } },
      'The run was not seen to its end: run the job again.',
    ],
  ])('tells of %s', (_, report, expected) => {
    expect(words(htmlOf(report))).toContain(expected);
  });

  it('is nothing where all is well', () => {
    expect(words(htmlOf())).not.toContain('What to do next');
  });
});

describe('a crash on the page', () => {
  const text = words(htmlOf(crashed, { sources, links: { ...noLinks, source: tree } }));

  it('has its cause, confidence, place, message and fix', () => {
    expect(text).toContain(
      'panic the program panicked confirmed at p/cart.go:4 in m/p.(*Cart).Add seen in TestAdd of m/p race assignment to entry in nil map What to do make the map A known crash, with an example and its fix: nil-map-write',
    );
  });

  it('has its stack with source, and frames of other code folded away', () => {
    expect(text).toContain(
      'The goroutine that crashed: goroutine 7 , running 2 frames in panic, runtime',
    );
    expect(text).toContain('3 func (c *Cart) Add() { > 4 c.items[&quot;a&quot;] = 1 5 }');
    expect(text).toContain('2 other goroutines 2 goroutines, chan receive in p.work');
  });

  it('has its evidence, what was excluded, and how the process ended', () => {
    expect(text).toContain(
      'Evidence (confirmed) wait status exit code 2 Excluded not timeout it ran for 3 s',
    );
    expect(text).toContain('attempt 1 ended crashed, exit code 0 after 1.0s peak memory 50.0 MiB');
  });

  it('links frames of the repository alone', () => {
    const html = htmlOf(crashed, { sources, links: { ...noLinks, source: tree } });
    expect(html).toContain(`href="${tree}/p/cart.go#L4"`);
    expect(html).not.toContain('blob/0123abc//go');
    expect(html).not.toContain(`${tree}/go/src`);
  });

  it('tells of a death that left no text by its cause', () => {
    const run = packageRun({
      ...{ ending: 'killed', output: 'the last words\n' },
      cause: cause({ id: 'killed', confidence: 'unknown', summary: 'killed by nobody knows whom' }),
      attempts: [attempt({ ending: 'killed', signal: 'SIGKILL', exitCode: null })],
    });
    const told = words(htmlOf({ verdict: { ...failed }, packages: [run] }));
    expect(told).toContain('killed killed by nobody knows whom unknown seen in m/p race');
    expect(told).toContain('ended killed, signal SIGKILL');
    expect(told).toContain('Output the last words');
  });

  it('says whether it is new', () => {
    const seen = {
      ...{ kind: 'new' as const, runs: 20, seenIn: 0, lastCommit: null, lastAt: null },
      similarity: null,
    };
    const told = words(htmlOf({ ...crashed, crashes: [sampleCrash({ seen })] }));
    expect(told).toContain('new: in none of the last 20 recorded runs');
  });
});

describe('source on the page', () => {
  const secret = sourceText({ lines: () => ['token = abc'] });

  it.each(['.git/config', '.env', 'p/cart.go/.netrc', 'id_rsa', '.go', 'p/.go', 'a.json'])(
    'is never that of %s',
    (file) => {
      expect(secret.lines(file)).toBeNull();
    },
  );

  it.each(['p/cart.go', 'cart.go', 'c/x.c', 'a/b_amd64.s', 'x.HPP'])(
    'may be that of %s',
    (file) => {
      expect(secret.lines(file)).toEqual(['token = abc']);
    },
  );
});

describe('the other parts of the page', () => {
  it('compares heap usage: the figures, the limit and what it is from', () => {
    const comparison = sampleComparison({
      packages: [
        comparedPackage(),
        comparedPackage({
          ...{
            package: 'example.com/m/gone',
            state: 'removed',
            metrics: [],
            why: null,
            page: null,
          },
          ...{ verdict: 'same', because: 'it is not in this commit' },
        }),
      ],
      problems: ['a record is damaged'],
    });
    const html = htmlOf({ comparison });
    const text = words(html);
    expect(text).toContain(
      'example.com/m/store memory allocated grew 10.0 MiB 12.0 MiB +2.0 MiB +20.0 % 10.5 MiB relative threshold grew by 2.0 MiB',
    );
    expect(text).toContain(
      '+2.0 MiB in store.(*Orders).Add store/orders.go:41 , most of it in TestImport',
    );
    expect(text).toContain('41 o.list = append(o.list, clone(x))');
    expect(text).toContain('store/orders.go:41 moved to heap: x');
    expect(text).toContain('example.com/m/gone memory – – removed: it is not in this commit');
    expect(text).toContain('What could not be used a record is damaged');
    expect(html).toContain('href="heap/store.html"');
  });

  it.each(['../x.html', 'heap/../../x.html', 'https://evil.example/x.html', 'heap/a/b.html'])(
    'does not link to the page %s',
    (page) => {
      const comparison = sampleComparison({ packages: [comparedPackage({ page })] });
      expect(htmlOf({ comparison })).not.toContain('All figures of this package');
    },
  );

  it('has broken budgets, slow growth and earlier figures', () => {
    const comparison = fullReport().comparison;
    const [first] = comparison?.packages ?? [];
    if (first === undefined) throw new Error('the sample compares nothing');
    const figure = grownFigure();
    const history = {
      ...{ metric: figure.metric, head: figure.head, limit: figure.limit, noise: 1024 },
      points: [{ commit: 'a'.repeat(40), committedAt: '2026-01-01', amount: figure.base }],
    };
    const text = words(
      htmlOf(
        { comparison },
        { histories: [{ package: first.package, leg: first.leg, picture: [history] }] },
      ),
    );
    expect(text).toContain('Broken budgets');
    expect(text).toContain('Slow growth');
    expect(text).toContain('noise of the history');
  });

  it('draws memory and flame graphs of packages, and says what is left out', () => {
    const html = htmlOf(
      {},
      {
        flames: [{ package: 'm/p', leg: 'memory', picture: flameOf('m/p', 'm/p.Put') }],
        flamesLeft: 2,
        timelines: [{ package: 'm/p', leg: 'memory', picture: risingTimeline(1 << 20) }],
        timelinesLeft: 3,
      },
    );
    const text = words(html);
    expect(text).toContain('m/p memory ; at most 1.0 MiB resident, 384.0 KiB live heap');
    expect(text).toContain('3 more packages with less memory not drawn.');
    expect(text).toContain('m/p memory ; 2.0 KiB allocated, 1.0 KiB in use at the end');
    expect(text).toContain('no room here for the flame graphs of 2 more packages');
    expect(html).toContain('id="flame-1-data"');
  });

  it('opens the flame graph of what failed, not of a package that passed', () => {
    const flames = ['m/fine', 'm/bad'].map((name) => ({
      ...{ package: name, leg: 'memory', picture: flameOf(name, 'm/p.Put') },
    }));
    const openIn = (of: Partial<Report>): string[] =>
      htmlOf(of, { flames })
        .split('<details class="flame-details"')
        .slice(1)
        .filter((text) => text.startsWith(' open'))
        .map((text) => /<code>(?<name>[^<]*)/.exec(text)?.groups?.['name'] ?? '');
    const bad = packageRun({ package: 'm/bad', leg: 'memory', ending: 'failed' });
    const raced = packageRun({ package: 'm/bad', leg: 'race', ending: 'failed' });

    expect(openIn({})).toEqual(['m/fine']);
    expect(openIn({ verdict: { ...failed }, packages: [bad] })).toEqual(['m/bad']);
    expect(openIn({ verdict: { ...failed }, packages: [raced] })).toEqual([]);
  });

  it('says how much of a flame graph is of the guard itself', () => {
    const names: [string, string] = ['m/p', 'm/.crash-guard/agent.init.0'];
    const flames = [{ package: 'm/p', leg: 'memory', picture: flameOf(...names) }];
    expect(words(htmlOf({}, { flames }))).toContain(
      "1.5 KiB of it were allocated by the guard's own agent.",
    );
  });

  it('lists packages, those in trouble first', () => {
    const packages = [
      packageRun({ package: 'm/fine', cached: true }),
      packageRun({ package: 'm/bad', ending: 'failed', tests: { failed: 1 } }),
    ];
    const html = htmlOf({ packages });
    expect(html.indexOf('m/bad')).toBeLessThan(html.indexOf('m/fine'));
    expect(words(html)).toContain('m/bad race failed 1 1 1.0s 50.0 MiB');
    expect(words(html)).toContain('m/fine race passed cached 1 1.0s');
    expect(html.match(/<tr class="troubled">/g)).toHaveLength(1);
  });

  it('says what could not be observed, what was kept, and where it ran', () => {
    const text = words(
      htmlOf(
        {
          gaps: [{ what: 'the timeline ends early', leg: 'race', package: 'm/p' }],
          artifacts: [{ name: 'cores', path: 'cores.zip', bytes: 4096 }],
          preflight: [
            {
              ...{ id: 'cgroup', what: 'control groups', value: 'read only', needed: 'v2' },
              ...{ status: 'warn', fix: 'give the job a group of its own' },
            },
          ],
          legs: [
            legReport({
              exitCode: 1,
              guard: { tier: 'watcher', ceilingBytes: 1 << 30, tried: [] },
            }),
          ],
        },
        {
          links: {
            ...noLinks,
            artifacts: [{ name: 'profiles', url: `${tree}/1`, bytes: 2048 }],
          },
        },
      ),
    );
    expect(text).toContain('m/p race the timeline ends early');
    expect(text).toContain('profiles 2.0 KiB cores cores.zip 4.0 KiB');
    expect(text).toContain('control groups warn read only v2 give the job a group of its own');
    expect(text).toContain('linux/x64, 2 CPUs, 8.0 GiB, go1.26.8, Node.js v24.0.0');
    expect(text).toContain('memory ceiling 1.0 GiB, held by a watcher in user space');
  });

  it('leaves out what there is nothing of', () => {
    const html = htmlOf();
    for (const id of [
      'crashes',
      'failures',
      'missing',
      'attempts',
      'fuzzing',
      'leaks',
      'heap',
      'timelines',
      'flames',
      'gaps',
    ])
      expect(html).not.toContain(`id="${id}"`);
    expect(html).toContain('id="packages"');
  });

  it('has the parts of a full report in one order, each in the list at the top', () => {
    const html = renderReportPage(reportPage(fullReport()), assets);
    const sections = [...html.matchAll(/<section id="(?<id>[a-z]+)"/g)].map(
      ({ groups }) => groups?.['id'],
    );
    const listed = [...(html.split('</nav>')[0] ?? '').matchAll(/<li><a href="#(?<id>[a-z]+)"/g)];
    expect(sections).toEqual([
      'crashes',
      'failures',
      'missing',
      'attempts',
      'fuzzing',
      'leaks',
      'heap',
      'packages',
      'gaps',
      'artifacts',
      'machine',
    ]);
    expect(listed.map(({ groups }) => groups?.['id'])).toEqual(sections);
  });
});

describe('the stack of a test that a timeout ended', () => {
  const alarm = { function: 'testing.(*M).startAlarm.func1', file: '/go/testing.go', line: 9 };
  const loop = { function: 'm/p.(*Cart).Add', file: 'p/cart.go', line: 4 };
  const hangs = sampleCrash({
    ...{ cause: 'timeout', message: 'test timed out after 3s', blame: loop },
    stacks: [
      { ...{ id: '9', state: 'running', role: 'other' }, frames: [alarm], createdBy: null },
      { ...{ id: '7', state: 'runnable', role: 'other' }, frames: [loop], createdBy: null },
    ],
  });

  it('is open on the page, and not that of the alarm', () => {
    const text = words(htmlOf({ ...crashed, crashes: [hangs] }, { sources }));
    expect(text).toMatch(
      /Stack Where it was: goroutine 7 , runnable .* 1 other goroutine goroutine 9 /,
    );
  });

  it('is in the summary, but not beside a table of who waits for whom', () => {
    expect(stackText(hangs)).toContain('goroutine 7 [runnable]:\n  m/p.(*Cart).Add');
    const waits = { kind: 'stuck', confidence: 'consistent', summary: 's', waits: [] } as const;
    expect(stackText({ ...hangs, waits: { ...waits, waits: [] } })).toBe('');
  });

  it('is the first one where no goroutine is at the line that is blamed', () => {
    expect(tellingStacks({ ...hangs, blame: null }).map(({ id }) => id)).toEqual(['9']);
  });
});
