import * as z from 'zod/mini';
import type { Annotation } from '../render/annotations.ts';
import { allPages } from './api-call.ts';
import { sendAnnotations, type SentAnnotations } from './check-batches.ts';
import { checkText, type CheckAnnotation, type CheckText } from './check-output.ts';
import type { Github } from './client.ts';
import { outcomeOf, type Outcome } from './outcome.ts';
import { calls } from './permission.ts';

export interface CheckStart {
  name: string;
  headSha: string;
  /** Tells the check runs of one commit apart: workflow run, attempt, key. */
  externalId: string;
  /** Where more is told. */
  detailsUrl: string | null;
}

export interface CheckConclusion extends CheckText {
  id: number;
  conclusion: 'success' | 'failure' | 'neutral';
  annotations: readonly Annotation[];
  /** Where more is told. */
  detailsUrl: string | null;
}

export interface ConcludedCheck extends SentAnnotations {
  url: string | null;
}

const checkSchema = z.object({
  id: z.int(),
  html_url: z.nullish(z.string()),
  status: z.enum(['queued', 'in_progress', 'completed', 'waiting', 'requested', 'pending']),
  external_id: z.nullish(z.string()),
  output: z.object({ annotations_count: z.int() }),
});
type Check = z.infer<typeof checkSchema>;

/** A check run that is in progress until it is concluded. */
export async function startCheck(
  github: Github,
  start: CheckStart,
): Promise<Outcome<{ id: number }>> {
  const { owner, repo, rest, ask } = github;
  const { name, headSha, externalId, detailsUrl } = start;
  return await outcomeOf(async () => {
    const { id } = await ask(
      { call: calls.createCheck, schema: checkSchema },
      (request) =>
        rest.checks.create({
          ...{ owner, repo, name, head_sha: headSha, external_id: externalId, request },
          ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
          status: 'in_progress',
        }),
      () => checkOf(github, start),
    );
    return { kind: 'done', value: { id } };
  });
}

/** The check run that was started for the same, whose id was lost; skipped where there is none. */
export async function findCheck(
  github: Github,
  start: Pick<CheckStart, 'name' | 'headSha' | 'externalId'>,
): Promise<Outcome<{ id: number }>> {
  return await outcomeOf(async () => {
    const check = await checkOf(github, start);
    return check === null
      ? { kind: 'skipped', because: 'no check run is open' }
      : { kind: 'done', value: { id: check.id } };
  });
}

async function checkOf(
  { owner, repo, rest, ask }: Github,
  { name, headSha, externalId }: Pick<CheckStart, 'name' | 'headSha' | 'externalId'>,
): Promise<Check | null> {
  const schema = z.object({ check_runs: z.array(checkSchema) });
  const runs = await allPages(
    'check runs',
    async (page) => {
      const found = await ask({ call: calls.checks, schema }, (request) =>
        rest.checks.listForRef({
          ...{ owner, repo, ref: headSha, check_name: name, filter: 'all', ...page, request },
        }),
      );
      return found.check_runs;
    },
    ({ external_id: id, status }) => id === externalId && status !== 'completed',
  );
  return runs[0] ?? null;
}

/** Ends a check run. It is concluded even where annotations are refused: the warning says how many are missing then. */
export async function concludeCheck(
  github: Github,
  { id, conclusion, annotations, detailsUrl, ...text }: CheckConclusion,
): Promise<Outcome<ConcludedCheck>> {
  const { owner, repo, rest, ask } = github;
  const here = { owner, repo, check_run_id: id };
  const output = checkText(text);
  const completedAt = new Date().toISOString();
  const isDone = async (shown: number): Promise<Check | null> => {
    const check = await ask({ call: calls.checks, schema: checkSchema }, (request) =>
      rest.checks.get({ ...here, request }),
    );
    return check.status === 'completed' && check.output.annotations_count >= shown ? check : null;
  };
  const send = async (batch: CheckAnnotation[], shown: number): Promise<string | null> => {
    const check = await ask(
      { call: calls.updateCheck, schema: checkSchema },
      (request) =>
        rest.checks.update({
          ...{ ...here, request },
          ...(detailsUrl === null ? {} : { details_url: detailsUrl }),
          ...{ status: 'completed', conclusion, completed_at: completedAt },
          output: { ...output, annotations: batch },
        }),
      // GitHub adds the annotations of a request to those that are there.
      () => isDone(shown + batch.length),
    );
    return check.html_url ?? null;
  };
  return await outcomeOf(async () => {
    const { concluded: url, ...sent } = await sendAnnotations(annotations, send);
    return { kind: 'done', value: { url, ...sent } };
  });
}
