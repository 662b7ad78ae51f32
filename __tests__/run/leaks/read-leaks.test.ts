import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from '@jest/globals';
import type { PackageRun } from '../../../src/report/schema.ts';
import { defaultResilience, type Resilience } from '../../../src/settings/resilience.ts';
import { layout } from '../../../src/run/layout.ts';
import { writeMemoryLeaks } from '../../../src/run/leaks/memory-leaks.ts';
import { readLeaks, type ReadLeaks } from '../../../src/run/leaks/read-leaks.ts';
import { capturedLeftovers, leftoversModule } from '../../support/leftovers.ts';
import { sampleLeak } from '../../support/sample-leak.ts';
import { attempt, packageRun } from '../../support/sample-report.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const [oldest] = capturedLeftovers();
const newest = capturedLeftovers().at(-1);
const name = 'example.com/left/queue';
const head = (total: number, cut = 0): string =>
  `crash-guard-leaks 1\nproof 0\ncut ${String(cut)}\ntotal ${String(total)}\n`;

let out = '';
beforeEach(() => {
  out = tempFolder();
});

const run = (of: Partial<PackageRun> = {}): PackageRun => packageRun({ package: name, ...of });

function left(text: string, of: { leg?: string; attempt?: number } = {}): void {
  const folder = layout.package(out, of.leg ?? 'race', name);
  const place = join(folder, `attempt-${String(of.attempt ?? 1)}`);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, 'leaks.txt'), text);
}

function read(
  packages: PackageRun[],
  leaks: Partial<Resilience['leaks']> = {},
): Promise<ReadLeaks> {
  const source = { module: 'example.com/left', repository: null, sha: null, ref: null };
  const plan = {
    ...{ directory: leftoversModule, startedAt: '2026-11-21T10:00:00.000Z', legs: [] },
    source: { ...source, event: null },
    leaks: { ...defaultResilience.leaks, ...leaks },
  };
  return readLeaks(out, plan, packages);
}

