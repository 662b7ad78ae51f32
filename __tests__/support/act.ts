import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { afterEach } from '@jest/globals';
import { localActions } from './act-actions.ts';
import { readActLog, type StepLog } from './act-log.ts';
import { startArtifactFront, type ArtifactFront } from './act-artifact-front.ts';
import { act, goEnvironment, nodeFolder } from './act-program.ts';
import { processesWith, until, type Process } from './processes.ts';
import { storedArtifacts, type StoredZip } from './act-artifacts.ts';
import { slug, type ActGithub } from './act-github.ts';
import { tempFolder } from './temp-folder.ts';

/** What GitHub starts a workflow with. */
export interface ActEvent {
  name: string;
  payload: object;
  /** Where act would name another one: `refs/heads/gh-readonly-queue/main/pr-1-...`. */
  ref?: string;
}

export interface ActRequest {
  github: ActGithub;
  /** The commit that is checked out, in a repository whose `origin` is the one that a job may push to. Its workflows are not looked at. */
  workspace: string;
  /** The workflow's YAML. `org/go-crash-guard@v1` is this action, freshly bundled. */
  workflow: string;
  event: ActEvent;
  /** `GITHUB_TOKEN`. */
  token: string;
  runId?: number;
  attempt?: number;
  /** `shard:2/2`: the only jobs of a matrix that run, as when failed jobs are run again. */
  only?: string;
  env?: Record<string, string>;
  timeoutMs?: number;
}

export interface ActRun {
  code: number | null;
  /** What act itself wrote. */
  output: string;
  steps: StepLog[];
  /** What all steps wrote. */
  log: string;
  /** The artifacts of this run, of all its attempts. */
  artifacts: StoredZip[];
  /** The step that used this action, or a step by its id; fails when there is none. */
  step: (id: string, stage?: StepLog['stage'], job?: string) => StepLog;
}

export interface StartedAct {
  /** Sends a signal to the process of the action itself, as the runner does when a job is cancelled. */
  signalAction: (signal: NodeJS.Signals) => Promise<void>;
  /** Sends a signal to act. */
  signal: (signal: NodeJS.Signals) => void;
  /** All processes below it. */
  processes: () => Process[];
  finished: Promise<ActRun>;
}

const defaultTimeoutMs = 240_000;
let nextRunId = 1000;

/** A run id that no other run has. */
export const newRunId = (): number => nextRunId++;

/** Runs a workflow on this machine to its end: `act` in host mode, with its artifact server. */
export function actRun(request: ActRequest): Promise<ActRun> {
  return startAct(request).then(({ finished }) => finished);
}

export async function startAct(request: ActRequest): Promise<StartedAct> {
  if (act.path === null) throw new Error(`act is not to be had: ${act.problem}`);
  const { github, workspace, workflow, event, token, runId = newRunId(), attempt = 1 } = request;
  const home = tempFolder();
  const write = (name: string, text: string): string => {
    const path = join(home, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
    return path;
  };
  const port = String(await freePort());
  const artifacts = await startArtifactFront(port);
  const env: Record<string, string> = {
    GITHUB_REPOSITORY: slug,
    GITHUB_API_URL: github.url,
    GITHUB_RUN_ID: String(runId),
    GITHUB_RUN_ATTEMPT: String(attempt),
    ...(event.ref === undefined ? {} : { GITHUB_REF: event.ref }),
    ...request.env,
  };
  const args = [
    event.name,
    ...['--json', '--reuse', '--no-cache-server', '--pull=false'],
    ...['--platform', 'ubuntu-latest=-self-hosted'],
    ...['--directory', workspace, '--workflows', write('workflow.yml', workflow)],
    ...['--eventpath', write('event.json', JSON.stringify(event.payload))],
    ...['--artifact-server-path', artifactFolder(github), '--artifact-server-addr', '127.0.0.1'],
    ...['--artifact-server-port', port, '--action-cache-path', join(home, 'actions')],
    ...localActions(workflow).flatMap((given) => ['--local-repository', given]),
    ...Object.entries(env).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(request.only === undefined ? [] : ['--matrix', request.only]),
    ...['--secret', 'GITHUB_TOKEN'],
  ];
  const child = spawn(act.path, args, {
    cwd: home,
    env: {
      ...goEnvironment(),
      ...{ HOME: home, PATH: `${nodeFolder()}:${process.env.PATH ?? ''}`, GITHUB_TOKEN: token },
      // By this the processes of a step are found, which have a session of their own.
      [mark]: home,
      ACTIONS_RUNTIME_URL: artifacts.url,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  return watched({ child, home, artifacts }, { ...request, runId });
}

const mark = 'GO_CRASH_GUARD_ACT';

interface Watched {
  child: ChildProcess;
  home: string;
  artifacts: ArtifactFront;
}

function watched(
  { child, home, artifacts }: Watched,
  request: ActRequest & { runId: number },
): StartedAct {
  const processes = (): Process[] => processesWith(mark, home);
  const end = (): void => {
    artifacts.close();
    for (const { pid } of processes()) kill(pid, 'SIGKILL');
  };
  unfinished.add(end);
  // Each by itself: what is read at once may end in the middle of a line.
  const said = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name]?.setEncoding('utf8').on('data', (text: string) => (said[name] += text));
  const output = (): string => `${said.stdout}\n${said.stderr}`;
  const finished = new Promise<ActRun>((resolve, reject) => {
    const timer = setTimeout(() => {
      end();
      reject(new Error(`act did not end in time:\n${output().slice(-4000)}`));
    }, request.timeoutMs ?? defaultTimeoutMs);
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      unfinished.delete(end);
      artifacts.close();
      resolve(actRunOf(code, output(), request));
    });
  });
  const action = (): Process | undefined =>
    processes().find(({ command }) => command.includes('/dist/action.js'));
  return {
    processes,
    finished,
    signal: (signal) => child.kill(signal),
    signalAction: async (signal) => {
      kill((await until(action, 200_000, "the action's process")).pid, signal);
    },
  };
}

const unfinished = new Set<() => void>();
afterEach(() => {
  for (const end of unfinished) end();
  unfinished.clear();
});

function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended meanwhile.
  }
}

function actRunOf(
  code: number | null,
  output: string,
  request: ActRequest & { runId: number },
): ActRun {
  const steps = readActLog(output);
  const log = steps.map(({ job, step, stage, text }) => `== ${job} ${step} ${stage}\n${text}`);
  return {
    ...{ code, output, steps, log: log.join('\n') },
    artifacts: storedArtifacts(artifactFolder(request.github), request.runId),
    step: (id, stage = 'Main', job) => {
      const found = steps.find(
        (step) => step.step === id && step.stage === stage && (job ?? step.job) === step.job,
      );
      if (found === undefined) throw new Error(`no ${stage} of step ${id}: ${output.slice(-4000)}`);
      return found;
    },
  };
}

const artifactFolders = new WeakMap<ActGithub, string>();

/** Where act's artifact server keeps what was uploaded to a GitHub. */
export function artifactFolder(github: ActGithub): string {
  const folder = artifactFolders.get(github) ?? tempFolder();
  artifactFolders.set(github, folder);
  return folder;
}

/** Below those that the system itself hands out: one of these could be somebody else's before act listens on it. */
async function freePort(): Promise<number> {
  for (;;) {
    const port = 10_000 + ((process.pid * 64 + triedPorts++) % 20_000);
    if (await canListen(port)) return port;
  }
}

let triedPorts = 0;

function canListen(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () =>
      server.close(() => {
        resolve(true);
      }),
    );
  });
}
