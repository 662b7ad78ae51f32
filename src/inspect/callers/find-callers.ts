import * as z from 'zod/mini';
import {
  describeFailure,
  uninterrupted,
  type CommandResult,
  type Environment,
  type RunCommand,
} from '../../machine/command.ts';
import { inspectGo, type GoToolchain } from '../../machine/go-toolchain.ts';
import { waysInSchema, type Callers } from '../../report/callers.ts';
import { formatDuration } from '../../settings/duration.ts';
import { InputError } from '../../settings/input-error.ts';
import { buildCallers } from './build-callers.ts';

export interface CallersRequest {
  /** Absolute: the module's folder, or one in it. */
  directory: string;
  /** What is looked through, tests included; `./...` as a rule. */
  patterns: readonly string[];
  /** Flags of go list that choose files, such as -tags=integration. */
  buildFlags?: readonly string[];
  /** As it stands in a trace: `example.com/m/store.(*Cart).Add`, `....func1`, `Map[...]`; '' to go by the line alone. */
  function: string;
  /** Absolute, relative to the directory, or the end of a path; '' to go by the name alone. */
  file?: string;
  line?: number;
  maxPaths?: number;
  maxDepth?: number;
  /** For everything, a first build included. */
  timeoutMs?: number;
}

export interface CallersPorts {
  run: RunCommand;
  env: Environment;
  /** The folder of the Go sources that ride along. */
  probeDirectory: string;
}

type Unavailable = Extract<Callers, { kind: 'unavailable' }>;

const defaults = { maxPaths: 20, maxDepth: 30, timeoutMs: 120_000 };

// What the probe's program `callers` answers (src/probe/callers/request.go).
const answerSchema = z.extend(waysInSchema, { candidates: z.array(z.string()) });

/**
 * Finds out who can reach a function, by the call graph of golang.org/x/tools, which is built with the user's toolchain and comes
 * through the user's module proxy. Nothing of the user's is run or changed. Where it cannot be had, the answer says so; it throws
 * an InterruptedError when it is stopped.
 */
export async function findCallers(request: CallersRequest, ports: CallersPorts): Promise<Callers> {
  const { timeoutMs = defaults.timeoutMs } = request;
  const begin = performance.now();
  const leftMs = (): number => Math.max(1, Math.round(timeoutMs - (performance.now() - begin)));
  const late: Unavailable = {
    kind: 'unavailable',
    because: `it was not found out in ${formatDuration(timeoutMs)}`,
    fix: 'try again, since what was compiled by now is kept, or look through fewer packages',
  };
  /** What the timer has ended counts as late, what a person has ended is passed on. */
  const inTime = (
    what: string,
    result: CommandResult,
  ): Exclude<CommandResult, { kind: 'signaled' }> | null =>
    result.kind === 'signaled' && leftMs() <= 1 ? null : uninterrupted(what, result);

  const go = await knownGo(request.directory, ports);
  if ('kind' in go) return go;
  const program = await buildCallers(ports, go, leftMs());
  if (program.kind === 'failed') {
    const built = inTime('building the call graph', program.result);
    return built === null ? late : unavailable(built, go);
  }
  for (const sources of [false, true]) {
    const input = JSON.stringify(toQuestion(request, sources, leftMs()));
    const { directory: cwd } = request;
    const options = { cwd, env: ports.env, input, timeoutMs: leftMs() };
    const result = inTime('the call graph', await ports.run(program.path, [], options));
    if (result === null || isLate(result)) return late;
    if (result.kind === 'exited' && result.code === 0) return toCallers(result.stdout);
    if (sources || !cannotReadCompiled(result)) {
      const fix = 'make "go vet ./..." succeed in that folder first';
      return { kind: 'unavailable', because: `the call graph ${describeFailure(result)}`, fix };
    }
  }
  return late;
}

/** No toolchain, or one that is too old: no reason to fail. */
async function knownGo(
  directory: string,
  { run, env }: CallersPorts,
): Promise<GoToolchain | Unavailable> {
  try {
    return await inspectGo(run, directory, env);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const [problem] = error.problems;
    return {
      kind: 'unavailable',
      because: problem?.what ?? error.message,
      fix: problem?.fix ?? '',
    };
  }
}

function toQuestion(request: CallersRequest, sources: boolean, timeoutMs: number): object {
  const { directory, patterns, buildFlags = [], file = '', line = 0 } = request;
  const { maxPaths = defaults.maxPaths, maxDepth = defaults.maxDepth } = request;
  const bounds = { maxPaths, maxDepth, timeoutMs };
  return {
    directory,
    patterns,
    buildFlags,
    function: request.function,
    file,
    line,
    sources,
    ...bounds,
  };
}

function toCallers(stdout: string): Callers {
  const { candidates, ...found } = answerSchema.parse(JSON.parse(stdout));
  return found.targets.length > 0
    ? { kind: 'found', ...found }
    : { kind: 'not-found', candidates, problems: found.problems };
}

function isLate(result: CommandResult): boolean {
  return result.kind === 'exited' && result.stderr.includes('not listed and compiled in time');
}

/** The library ends the program when the compiler is newer than what it knows; sources it can read all the same. */
function cannotReadCompiled(result: CommandResult): boolean {
  return result.kind === 'exited' && /without types was imported|export data/.test(result.stderr);
}

// go: golang.org/x/tools@v0.52.0: Get "https://proxy.golang.org/...": dial tcp: lookup proxy.golang.org: no such host
// golang.org/x/tools@v0.52.0: module lookup disabled by GOPROXY=off
// ... 404 Not Found     ... 403 Forbidden     ... connection refused     ... i/o timeout
const notDownloaded =
  /dial tcp|no such host|connection refused|i\/o timeout|TLS handshake|proxyconnect|module lookup disabled|reading https?:|verifying module|: 40[34] |: 410 |: 50\d /;

function unavailable(result: CommandResult, go: GoToolchain): Unavailable {
  const said = describeFailure(result);
  // dynamic.go:6:2: golang.org/x/tools@v0.52.0: Get "https://...
  const reason = said.split('\n').find((line) => notDownloaded.test(line));
  return reason !== undefined
    ? {
        kind: 'unavailable',
        because: `golang.org/x/tools, which has the call graph, could not be downloaded: ${reason.replace(/^\w+\.go:\d+:\d+: /, '')}`,
        fix: 'let the go command reach its module proxy (go env GOPROXY), or fill the module cache beforehand',
      }
    : {
        kind: 'unavailable',
        because: `the call graph could not be built with ${go.version}: ${said}`,
        fix: 'try another Go version (GOTOOLCHAIN)',
      };
}
