import { spawn, type ChildProcess } from 'node:child_process';
import { open } from 'node:fs/promises';
import type { Environment } from '../machine/command.ts';
import type { Cancellation } from './cancellation.ts';
import { goTestFiles } from './layout.ts';
import { followFile } from './tail.ts';

/** One go test under a keeper. */
export interface GoTestRun {
  keeper: string;
  /** Where its stream and its records go; absolute, and there already. */
  folder: string;
  /** The go test command. */
  command: string[];
  /** Bytes for everything below the keeper; null for no guard. */
  ceilingBytes: number | null;
  /** The means of guarding that may be tried, best first. */
  tiers: readonly string[];
  directory: string;
  env: Environment;
  cancellation: Cancellation;
  /** After so long it is killed; null: never. */
  maxMs: number | null;
  onChunk: (chunk: Uint8Array) => void;
  /** Called every 100 ms. */
  onPoll: () => Promise<void>;
}

const pollMs = 100;

/** Runs go test to its end. Everything that matters goes to files; what is handed on is for the person who watches. */
export async function runGoTest(request: GoTestRun): Promise<void> {
  const { folder } = request;
  const events = await open(goTestFiles.events(folder), 'w');
  const stderr = await open(goTestFiles.goStderr(folder), 'w');
  const keeper = spawn(request.keeper, keeperArguments(request), {
    cwd: request.directory,
    env: { ...request.env, CRASH_GUARD_SHIM: goTestFiles.shim(folder) },
    stdio: ['pipe', events.fd, stderr.fd],
    // A session of its own: Ctrl-C reaches us, and we tell the keeper, which knows what to end in which order.
    detached: true,
    windowsHide: true,
  });
  const ended = waitFor(keeper);
  const stopListening = forwardCancellation(keeper, request);
  const tail = await followFile(goTestFiles.events(folder), request.onChunk);
  try {
    for (;;) {
      const over = await Promise.race([ended.then(() => true), sleep(pollMs)]);
      await tail.read();
      if (over) break;
      await request.onPoll();
    }
  } finally {
    stopListening();
    await Promise.all([tail.close(), events.close(), stderr.close()]);
  }
  const failure = await ended;
  if (failure !== null) throw new Error(`the keeper could not be started: ${failure.message}`);
}

function keeperArguments({ folder, ceilingBytes, tiers, command }: GoTestRun): string[] {
  const guard =
    ceilingBytes === null ? [] : ['-ceiling', String(ceilingBytes), '-tiers', tiers.join(',')];
  return [folder, ...guard, '--', ...command];
}

function forwardCancellation(keeper: ChildProcess, { cancellation, maxMs }: GoTestRun): () => void {
  // A keeper that is already gone closes the pipe.
  keeper.stdin?.on('error', () => undefined);
  const tell = (signal: string, urgent: boolean): void => {
    keeper.stdin?.write(`${urgent ? 'SIGKILL' : signal}\n`);
  };
  const requested = cancellation.requested();
  if (requested !== null) tell(requested, false);
  const alarm =
    maxMs === null
      ? null
      : setTimeout(() => {
          tell('SIGKILL', true);
        }, maxMs);
  const stop = cancellation.onRequest(tell);
  return () => {
    if (alarm !== null) clearTimeout(alarm);
    stop();
  };
}

/** Resolves when the keeper is gone: null, or the error that kept it from starting. */
function waitFor(child: ChildProcess): Promise<Error | null> {
  return new Promise((resolve) => {
    child.once('error', resolve);
    child.once('exit', () => {
      resolve(null);
    });
  });
}

/** Does not keep the program alive: what is waited for does. */
function sleep(ms: number): Promise<false> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms, false).unref();
  });
}
