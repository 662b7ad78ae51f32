import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import {
  foreignReader,
  type ForeignLimits,
  type ForeignTask,
} from '../../src/github/foreign-report.ts';
import { foreignComment } from '../../src/render/foreign-comment.ts';
import type { Report } from '../../src/report/schema.ts';
import { bundled } from '../support/bundle.ts';
import { packedReport, wholeReport } from '../support/commented-run.ts';
import { fullReport } from '../support/full-report.ts';
import { sampleLinks } from '../support/rendered.ts';
import { packageRun, sampleCrash, sampleReport } from '../support/sample-report.ts';
import { awaitedProcessorMs } from '../support/processor-time.ts';

const thread = pathToFileURL(bundled('foreign-report.js'));
const page = { links: sampleLinks, title: null, untrusted: true };
const task = (report: unknown): ForeignTask => ({ zip: packedReport(report), page });

/** Some ten MiB, once it is read. */
function largeReport(): Report {
  const gaps = Array.from({ length: 200_000 }, (_, index) => ({ what: `gap ${String(index)}` }));
  return sampleReport({ gaps });
}

describe('a report of somebody else, in a thread of its own', () => {
  const read = foreignReader(thread);

  it('has the comment that it has everywhere', async () => {
    const asked = task(wholeReport());
    const comment = await read(asked);
    expect(comment).toEqual(await foreignComment(asked.zip, page));
    expect(comment).toMatchObject({ kind: 'comment', problems: true });
  });

  it.each([
    ['no zip file', { zip: Buffer.from('PK'), page }, /no zip file/],
    ['of a shard', task(fullReport()), /report of one shard only/],
  ])('is refused: %s', async (_, asked, because) => {
    expect(await read(asked)).toEqual({
      ...{ kind: 'refused', because: expect.stringMatching(because) },
    });
  });

  it.each<[string, ForeignLimits, RegExp]>([
    ['memory', { maxHeapMiB: 20, maxMs: 60_000 }, /takes too much to read: more than 20.0 MiB/],
    ['time', { maxHeapMiB: 1024, maxMs: 1 }, /takes too much to read: more than 0.001 s/],
  ])('may not take all %s', async (_, limits, because) => {
    const comment = await foreignReader(thread, limits)(task(largeReport()));
    expect(comment).toEqual({
      ...{ kind: 'refused', because: expect.stringMatching(because) },
    });
  });

  it('is told of where there is no such thread', async () => {
    const nowhere = new URL('nowhere.js', thread);
    expect(await foreignReader(nowhere)(task(sampleReport()))).toMatchObject({
      ...{ kind: 'refused', because: expect.stringMatching(/^it cannot be read: /) },
    });
  });
});

describe('a report that is made to take time is read within seconds', () => {
  const [attempt] = packageRun().attempts;
  const cause = { confidence: 'confirmed' as const, evidence: [], excluded: [], advice: [] };
  const crashed = { ending: 'crashed' as const, tests: packageRun().tests };
  const many = <T>(count: number, one: (index: number) => T): T[] =>
    Array.from({ length: count }, (_, index) => one(index));

  it.each<[string, Partial<Report>]>([
    [
      'each of many crashes is of a run with many attempts',
      {
        packages: [packageRun({ ...crashed, attempts: many(12_000, () => attempt!) })],
        crashes: many(12_000, () => sampleCrash()),
      },
    ],
    [
      'its message is nearly what the summary is made of',
      {
        packages: [
          packageRun({
            ...crashed,
            cause: { ...cause, id: 'panic', summary: 'a'.repeat(600_000) },
          }),
        ],
        crashes: [sampleCrash({ message: `${'a'.repeat(150_000)}b${'a'.repeat(149_999)}` })],
      },
    ],
    [
      'its names are long, and of one length',
      {
        packages: [
          packageRun({
            tests: {
              ...packageRun().tests,
              unfinished: many(3000, (at) => `${'a'.repeat(16_384)}${String(at).padStart(8, '0')}`),
            },
          }),
        ],
      },
    ],
  ])('%s', async (_, of) => {
    const { zip } = task(sampleReport(of));
    const spentMs = await awaitedProcessorMs(async () => {
      expect(await foreignComment(zip, page)).toMatchObject({ kind: 'comment' });
    });
    expect(spentMs).toBeLessThan(8_000);
  });
});

it.each(['+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', '9999-12-31T00:00:00Z', 'x'])(
  'a report that says it began at %s has a comment',
  async (startedAt) => {
    const comment = await foreignComment(packedReport({ ...wholeReport(), startedAt }), page);
    expect(comment).toMatchObject({ kind: 'comment' });
    expect(comment).toMatchObject({
      body: expect.stringMatching(/ until: \d{4}-\d\d-\d\d$/m),
    });
  },
);
