import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { costs } from '../../src/inspect/audit/costs.ts';
import type { StartRecord } from '../../src/inspect/audit/start.ts';
import { starts } from '../../src/inspect/audit/starts.ts';
import type { ListedPackage } from '../../src/plan/go-list.ts';
import { renderAudit } from '../../src/render/audit.ts';
import { auditKinds, type AuditKind } from '../../src/report/audit-kinds.ts';
import { auditSchema, type Audit, type AuditFinding } from '../../src/report/audit.ts';

const plain = (text: string): string => text;
const page = { width: 100, paint: { good: plain, bad: plain, dim: plain, bold: plain } };

const initialised = (name: string, clockMs: number): StartRecord['packages'][number] => ({
  ...{ package: name, atMs: 0, clockMs },
  ...{ bytes: clockMs * 1000, allocs: clockMs },
});

const record = (directory: string, ...packages: [string, number][]): StartRecord => ({
  ...{ directory, ending: 'exited', exitCode: 0, signal: '', elapsedMs: 5, omitted: 0, said: '' },
  packages: [...packages.map(([name, ms]) => initialised(name, ms)), initialised('main', 0)],
});

const listed = (name: string, error: string | null = null): ListedPackage => ({
  ...{ package: `example.com/m/${name}`, dir: `/m/${name}`, name, standard: false, module: null },
  ...{ testFiles: [], externalTestFiles: [], sourceFiles: [], embedPatterns: [], files: 1, error },
});

describe('what initialisation costs', () => {
  const records = [
    record('/m/a', ['net/http', 3], ['example.com/m/a', 7], ['example.com/m/a_test', 1]),
    record('/m/b', ['net/http', 1], ['example.com/m/a', 2], ['example.com/m/b', 5]),
    record('/m/c', ['net/http', 9], ['example.com/m/a', 1], ['gopkg.in/yaml%2ev3', 4]),
  ];
  const found = costs(records, (folder) => `example.com${folder}`);

  it.each([
    ['of a package, in its own test binary', 'example.com/m/a', 7, 3],
    ['of its external tests', 'example.com/m/a_test', 1, 1],
    ['of others, in the middle one', 'net/http', 3, 3],
    ['of a package with an escaped path', 'gopkg.in/yaml.v3', 4, 1],
  ])('%s', (_, name, initMs, count) => {
    expect(found.get(name)).toEqual({
      ...{ initMs, bytes: initMs * 1000, allocs: initMs },
      starts: count,
    });
  });

  it('leaves out the generated main package', () => {
    expect(found.has('main')).toBe(false);
    expect(costs([], () => null).size).toBe(0);
  });
});

describe('a start', () => {
  const nothing = { buildText: new Map<string, string>(), gaps: [] };
  const stuck = [
    ...['SIGQUIT: quit', 'PC=0x48ac61 m=0 sigcode=0', '', 'goroutine 0 gp=0x5f3c40 m=0 [idle]:'],
    ...['runtime.futex(0x5f4d20)', '\t/go/src/runtime/sys_linux_amd64.s:557 +0x21', ''],
    ...['goroutine 1 gp=0xc0000021c0 m=nil [sleep]:', 'time.Sleep(0x34630b8a000)'],
    ...['\t/usr/local/go/src/runtime/time.go:363 +0x165', 'example.com/m/a.load()'],
    ...['\t/m/a/a.go:7 +0x17', 'example.com/m/a.init.0()', '\t/m/a/a.go:5 +0x13', ''],
  ].join('\n');

  it.each<[string, Partial<StartRecord>, object]>([
    ['that is well', {}, { ending: 'exited', ready: true, said: null, at: null, initMs: 3 }],
    [
      'that is stuck: where, not what was printed',
      { ending: 'stuck', said: stuck, packages: [] },
      {
        ...{ ending: 'stuck', ready: false, said: null },
        at: { function: 'example.com/m/a.load', file: 'a/a.go', line: 7 },
      },
    ],
    [
      'that ends too early, though with exit code 0',
      { packages: [initialised('os', 1)] },
      { ending: 'exited', exitCode: 0, ready: false, initMs: 1 },
    ],
    [
      'that panics',
      { exitCode: 2, said: '\n\u001b[31mpanic: no\u001b[0m\n\ngoroutine 1 [running]:\nfoo' },
      { exitCode: 2, said: 'panic: no', at: null },
    ],
  ])('%s', (_, changes, expected) => {
    const one = { ...record('/m/a', ['os', 1], ['example.com/m/a', 2]), ...changes };
    const [told] = starts([listed('a')], { ...nothing, records: [one] }, '/m');
    expect(told).toMatchObject({ package: 'example.com/m/a', ...expected });
  });

  it('that never was says why: go list, the compiler, or what go test said at all', () => {
    const buildText = new Map([
      ['example.com/m/b', 'b/b.go:3:1: undefined: x\nmore\n'],
      ['', 'go: updates to go.mod needed\n'],
    ]);
    const packages = [listed('a', 'found packages a and b'), listed('b'), listed('c')];
    const told = starts(packages, { buildText, gaps: [], records: [] }, '/m');
    expect(told.map(({ ending, said }) => [ending, said])).toEqual([
      ['not-built', 'found packages a and b'],
      ['not-built', 'b/b.go:3:1: undefined: x'],
      ['not-built', 'go: updates to go.mod needed'],
    ]);
  });
});

