import { spawn } from 'node:child_process';
import { Buffer } from 'node:buffer';

/** How a short helper command ended; every way to end is a member. */
export type CommandResult =
  | { kind: 'exited'; code: number; stdout: string; stderr: string }
  | { kind: 'signaled'; signal: string; stdout: string; stderr: string }
  | { kind: 'not-started'; error: string };

export interface CommandOptions {
  cwd: string;
  env: Environment;
  input?: string | Uint8Array;
  /** With latin1 every byte of the output is one character; without it the output is UTF-8. */
  encoding?: 'utf8' | 'latin1';
  /** After that long nobody waits for it any more, and it counts as killed. */
  timeoutMs?: number;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** The port for short helper commands (`go env`, `go list`): no shell, bounded output. */
export type RunCommand = (
  command: string,
  args: readonly string[],
  options: CommandOptions,
) => Promise<CommandResult>;

const maxOutputBytes = 512 * 1024 * 1024;

/** A helper command was ended by a signal: nobody's input is wrong, but what it should have found out is unknown. */
export class InterruptedError extends Error {
  constructor(what: string, signal: string) {
    super(`${what} was ended by ${signal}`);
    this.name = 'InterruptedError';
  }
}

/** Passes a result on, unless a signal ended the command: then it throws an InterruptedError. */
export function uninterrupted(
  what: string,
  result: CommandResult,
): Exclude<CommandResult, { kind: 'signaled' }> {
  if (result.kind === 'signaled') throw new InterruptedError(what, result.signal);
  return result;
}

/** Runs short helper commands; all that still run are killed when `stop` fires. */
export function commandRunner(stop: AbortSignal): RunCommand {
  return (command, args, options) =>
    new Promise((resolve) => {
      const child = spawn(command, [...args], {
        cwd: options.cwd,
        env: options.env,
        stdio: [options.input === undefined ? 'ignore' : 'pipe', 'pipe', 'pipe'],
        windowsHide: true,
      });
      const kill = (): void => void child.kill('SIGKILL');
      // A program that runs as another user, as sudo does, cannot be killed: it is left to itself then.
      const abandon = (): void => {
        kill();
        child.unref();
        child.stdout?.destroy();
        child.stderr?.destroy();
        settle({ kind: 'signaled', signal: 'SIGKILL', stdout: stdout(), stderr: stderr() });
      };
      const { timeoutMs } = options;
      const timer = timeoutMs === undefined ? undefined : setTimeout(abandon, timeoutMs);
      const settle = (result: CommandResult): void => {
        clearTimeout(timer);
        stop.removeEventListener('abort', kill);
        resolve(result);
      };
      if (stop.aborted) kill();
      stop.addEventListener('abort', kill, { once: true });
      const stdout = collect(child.stdout, options.encoding);
      const stderr = collect(child.stderr);
      child.once('error', (error) => {
        settle({ kind: 'not-started', error: error.message });
      });
      child.once('close', (code, signal) => {
        const output = { stdout: stdout(), stderr: stderr() };
        if (signal !== null) settle({ kind: 'signaled', signal, ...output });
        else settle({ kind: 'exited', code: code ?? -1, ...output });
      });
      // A child that ends before it has read everything closes the pipe; its exit status tells the story.
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(options.input);
    });
}

function collect(
  stream: NodeJS.ReadableStream | null,
  encoding: 'utf8' | 'latin1' = 'utf8',
): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream?.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxOutputBytes) chunks.push(chunk);
  });
  return () => Buffer.concat(chunks).toString(encoding);
}

/** One line that says how a command failed, with the end of what it printed on stderr. */
export function describeFailure(result: CommandResult): string {
  switch (result.kind) {
    case 'not-started':
      return `could not be started: ${result.error}`;
    case 'signaled':
      return `was ended by ${result.signal}. ${lastLines(result.stderr)}`.trim();
    case 'exited':
      return lastLines(result.stderr) || `ended with exit code ${String(result.code)}`;
  }
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-12).join('\n');
}
