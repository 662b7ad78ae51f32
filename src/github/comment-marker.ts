import { createHash } from 'node:crypto';

/** The first line of our comments: it tells whose they are, and what they say. */
export interface Marker {
  /** Hash of what tells the comments of one pull request apart. */
  key: string;
  /** Hash of what the comment says. */
  digest: string;
  run: RunNumber;
}

/** A workflow run, and its attempt. Later runs have greater ids. */
export interface RunNumber {
  id: string;
  attempt: string;
}

/** `<!-- go-crash-guard key=0123456789abcdef digest=fedcba9876543210 run=17000000000.1 -->`, then a line end or nothing. */
const markerLine =
  /^<!-- go-crash-guard key=(?<key>[0-9a-f]{16}) digest=(?<digest>[0-9a-f]{16}) run=(?<id>\d{1,20})\.(?<attempt>\d{1,6}) -->(?:\r?\n|$)/;

export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** The marker of a comment; null where it does not begin with one. */
export function markerOf(body: string): Marker | null {
  const { key, digest, id, attempt } = markerLine.exec(body)?.groups ?? {};
  if (key === undefined || digest === undefined || id === undefined || attempt === undefined)
    return null;
  return { key, digest, run: { id, attempt } };
}

export function withMarker({ key, digest, run }: Marker, text: string): string {
  const { id, attempt } = run;
  return `<!-- go-crash-guard key=${key} digest=${digest} run=${number(id)}.${number(attempt)} -->\n${text}`;
}

/** A run that is not numbered as GitHub does counts as older than all. */
function number(text: string): string {
  return /^\d{1,20}$/.test(text) ? text : '0';
}

/** Above 0 where `a` is of a newer run than `b`. */
export function compareMarkers(a: string, b: string): number {
  const [runA, runB] = [markerOf(a)?.run, markerOf(b)?.run];
  return compare(runA?.id, runB?.id) || compare(runA?.attempt, runB?.attempt);
}

function compare(a = '0', b = '0'): number {
  const difference = BigInt(a) - BigInt(b);
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether two comments say the same. */
export function isSameDigest(a: string, b: string): boolean {
  const digest = markerOf(a)?.digest;
  return digest !== undefined && digest === markerOf(b)?.digest;
}

/** Whether two comments say the same, and of the same run. */
export function isSameMarker(a: string, b: string): boolean {
  return isSameDigest(a, b) && compareMarkers(a, b) === 0;
}