const finding = (kind: AuditKind, changes: Partial<AuditFinding> = {}): AuditFinding => ({
  ...{ kind, level: auditKinds[kind].level, what: 'f()', file: 'a/a.go', line: 7 },
  ...{ conditional: false, test: false, generated: false, also: 0 },
  chain: [{ function: 'init', file: 'a/a.go', line: 7 }],
  ...changes,
});

const sample = (changes: Partial<Audit> = {}): Audit =>
  auditSchema.parse({
    ...{ directory: '/m', go: 'go1.26.8', named: [], starts: [], gaps: [], packages: [] },
    ...changes,
  });

const audited = (
  findings: AuditFinding[],
  changes: Partial<Audit['packages'][number]> = {},
): Audit['packages'][number] => ({
  ...{ package: 'example.com/m/a', role: 'own', cost: null, findings, omitted: 0, problems: [] },
  ...changes,
});

describe('the text', () => {
  it('has warnings before notes, each with the way that leads to it', () => {
    const chain = [
      { function: 'var cache', file: 'a/a.go', line: 3 },
      { function: 'newCache', file: 'a/new.go', line: 9 },
    ];
    const found = [
      finding('environment', { what: 'os.Getenv("A")', test: true }),
      finding('goroutine', { what: 'go work()', chain, also: 2, conditional: true }),
    ];
    const text = renderAudit(sample({ packages: [audited(found)] }), page);
    expect(text).toContain(
      [
        'example.com/m/a',
        '  ✗ starts a goroutine     a/a.go:7  go work()',
        '      in var cache (a.go:3) > newCache; and from 2 more initialisers; not in every case',
        '  ! reads the environment  a/a.go:7  os.Getenv("A")',
        '      in init; in a test file',
        '',
        'what to do:',
        `  starts a goroutine: ${auditKinds.goroutine.advice}`,
        `  reads the environment: ${auditKinds.environment.advice}`,
      ].join('\n'),
    );
  });

  it('says how many there are, and what was not found', () => {
    const text = renderAudit(sample({ packages: [audited([])] }), page);
    expect(text).toMatch(/^startup of 1 package with go1\.26\.8: 0 warnings, 0 notes\n/);
    expect(text).toContain('nothing found in:\n');
    expect(text).not.toContain('what to do');
    expect(renderAudit(sample(), page)).toContain('startup of 0 packages');
  });

  it('counts what is too much to show', () => {
    const many = Array.from({ length: 40 }, (_, line) => finding('file', { line }));
    const packages = [audited(many, { omitted: 5 })];
    const others = Array.from({ length: 15 }, (_, i) =>
      audited([finding('goroutine')], {
        ...{ package: `dep${String(i)}`, role: 'dependency' },
        cost: { initMs: i, bytes: 0, allocs: 0, starts: 1 },
      }),
    );
    const text = renderAudit(sample({ packages: [...packages, ...others] }), page);
    expect(text).toContain('... and 15 more findings');
    expect(text).toContain('... and 4 more packages');
    expect(text).toContain('... and 5 more packages');
  });

  it('holds no control characters and no line that is too long, whatever the names are', () => {
    const text = fc.string({ unit: 'binary', maxLength: 200 });
    const kinds = Object.keys(auditKinds) as AuditKind[];
    const anything = fc.record({ text, kind: fc.constantFrom(...kinds), line: fc.nat() });
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 8 }), text, (items, name) => {
        const found = items.map(({ text: what, kind, line }) =>
          finding(kind, { what, file: what, line, chain: [{ function: name, file: what, line }] }),
        );
        const start = {
          ...{ package: name, ending: 'signaled' as const, exitCode: 0, signal: name },
          ...{ ready: false, elapsedMs: 1, initMs: 1, bytes: 1, allocs: 1, said: name },
          at: { function: name, file: name, line: 1 },
        };
        const packages = [audited(found, { package: name, problems: [name] })];
        const lines = renderAudit(sample({ packages, starts: [start], gaps: [name] }), page)
          .split('\n')
          .filter((line) => !line.startsWith('  ') && !line.startsWith('!'));
        for (const line of lines) {
          expect(line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/);
          expect(line.length).toBeLessThanOrEqual(page.width);
        }
      }),
      { numRuns: 300 },
    );
  });
});
