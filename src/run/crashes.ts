import { join } from 'node:path';
import type { Catalog } from '../catalog/catalog.ts';
import { examine, type Examined, type Library } from '../catalog/examine.ts';
import { parseCrashFile, reconcile } from '../crash/crash-file.ts';
import { crashOfCause } from '../crash/crash-of-cause.ts';
import { clearestFirst, outOfMemory } from '../cause/clearest-first.ts';
import { partingWords } from '../cause/last-words.ts';
import { createCrashScanner } from '../crash/crash-scanner.ts';
import { soleInnermost } from '../crash/blame/running-tests.ts';
import type { Frame } from '../crash/frame.ts';
import type { FoundCrash } from '../crash/found-crash.ts';
import { isForeign } from '../crash/blame/foreign.ts';
import { endsProcess, type ParsedCrash } from '../crash/parsed-crash.ts';
import { reportCrashes } from '../crash/report-crash.ts';
import { waitsCutText } from '../crash/waits/effort.ts';
import { splitLines } from '../gotest/lines.ts';
import { repositoryAt } from '../machine/source-files.ts';
import type { CauseId } from '../report/cause-ids.ts';
import { declaredTest } from '../crash/test-of-stack.ts';
import type { Cause, Crash, Gap, PackageRun } from '../report/schema.ts';
import type { RunPlan } from './run-plan.ts';
import { readChunks } from './tail.ts';

/** One package of one leg that did not pass, and where its words are. */
export interface CrashSource {
  run: PackageRun;
  /** Of the crash file of the last attempt; '' for none. */
  crashText: string;
  /** Without text in it the runtime did not crash. */
  fileIsReliable: boolean;
}

interface CrashTools extends Library {
  /** The run folder. */
  out: string;
  /** The folder of the run below the root of the repository. */
  directory: string;
}

/** Of one package. */
const maxCrashes = 100;

/** These tell of tests, not of a process that died. */
const noCrash: ReadonlySet<CauseId> = new Set([
  'test-failure',
  'no-tests',
  'cancelled',
  'runner-shutdown',
  'lost',
]);
const wordless: ReadonlySet<CauseId> = new Set(['os-exit', 'log-fatal', 'testmain-exit']);

/** The crashes of a run: one for each root cause, wherever it was seen. What cannot be read is a gap. */
export async function readCrashes(
  sources: readonly CrashSource[],
  { out, plan, catalog }: { out: string; plan: RunPlan; catalog: Catalog },
): Promise<{ crashes: Crash[]; gaps: Gap[] }> {
  if (sources.length === 0) return { crashes: [], gaps: [] };
  const repository = repositoryAt(plan.directory);
  const tools = { out, directory: plan.source.directory ?? '', repository, catalog };
  const found: FoundCrash[] = [];
  const gaps: Gap[] = [];
  for (const source of toldInOrder(sources, plan)) {
    try {
      found.push(...(await crashesOf(source, tools)));
    } catch (error) {
      const { leg, package: name } = source.run;
      gaps.push({ what: `its crash could not be read: ${String(error)}`, leg, package: name });
    }
  }
  const crashes = reportCrashes(oneForAllLegs(found), repository);
  for (const { waitsCut, leg, package: name } of crashes)
    if (waitsCut) gaps.push({ what: waitsCutText, leg, package: name });
  return { crashes, gaps };
}

/** Of a crash that several legs saw the first one is told: it comes first here. Else the order stays. */
function toldInOrder(sources: readonly CrashSource[], plan: RunPlan): CrashSource[] {
  const races = new Set(plan.legs.filter(({ race }) => race).map(({ name }) => name));
  return clearestFirst(sources, ({ run }) => run, races);
}

/**
 * The same test out of memory in two legs is one crash, whoever of them shows who held the memory: what fills it up in the end is partly
 * chance, and the race detector takes a share.
 */
function oneForAllLegs(found: readonly FoundCrash[]): FoundCrash[] {
  const keyOf = ({ cause, seen }: FoundCrash): string =>
    JSON.stringify([cause, seen.package, seen.test]);
  const first = new Map<string, string>();
  return found.map((one) => {
    if (!outOfMemory.has(one.cause) || one.seen.test === null) return one;
    const fingerprint = first.get(keyOf(one)) ?? one.fingerprint;
    first.set(keyOf(one), fingerprint);
    return { ...one, fingerprint };
  });
}