describe('what a run left behind', () => {
  it('is one leak for each place, whatever the legs and versions that saw it', async () => {
    left(oldest?.text ?? '');
    left(newest?.text ?? '', { leg: 'memory' });
    const { leaks, packages, gaps } = await read([run(), run({ leg: 'memory' })]);
    expect(leaks).toHaveLength(13);
    const pool = leaks?.find(({ goroutines }) => goroutines === 3);
    expect(pool).toMatchObject({
      ...{ kind: 'goroutine', confidence: 'confirmed', package: name, legs: ['race', 'memory'] },
      ...{ state: 'chan receive', standing: 'unknown', accepted: null },
      site: { file: expect.stringMatching(/(?:^|\/)queue\/queue\.go$/) as unknown, line: 25 },
      createdBy: { line: 19 },
    });
    expect(packages.map(({ leaksSeen }) => leaksSeen)).toEqual([
      ...[{ goroutine: 'all' }, { goroutine: 'all' }],
    ]);
    expect(gaps).toEqual([]);
  });

  it('is nothing where somebody looked and found nothing', async () => {
    left(head(0));
    expect(await read([run()])).toMatchObject({ leaks: [], gaps: [] });
  });

  it('is not known where nobody was to look', async () => {
    left(oldest?.text ?? '');
    const packages = [run()];
    const found = await read(packages, { goroutines: 'off' });
    expect(found).toEqual({ leaks: null, packages, gaps: [] });
  });

  it('is known in part where the package crashed, or where more was left than could be written', async () => {
    left(head(0), { attempt: 2 });
    const twice = run({ attempts: [attempt({ ending: 'crashed' }), attempt({ number: 2 })] });
    const crashed = run({ ending: 'crashed', leg: 'memory' });
    const seen = (await read([twice, crashed])).packages.map(({ leaksSeen }) => leaksSeen);
    expect(seen).toEqual([{ goroutine: 'some' }, { goroutine: 'none' }]);
    left(head(5000, 1));
    const cut = await read([run()]);
    expect(cut.packages[0]?.leaksSeen).toEqual({ goroutine: 'some' });
    expect(cut.gaps).toEqual([
      {
        what: 'at least 5000 goroutines outlived the tests; 0 of them are listed',
        ...{ leg: 'race', package: name },
      },
    ]);
  });

  it('is asked for where leaks fail the run and nobody could look', async () => {
    expect((await read([run()])).gaps).toEqual([]);
    const { gaps } = await read([run()], { goroutines: 'fail' });
    expect(gaps).toMatchObject([{ what: expect.stringMatching(/^nobody looked/) as unknown }]);
    expect((await read([run({ ending: 'no-tests' })], { goroutines: 'fail' })).gaps).toEqual([]);
  });

  it('is let be by an entry that still holds', async () => {
    left(oldest?.text ?? '');
    const entry = { package: './...', function: 'queue.NewPool', reason: 'for the process' };
    const { leaks } = await read([run()], {
      accept: [
        { ...entry, until: '2026-11-21' },
        { ...entry, function: 'queue.Fetch', until: '2026-11-20' },
      ],
    });
    expect(leaks?.filter(({ accepted }) => accepted !== null)).toMatchObject([{ goroutines: 3 }]);
    expect(leaks?.filter(({ expired }) => expired !== undefined)).toMatchObject([
      { state: 'chan send', accepted: null, expired: { until: '2026-11-20' } },
    ]);
    // What is let be comes last.
    expect(leaks?.at(-1)?.accepted).toEqual({ reason: 'for the process', until: '2026-11-21' });
  });

  it('is not read through a link', async () => {
    const folder = join(layout.package(out, 'race', name), 'attempt-1');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(out, 'elsewhere.txt'), oldest?.text ?? '');
    symlinkSync(join(out, 'elsewhere.txt'), join(folder, 'leaks.txt'));
    expect((await read([run()])).leaks).toEqual([]);
  });

  it('has at most a thousand places, and says so', async () => {
    const stack = (line: number): string =>
      `goroutine ${String(line + 10)} [select]:\nlib.f${String(line)}(...)\n\t/lib/a.go:${String(line)} +0x1\ncreated by lib.g in goroutine 7\n\t/lib/b.go:1 +0x1\n`;
    const stacks = Array.from({ length: 1200 }, (_, index) => stack(index + 1));
    left(`${head(1200)}\n${stacks.join('\n')}`);
    const { leaks, gaps, packages } = await read([run()]);
    expect(leaks).toHaveLength(1000);
    expect(gaps).toEqual([{ what: '200 leaks beyond the first 1000' }]);
    expect(packages[0]?.leaksSeen).toEqual({ goroutine: 'some' });
  });
});

describe('memory that repeated runs keep', () => {
  const {
    standing: _standing,
    accepted: _accepted,
    ...leak
  } = sampleLeak({
    ...{ kind: 'memory', confidence: 'consistent', package: name, legs: ['memory'] },
    ...{ goroutines: 0, bytesPerRun: 4096 },
  });

  it('is one more kind of leak, where somebody measured it', async () => {
    mkdirSync(layout.leg(out, 'memory'), { recursive: true });
    const seen = [{ package: name, how: 'all' as const }];
    await writeMemoryLeaks(out, 'memory', { leaks: [leak], seen });
    const plan = { goroutines: 'off', memory: 'report' } as const;
    const packages = [run(), run({ leg: 'memory' })];
    const found = await readLeaks(
      out,
      {
        ...{ directory: leftoversModule, startedAt: '2026-11-21T10:00:00.000Z' },
        legs: [{ name: 'memory' }, { name: 'race' }] as never,
        source: { module: 'm', repository: null, sha: null, ref: null, event: null },
        leaks: { ...plan, accept: [] },
      },
      packages,
    );
    expect(found.leaks).toEqual([{ ...leak, standing: 'unknown', accepted: null }]);
    expect(found.packages.map(({ leaksSeen }) => leaksSeen)).toEqual([
      undefined,
      { memory: 'all' },
    ]);
  });
});
