import { join } from 'node:path';
import type { Repository } from '../../crash/source/repository.ts';
import { maxLeaksBytes, parseLeaksFile, type LeaksFile } from '../../evidence/leaks-file.ts';
import { acceptanceOf } from '../../leaks/acceptance.ts';
import { worstFirst } from '../../leaks/failing.ts';
import { leftovers } from '../../leaks/leftover.ts';
import { counted, together, type SeenLeak } from '../../leaks/together.ts';
import { repositoryAt } from '../../machine/source-files.ts';
import type { Leak } from '../../report/leak-schema.ts';
import { plural } from '../../report/plural.ts';
import type { Gap, PackageRun } from '../../report/schema.ts';
import { measuresGrowth } from '../../settings/growth-legs.ts';
import { readBounded } from '../bounded-file.ts';
import { layout } from '../layout.ts';
import type { RunPlan } from '../run-plan.ts';
import { readMemoryLeaks, type MemoryLeaks } from './memory-leaks.ts';

export interface ReadLeaks {
  /** Null where nobody was to look. */
  leaks: Leak[] | null;
  /** All of them, with what is known of their leaks. */
  packages: PackageRun[];
  gaps: Gap[];
}

type Seen = NonNullable<NonNullable<PackageRun['leaksSeen']>['goroutine']>;
type Planned = Pick<RunPlan, 'directory' | 'leaks' | 'source' | 'startedAt' | 'legs'>;

/** Different leaks that a Report has at most. */
const maxLeaks = 1000;

/** What the tests of a run left behind, from the records of their attempts; how they stand to earlier runs comes later. */
export async function readLeaks(
  out: string,
  plan: Planned,
  packages: readonly PackageRun[],
): Promise<ReadLeaks> {
  const rules = plan.leaks;
  if (rules === undefined || (rules.goroutines === 'off' && rules.memory === 'off'))
    return { leaks: null, packages: [...packages], gaps: [] };
  const found: SeenLeak[] = [];
  const gaps: Gap[] = [];
  const seen = new Map<PackageRun, Seen>();
  // A run without leaks reads no sources.
  const open = once(() => repositoryAt(plan.directory));
  if (rules.goroutines !== 'off') {
    for (const run of packages) {
      if (run.ending === 'no-tests') continue;
      const files = await readFiles(out, run);
      for (const file of files) found.push(...leaksOf(file, run, open));
      seen.set(run, seenIn(files));
      gaps.push(...cutGaps(files, run));
    }
    if (rules.goroutines === 'fail') gaps.push(...unseenGaps(seen));
  }
  const memory = rules.memory === 'off' ? null : await readMemoryLeaks(out, plan.legs);
  found.push(...(memory?.leaks ?? []));
  if (memory !== null) gaps.push(...unmeasuredGaps(packages, plan, memory));
  const acceptance = {
    ...{ accept: rules.accept, modulePath: plan.source.module },
    today: plan.startedAt.slice(0, 10),
  };
  const leaks = worstFirst(
    together(found).map((leak): Leak => ({
      ...leak,
      standing: 'unknown',
      ...acceptanceOf(leak, acceptance),
    })),
  );
  const left = leaks.slice(maxLeaks);
  const unlisted = new Set(left.map((leak) => leak.package));
  if (left.length > 0)
    gaps.push({ what: `${plural(left.length, 'leak')} beyond the first ${String(maxLeaks)}` });
  return {
    leaks: leaks.slice(0, maxLeaks),
    packages: packages.map((run) =>
      withSeen(run, seen.get(run), memory?.seen(run), unlisted.has(run.package)),
    ),
    gaps,
  };
}

/** One for each attempt that gave results; null for one in which nobody looked. */
async function readFiles(out: string, run: PackageRun): Promise<(LeaksFile | null)[]> {
  const folder = layout.package(out, run.leg, run.package);
  const numbers = run.attempts.map(({ number }) => number).filter((number) => number > 0);
  const files: (LeaksFile | null)[] = [];
  for (const number of numbers) {
    const path = join(folder, `attempt-${String(number)}`, 'leaks.txt');
    files.push(parseLeaksFile(await readBounded(path, maxLeaksBytes)));
  }
  return files;
}

function leaksOf(file: LeaksFile | null, run: PackageRun, open: () => Repository): SeenLeak[] {
  if (file === null || file.goroutines.length === 0) return [];
  return counted(
    leftovers(file, open()).map((leftover) => ({
      ...{ kind: 'goroutine', package: run.package, legs: [run.leg], ...leftover },
      ...{ goroutines: 1, bytesPerRun: null },
    })),
  );
}

function seenIn(files: readonly (LeaksFile | null)[]): Seen {
  if (files.length > 0 && files.every((file) => file?.whole === true)) return 'all';
  return files.some((file) => file !== null) ? 'some' : 'none';
}

function* cutGaps(files: readonly (LeaksFile | null)[], run: PackageRun): Generator<Gap> {
  for (const file of files) {
    if (file === null || file.whole) continue;
    const { total, goroutines } = file;
    const what = `at least ${plural(total, 'goroutine')} outlived the tests; ${String(goroutines.length)} of them are listed`;
    yield { what, leg: run.leg, package: run.package };
  }
}

/** A run that leaks can fail says where nobody could look for them. */
function* unseenGaps(seen: ReadonlyMap<PackageRun, Seen>): Generator<Gap> {
  for (const [run, how] of seen)
    if (how === 'none' && run.ending === 'passed')
      yield {
        what: 'nobody looked for goroutines that outlive its tests: the agent could not ride along, or TestMain hands the tests to another function',
        ...{ leg: run.leg, package: run.package },
      };
}

/** Packages whose memory should have been measured while their tests were repeated. */
function* unmeasuredGaps(
  packages: readonly PackageRun[],
  { legs, leaks }: Planned,
  { seen, notes }: MemoryLeaks,
): Generator<Gap> {
  const measured = new Set(
    legs.filter((leg) => measuresGrowth(leaks?.memory ?? 'off', leg)).map(({ name }) => name),
  );
  for (const run of packages) {
    for (const note of notes(run)) {
      const what = `while its tests were repeated for their memory: ${note}`;
      yield { what, leg: run.leg, package: run.package };
    }
    if (run.ending !== 'passed' || !measured.has(run.leg) || seen(run) !== undefined) continue;
    const why = run.cached
      ? 'its result came from the cache'
      : 'the time was over, or the run ended, before its turn came';
    const what = `nobody looked for memory that grows with each repetition of its tests: ${why}`;
    yield { what, leg: run.leg, package: run.package };
  }
}

function withSeen(
  run: PackageRun,
  goroutine: Seen | undefined,
  memory: Seen | undefined,
  isUnlisted: boolean,
): PackageRun {
  const listed = (how: Seen): Seen => (isUnlisted && how === 'all' ? 'some' : how);
  if (goroutine === undefined && memory === undefined) return run;
  return {
    ...run,
    leaksSeen: {
      ...(goroutine === undefined ? {} : { goroutine: listed(goroutine) }),
      ...(memory === undefined ? {} : { memory: listed(memory) }),
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}
