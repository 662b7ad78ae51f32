import type { Frame } from '../crash/frame.ts';
import { readTables, type SampleType } from './profile-tables.ts';
import { readStacks, type Stack } from './stacks.ts';
import { unpackProfile } from './unpack-profile.ts';

export interface Sample {
  /** From the innermost out, calls that were inlined among them. The same array for the same stack is not promised. */
  frames: readonly Frame[];
  /** One for each sample type; never negative, never above the safe integers. */
  values: readonly number[];
}

/** A profile that can be read sample by sample, as often as one likes. All sums over samples are exact. */
export interface PprofProfile {
  sampleTypes: readonly SampleType[];
  /** The type that go tool pprof shows if nobody asks for another; null where the profile does not say. */
  defaultSampleType: string | null;
  /** Bytes between two samples of a heap profile; null where it does not say. */
  period: number | null;
  /** All frames that samples have, once for each location. */
  frames: readonly Frame[];
  stacks: () => Generator<Stack>;
  samples: () => Generator<Sample>;
}

export type ProfileReading =
  { kind: 'profile'; profile: PprofProfile } | { kind: 'refused'; because: string };

/**
 * Opens a profile in pprof's format, gzipped or not. Samples are kept as numbers: a full decode into objects takes ten times as long and
 * gigabytes for a large profile. Never throws; a refusal says why.
 */
export function readProfile(bytes: Uint8Array): ProfileReading {
  const unpacked = unpackProfile(bytes);
  if (unpacked.kind === 'refused') return unpacked;
  try {
    const tables = readTables(unpacked.bytes);
    if (tables.sampleTypes.length === 0) throw new RangeError('no sample type');
    const reading = readStacks(unpacked.bytes, tables);
    if (reading.kind === 'refused') return reading;
    const { sampleTypes, defaultSampleType, period, frames } = tables;
    const { stacks } = reading;
    const profile: PprofProfile = {
      ...{ sampleTypes, defaultSampleType, frames, stacks },
      period: Number.isSafeInteger(period) ? period : null,
      samples: () => samplesOf(stacks(), frames),
    };
    return { kind: 'profile', profile };
  } catch (error) {
    return { kind: 'refused', because: `it is cut or no profile (${(error as Error).message})` };
  }
}

function* samplesOf(stacks: Iterable<Stack>, frames: readonly Frame[]): Generator<Sample> {
  for (const stack of stacks) {
    const found: Frame[] = [];
    for (const index of stack.frames) found.push(frames[index] as Frame);
    yield { frames: found, values: Array.from(stack.values) };
  }
}
