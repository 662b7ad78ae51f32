import type { Frame } from '../crash/frame.ts';
import { packedVarints, protoFields } from './proto-fields.ts';
import { readTables, type SampleType, type Tables } from './profile-tables.ts';
import { unpackProfile } from './unpack-profile.ts';

export interface Sample {
  /** From the innermost out, calls that were inlined among them. The same array for the same stack is not promised. */
  frames: readonly Frame[];
  /** One for each sample type; never negative, never above the safe integers. */
  values: readonly number[];
}

/** A profile that is read sample by sample, as often as one likes, and never held as a whole. */
export interface PprofProfile {
  sampleTypes: readonly SampleType[];
  /** The type that go tool pprof shows if nobody asks for another; null where the profile does not say. */
  defaultSampleType: string | null;
  /** Bytes between two samples of a heap profile; null where it does not say. */
  period: number | null;
  samples: () => Generator<Sample>;
}

export type ProfileReading =
  { kind: 'profile'; profile: PprofProfile } | { kind: 'refused'; because: string };

/** Frames of one sample; Go's own profiler stops at 128 (GODEBUG=profstackdepth). */
const maxFramesEach = 4096;
/** Frames of all samples: half a minute of work. Real profiles have a few million. */
const maxFramesInAll = 50_000_000;

/**
 * Opens a profile in pprof's format, gzipped or not. Strings, functions and locations are indexed, samples are decoded one at a
 * time: a full decode into objects takes ten times as long and gigabytes for a large profile. Never throws; a refusal says why.
 */
export function readProfile(bytes: Uint8Array): ProfileReading {
  const unpacked = unpackProfile(bytes);
  if (unpacked.kind === 'refused') return unpacked;
  try {
    const tables = readTables(unpacked.bytes);
    if (tables.sampleTypes.length === 0) throw new RangeError('no sample type');
    checkSamples(unpacked.bytes, tables);
    const profile: PprofProfile = {
      sampleTypes: tables.sampleTypes,
      defaultSampleType: tables.defaultSampleType,
      period: tables.period,
      samples: () => samplesOf(unpacked.bytes, tables),
    };
    return { kind: 'profile', profile };
  } catch (error) {
    return { kind: 'refused', because: `it is cut or no profile (${(error as Error).message})` };
  }
}

/** Reads all samples once, so that reading them later cannot fail. Throws RangeError. */
function checkSamples(profile: Uint8Array, tables: Tables): void {
  let frames = 0;
  for (const { locations } of rawSamples(profile)) {
    for (const id of locations) frames += tables.framesAt(id).length;
    if (frames > maxFramesInAll) throw new RangeError('more frames than can be read');
  }
}

function* samplesOf(profile: Uint8Array, tables: Tables): Generator<Sample> {
  for (const { locations, values } of rawSamples(profile)) {
    const frames: Frame[] = [];
    for (const id of locations)
      for (const frame of tables.framesAt(id))
        if (frames.length < maxFramesEach) frames.push(frame);
    yield { frames, values: values.map(plainNumber) };
  }
}

/** A negative int64 arrives as a number beyond 2^63: no profile of a process has one, only a difference of profiles. */
function plainNumber(value: number): number {
  return value >= 2 ** 63 ? 0 : Math.min(value, Number.MAX_SAFE_INTEGER);
}

/** Sample.location_id is field 1, Sample.value field 2 (profile.proto). */
function* rawSamples(profile: Uint8Array): Generator<{ locations: number[]; values: number[] }> {
  for (const field of protoFields(profile)) {
    if (field.number !== 2 || !('bytes' in field)) continue;
    const locations: number[] = [];
    const values: number[] = [];
    for (const part of protoFields(field.bytes)) {
      if (part.number !== 1 && part.number !== 2) continue;
      const target = part.number === 1 ? locations : values;
      if ('varint' in part) target.push(part.varint);
      else for (const number of packedVarints(part.bytes)) target.push(number);
    }
    yield { locations, values };
  }
}
