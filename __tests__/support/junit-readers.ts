import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as withJunit2json, type TestCase } from 'junit2json';
import testResults from 'test-results-parser';
import { tempFolder } from './temp-folder.ts';

/** What a reader of JUnit files understands of one case. */
export interface ReadCase {
  suite: string;
  name: string;
  outcome: 'passed' | 'failed' | 'skipped';
  message: string | null;
}

export interface ReadFile {
  total: number;
  failed: number;
  cases: ReadCase[];
}

/** Reads the file with two parsers that share no code: one on sax, one on fast-xml-parser. */
export async function readByTwo(xml: string): Promise<{ one: ReadFile; other: ReadFile }> {
  return { one: await readWithSax(xml), other: readWithFastXml(xml) };
}

/** The reader hands on attributes that its types do not know. */
export type PlacedCase = TestCase & { file?: string; line?: string };

/** Every attribute and element, by sax, which refuses what is not well-formed. */
export async function suitesOf(xml: string): Promise<{ name: string; cases: PlacedCase[] }[]> {
  const read = await withJunit2json(xml, {});
  if (!read || !('testsuite' in read)) throw new Error('no suites were read');
  return (read.testsuite ?? []).map(({ name = '', testcase = [] }) => ({ name, cases: testcase }));
}

async function readWithSax(xml: string): Promise<ReadFile> {
  const cases = (await suitesOf(xml)).flatMap(({ name: suite, cases: all }) =>
    all.map(({ name = '', failure, error, skipped }): ReadCase => {
      const [bad] = error ?? failure ?? [];
      const outcome = bad !== undefined ? 'failed' : skipped === undefined ? 'passed' : 'skipped';
      return { suite, name, outcome, message: bad?.message ?? null };
    }),
  );
  const failed = cases.filter(({ outcome }) => outcome === 'failed').length;
  return { total: cases.length, failed, cases };
}

function readWithFastXml(xml: string): ReadFile {
  const path = join(tempFolder(), 'junit.xml');
  writeFileSync(path, xml);
  const result = testResults.parse({ type: 'junit', files: [path] });
  const outcomes = { PASS: 'passed', FAIL: 'failed', SKIP: 'skipped' } as const;
  return {
    total: result.total + result.skipped,
    failed: result.failed + result.errors,
    cases: result.suites.flatMap(({ name: suite, cases }) =>
      cases.map(({ name, status, failure }) => ({
        ...{ suite: asText(suite), name: asText(name) },
        outcome: outcomes[status as keyof typeof outcomes],
        message: status === 'FAIL' ? asText(failure) : null,
      })),
    ),
  };
}

/** The reader makes numbers of attributes that look like some. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
