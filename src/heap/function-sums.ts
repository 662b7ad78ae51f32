import type { Frame } from '../crash/frame.ts';
import { declaredTest, isTestRunner } from '../crash/test-of-stack.ts';
import { isStandardLibrary } from '../crash/standard-library.ts';
import { noAmounts, type HeapAmounts } from './heap-amounts.ts';
import { isChargeable, isOwn, type HeapPlaces } from './heap-places.ts';

/** What is summed up for one function: the same name is the same function, as for go tool pprof. */
export interface FunctionSums {
  name: string;
  places: Map<string, Place>;
  flat: HeapAmounts;
  cumulative: HeapAmounts;
  charged: HeapAmounts;
  /** Bytes that were allocated by the function or charged to it, by test and by the own code that called it. */
  tests: Map<string | null, number>;
  callers: Map<Place, number>;
  /** The sample that was added last to `cumulative`: a recursive function counts once in each. */
  lastSample: number;
}

/** One line of one function. */
export interface Place {
  owner: FunctionSums;
  frame: Frame;
  charged: HeapAmounts;
  /** For choosing a line where nothing is charged. */
  flatBytes: number;
  throughBytes: number;
  own: boolean;
  chargeable: boolean;
  standardLibrary: boolean;
  testRunner: boolean;
  declaredTest: string | null;
}

/** Gathers places and functions. Every line of a function is one place, whatever the profile's locations. */
export interface FunctionTable {
  functions: ReadonlyMap<string, FunctionSums>;
  placeOf: (frame: Frame) => Place;
}

export function functionTable(options: HeapPlaces): FunctionTable {
  const functions = new Map<string, FunctionSums>();
  return { functions, placeOf: (frame) => findPlace(functions, frame, options) };
}

function findPlace(functions: Map<string, FunctionSums>, frame: Frame, options: HeapPlaces): Place {
  let owner = functions.get(frame.function);
  if (owner === undefined) {
    owner = newFunction(frame.function);
    functions.set(frame.function, owner);
  }
  const key = `${String(frame.line)} ${frame.file}`;
  let place = owner.places.get(key);
  if (place === undefined) {
    place = newPlace(owner, frame, options);
    owner.places.set(key, place);
  }
  return place;
}

function newFunction(name: string): FunctionSums {
  return {
    name,
    places: new Map(),
    flat: noAmounts(),
    cumulative: noAmounts(),
    charged: noAmounts(),
    tests: new Map(),
    callers: new Map(),
    lastSample: -1,
  };
}

function newPlace(owner: FunctionSums, frame: Frame, options: HeapPlaces): Place {
  return {
    owner,
    frame,
    charged: noAmounts(),
    flatBytes: 0,
    throughBytes: 0,
    own: isOwn(options, frame),
    chargeable: isChargeable(options, frame),
    standardLibrary: isStandardLibrary(frame),
    testRunner: isTestRunner(frame.function),
    declaredTest: declaredTest(frame.function),
  };
}
