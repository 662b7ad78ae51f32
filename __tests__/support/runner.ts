import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';
import { bundled } from './bundle.ts';
import { startProgram, type Finished, type Started } from './guarded.ts';
import { tempFolder } from './temp-folder.ts';
import { obey, type ObeyedLog } from './workflow-commands.ts';

const root = join(import.meta.dirname, '../..');

/** action.yml as the runner reads it. */
export const actionFile = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
  inputs: Record<string, { default: string }>;
  runs: { using: string; main: string; post: string };
};

/** Runs a script with the Node that actions get; fetched when it is not there. */
export const node24 = join(root, 'scripts/node24.sh');

/** The event that a job of `runnerJob` was started by. */
export const jobSource = {
  repository: 'octo-org/octo-repo',
  sha: '0123456789abcdef0123456789abcdef01234567',
  ref: 'refs/pull/7/merge',
  event: 'pull_request',
};

/** A step that has ended, with what it left to the runner. */
export interface EndedStep extends Finished {
  /** By GITHUB_OUTPUT. */
  outputs: Record<string, string>;
  /** By GITHUB_STEP_SUMMARY. */
  summary: string;
  /** What the runner made of stdout. */
  log: ObeyedLog;
}

export interface StartedStep extends Pick<Started, 'child'> {
  finished: Promise<EndedStep>;
}

export interface StepOptions {
  env?: Record<string, string>;
  /** The program that runs the action; default: the Node that runs this. */
  node?: string;
}

export interface RunnerJob {
  /** The main step; inputs that are not given have the default of action.yml. */
  main: (inputs?: Record<string, string>, options?: StepOptions) => StartedStep;
  /** The post step, which gets the state that main saved. */
  post: (options?: StepOptions) => StartedStep;
}

const stepTimeoutMs = 400_000;

/** What started the workflow. */
export interface JobEvent {
  name: string;
  payload: object;
}

const defaultEvent: JobEvent = {
  name: jobSource.event,
  payload: { pull_request: { number: 7 }, repository: { full_name: jobSource.repository } },
};

/** A job in a workspace that runs this action, freshly bundled, as GitHub's runner would. */
export function runnerJob(workspace: string, event = defaultEvent): RunnerJob {
  const temp = tempFolder();
  const eventPath = join(temp, 'event.json');
  writeFileSync(eventPath, JSON.stringify(event.payload));
  const common = {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_WORKSPACE: workspace,
    GITHUB_REPOSITORY: jobSource.repository,
    GITHUB_SHA: jobSource.sha,
    GITHUB_REF: jobSource.ref,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_JOB: 'test',
    RUNNER_OS: 'Linux',
    RUNNER_TEMP: temp,
  };
  let state: () => Record<string, string> = () => ({});

  const step = (
    kind: 'main' | 'post',
    env: Record<string, string>,
    options: StepOptions,
  ): StartedStep => {
    const folder = join(temp, kind);
    mkdirSync(folder, { recursive: true });
    const file = (name: string): string => {
      const path = join(folder, name);
      writeFileSync(path, '');
      return path;
    };
    const files = {
      GITHUB_OUTPUT: file('output'),
      GITHUB_STATE: file('state'),
      GITHUB_STEP_SUMMARY: file('summary.md'),
    };
    const script = bundled(basename(actionFile.runs[kind]) as 'action.js');
    const { child, finished } = startProgram(options.node ?? process.execPath, [script], {
      cwd: workspace,
      env: { ...withoutJob(process.env), ...common, ...files, ...env, ...options.env },
      timeout: stepTimeoutMs,
    });
    if (kind === 'main') state = () => readFileCommands(files.GITHUB_STATE);
    return {
      child,
      finished: finished.then((ended) => ({
        ...ended,
        outputs: readFileCommands(files.GITHUB_OUTPUT),
        summary: readFileSync(files.GITHUB_STEP_SUMMARY, 'utf8'),
        log: obey(ended.stdout),
      })),
    };
  };

  let given: Record<string, string> = {};
  return {
    main(inputs = {}, options = {}) {
      // core_pattern belongs to the whole machine: cores.test.ts alone lets a run change it.
      given = inputVariables({ 'core-dumps': 'off', ...inputs });
      return step('main', given, options);
    },
    post(options = {}) {
      const saved = Object.fromEntries(
        Object.entries(state()).map(([name, value]) => [`STATE_${name}`, value]),
      );
      return step('post', { ...given, ...saved }, options);
    },
  };
}

/** `working-directory` -> `INPUT_WORKING-DIRECTORY`, for every input of action.yml. */
function inputVariables(inputs: Record<string, string>): Record<string, string> {
  const unknown = Object.keys(inputs).filter((name) => !(name in actionFile.inputs));
  if (unknown.length > 0) throw new Error(`action.yml has no input ${unknown.join(', ')}`);
  return Object.fromEntries(
    Object.entries(actionFile.inputs).map(([name, input]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      // An expression is the runner's to evaluate; there is no token here.
      inputs[name] ?? (input.default.startsWith('${{') ? '' : input.default),
    ]),
  );
}

/** Takes away what a job that runs these tests would add. */
function withoutJob(env: NodeJS.ProcessEnv): Record<string, undefined> {
  const names = Object.keys(env).filter((name) => /^(?:GITHUB|INPUT|STATE|RUNNER)_/.test(name));
  return Object.fromEntries(names.map((name) => [name, undefined]));
}

/** A file command: `NAME=VALUE`, or `NAME<<DELIMITER`, the value's lines, `DELIMITER`. */
function readFileCommands(path: string): Record<string, string> {
  const found: Record<string, string> = {};
  const lines = readFileSync(path, 'utf8').split('\n');
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] ?? '';
    const block = /^(?<name>[^=]*?)<<(?<delimiter>.+)$/.exec(line)?.groups;
    if (block === undefined) {
      const equals = line.indexOf('=');
      if (equals > 0) found[line.slice(0, equals)] = line.slice(equals + 1);
      continue;
    }
    const end = lines.indexOf(block['delimiter'] ?? '', i + 1);
    if (end < 0) throw new Error(`${path}: no line ends with ${block['delimiter'] ?? ''}`);
    found[block['name'] ?? ''] = lines.slice(i + 1, end).join('\n');
    i = end;
  }
  return found;
}
