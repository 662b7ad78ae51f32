import type * as z from 'zod/mini';

/** GitHub did not answer, or not as it should; the message is for a person. */
export class Refused extends Error {}

/** One thing that is asked of GitHub's API. */
export interface Question<T> {
  /** For people: `the pull request`. */
  what: string;
  /** What the token needs for it: `actions: read`. */
  permission: string;
  schema: z.ZodMiniType<T>;
  /** The answer that "404 Not Found" stands for, where it stands for one. */
  notFound?: T;
}

export type Ask = (request: { signal: AbortSignal }) => Promise<{ data: unknown }>;

const timeoutMs = 20_000;
const maxAttempts = 3;

/** Asks until there is an answer that can be read; tries again where the failure is no fault of ours. Throws Refused. */
export function apiCaller(
  retryDelayMs: number,
): <T>(question: Question<T>, ask: Ask) => Promise<T> {
  return async (question, ask) => {
    for (let attempt = 1; ; attempt++) {
      try {
        const { data } = await ask({ signal: AbortSignal.timeout(timeoutMs) });
        const parsed = question.schema.safeParse(data);
        if (parsed.success) return parsed.data;
        throw new Refused(
          `GitHub's answer to the question for ${question.what} cannot be understood`,
        );
      } catch (error) {
        if (error instanceof Refused) throw error;
        const status = statusOf(error);
        if (status === 404 && question.notFound !== undefined) return question.notFound;
        const passing = status === null || status === 429 || status >= 500;
        if (!passing || attempt >= maxAttempts) throw refusal(question, status, error);
        await new Promise((resolve) => setTimeout(resolve, retryDelayMs * attempt));
      }
    }
  };
}

const pageSize = 100;
const maxPages = 20;

/** All pages of a list. Throws Refused where there are too many. */
export async function allPages<T>(
  what: string,
  read: (page: { per_page: number; page: number }) => Promise<T[]>,
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const items = await read({ per_page: pageSize, page });
    all.push(...items);
    if (items.length < pageSize) return all;
  }
  throw new Refused(`there are more than ${pageSize * maxPages} ${what}, too many to look through`);
}

function statusOf(error: unknown): number | null {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : null;
}

function refusal(
  { what, permission }: Pick<Question<unknown>, 'what' | 'permission'>,
  status: number | null,
  error: unknown,
): Refused {
  const said = error instanceof Error ? error.message.slice(0, 300) : '';
  const forbidden = status === 401 || status === 403 || status === 404;
  const fix = forbidden ? `give the job "permissions: ${permission}"` : 'run the job again';
  return new Refused(
    `GitHub does not tell ${what} (${String(status ?? 'no answer')}: ${said}); ${fix}`,
  );
}
