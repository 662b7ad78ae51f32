import { open, realpath, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readProfile, type PprofProfile } from '../heap/profile.ts';
import { maxUnpackedBytes } from '../heap/unpack-profile.ts';
import type { HeapRecord } from '../report/heap-schema.ts';
import type { Report } from '../report/schema.ts';
import { readAgain } from '../run/baseline/again.ts';
import { readBoundedBytes } from '../run/bounded-file.ts';
import type { Problem } from '../settings/input-error.ts';
import { readReport } from './read-report.ts';

/** One of the two things that `compare` compares. */
export type ComparedSide =
  | {
      kind: 'report';
      name: string;
      report: Report;
      /** Figures of packages that the run measured again. */
      again: HeapRecord[];
      /** The run folder; null for a report alone. */
      out: string | null;
    }
  | { kind: 'profile'; name: string; path: string; profile: PprofProfile };

/** Reads a report, the report in a run folder, or a profile; which of them it is, its first bytes say. */
export async function readSide(
  name: string,
  cwd: string,
): Promise<ComparedSide | { kind: 'problem'; problem: Problem }> {
  const path = await realpath(resolve(cwd, name)).catch(() => null);
  const stats = path === null ? null : await stat(path).catch(() => null);
  if (path === null || stats === null)
    return problem(
      name,
      'there is no such file or folder',
      'name a report.json, a run folder or a heap profile',
    );
  if (stats.isDirectory()) {
    const report = await readReport(path);
    return report === null
      ? problem(
          name,
          'this folder has no report that can be read',
          'name the folder of a run (--out); "go-crash-guard report FOLDER" makes the report of a run that was killed',
        )
      : { kind: 'report', name, report, out: path, again: await readAgain(path, 'head') };
  }
  if (!stats.isFile())
    return problem(
      name,
      'it is no regular file',
      'name a report.json, a run folder or a heap profile',
    );
  if (await isJson(path)) {
    const report = await readReport(path);
    return report === null
      ? problem(
          name,
          'this is no report, or one of another version of go-crash-guard',
          'name a report.json that this version made',
        )
      : { kind: 'report', name, report, out: null, again: [] };
  }
  if (stats.size > maxUnpackedBytes)
    return problem(
      name,
      'it is too large for a profile',
      'name a heap profile of go test -memprofile',
    );
  const reading = readProfile((await readBoundedBytes(path, maxUnpackedBytes)) ?? new Uint8Array());
  return reading.kind === 'refused'
    ? problem(name, reading.because, 'name a heap profile, a report.json or a run folder')
    : { kind: 'profile', name, path, profile: reading.profile };
}

function problem(where: string, what: string, fix: string): { kind: 'problem'; problem: Problem } {
  return { kind: 'problem', problem: { where, what, fix } };
}

/** `{` after white space; no profile begins like that, gzipped or not. */
async function isJson(path: string): Promise<boolean> {
  const file = await open(path, 'r').catch(() => null);
  if (file === null) return false;
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(64), 0, 64, 0);
    return buffer.toString('latin1', 0, bytesRead).trimStart().startsWith('{');
  } finally {
    await file.close();
  }
}
