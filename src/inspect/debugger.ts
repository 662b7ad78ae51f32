import { spawn } from 'node:child_process';
import { Buffer } from 'node:buffer';

export type DebuggerAnswer =
  { kind: 'answered'; text: string } | { kind: 'missing' } | { kind: 'failed'; because: string };

export interface DebuggerPorts {
  env: Readonly<Record<string, string | undefined>>;
  /** A folder of our own: dlv writes its configuration and history there, not into the user's. */
  home: string;
  stop: AbortSignal;
  maxMs?: number;
}

const defaultMs = 120_000;
const maxOutputBytes = 32 << 20;

/** Has dlv read a core and answer these commands; bounded in time and output, what came before the bound is kept. */
export function askDebugger(
  program: string,
  core: string,
  commands: readonly string[],
  { env, home, stop, maxMs = defaultMs }: DebuggerPorts,
): Promise<DebuggerAnswer> {
  return new Promise((resolve) => {
    const child = spawn(
      'dlv',
      ['core', '--allow-non-terminal-interactive=true', '--', program, core],
      {
        cwd: home,
        env: { ...env, TERM: 'dumb', XDG_CONFIG_HOME: home },
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    let cut: string | null = null;
    const end = (because: string): void => {
      cut ??= because;
      child.kill('SIGKILL');
    };
    const timer = setTimeout(end, maxMs, `dlv did not end in ${String(maxMs / 1000)} s`);
    const stopped = (): void => {
      end('it was stopped');
    };
    stop.addEventListener('abort', stopped, { once: true });
    if (stop.aborted) stopped();
    const done = (answer: DebuggerAnswer): void => {
      clearTimeout(timer);
      stop.removeEventListener('abort', stopped);
      resolve(answer);
    };
    const tooMuch = (): void => {
      end('dlv printed too much');
    };
    const output = collect(child.stdout, tooMuch);
    const errors = collect(child.stderr, tooMuch);
    child.once('error', (error: NodeJS.ErrnoException) => {
      done(
        error.code === 'ENOENT'
          ? { kind: 'missing' }
          : { kind: 'failed', because: `dlv could not be started: ${error.message}` },
      );
    });
    child.once('close', (code) => {
      const text = output();
      const said = errors().trim().split('\n').slice(-3).join(' ');
      if (cut === null && code !== 0)
        done({ kind: 'failed', because: `dlv could not read it: ${said}` });
      else if (cut !== null && text === '') done({ kind: 'failed', because: cut });
      else done({ kind: 'answered', text });
    });
    // dlv that ends early closes the pipe; its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(`${[...commands, 'exit'].join('\n')}\n`);
  });
}

function collect(stream: NodeJS.ReadableStream, tooMuch: () => void): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= maxOutputBytes) chunks.push(chunk);
    else tooMuch();
  });
  return () => Buffer.concat(chunks).toString('utf8');
}
