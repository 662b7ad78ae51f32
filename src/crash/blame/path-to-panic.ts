import { findGuilt } from './find-guilt.ts';
import { packageOf, type Frame } from '../frame.ts';
import type { Ancestor, Goroutine } from '../goroutines/goroutine.ts';
import { investigate, isSameLine, type Guilt, type Investigation } from './guilt.ts';
import { guiltyNote } from './guilty-note.ts';
import { baseOfTest } from '../test-of-stack.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import { recursionOf } from './recursion.ts';
import type { Repository } from '../source/repository.ts';
import { foldedStep, sourceStep, type PathStep } from './path-step.ts';
import type { Blame } from './blame.ts';
import { isRuntime } from '../standard-library.ts';

/** Of a long path the two ends say most. */
const maxSteps = 20;
const shownAtStart = 8;
const maxAncestors = 5;

/**
 * How a program got where it died: from the test (or the program's start) to the guilty line, the user's calls one by one, calls into
 * libraries folded, and the start of a goroutine as a step of its own. Empty where there is neither a stack nor a line.
 */
export function pathToPanic(
  crash: ParsedCrash,
  { blame }: Pick<Blame, 'blame'>,
  repository: Repository,
): PathStep[] {
  const investigation = investigate(crash, repository);
  const guilt = { ...findGuilt(investigation), blame };
  const { goroutine } = guilt;
  if (goroutine === null)
    return blame === null ? [] : [sourceStep(blame, repository, guiltyNote(crash), true)];
  return folded([
    ...beforeGoroutine(goroutine, guilt, investigation),
    ...onStack(goroutine, guilt, investigation),
  ]);
}

/** What led to the start of the goroutine: its ancestors' stacks where they are known, else the line that started it. */
function beforeGoroutine(
  { ancestors, createdBy }: Goroutine,
  guilt: Guilt,
  investigation: Investigation,
): PathStep[] {
  const stacks = ancestors.slice(0, maxAncestors).toReversed();
  const [nearest] = ancestors;
  const steps = stacks.flatMap(({ frames, createdBy: start }: Ancestor, index) => [
    ...(index === 0 ? creationStep(start, guilt, investigation) : []),
    ...callsOn(frames, guilt, investigation).map((step, at, all) =>
      at === all.length - 1 ? { ...step, note: joinedNote(step.note, startsGoroutine) } : step,
    ),
  ]);
  return nearest === undefined ? creationStep(createdBy, guilt, investigation) : steps;
}

const startsGoroutine = 'starts the goroutine';

function creationStep(
  createdBy: Frame | null,
  { blame }: Guilt,
  { locate, repository, crash }: Investigation,
): PathStep[] {
  const located = createdBy === null ? null : locate(createdBy);
  if (located === null) return [];
  const guilty = isSameLine(located, blame);
  const note = guilty ? `${startsGoroutine}, ${guiltyNote(crash)}` : startsGoroutine;
  return [sourceStep(located, repository, note, guilty)];
}

function onStack(goroutine: Goroutine, guilt: Guilt, investigation: Investigation): PathStep[] {
  const { elided } = goroutine;
  const { members } = recursionOf(goroutine);
  const frames = goroutine.frames.slice(guilt.skipped);
  const isOverflow = /^stack overflow/.test(investigation.crash.message);
  if (!isOverflow || elided === null || members.length === 0)
    return callsOn(frames, guilt, investigation);
  // The circle once, as it was entered.
  const circle = new Set(members.map(keyOf));
  const outermost = frames.findLastIndex((frame) => circle.has(keyOf(frame)));
  const start = Math.max(0, outermost - members.length + 1);
  const steps = callsOn(frames.slice(start), guilt, investigation);
  const all = elided.count === null ? '' : `: ${String(elided.count + frames.length)} frames`;
  const repeats = `these calls repeat until the stack is full${all}`;
  return [...steps, foldedStep(null, repeats)];
}

function keyOf({ function: name, file, line }: Frame): string {
  return `${name}\n${file}\n${String(line)}`;
}

/** The calls of one stack, from the outermost in; what the tests stand on, and how the runtime raises a panic, are left out. */
function callsOn(frames: readonly Frame[], guilt: Guilt, investigation: Investigation): PathStep[] {
  const { authorOf, locate, repository, crash, isHelper } = investigation;
  const base = baseOfTest(frames);
  const steps: PathStep[] = [];
  let between: Frame[] = [];
  const closeRun = (isEnd: boolean): void => {
    const library = between.filter(
      (frame) => !isRuntime(frame) && authorOf(frame) !== 'surroundings',
    );
    if (library.length > 0 && steps.length > 0) steps.push(libraryStep(library, isEnd));
  };
  for (const frame of frames.toReversed()) {
    const located = locate(frame);
    if (located === null) {
      between.push(frame);
      continue;
    }
    closeRun(false);
    const deferred = between.some(({ function: name }) => name === 'panic');
    between = [];
    const guilty = isSameLine(located, guilt.blame);
    const notes = [
      frame === base ? 'the test' : '',
      deferred ? 'a deferred call that runs because of the panic' : '',
      isHelper(frame) ? 'a test helper' : '',
      guilty ? guiltyNote(crash) : '',
    ];
    steps.push(sourceStep(located, repository, notes.filter(Boolean).join(', '), guilty));
  }
  closeRun(true);
  return steps;
}

/** Of calls within libraries, the first one that the user's code made; at the end of the path the one where it happened. */
function libraryStep(frames: readonly Frame[], isEnd: boolean): PathStep {
  const names = [...new Set(frames.map((frame) => packageOf(frame.function)))];
  const shown = names.slice(0, 3).join(', ') + (names.length > 3 ? ', ...' : '');
  const count = frames.length === 1 ? '1 frame' : `${String(frames.length)} frames`;
  return foldedStep((isEnd ? frames.at(-1) : frames[0]) ?? null, `${count} in ${shown}`);
}

function folded(steps: readonly PathStep[]): PathStep[] {
  if (steps.length <= maxSteps) return [...steps];
  const hidden = steps.slice(shownAtStart, steps.length - (maxSteps - shownAtStart - 1));
  const guilty = hidden.find((step) => step.guilty);
  return [
    ...steps.slice(0, shownAtStart),
    foldedStep(null, `${String(hidden.length)} more calls`),
    ...(guilty === undefined ? [] : [guilty]),
    ...steps.slice(steps.length - (maxSteps - shownAtStart - 1)),
  ];
}

function joinedNote(note: string, more: string): string {
  return note === '' ? more : `${note}, ${more}`;
}