/** The crashes of a package, the one that ended it first. */
async function crashesOf(source: CrashSource, tools: CrashTools): Promise<FoundCrash[]> {
  const { run } = source;
  if (run.cause === null) return [];
  const printed =
    run.ending === 'build-failed' ? scan(run.output) : await readPrinted(run, tools.out);
  const own = printed.filter((crash) => !crash.survived && !isForeign(crash, tools.repository));
  const file = parseCrashFile(source.crashText);
  const parsed = reconcile(own, file, source.fileIsReliable, run.output).filter(
    ({ kind }) => kind !== 'killed' && kind !== 'exit',
  );
  const found = parsed.map((crash) => seenIn(run, examine(crash, tools)));
  const ending = found.find(({ parsed: { kind } }) => endsProcess(kind)) ?? found[0];
  if (ending === undefined)
    return noCrash.has(run.cause.id) ? [] : [fromCause(run, printed, tools)];
  // What the facts prove is more than what the text says.
  if (!found.some(({ cause }) => cause === run.cause?.id) && !noCrash.has(run.cause.id))
    ending.cause = run.cause.id;
  return [ending, ...found.filter((other) => other !== ending)];
}

async function readPrinted(run: PackageRun, out: string): Promise<ParsedCrash[]> {
  const log = run.attempts.at(-1)?.log;
  if (log === undefined) return scan(run.output);
  const found: ParsedCrash[] = [];
  const scanner = createCrashScanner({
    crash: (crash) => {
      if (found.length < maxCrashes) found.push(crash);
    },
  });
  const lines = splitLines(scanner.push);
  await readChunks(join(out, log), lines.push);
  lines.end();
  scanner.end();
  return found;
}

function scan(text: string): ParsedCrash[] {
  const found: ParsedCrash[] = [];
  const scanner = createCrashScanner({ crash: (crash) => found.push(crash) });
  for (const line of text.split('\n')) scanner.push(line);
  scanner.end();
  return found.slice(0, maxCrashes);
}

function fromCause(
  run: PackageRun,
  printed: readonly ParsedCrash[],
  tools: CrashTools,
): FoundCrash {
  const { cause, attempts, tests } = run;
  if (cause === null) throw new Error('a crash of no cause');
  const { parsed, blame } = crashOfCause({
    kind: wordless.has(cause.id)
      ? 'exit'
      : run.ending === 'build-failed'
        ? 'build-failure'
        : 'killed',
    cause,
    exitCode: attempts.at(-1)?.exitCode ?? null,
    notes: printed.findLast(({ kind }) => kind === 'exit')?.notes ?? [],
    blackBox: attempts.at(-1)?.blackBox ?? null,
    test: soleInnermost(tests.unfinished) ?? testAt(cause, tests.unfinished),
    failure: failureOf(run),
    directory: tools.directory,
    package: run.package,
  });
  const examined = examine(parsed, tools, blame);
  // It was recognised by what the text would say; a person is told what the facts say.
  const found = seenIn(run, { ...examined, cause: cause.id });
  const message = partingWords(cause) ?? cause.summary;
  // An exit code alone is like many others.
  const isKnown = parsed.kind !== 'exit' || examined.recognition.known?.cause === cause.id;
  return { ...found, parsed: { ...parsed, message }, known: isKnown ? found.known : null };
}

/** Of a package that ran to its end, the failed test that speaks of what the cause is about. */
function failureOf({ ending, cause, tests: { failures } }: PackageRun): Frame | null {
  if (ending !== 'failed' || cause === null) return null;
  const words = cause.evidence.map(({ detail }) => detail).filter((detail) => detail !== '');
  const spoken = failures.find(({ message }) => words.some((word) => message.includes(word)));
  const failure = spoken ?? (failures.length === 1 ? failures[0] : undefined);
  if (failure === undefined || failure.file === null || failure.line === null) return null;
  return { function: failure.test, file: failure.file, line: failure.line };
}

/** The unfinished test whose own function the cause points into. */
function testAt({ position }: Cause, unfinished: readonly string[]): string | null {
  const test = position === undefined ? null : declaredTest(position.function);
  return test !== null && unfinished.includes(test) ? test : null;
}

function seenIn(run: PackageRun, examined: Examined): FoundCrash {
  const { parsed, blame, cause, fingerprint, recognition } = examined;
  return {
    ...{ parsed, blame, cause, fingerprint },
    known: recognition.known?.id ?? null,
    seen: {
      package: run.package,
      leg: run.leg,
      attempt: run.attempts.at(-1)?.number ?? 1,
      test: blame.test,
    },
  };
}
