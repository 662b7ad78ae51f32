import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  packedReportLimits,
  readPackedReport,
  type PackedReport,
  type PackedReportLimits,
} from '../../src/report/packed-report.ts';
import { fullReport } from '../support/full-report.ts';
import { hostileReport, hostileStrings } from '../support/hostile-strings.ts';
import { sampleReport } from '../support/sample-report.ts';
import { zipFile, type ZipClaims, type ZipEntry } from '../support/zip-file.ts';
import { awaitedProcessorMs } from '../support/processor-time.ts';

const json = JSON.stringify(sampleReport());
const entry = (of: Partial<ZipEntry> = {}): ZipEntry => ({
  name: 'report.json',
  data: json,
  ...of,
});
const page: ZipEntry = { name: 'heap/index.html', data: '<p>heap</p>' };

async function refusal(zip: Uint8Array, limits: Partial<PackedReportLimits> = {}): Promise<string> {
  const read = await readPackedReport(zip, { ...packedReportLimits, ...limits });
  if (read.kind === 'report') throw new Error('it was read');
  return read.because;
}
const refusalOf = (
  entries: readonly ZipEntry[],
  limits?: Partial<PackedReportLimits>,
  claims?: ZipClaims,
): Promise<string> => refusal(zipFile(entries, claims), limits);

