import * as z from 'zod/mini';
import { parsePath, runPath } from '../../baseline/layout.ts';
import { runRecordSchema, type RunRecord } from '../../baseline/record.ts';
import { decodeRun } from '../../baseline/records.ts';
import type { BaselineStore } from '../../baseline/store.ts';
import { standing, type PastRun } from '../../crash/likeness/history.ts';
import { recordParser } from '../../evidence/record-parser.ts';
import type { Crash } from '../../report/schema.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';
import { writeAtomically } from '../run-folder.ts';

// past-runs.json: the crashes of recorded runs of the base and its ancestors.

const maxRuns = 30;
const maxFileBytes = 64 << 20;
const parseRuns = recordParser(z.array(runRecordSchema));

/** Leaves in the run folder what earlier runs crashed of. Returns what could not be read. */
export async function fetchPastRuns(
  out: string,
  store: BaselineStore,
  ancestors: readonly string[],
): Promise<string[]> {
  const listed = await store.list();
  if (listed.kind === 'problem') return [listed.problem];
  const recorded = new Set(
    listed.paths.flatMap((path) => {
      const parsed = parsePath(path);
      return parsed?.kind === 'run' ? [parsed.commit] : [];
    }),
  );
  const commits = ancestors.filter((commit) => recorded.has(commit)).slice(0, maxRuns);
  const read = await store.read(commits.map(runPath));
  if (read.kind === 'problem') return [read.problem];
  const runs: RunRecord[] = [];
  const problems: string[] = [];
  for (const [path, bytes] of read.files) {
    const decoded = decodeRun(bytes, path);
    if (decoded.kind === 'record') runs.push(decoded.record);
    else problems.push(`the record ${path} is left out: ${decoded.because}`);
  }
  await writeAtomically(layout.pastRuns(out), JSON.stringify(runs));
  return problems;
}

/** The crashes with what earlier runs say of them; as they are where nobody asked. */
export async function withStanding(out: string, crashes: readonly Crash[]): Promise<Crash[]> {
  const runs = await readPastRuns(out);
  if (runs.length === 0) return [...crashes];
  const past = runs.map(({ commit, startedAt, crashes: seen }): PastRun => ({
    startedAt,
    crashes: seen,
    source: { module: null, repository: null, sha: commit, ref: null, event: null },
  }));
  return crashes.map((crash) => ({ ...crash, seen: seenBefore(crash, past) }));
}

/** What was fetched; nothing where nobody asked. */
export async function readPastRuns(out: string): Promise<RunRecord[]> {
  return parseRuns(await readBounded(layout.pastRuns(out), maxFileBytes)) ?? [];
}

function seenBefore(crash: Crash, past: readonly PastRun[]): NonNullable<Crash['seen']> {
  const found = standing(crash, past);
  const common = { runs: past.length, similarity: null };
  switch (found.kind) {
    case 'new':
      return { kind: 'new', ...common, seenIn: 0, lastCommit: null, lastAt: null };
    case 'seen': {
      const { sha } = found.last.source;
      return {
        // In some runs it did not happen, although it was there before.
        kind: found.runs < runsSince(found.first, past) ? 'intermittent' : 'seen',
        ...common,
        seenIn: found.runs,
        lastCommit: sha,
        lastAt: found.last.startedAt,
      };
    }
    case 'similar':
      return {
        ...{ kind: 'similar', runs: past.length, seenIn: 1, similarity: found.similarity },
        lastCommit: found.run.source.sha,
        lastAt: found.run.startedAt,
      };
  }
}

function runsSince(first: PastRun, past: readonly PastRun[]): number {
  return past.filter(({ startedAt }) => Date.parse(startedAt) >= Date.parse(first.startedAt))
    .length;
}
