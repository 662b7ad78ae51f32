import type { Crash } from './schema.ts';

/** As many as one run has in its report. */
const maxCrashes = 200;
const maxOccurrences = 200;

/** Crashes with one root cause as one, with all places where it was seen. What earlier runs say of it is the same for all. */
export function mergeCrashes(crashes: readonly Crash[]): Crash[] {
  const merged = new Map<string, Crash>();
  for (const crash of crashes) {
    const same = merged.get(crash.fingerprint);
    if (same === undefined) {
      if (merged.size < maxCrashes) merged.set(crash.fingerprint, crash);
      continue;
    }
    merged.set(crash.fingerprint, {
      ...same,
      ...(same.seen === undefined && crash.seen !== undefined ? { seen: crash.seen } : {}),
      occurrences: distinct([...same.occurrences, ...crash.occurrences]).slice(0, maxOccurrences),
    });
  }
  return [...merged.values()];
}

function distinct(occurrences: Crash['occurrences']): Crash['occurrences'] {
  const byPlace = new Map(
    occurrences.map((one) => [JSON.stringify([one.package, one.leg, one.attempt, one.test]), one]),
  );
  return [...byPlace.values()];
}