describe('the report in an artifact', () => {
  it.each([0, 8])('is read, packed by method %d', async (method) => {
    const report = fullReport();
    const data = JSON.stringify(report);
    const zip = zipFile([page, entry({ data, method }), { name: 'junit.xml', data: '<x/>' }]);
    expect(await readPackedReport(zip)).toEqual({ kind: 'report', report });
  });

  it('is read from the middle of a larger buffer', async () => {
    const zip = zipFile([entry()]);
    const around = Buffer.concat([Buffer.alloc(100, 'x'), zip, Buffer.alloc(7)]);
    const view = new Uint8Array(around.buffer, around.byteOffset + 100, zip.length);
    expect(await readPackedReport(view)).toMatchObject({ kind: 'report' });
  });

  it.each(hostileStrings)('keeps hostile text as it is: %s', async (_, text) => {
    const report = hostileReport(text);
    const read = await readPackedReport(zipFile([entry({ data: JSON.stringify(report) })]));
    expect(read).toEqual({ kind: 'report', report });
  });

  it('cannot change what objects are', async () => {
    const text = json.replace(
      '{',
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},',
    );
    const read = await readPackedReport(zipFile([entry({ data: text })]));
    expect(read).toMatchObject({ kind: 'report' });
    expect((read as unknown as { report: { polluted?: unknown } }).report.polluted).toBeUndefined();
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});

describe('refused is', () => {
  it('what is no archive', async () => {
    expect(await refusal(new Uint8Array())).toMatch(
      /^the artifact is no zip file that can be read: /,
    );
    expect(await refusal(Buffer.from('not a zip'.repeat(50)))).toMatch(/no zip file/);
    expect(await refusal(zipFile([entry()]).subarray(0, -9))).toMatch(/no zip file/);
  });

  it.each(['../report.json', 'a/../../report.json', '/etc/passwd', 'C:/x', 'a\\..\\b'])(
    'an archive with a path that leads out of it: %s',
    async (name) => {
      expect(await refusalOf([entry(), { name, data: 'x' }])).toMatch(
        /no zip file that can be read: (?:invalid relative path|absolute path)/,
      );
    },
  );

  it('an archive without a report, or with two', async () => {
    expect(await refusalOf([page])).toBe('the artifact holds no report.json');
    expect(await refusalOf([{ name: 'a/report.json', data: json }])).toMatch(
      /holds no report.json/,
    );
    expect(await refusalOf([entry(), entry()])).toBe('the artifact holds two files report.json');
  });

  it('an archive of too many files, really or by its own word', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ name: `f${index}`, data: '' }));
    expect(await refusalOf([entry(), ...many], { maxEntries: 10 })).toMatch(/more than 10 files/);
    expect(await refusalOf([entry()], {}, { entries: 60_000 })).toMatch(/more than 1000 files/);
    expect(await refusalOf([entry()], {}, { entries: 3 })).toMatch(/no zip file/);
    expect(await refusalOf([entry()], {}, { directoryAt: 0xfffffff0 })).toMatch(/no zip file/);
  });

  it('a report that is encrypted, a link, or packed in another way', async () => {
    expect(await refusalOf([entry({ flags: 1 })])).toMatch(/is encrypted/);
    expect(await refusalOf([entry({ flags: 0x41 })])).toMatch(/encryption is not supported/);
    expect(await refusalOf([entry({ mode: 0o120777, data: '/etc/passwd' })])).toMatch(/is a link/);
    expect(await refusalOf([entry({ method: 12 })])).toMatch(/method that is not read/);
  });

  it('a report that is too large, really or by its own word', async () => {
    const limits = { maxReportBytes: 1000 };
    const data = `${json}${' '.repeat(2_000_000)}`;
    expect(await refusalOf([entry({ data })], limits)).toBe(
      'its report.json is larger than 1000 bytes',
    );
    // A bomb that says it is small, and a small one that says it is a bomb.
    expect(await refusalOf([entry({ data, claimedBytes: 900 })], limits)).toMatch(
      /no zip file that can be read: too many bytes in the stream/,
    );
    expect(await refusalOf([entry({ claimedBytes: 0xfffffffe })])).toMatch(/is larger than/);
    expect(await refusal(zipFile([entry()]), { maxZipBytes: 10 })).toMatch(
      /the artifact is larger than 10 bytes/,
    );
  });

  it('JSON that is nested too deep, has too long a text or too many values', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    expect(await refusalOf([entry({ data: deep })])).toMatch(/nested more than 32 levels deep/);
    const long = JSON.stringify({ a: 'x'.repeat(3 << 20) });
    expect(await refusalOf([entry({ data: long })])).toMatch(/text of more than 2097152 bytes/);
    expect(await refusalOf([entry({ data: '"' })])).toMatch(/is not JSON/);
    const many = `[${'[],'.repeat(600)}[]]`;
    expect(await refusalOf([entry({ data: many })], { maxValues: 1000 })).toMatch(
      /more than 1000 values/,
    );
  });

  it('what is no report, or one of another version', async () => {
    const of = (value: unknown): Promise<string> =>
      refusalOf([entry({ data: typeof value === 'string' ? value : JSON.stringify(value) })]);
    expect(await of('{')).toBe('its report.json is not JSON');
    expect(await refusalOf([entry({ data: Buffer.from([0x22, 0xff, 0x22]) })])).toMatch(/not JSON/);
    expect(await of('null')).toBe('its report.json is not a report of this version');
    expect(await of([])).toMatch(/not a report of this version/);
    expect(await of({ ...sampleReport(), schema: 2 })).toBe(
      'its report.json was written by a newer version (schema 2): use one version of the action in all workflows',
    );
    expect(await of({ ...sampleReport(), crashes: 3 })).toBe(
      'its report.json is not a report of this version (at crashes)',
    );
  });

  it('anything that was damaged, without a throw', async () => {
    const zip = zipFile([page, entry()]);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.nat(zip.length - 1), fc.nat(255)), { minLength: 1, maxLength: 8 }),
        fc.nat(zip.length),
        async (changes, length) => {
          const damaged = Buffer.from(zip);
          for (const [at, value] of changes) damaged[at] = value;
          for (const bytes of [damaged, damaged.subarray(0, length)]) {
            const { kind }: PackedReport = await readPackedReport(bytes);
            expect(['report', 'refused']).toContain(kind);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

it('what is wrong a million times needs the memory of one', async () => {
  const report = JSON.stringify({ ...sampleReport(), crashes: 0 });
  const [run] = fullReport().packages;
  const [attempt] = run!.attempts;
  const empties = `[${'{},'.repeat(400_000)}{}]`;
  const limits = Array.from({ length: 400_000 }, (_, index) => `"${String(index)}":0`).join(',');
  const odd = JSON.stringify({
    ...sampleReport(),
    packages: [{ ...run, attempts: [{ ...attempt, limits: 0 }] }],
  });
  const before = process.resourceUsage().maxRSS;
  expect(
    await refusalOf([entry({ data: report.replace('"crashes":0', `"crashes":${empties}`) })]),
  ).toMatch(/not a report of this version \(at crashes\.0\./);
  expect(
    await refusalOf([entry({ data: odd.replace('"limits":0', `"limits":{${limits}}`) })]),
  ).toMatch(/an object of more than 1000 members/);
  expect(process.resourceUsage().maxRSS - before).toBeLessThan(300 << 10);
});

it('a report of 60 MB is read or refused within seconds', async () => {
  const report = sampleReport();
  const gaps = Array.from({ length: 30_000 }, () => ({ what: '`'.repeat(2000) }));
  const zip = zipFile([entry({ data: JSON.stringify({ ...report, gaps }) })]);
  const bomb = zipFile([entry({ data: `[${'[],'.repeat(20_000_000)}0]` })]);
  const spentMs = await awaitedProcessorMs(async () => {
    expect(await readPackedReport(zip)).toMatchObject({ kind: 'report' });
    expect(await refusal(bomb)).toMatch(/more than 4000000 values/);
  });
  expect(spentMs).toBeLessThan(20_000);
});
