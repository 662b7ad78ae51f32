import { flameGraph } from '../heap/flame.ts';
import type { FlameGraph } from '../heap/flame-graph.ts';
import { functionGrowth } from '../heap/function-growth.ts';
import { renamedFunctions, withFunctionsRenamed } from '../heap/renamed-functions.ts';
import { readProfile, type PprofProfile } from '../heap/profile.ts';
import type { FlameColours, FlamePicture } from '../render/html/flame-section.ts';
import type { HeapRecord } from '../report/heap-schema.ts';
import { readBoundedBytes } from './bounded-file.ts';

export interface FlameSubject {
  package: string;
  /** What the base calls it; null where it has the same name there. */
  renamedFrom: string | null;
  /** Absolute. */
  profile: string;
  record: HeapRecord | null;
  /** Absolute; null where nobody made one. */
  baseProfile: string | null;
  baseRecord: HeapRecord | null;
}

const maxProfileBytes = 256 << 20;

/** The flame graph of a package: stack by stack with the base's profile where that can be read, else with the two records. */
export async function flamePicture(subject: FlameSubject): Promise<FlamePicture> {
  const head = await openProfile(subject.profile);
  if (typeof head === 'string') return { kind: 'missing', because: head };
  const before = subject.baseProfile === null ? null : await openProfile(subject.baseProfile);
  const base = typeof before === 'string' ? null : before;
  const nameNow = renamedFunctions(subject.renamedFrom, subject.package);
  const graph =
    flameGraph(subject.package, head, base, nameNow) ?? flameGraph(subject.package, head, null);
  if (graph === null) return { kind: 'missing', because: 'the profile is no heap profile' };
  return { kind: 'graph', graph, colours: coloursOf(graph, subject) };
}

function coloursOf(graph: FlameGraph, subject: FlameSubject): FlameColours {
  const { record, baseRecord, renamedFrom } = subject;
  if (graph.hasBase) return { kind: 'stacks' };
  if (record === null || baseRecord === null)
    return { kind: 'none', because: 'there is no record of the base' };
  const before = withFunctionsRenamed(baseRecord, renamedFrom, subject.package);
  return { kind: 'functions', growth: functionGrowth(before, record, graph.names) };
}

/** A profile, or why there is none. */
async function openProfile(path: string): Promise<PprofProfile | string> {
  const bytes = await readBoundedBytes(path, maxProfileBytes);
  if (bytes === null) return 'the run kept no profile of this package';
  const reading = readProfile(bytes);
  return reading.kind === 'profile'
    ? reading.profile
    : `the profile cannot be read: ${reading.because}`;
}
