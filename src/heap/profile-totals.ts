import { gunzipSync } from 'node:zlib';
import { packedVarints, protoFields } from './proto-fields.ts';

/** Sums over all samples of a heap profile. Bytes and counts. */
export interface ProfileTotals {
  allocBytes: number;
  allocObjects: number;
  inuseBytes: number;
  inuseObjects: number;
}

const maxProfileBytes = 1024 * 1024 * 1024;
const sampleTypes = {
  allocBytes: 'alloc_space',
  allocObjects: 'alloc_objects',
  inuseBytes: 'inuse_space',
  inuseObjects: 'inuse_objects',
} as const;

/**
 * Totals of a Go heap profile (gzipped or plain protobuf); null when it is cut or no heap profile. Reads the samples' values
 * only: a full decode of a profile with 150,000 samples takes ten times as long, and every run would wait for it.
 */
export function profileTotals(bytes: Uint8Array): ProfileTotals | null {
  try {
    const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    return sumSamples(gzipped ? gunzipSync(bytes, { maxOutputLength: maxProfileBytes }) : bytes);
  } catch {
    return null;
  }
}

/** Field numbers are those of https://github.com/google/pprof/blob/main/proto/profile.proto */
function sumSamples(profile: Uint8Array): ProfileTotals | null {
  const types: number[] = [];
  const strings: Uint8Array[] = [];
  const sums: number[] = [];
  for (const field of protoFields(profile)) {
    if (!('bytes' in field)) continue;
    if (field.number === 1) types.push(valueTypeName(field.bytes));
    else if (field.number === 6) strings.push(field.bytes);
    else if (field.number === 2) addSample(sums, field.bytes);
  }
  const decoder = new TextDecoder();
  const names = types.map((index) => decoder.decode(strings[index]));
  const total = (name: string): number => sums[names.indexOf(name)] ?? 0;
  if (!Object.values(sampleTypes).every((name) => names.includes(name))) return null;
  return {
    allocBytes: total(sampleTypes.allocBytes),
    allocObjects: total(sampleTypes.allocObjects),
    inuseBytes: total(sampleTypes.inuseBytes),
    inuseObjects: total(sampleTypes.inuseObjects),
  };
}

/** ValueType.type, an index into the string table. */
function valueTypeName(message: Uint8Array): number {
  for (const field of protoFields(message))
    if (field.number === 1 && 'varint' in field) return field.varint;
  return 0;
}

/** Sample.value, one number a sample type, packed or not. */
function addSample(sums: number[], message: Uint8Array): void {
  let column = 0;
  for (const field of protoFields(message)) {
    if (field.number !== 2) continue;
    const values = 'bytes' in field ? packedVarints(field.bytes) : [field.varint];
    for (const value of values) {
      sums[column] = (sums[column] ?? 0) + value;
      column++;
    }
  }
}

/** Relative standard error of a sampled total: one sample a `rate` bytes on average, so about bytes/rate samples. */
export function samplingError(bytes: number, rate: number): number | null {
  return bytes > 0 && rate > 0 ? 1 / Math.sqrt(Math.max(1, bytes / rate)) : null;
}
