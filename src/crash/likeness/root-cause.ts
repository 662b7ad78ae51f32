import type { Blame } from '../blame/blame.ts';
import type { Frame } from '../frame.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';
import { normalisedMessage } from './normalised-message.ts';
import { ownCode, type OwnCode } from '../blame/own-code.ts';
import type { CrashKind, ParsedCrash } from '../parsed-crash.ts';
import { recursionOf } from '../blame/recursion.ts';
import type { LocatedFrame, Repository } from '../source/repository.ts';
import { topLevel } from '../blame/running-tests.ts';
import { isWrapper, plainName, sourceText, stableName } from './stable-name.ts';
import { isRuntime } from '../standard-library.ts';

/** Frames of the user's that count. */
const depth = 3;
const maxStacks = 200;
const maxFrames = 200;

interface Subject {
  crash: ParsedCrash;
  blame: Blame;
  repository: Repository;
  code: OwnCode;
}

type Account = (subject: Subject) => string[];

const byKind: Partial<Record<CrashKind, Account>> = {
  'data-race': accesses,
  'goroutine-leak': leaks,
  timeout: ({ crash, blame, repository }) => [
    normalisedMessage(crash.message),
    topLevel(blame.test ?? ''),
    ...place(blame.blame, repository),
    ...(blame.blame === null ? [crash.package ?? blame.package ?? ''] : []),
  ],
  // The status is all that there is, and perhaps what was logged last.
  exit: (subject) => [subject.crash.message, ...notes(subject), ...placeOrPackage(subject)],
  killed: (subject) => [normalisedMessage(subject.crash.message), ...placeOrPackage(subject)],
};

/** What makes a crash this one and no other, line numbers and the like left out. */
export function rootCause(crash: ParsedCrash, blame: Blame, repository: Repository): string[] {
  const subject = { crash, blame, repository, code: ownCode(crash, repository) };
  const account = byKind[crash.kind];
  if (account !== undefined) return account(subject);
  return [
    normalisedMessage(crash.message),
    ...(crash.message.startsWith('stack overflow') ? circle(subject) : calls(subject)),
  ];
}

/** The blamed function, those of the user's that called it, and the text of the blamed line. */
function calls(subject: Subject): string[] {
  const { blame, repository } = subject;
  const stack = blamedStack(subject);
  const line = blame.blame;
  const inner = stack.findIndex((frame) => isBlamed(frame, subject));
  if (line !== null && inner < 0) return place(line, repository);
  const users = names(stack.slice(Math.max(0, inner)), subject);
  if (users.length > 0) return [...users, sourceText(line, repository)];
  const others = stack.filter((frame) => !isRuntime(frame)).slice(0, depth);
  if (others.length > 0) return others.map((frame) => plainName(frame.function));
  return placeOrPackage(subject);
}

/** Names of the user's functions, from the innermost out. The tests that led to code of the program's do not matter, nor how deep it called itself. */
function names(frames: readonly Frame[], { code, repository }: Subject): string[] {
  const found: string[] = [];
  for (const frame of frames.slice(0, maxFrames)) {
    const located = code.locate(frame);
    if (located === null || isWrapper(frame.function)) continue;
    const name = stableName(frame, located, repository);
    if (name === found.at(-1)) continue;
    if (found.length > 0 && located.file.endsWith('_test.go')) break;
    found.push(name);
    if (found.length === depth || located.file.endsWith('_test.go')) break;
  }
  return found;
}

/** Where the stack runs out is chance: all functions of the circle, in any order. */
function circle(subject: Subject): string[] {
  const { crash, code, repository } = subject;
  const goroutine = crash.stacks[0]?.goroutine;
  const members = goroutine === undefined ? [] : recursionOf(goroutine).members;
  const circled = members.flatMap((frame) => {
    const located = code.locate(frame);
    return located === null ? [] : [stableName(frame, located, repository)];
  });
  return circled.length > 0 ? sortedOnce(circled) : calls(subject);
}

/** Which of two accesses came first is chance; what they do is in their lines, where those can be read. */
function accesses({ crash, blame, repository }: Subject): string[] {
  const lines = [blame.blame, ...blame.related.filter(({ role }) => / access$/.test(role))];
  const operations = crash.stacks.flatMap(({ access }) =>
    access === null ? [] : [access.operation],
  );
  return lines
    .map((line, index) => {
      const [name = '', text = ''] = place(line, repository);
      return `${name} ${text === '' ? (operations[index] ?? '') : text}`;
    })
    .sort();
}

/** Where leaked goroutines were started, else where they wait; how many there are, and in which state, is chance. */
function leaks({ crash, code, repository, blame }: Subject): string[] {
  const started = crash.stacks.slice(0, maxStacks).flatMap(({ goroutine }) => {
    const frame = [...goroutine.frames, goroutine.createdBy].find(
      (one) => one !== null && code.locate(one) !== null,
    );
    const located = frame === undefined || frame === null ? null : code.locate(frame);
    return frame === undefined || frame === null || located === null
      ? []
      : [stableName(frame, located, repository)];
  });
  return started.length > 0 ? sortedOnce(started) : place(blame.blame, repository);
}

/** The stack that the blame is about: where all wait, not the first one. */
function blamedStack(subject: Subject): readonly Frame[] {
  const { stacks } = subject.crash;
  const has = ({ frames }: Goroutine): boolean =>
    frames.slice(0, maxFrames).some((frame) => isBlamed(frame, subject));
  const blamed =
    subject.blame.blame === null
      ? undefined
      : stacks.slice(0, maxStacks).find(({ goroutine }) => has(goroutine));
  return (blamed ?? stacks[0])?.goroutine.frames ?? [];
}

function isBlamed(frame: Frame, { blame: { blame }, code }: Subject): boolean {
  if (blame === null || frame.line !== blame.line) return false;
  return code.locate(frame)?.file === blame.file;
}

function place(line: LocatedFrame | null, repository: Repository): string[] {
  if (line === null) return [];
  const name = line.function === '' ? line.file : stableName(line, line, repository);
  return [name, sourceText(line, repository)];
}

/** Without any place, what ended one package is not what ended another. */
function placeOrPackage({ crash, blame, repository }: Subject): string[] {
  const known = place(blame.blame, repository);
  return known.length > 0
    ? known
    : [crash.package ?? blame.package ?? '', topLevel(blame.test ?? '')];
}

function notes({ crash }: Subject): string[] {
  return crash.notes.slice(-1).map(normalisedMessage);
}

function sortedOnce(items: readonly string[]): string[] {
  return [...new Set(items)].sort();
}
