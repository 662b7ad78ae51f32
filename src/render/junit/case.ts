import { clip, oneLine } from '../../report/format.ts';
import { element, xmlText } from './xml.ts';

export interface Place {
  /** Relative to the root of the repository. */
  file: string;
  line: number;
}

/** What went wrong: the kind of it, one line, and all that there is to read. */
export interface Trouble {
  type: string;
  message: string;
  detail: string;
}

export type CaseResult =
  | { kind: 'passed'; killedAtFirst?: Trouble }
  | { kind: 'skipped'; message: string }
  | ({ kind: 'failure' | 'error' } & Trouble);

/** One test, or what happened to a package outside of its tests. */
export interface JunitCase {
  name: string;
  elapsedMs: number | null;
  place: Place | null;
  result: CaseResult;
}

const maxNameChars = 500;
const maxMessageChars = 500;
const maxDetailChars = 16 * 1024;

/** Worst first: what must be in the file even if not all finds room. */
export const resultKinds = ['error', 'failure', 'skipped', 'passed'] as const;

/** The test or its package did not do well. */
export function isBad({ kind }: CaseResult): boolean {
  return kind === 'error' || kind === 'failure';
}

/** Seconds with three digits, as every reader takes them. */
export function seconds(elapsedMs: number | null): string {
  return ((elapsedMs ?? 0) / 1000).toFixed(3);
}

/**
 * There is no `system-out`: GitLab, Jenkins and others look there for `[[ATTACHMENT|path]]`, and would fetch any file that a test
 * names.
 */
export function renderCase(suite: string, { name, elapsedMs, place, result }: JunitCase): string {
  const attributes = {
    name: nameText(name),
    classname: suite,
    time: seconds(elapsedMs),
    file: place === null ? null : line(place.file, maxNameChars),
    line: place?.line ?? null,
  };
  return `    ${element('testcase', attributes, renderResult(result))}\n`;
}

/** Parts of a text, each cut before they are put together. */
export function joined(parts: readonly string[], by: string): string {
  return parts.map((part) => clip(part, maxDetailChars)).join(by);
}

/** Some readers fall over a name without a character. */
export function nameText(name: string): string {
  return line(name, maxNameChars) || '(no name)';
}

/** Text of any length is cut before it is looked through. */
function line(text: string, maxChars: number): string {
  return oneLine(clip(text, 8 * maxChars), maxChars);
}

/** As Maven Surefire writes it: readers that know the element show a flaky test, all others one that passed. */
function flakyError({ type, message, detail }: Trouble): string {
  const trace = element('stackTrace', {}, xmlText(clip(detail, maxDetailChars).trim()));
  return element('flakyError', { type, message: line(message, maxMessageChars) }, trace);
}

function renderResult(result: CaseResult): string {
  switch (result.kind) {
    case 'passed':
      return result.killedAtFirst === undefined ? '' : flakyError(result.killedAtFirst);
    case 'skipped':
      return element('skipped', { message: line(result.message, maxMessageChars) });
    case 'failure':
    case 'error': {
      const { kind, type, message, detail } = result;
      const attributes = { type, message: line(message, maxMessageChars) };
      return element(kind, attributes, xmlText(clip(detail, maxDetailChars).trim()));
    }
  }
}
