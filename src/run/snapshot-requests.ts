import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { StreamFold } from '../gotest/fold.ts';
import type { SnapshotTriggers } from '../settings/settings.ts';
import { layout } from './layout.ts';

export interface SnapshotRequests {
  /** Asks the test processes for a snapshot whose tests run too long or make no progress. `now` in epoch milliseconds. */
  check: (state: StreamFold, now: number) => Promise<void>;
}

/** What has been seen of a package that runs. */
interface Watched {
  /** Changes with every event of the package. */
  progress: string;
  changedAt: number;
  since: Map<string, number>;
  askedFor: Set<string>;
}

/** Watches the stream for tests beyond `test-time` and packages without an event for `no-progress`. */
export function snapshotRequests(
  out: string,
  leg: string,
  triggers: SnapshotTriggers,
): SnapshotRequests {
  const { testTimeMs, noProgressMs } = triggers;
  const watched = new Map<string, Watched>();
  const check = async (state: StreamFold, now: number): Promise<void> => {
    for (const fold of state.packages.values()) {
      if (!fold.started || fold.action !== null) {
        watched.delete(fold.package);
        continue;
      }
      const progress = `${String(fold.passed)} ${String(fold.failed)} ${String(fold.skipped)} ${String(fold.running.size)} ${[...fold.running.keys()].at(-1) ?? ''}`;
      let seen = watched.get(fold.package);
      if (seen === undefined) {
        seen = { progress, changedAt: now, since: new Map(), askedFor: new Set() };
        watched.set(fold.package, seen);
      }
      if (seen.progress !== progress) {
        seen.progress = progress;
        seen.changedAt = now;
        seen.askedFor.delete('no-progress');
      }
      for (const test of fold.running.keys()) if (!seen.since.has(test)) seen.since.set(test, now);
      for (const test of seen.since.keys()) if (!fold.running.has(test)) seen.since.delete(test);
      const why: string[] = [];
      if (noProgressMs !== null && now - seen.changedAt >= noProgressMs) why.push('no-progress');
      for (const [test, since] of seen.since)
        if (testTimeMs !== null && now - since >= testTimeMs) why.push(`test ${test}`);
      if (why.every((reason) => seen.askedFor.has(reason))) continue;
      for (const reason of why) seen.askedFor.add(reason);
      await ask(layout.package(out, leg, fold.package));
    }
  };
  const off = testTimeMs === null && noProgressMs === null;
  return { check: off ? () => Promise.resolve() : check };
}

/** The agent looks for this file in its attempt's folder. */
async function ask(packageFolder: string): Promise<void> {
  const attempts = (await readdir(packageFolder).catch(() => []))
    .filter((entry) => /^attempt-\d{1,6}$/.test(entry))
    .sort((a, b) => Number(b.slice(8)) - Number(a.slice(8)));
  const [last] = attempts;
  if (last === undefined) return;
  await writeFile(join(packageFolder, last, 'snapshot-request'), '').catch(() => undefined);
}
