import type { ArtifactKind } from '../settings/publishing.ts';
import { debugBinaryName } from './debug-binary.ts';
import { logName } from './logs.ts';
import { binaryName } from './prune-binaries.ts';
import { coreTextName } from './read-cores.ts';

// core.zst, and core-4711.zst of a process that a test started
const core = /^core(?:-\d+)?(?:\.zst|\.gz)?$/;
// a folder
const snapshot = /^snapshot-\d{1,3}$/;

/** Entries of an attempt's folder by what they are evidence of. */
const entriesOfKind: Readonly<Record<ArtifactKind, readonly (string | RegExp)[]>> = {
  profiles: ['heap.pprof'],
  // The timeline is what led to the snapshot.
  'black-boxes': [snapshot, 'timeline.csv', 'usage.csv'],
  // A core can only be read beside its own binary.
  cores: [core, coreTextName, binaryName, debugBinaryName],
  logs: [logName, 'crash.txt', coreTextName],
};

/** How the attempt was started and how it ended: goes along with whatever else there is. */
const records = ['start.json', 'end.json'];

/** Of the names in an attempt's folder, those that are evidence of these kinds; none where there are only records. */
export function evidenceEntries(
  names: readonly string[],
  kinds: readonly ArtifactKind[],
): string[] {
  const wanted = kinds.flatMap((kind) =>
    // A binary can be built again; without a core it tells nothing.
    kind === 'cores' && !names.some((name) => core.test(name)) ? [] : entriesOfKind[kind],
  );
  const found = names.filter((name) =>
    wanted.some((entry) => (typeof entry === 'string' ? entry === name : entry.test(name))),
  );
  return found.length === 0 ? [] : [...found, ...records.filter((name) => names.includes(name))];
}
