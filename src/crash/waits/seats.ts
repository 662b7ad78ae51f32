import type { Frame } from '../frame.ts';
import { identifiersOf } from '../function-name.ts';
import type { Goroutine } from '../goroutines/goroutine.ts';
import { enclosingFunction } from '../source/enclosing-function.ts';
import { locateFrame } from '../source/located-frame.ts';
import type { Repository } from '../source/repository.ts';
import type { Effort } from './effort.ts';
import { goFunction, type GoFunction } from './go-actions.ts';
import { placeOfCall, type GoPlace } from './go-place.ts';

/** A frame of the repository with its place in the source. */
export interface Seat {
  /** Its file is relative to the repository. */
  frame: Frame;
  /** Of the goroutine's frames. */
  index: number;
  place: GoPlace;
  callArguments: string;
  /** Names the call of a function that this closure lies in, or of the function itself; null where several could be meant. */
  callOf: (functionName: string) => string | null;
  /** The frame of a function that this closure lies in, where it is on the same stack. */
  around: (functionName: string) => Seat | null;
  /** Where it was called, or the goroutine was started; null where that cannot be read. */
  outer: Seat | null;
}

export interface SeatReader {
  seatsOf: (goroutine: Goroutine) => Seat[];
  /** The frame with its file in the repository; null for one of others. */
  locate: (frame: Frame) => Frame | null;
}

/** Where it lies in the repository, and what is kept of it. */
const stepsPerFrame = 50;
const maxFrames = 100;
const maxSeats = 40;
const maxSteps = 32;
/** Where no function begins nearby, so many lines are looked at. */
const maxStepsUp = 2000;

export function createSeatReader(
  goroutines: readonly Goroutine[],
  repository: Repository,
  effort: Effort,
): SeatReader {
  const byId = new Map(goroutines.map((goroutine) => [goroutine.id, goroutine]));
  const functions = new Map<string, GoFunction>();
  const places = new Map<string, GoPlace | null>();
  const located = new Map<Frame, Frame | null>();

  const locate = (frame: Frame): Frame | null => {
    const known = located.get(frame);
    if (known !== undefined) return known;
    effort.spend(stepsPerFrame + frame.file.length);
    const found = locateFrame(frame, repository);
    const own = found !== null && repository.has(found.file) ? found : null;
    located.set(frame, own);
    return own;
  };
  const readPlace = (frame: Frame, callee: string): GoPlace | null => {
    const lines = repository.lines(frame.file);
    const around = lines === null ? null : enclosingFunction(lines, frame.line);
    effort.spend(stepsPerFrame + (around === null ? maxStepsUp : frame.line - around.line));
    if (lines === null || around === null) return null;
    const key = `${frame.file}:${String(around.line)}`;
    const source = functions.get(key) ?? goFunction(lines, around.line, effort);
    functions.set(key, source);
    return placeOfCall(source, frame.function, frame.line, callee);
  };
  const placeOf = (frame: Frame, callee: string): GoPlace | null => {
    const key = `${frame.file}:${String(frame.line)} ${frame.function} ${callee}`;
    const known = places.get(key);
    if (known !== undefined) return known;
    effort.spend(key.length);
    const found = readPlace(frame, callee);
    places.set(key, found);
    return found;
  };
  /** The only call of a function on a stack. */
  const onlyCall = ({ id, frames }: Goroutine, name: string): string | null => {
    effort.spend(2 * frames.length);
    const at = frames.findIndex((frame) => frame.function === name);
    const isOnly = at >= 0 && frames.findLastIndex((frame) => frame.function === name) === at;
    return isOnly ? callName(id, frames.length - at) : null;
  };
  /** Up along who started whom, to the goroutine that a function around the one of a goroutine's runs on. */
  const callAbove = (goroutine: Goroutine, name: string): string | null => {
    let current: Goroutine | undefined = goroutine;
    for (let step = 0; step < maxSteps; step++) {
      const by: number | null = current.createdBy?.goroutine ?? null;
      current = by === null ? undefined : byId.get(by);
      if (current === undefined) return null;
      effort.spend(1 + current.frames.length);
      if (current.frames.some((frame) => frame.function === name)) return onlyCall(current, name);
    }
    return null;
  };

  return {
    locate,
    seatsOf(goroutine) {
      const { frames, callArguments, createdBy } = goroutine;
      const seatAt = (frame: Frame, index: number): Seat | null => {
        const own = locate(frame);
        const callee = identifiersOf(frames[index - 1]?.function ?? '').at(-1) ?? '';
        const place = own === null ? null : placeOf(own, callee);
        if (own === null || place === null) return null;
        effort.spend(stepsPerFrame);
        return {
          ...{ frame: own, index, place, callArguments: callArguments?.[index] ?? '' },
          callOf(name) {
            effort.spend(1 + frames.length);
            const isStarted = frame === createdBy;
            const first = name === frame.function && !isStarted ? index : index + 1;
            const at = frames.findIndex((other, i) => i >= first && other.function === name);
            return at < 0 ? callAbove(goroutine, name) : callName(goroutine.id, frames.length - at);
          },
          around: (name) =>
            seats.find((seat) => seat.index > index && seat.frame.function === name) ?? null,
          outer: null,
        };
      };
      const own = frames.slice(0, maxFrames);
      const seats = own
        .flatMap((frame, index) => {
          const seat = isWrapper(frame) ? null : seatAt(frame, index);
          return seat === null ? [] : [seat];
        })
        .slice(0, maxSeats);
      const end = own.findIndex((frame) => isWrapper(frame));
      const bottom = end < 0 ? frames.length : end;
      const creation = createdBy === null ? null : seatAt(createdBy, bottom);
      seats.forEach((seat, index) => {
        const next = seat.index + 1;
        const called = seats[index + 1]?.index === next ? (seats[index + 1] ?? null) : null;
        seat.outer = next === bottom ? creation : called;
      });
      return seats;
    },
  };
}

/** What the compiler puts between a go statement and the function: it does nothing of its own. */
function isWrapper({ function: name }: Frame): boolean {
  return /\.(?:gowrap|deferwrap)\d+$/.test(name);
}

function callName(goroutine: number, depth: number): string {
  return `${String(goroutine)}#${String(depth)}`;
}
