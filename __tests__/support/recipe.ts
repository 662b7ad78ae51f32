import { parse } from 'yaml';
import type { ActRun } from './act.ts';
import { blocksOf, isWorkflow } from './documents.ts';

/** What a recipe needs that this machine has not: other systems, labels of runners, containers. */
const notHere: readonly { says: RegExp; becomes: string }[] = [
  { says: /runs-on: \[self-hosted, linux, x64\]/, becomes: 'runs-on: ubuntu-latest' },
  // act mixes up the systems of jobs that begin at one time.
  { says: /runs-on: \$\{\{ matrix\.\w+ \}\}/, becomes: 'runs-on: ubuntu-latest' },
  { says: /\n {4}container:\n(?: {6}.*\n)+/, becomes: '\n' },
];

/** The workflow that a document shows below a heading, the first unless told. It is the user's, but for what is not to be had here. */
export function recipe(document: string, heading: string, index = 0): string {
  const found = blocksOf(document).filter(
    (block) => isWorkflow(block) && block.heading === heading,
  );
  const block = found[index];
  if (block === undefined) throw new Error(`${document} has no such workflow below "${heading}"`);
  return notHere.reduce((text, { says, becomes }) => text.replace(says, becomes), block.text);
}

const whole = 'name: test\non: pull_request\njobs:\n  test:\n    runs-on: ubuntu-latest\n';

/** The steps that a document shows below a heading, in a job; what the document takes for granted comes before them. */
export function stepsOf(document: string, heading: string, before: string[] = []): string {
  const block = blocksOf(document).find(
    ({ heading: above, language, text }) =>
      above === heading && language === 'yaml' && /^(?:steps:|- uses:)/m.test(text),
  );
  if (block === undefined) throw new Error(`${document} has no steps below "${heading}"`);
  const { text } = block;
  const lines = text.startsWith('- ')
    ? ['steps:', ...before, ...text.split('\n')]
    : text.split('\n');
  return `${whole}${lines.map((line) => `    ${line}`.trimEnd()).join('\n')}\n`;
}

type Permissions = Record<string, 'read' | 'write'>;

/** What the token of a workflow may do: the most that any of its jobs has, as act has one token for all of them. */
export function permissionsOf(workflow: string): Permissions {
  const { permissions = {}, jobs } = parse(workflow) as {
    permissions?: Permissions;
    jobs: Record<string, { permissions?: Permissions }>;
  };
  const all: Permissions = { metadata: 'read' };
  for (const job of Object.values(jobs))
    for (const [name, right] of Object.entries(job.permissions ?? permissions)) {
      const underscored = name.replaceAll('-', '_');
      if (all[underscored] !== 'write') all[underscored] = right;
    }
  return all;
}

/** What the steps of this action said, sorted by their jobs. */
export function verdicts({ steps }: Pick<ActRun, 'steps'>): string[] {
  return steps
    .filter(({ stage, outputs }) => stage === 'Main' && 'verdict' in outputs)
    .toSorted((a, b) => (a.job < b.job ? -1 : 1))
    .map(({ outputs }) => outputs['verdict'] ?? '');
}

/** Of all steps: what GitHub would show as a warning. */
export function warnings({ steps }: Pick<ActRun, 'steps'>): string[] {
  return steps
    .flatMap(({ commands }) => commands)
    .flatMap(({ name, data }) => (name === 'warning' ? [data] : []));
}

/** The names of artifacts, without the hash in them. */
export function artifactNames({ artifacts }: Pick<ActRun, 'artifacts'>): string[] {
  return artifacts.map(({ name }) => name.replace(/-[0-9a-f]{8}-/, '-HASH-'));
}
