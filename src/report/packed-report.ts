import { Buffer } from 'node:buffer';
import type { Readable } from 'node:stream';
import { fromBufferPromise, type Entry, type ZipFile } from 'yauzl';
import type * as z from 'zod/mini';
import { brokenBound } from './json-bounds.ts';
import { reportSchema, type Report } from './schema.ts';

export type PackedReport =
  { kind: 'report'; report: Report } | { kind: 'refused'; because: string };

export interface PackedReportLimits {
  maxZipBytes: number;
  maxEntries: number;
  maxReportBytes: number;
  maxDepth: number;
  maxStringBytes: number;
  maxValues: number;
  maxMembers: number;
}

/** The report of some thousand packages has a few MiB; its deepest value is below ten others; its longest text has 32 KiB. */
export const packedReportLimits: PackedReportLimits = {
  maxZipBytes: 256 << 20,
  maxEntries: 1000,
  maxReportBytes: 64 << 20,
  maxDepth: 32,
  maxStringBytes: 2 << 20,
  maxValues: 4_000_000,
  maxMembers: 1000,
};

const reportName = 'report.json';

/** Why an artifact is not read; the text names what is wrong with it. */
class Refusal extends Error {}

/**
 * Takes the Report out of the zip file of an artifact, whoever made it: only report.json is unpacked, in memory, and every size is
 * bounded. Never throws; what is refused is described for a person.
 */
export async function readPackedReport(
  zip: Uint8Array,
  limits: PackedReportLimits = packedReportLimits,
): Promise<PackedReport> {
  try {
    return { kind: 'report', report: parseReport(await unpackReport(zip, limits), limits) };
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', because: error.message };
    // What zlib and yauzl say may quote the archive.
    const said = printable((error as Error).message);
    return { kind: 'refused', because: `the artifact is no zip file that can be read: ${said}` };
  }
}

async function unpackReport(zip: Uint8Array, limits: PackedReportLimits): Promise<Uint8Array> {
  if (zip.length > limits.maxZipBytes)
    throw new Refusal(`the artifact is larger than ${limits.maxZipBytes} bytes`);
  const file = await fromBufferPromise(Buffer.from(zip.buffer, zip.byteOffset, zip.length));
  if (file.entryCount > limits.maxEntries)
    throw new Refusal(`the artifact holds more than ${limits.maxEntries} files`);
  const found: Entry[] = [];
  // yauzl refuses names that are absolute, hold a backslash or leave the folder by "..".
  for await (const entry of file.eachEntry()) if (entry.fileName === reportName) found.push(entry);
  const [entry, another] = found;
  if (entry === undefined) throw new Refusal(`the artifact holds no ${reportName}`);
  if (another !== undefined) throw new Refusal(`the artifact holds two files ${reportName}`);
  checkEntry(entry, limits);
  return readAll(await openEntry(file, entry), limits.maxReportBytes);
}

// The upper half of the external attributes is the mode of Unix, the first four bits of which are the type of the file.
const unixLink = 0o12;

function checkEntry(entry: Entry, { maxReportBytes }: PackedReportLimits): void {
  if (entry.isEncrypted()) throw new Refusal(`its ${reportName} is encrypted`);
  if (entry.externalFileAttributes >>> 28 === unixLink)
    throw new Refusal(`its ${reportName} is a link`);
  if (!entry.canDecodeFileData())
    throw new Refusal(`its ${reportName} is packed by a method that is not read`);
  if (entry.uncompressedSize > maxReportBytes) throw tooLarge(maxReportBytes);
}

function openEntry(file: ZipFile, entry: Entry): Promise<Readable> {
  return file.openReadStreamPromise(entry);
}

/** The declared size is only a claim. */
async function readAll(stream: Readable, maxBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw tooLarge(maxBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const tooLarge = (maxBytes: number): Refusal =>
  new Refusal(`its ${reportName} is larger than ${maxBytes} bytes`);

/** One thing that is wrong is told; all that may be wrong in millions of values need not fit into memory. */
const untilFirstIssue: z.core.ParseContextInternal<z.core.$ZodIssue> = { abortEarly: true };

function parseReport(json: Uint8Array, limits: PackedReportLimits): Report {
  const broken = brokenBound(json, limits);
  if (broken !== null) throw new Refusal(`its ${reportName} ${broken}`);
  const value = parseJson(json);
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (typeof schema === 'number' && schema > 1) {
    throw new Refusal(
      `its ${reportName} was written by a newer version (schema ${schema}): use one version of the action in all workflows`,
    );
  }
  const parsed = reportSchema.safeParse(value, untilFirstIssue);
  if (parsed.success) return parsed.data;
  const at = parsed.error.issues[0]?.path.map(String).join('.') ?? '';
  const where = at === '' ? '' : ` (at ${printable(at)})`;
  throw new Refusal(`its ${reportName} is not a report of this version${where}`);
}

function parseJson(json: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(json));
  } catch {
    throw new Refusal(`its ${reportName} is not JSON`);
  }
}

const maxPrintedChars = 200;

function printable(text: string): string {
  return text.replace(/[^\w ./:#()-]/gu, '?').slice(0, maxPrintedChars);
}
