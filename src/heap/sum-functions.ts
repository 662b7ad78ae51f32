import type { Frame } from '../crash/frame.ts';
import { isChargeable, type HeapPlaces } from './heap-places.ts';
import type { PprofProfile } from './profile.ts';

/** What a profile says of one function, by one sample type. */
export interface FunctionAmounts {
  /** Its line with the largest charge. */
  frame: Frame;
  flat: number;
  cumulative: number;
  charged: number;
}

/** Sums up one sample type by function name. Functions without samples are left out. */
export function sumFunctions(
  profile: PprofProfile,
  column: number,
  places: HeapPlaces,
): { total: number; functions: Map<string, FunctionAmounts> } {
  const { frames } = profile;
  const numbers = new Map<string, number>();
  const functionOf = Uint32Array.from(frames, ({ function: name }) => {
    const number = numbers.get(name) ?? numbers.size;
    numbers.set(name, number);
    return number;
  });
  const chargeable = Uint8Array.from(frames, (frame) => Number(isChargeable(places, frame)));
  const flat = new Float64Array(numbers.size);
  const cumulative = new Float64Array(numbers.size);
  const chargedTo = new Float64Array(frames.length);
  // A recursive function counts once in each sample.
  const lastSample = new Uint32Array(numbers.size);
  let total = 0;
  let sample = 0;

  for (const { frames: stack, values } of profile.stacks()) {
    const value = values[column] ?? 0;
    const [leaf] = stack;
    total += value;
    if (value === 0 || leaf === undefined) continue;
    sample++;
    let charged = -1;
    // By index: this is most of the time that a comparison takes.
    for (let at = 0; at < stack.length; at++) {
      const index = stack[at] as number;
      const number = functionOf[index] as number;
      if (charged < 0 && chargeable[index] === 1) charged = index;
      if (lastSample[number] === sample) continue;
      lastSample[number] = sample;
      cumulative[number] = (cumulative[number] as number) + value;
    }
    add(flat, functionOf[leaf] ?? 0, value);
    add(chargedTo, charged < 0 ? leaf : charged, value);
  }

  const functions = new Map<string, FunctionAmounts>();
  const most = new Map<string, number>();
  for (const [index, frame] of frames.entries()) {
    const { function: name } = frame;
    const number = functionOf[index] ?? 0;
    if (lastSample[number] === 0) continue;
    let amounts = functions.get(name);
    if (amounts === undefined) {
      amounts = { frame, flat: flat[number] ?? 0, cumulative: cumulative[number] ?? 0, charged: 0 };
      functions.set(name, amounts);
    }
    const charge = chargedTo[index] ?? 0;
    amounts.charged += charge;
    if (charge > (most.get(name) ?? 0)) {
      most.set(name, charge);
      amounts.frame = frame;
    }
  }
  return { total, functions };
}

function add(sums: Float64Array, index: number, value: number): void {
  sums[index] = (sums[index] ?? 0) + value;
}
