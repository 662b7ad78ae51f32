import type { Fault } from './fault-proxy.ts';

export interface NamedFault {
  name: string;
  fault: Fault;
  /** Another try can do better. */
  passes: boolean;
}

const refusal = (status: number, message: string): NamedFault => ({
  name: String(status),
  fault: { kind: 'answer', status, body: JSON.stringify({ message, status: String(status) }) },
  passes: false,
});
const limit = (name: string, status: number, headers: Record<string, string>): NamedFault => ({
  name,
  fault: {
    ...{ kind: 'answer', status, headers },
    body: JSON.stringify({
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes.',
    }),
  },
  passes: true,
});
const broken = (name: string, fault: Fault): NamedFault => ({ name, fault, passes: true });

/** What can go wrong with a call to GitHub, each as GitHub or the network between does it. */
export const apiFaults: readonly NamedFault[] = [
  refusal(401, 'Bad credentials'),
  refusal(403, 'Resource not accessible by integration'),
  refusal(404, 'Not Found'),
  refusal(422, 'Validation Failed'),
  limit('429', 429, { 'retry-after': '0' }),
  limit('403 of a secondary limit', 403, { 'retry-after': '0' }),
  limit('403 of a secondary limit that says nothing more', 403, {}),
  broken('500', { kind: 'answer', status: 500, body: '{"message":"Server Error"}' }),
  broken('502', { kind: 'answer', status: 502, body: '<html>Bad Gateway</html>' }),
  broken('502 though it was done', { kind: 'replaced', status: 502, body: '<html>' }),
  broken('silence', { kind: 'silence', after: false }),
  broken('silence though it was done', { kind: 'silence', after: true }),
  broken('reset', { kind: 'reset', after: false }),
  broken('reset though it was done', { kind: 'reset', after: true }),
  broken('garbage', { kind: 'answer', status: 200, body: '<html>Sign in</html>' }),
  broken('garbage though it was done', { kind: 'replaced', status: 200, body: 'null' }),
  broken('half of an answer', { kind: 'replaced', status: 200, body: '{"id": 1, "html_u' }),
];
