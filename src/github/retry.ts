/** What a failed call means for the next try. */
export type Failure =
  /** GitHub did nothing and asks for patience. `waitMs` is null where it does not say how much. */
  | { kind: 'limited'; waitMs: number | null }
  /** No answer, or one of a server in trouble: what was asked for may have been done. */
  | { kind: 'passing' }
  /** GitHub means it. */
  | { kind: 'final' };

/** What is read of an error of the client. */
export interface CallError {
  /** Null where there was no answer. */
  status: number | null;
  message: string;
  headers: Readonly<Record<string, unknown>>;
}

/** `You have exceeded a secondary rate limit`, `API rate limit exceeded for installation`, `... abuse detection mechanism`. */
const limitMessage = /rate limit|abuse detection/i;

/**
 * Rules of GitHub's documentation on rate limits: 403 or 429, with `retry-after` in seconds, or `x-ratelimit-remaining: 0` and the
 * second of `x-ratelimit-reset`, else a message that says so.
 */
export function failureOf({ status, message, headers }: CallError, now: number): Failure {
  if (status === null || status >= 500 || status === 408) return { kind: 'passing' };
  if (status !== 403 && status !== 429) return { kind: 'final' };
  const after = seconds(headers['retry-after']);
  if (after !== null) return { kind: 'limited', waitMs: after * 1000 };
  const reset = seconds(headers['x-ratelimit-reset']);
  if (headers['x-ratelimit-remaining'] === '0' && reset !== null)
    return { kind: 'limited', waitMs: Math.max(0, reset * 1000 - now) + 1000 };
  return status === 429 || limitMessage.test(message)
    ? { kind: 'limited', waitMs: null }
    : { kind: 'final' };
}

function seconds(value: unknown): number | null {
  return typeof value === 'string' && /^\d{1,12}$/.test(value) ? Number(value) : null;
}

/**
 * Octokit gives 500 to a call that had no answer, and the reason as `cause`; the errors that GraphQL tells have an answer and no
 * status.
 */
export function callError(error: unknown): CallError {
  const { status, message, response, cause } = (error ?? {}) as Record<string, unknown>;
  const answered = response !== undefined && cause === undefined;
  const headers = (response as { headers?: unknown } | undefined)?.headers;
  return {
    status: answered ? (typeof status === 'number' ? status : 200) : null,
    message: typeof message === 'string' ? message : '',
    headers: typeof headers === 'object' && headers !== null ? { ...headers } : {},
  };
}
