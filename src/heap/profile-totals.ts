import { gunzipSync } from 'node:zlib';
import { Profile } from 'pprof-format';

/** Sums over all samples of a heap profile. Bytes and counts. */
export interface ProfileTotals {
  allocBytes: number;
  allocObjects: number;
  inuseBytes: number;
  inuseObjects: number;
}

const maxProfileBytes = 1024 * 1024 * 1024;

/** Totals of a Go heap profile (gzipped or plain protobuf); null when it is cut or no heap profile. */
export function profileTotals(bytes: Uint8Array): ProfileTotals | null {
  try {
    const gzipped = bytes[0] === 0x1f && bytes[1] === 0x8b;
    const profile = Profile.decode(
      gzipped ? gunzipSync(bytes, { maxOutputLength: maxProfileBytes }) : bytes,
    );
    const names = profile.sampleType.map((type) => profile.stringTable.strings[Number(type.type)]);
    const at = (name: string): number => names.indexOf(name);
    const columns = {
      allocBytes: at('alloc_space'),
      allocObjects: at('alloc_objects'),
      inuseBytes: at('inuse_space'),
      inuseObjects: at('inuse_objects'),
    };
    if (Object.values(columns).includes(-1)) return null;
    const sum = (column: number): number =>
      profile.sample.reduce((total, sample) => total + Number(sample.value[column] ?? 0), 0);
    return {
      allocBytes: sum(columns.allocBytes),
      allocObjects: sum(columns.allocObjects),
      inuseBytes: sum(columns.inuseBytes),
      inuseObjects: sum(columns.inuseObjects),
    };
  } catch {
    return null;
  }
}

/** Relative standard error of a sampled total: one sample a `rate` bytes on average, so about bytes/rate samples. */
export function samplingError(bytes: number, rate: number): number | null {
  return bytes > 0 && rate > 0 ? 1 / Math.sqrt(Math.max(1, bytes / rate)) : null;
}
