import { obey, type WorkflowCommand } from './workflow-commands.ts';

/** A step of a job, in one of its stages, as act tells it. */
export interface StepLog {
  /** Its key in the workflow; the jobs of a matrix have a number behind it, `run-1`. */
  job: string;
  /** The step's id, or its number from 0. */
  step: string;
  stage: 'Pre' | 'Main' | 'Post';
  /** Everything that the step wrote, with its workflow commands. */
  text: string;
  /** What GitHub's runner would make of it. */
  commands: WorkflowCommand[];
  /** By GITHUB_OUTPUT. */
  outputs: Record<string, string>;
  /** By GITHUB_STEP_SUMMARY. */
  summary: string;
  result: 'success' | 'failure' | 'skipped' | null;
}

interface Entry {
  msg?: string;
  job?: string;
  stepID?: string[];
  stage?: StepLog['stage'];
  raw_output?: boolean;
  command?: string;
  raw?: string;
  name?: string;
  arg?: string;
  content?: string;
  stepResult?: NonNullable<StepLog['result']>;
}

/** Reads what `act --json` writes: one JSON object a line, among lines that are none. */
export function readActLog(output: string): StepLog[] {
  const steps = new Map<string, StepLog>();
  for (const line of output.split('\n')) {
    const entry = parseEntry(line);
    const step = entry?.stepID?.[0];
    if (entry?.stage === undefined || step === undefined) continue;
    const { job: named = '', stage } = entry;
    // WORKFLOW/JOB
    const job = named.trim().slice(named.lastIndexOf('/') + 1);
    const key = JSON.stringify([job, step, stage]);
    const known: StepLog = steps.get(key) ?? {
      ...{ job, step, stage, text: '', commands: [] },
      ...{ outputs: {}, summary: '', result: null },
    };
    steps.set(key, known);
    add(entry, known);
  }
  return [...steps.values()].map((step) => ({ ...step, commands: obey(step.text).obeyed }));
}

function add(entry: Entry, step: StepLog): void {
  if (entry.stepResult !== undefined) step.result = entry.stepResult;
  if (entry.raw_output === true) step.text += entry.msg ?? '';
  // Commands of the log have their line; what comes by a file has none.
  else if (entry.raw !== undefined) step.text += entry.raw;
  else if (entry.command === 'summary') step.summary += entry.content ?? '';
  else if (entry.command === 'set-output') step.outputs[entry.name ?? ''] = entry.arg ?? '';
}

function parseEntry(line: string): Entry | null {
  if (!line.startsWith('{')) return null;
  try {
    return JSON.parse(line) as Entry;
  } catch {
    return null;
  }
}
