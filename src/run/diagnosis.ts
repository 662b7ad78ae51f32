import { join } from 'node:path';
import {
  parseExitTrace,
  parseRuntimeTrace,
  parseStrace,
  type ExitTrace,
} from '../evidence/diagnosis.ts';
import type { CauseFacts } from '../cause/facts.ts';
import type { Gap, PackageRun } from '../report/schema.ts';
import type { AttemptRecords } from './attempts.ts';
import { readBounded } from './bounded-file.ts';

/** What the attempts that looked closer found. */
export interface Diagnosis {
  exitCaller: CauseFacts['exitTrace'];
  /** The repeated process came to the end of package testing's own main. */
  ranToEnd: boolean;
  failedCall: CauseFacts['failedCall'];
  runtimeTrace: string[];
  gaps: (run: PackageRun) => Gap[];
}

export const noDiagnosis: Diagnosis = {
  exitCaller: null,
  ranToEnd: false,
  failedCall: null,
  runtimeTrace: [],
  gaps: () => [],
};

const maxBytes = 1 << 20;

export interface DiagnosisRequest {
  /** The attempts that looked closer. */
  attempts: readonly AttemptRecords[];
  /** Of the attempt that they repeat: another one is another ending. */
  exitCode: number | null;
  /** What files are shown relative to. */
  directory: string;
}

/** Reads the diagnosing attempts of a package, the last of each kind. */
export async function readDiagnosis({
  attempts,
  exitCode,
  directory,
}: DiagnosisRequest): Promise<Diagnosis> {
  const found: Diagnosis = { ...noDiagnosis };
  const problems: string[] = [];
  for (const { folder } of attempts) {
    const read = (name: string): Promise<string | null> =>
      readBounded(join(folder, name), maxBytes);
    const exit = parseExitTrace(await read('exit-trace.json'));
    if (exit?.exitCode === exitCode) {
      const caller = exitCaller(exit, directory);
      found.ranToEnd = caller !== null && isRegularEnd(caller.file);
      found.exitCaller = found.ranToEnd ? null : caller;
    }
    if (exit?.supported === false && exit.problem !== null) problems.push(exit.problem);
    const strace = parseStrace(await read('strace.json'));
    found.failedCall = strace?.lastFailed ?? found.failedCall;
    if (strace?.supported === false && (strace.problem ?? '') !== '')
      problems.push(strace.problem ?? '');
    const runtime = parseRuntimeTrace(await read('runtime-trace.json'));
    if (runtime !== null)
      found.runtimeTrace = [
        runtime.lastInit === null
          ? ''
          : `the last package that was initialised: ${runtime.lastInit}`,
        `${String(runtime.gcs)} garbage collections`,
        runtime.lastGc ?? '',
        runtime.lastSched ?? '',
      ].filter(Boolean);
  }
  if (problems.length > 0)
    found.gaps = ({ package: name, leg }) =>
      problems.map((what) => ({
        what: `a closer look was not possible: ${what}`,
        package: name,
        leg,
      }));
  return found;
}

/** The first frame outside the packages that only pass the call on. */
function exitCaller(trace: ExitTrace, directory: string): CauseFacts['exitTrace'] {
  const frames = trace.frames;
  const at = frames.findIndex(({ function: name }) => !isPassingOn(name));
  const frame = frames[at];
  if (frame === undefined) return null;
  return {
    function: frame.function,
    file: below(frame.file, directory),
    line: frame.line,
    by: nameOf(frames.slice(0, at).map(({ function: name }) => name)),
    viaTestMain: frames.some(({ function: name }) => /\.TestMain(?:\.|$)/.test(name)),
  };
}

/** The TestMain that rides along, or the main that go test generates: both end with the code of m.Run. */
function isRegularEnd(file: string): boolean {
  return /(?:^|[\\/])(?:zz_crash_guard\d*(?:_main)?_test|_testmain)\.go$/.test(file);
}

/** What only passes the call on, and C code, of which nothing but the library is known. */
function isPassingOn(name: string): boolean {
  return /^(?:C code$|runtime[./]|os\.|log\.|syscall\.|internal\/)|\._Cfunc_/.test(name);
}

/** os.Exit, log.Fatalf ...: what the program called, the outermost of the functions that pass the call on. */
function nameOf(functions: readonly string[]): string {
  const outermost = functions.findLast((name) => /^(?:os|log|syscall)\./.test(name));
  return outermost?.replace(/\(\*(?<type>\w+)\)/, '$<type>') ?? 'a call of exit';
}

function below(file: string, directory: string): string {
  return file.startsWith(`${directory}/`) ? file.slice(directory.length + 1) : file;
}
