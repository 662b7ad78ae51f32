import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { reportSchema, type PackageRun, type Report } from '../../src/report/schema.ts';
import { bundled } from './bundle.ts';

/** The folder of a fixture module. */
export function fixture(name: string): string {
  return join(import.meta.dirname, '../fixtures', name);
}

/** A fresh folder outside the tree; `remove` takes it away. */
export function scratch(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'go-crash-guard-test-'));
  return {
    path,
    remove: () => {
      rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

export interface Finished {
  code: number | null;
  signal: string | null;
  stdout: string;
  stderr: string;
}

export interface Started {
  child: ChildProcess;
  finished: Promise<Finished>;
}

export interface StartOptions {
  /** Added to this process's own; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  cwd?: string;
  node?: string;
  /** After so many milliseconds the program gets SIGTERM. */
  timeout?: number;
}

/** Starts the real command line, freshly bundled. */
export function start(args: readonly string[], options: StartOptions = {}): Started {
  return startProgram(
    options.node ?? process.execPath,
    [bundled('cli.js'), ...withoutOwnBaseline(args, options.cwd)],
    options,
  );
}

const checkout = join(import.meta.dirname, '../..');

/** A run of a fixture would record its figures in the repository of this checkout, and the next one measure again what grew. */
function withoutOwnBaseline(args: readonly string[], cwd = ''): string[] {
  const directory = args.includes('--dir') ? (args[args.indexOf('--dir') + 1] ?? '') : cwd;
  const inside = args[0] === 'run' && directory.startsWith(checkout);
  if (!inside || args.includes('--baseline')) return [...args];
  return ['run', '--baseline', 'none', ...args.slice(1)];
}

export function startProgram(
  program: string,
  args: readonly string[],
  options: StartOptions = {},
): Started {
  const child = spawn(program, [...args], {
    cwd: options.cwd,
    // Where these tests themselves run must not decide what the program does.
    env: { ...process.env, CI: undefined, ...options.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: options.timeout,
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const finished = new Promise<Finished>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => {
      resolve({ code, signal, stdout, stderr });
    });
  });
  return { child, finished };
}

export function run(args: readonly string[], options: StartOptions = {}): Promise<Finished> {
  return start(args, options).finished;
}

/** The Report in a run folder, checked against its schema. */
export function readReport(out: string): Report {
  return reportSchema.parse(JSON.parse(readFileSync(join(out, 'report.json'), 'utf8')));
}

/** A package's run in one leg, by the last element of its import path. */
export function packageRun(report: Report, leg: string, name: string): PackageRun {
  const found = report.packages.find(
    (item) => item.leg === leg && item.package.endsWith(`/${name}`),
  );
  if (found === undefined) throw new Error(`no ${name} in leg ${leg} of the report`);
  return found;
}
