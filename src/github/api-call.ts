import type * as z from 'zod/mini';
import { limitText, missingLines, refusalText, type Call } from './permission.ts';
import { callError, failureOf, type CallError } from './retry.ts';

/** GitHub did not answer, or not as it should; the message is one line for a person. */
export class Refused extends Error {
  /** Of the answer; null where there was none. */
  readonly status: number | null;
  /** Lines for the workflow that would help; null where none would. */
  readonly lines: string | null;

  constructor(message: string, status: number | null = null, lines: string | null = null) {
    super(message);
    this.status = status;
    this.lines = lines;
  }

  /** The message, and the lines below it. */
  get warning(): string {
    return this.lines === null ? this.message : `${this.message}:\n${this.lines}`;
  }
}

/** One thing that is asked of GitHub's API. */
export interface Question<T, N = never> {
  call: Call;
  schema: z.ZodMiniType<T>;
  /** The answer that "404 Not Found" stands for, where it stands for one. */
  notFound?: N;
}

export type Ask = (request: { signal: AbortSignal }) => Promise<{ data: unknown }>;

/** Whether something that must not be done twice was done although the answer was lost; null: it was not. */
export type Look<T> = () => Promise<T | null>;

/**
 * Asks until there is an answer that can be read; tries again where the failure is no fault of ours. What must not be done twice has
 * a `look`, which comes before every further try after a failure that may have done it. Throws Refused.
 */
export type ApiCaller = <T, N = never>(
  question: Question<T, N>,
  ask: Ask,
  look?: Look<T>,
) => Promise<T | N>;

export interface Patience {
  /** Before the second try of a call; longer before each further one. */
  retryDelayMs: number;
  /** Of one try. */
  timeoutMs: number;
  /** All that failures may cost, over all calls. Afterwards each call has one short try. */
  budgetMs: number;
  /** The head of the pull request lies in a fork: its token may not write. */
  fork: boolean;
}

const maxAttempts = 3;
const delayFactor = 4;
/** GitHub asks for a minute where it names no time: a minute it is with the delay that is the default. */
const limitFactor = 30;
/** The longest wait that GitHub may ask for. */
const maxWaitMs = 60_000;
const hastyTimeoutMs = 5_000;

export function apiCaller({ retryDelayMs, timeoutMs, budgetMs, fork }: Patience): ApiCaller {
  let lostMs = 0;
  return async (question, ask, look) => {
    const { call, schema, notFound } = question;
    for (let attempt = 1; ; attempt++) {
      const since = Date.now();
      const signal = AbortSignal.timeout(
        lostMs < budgetMs ? timeoutMs : Math.min(timeoutMs, hastyTimeoutMs),
      );
      const answer = await answerTo(ask, signal, schema);
      if (answer.kind === 'answer') return answer.data;
      const error = callError(answer.error);
      if (error.status === 404 && notFound !== undefined) return notFound;
      lostMs += Date.now() - since;

      const failure = failureOf(error, Date.now());
      if (failure.kind === 'final') throw refusal(call, error, fork);
      const asked = failure.kind === 'limited' ? failure.waitMs : null;
      const factor = failure.kind === 'limited' ? limitFactor : delayFactor ** (attempt - 1);
      const waitMs = asked ?? retryDelayMs * factor;
      const hopeless = waitMs > maxWaitMs || lostMs + waitMs > budgetMs;
      if (hopeless || attempt >= maxAttempts) {
        const done = failure.kind === 'passing' ? await look?.() : null;
        if (done !== null && done !== undefined) return done;
        throw failure.kind === 'limited'
          ? new Refused(limitText(call, error, asked), error.status)
          : refusal(call, error, fork);
      }
      await new Promise((resolve) => setTimeout(resolve, waitMs));
      lostMs += waitMs;
      const done = failure.kind === 'passing' ? await look?.() : null;
      if (done !== null && done !== undefined) return done;
    }
  };
}

function refusal(call: Call, error: CallError, fork: boolean): Refused {
  const text = refusalText(call, error, fork);
  return new Refused(text, error.status, missingLines(call, error, fork));
}

type Answer<T> = { kind: 'answer'; data: T } | { kind: 'error'; error: unknown };

/** An answer that cannot be read is none: a proxy in between, or a connection that broke in the middle of it. */
async function answerTo<T>(
  ask: Ask,
  signal: AbortSignal,
  schema: z.ZodMiniType<T>,
): Promise<Answer<T>> {
  try {
    const { data } = await ask({ signal });
    const parsed = schema.safeParse(data);
    if (parsed.success) return { kind: 'answer', data: parsed.data };
    const message = signal.aborted
      ? 'the answer did not end in time'
      : 'the answer cannot be understood';
    return { kind: 'error', error: new Error(message) };
  } catch (error) {
    return { kind: 'error', error };
  }
}

const pageSize = 100;
const maxPages = 20;

/** All pages of a list, or what is wanted of them. Throws Refused where there are too many. */
export async function allPages<T>(
  what: string,
  read: (page: { per_page: number; page: number }) => Promise<T[]>,
  wanted: (item: T) => boolean = () => true,
): Promise<T[]> {
  const all: T[] = [];
  for (let page = 1; page <= maxPages; page++) {
    const items = await read({ per_page: pageSize, page });
    all.push(...items.filter(wanted));
    if (items.length < pageSize) return all;
  }
  throw new Refused(`there are more than ${pageSize * maxPages} ${what}, too many to look through`);
}
