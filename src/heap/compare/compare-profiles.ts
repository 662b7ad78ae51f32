import { packageOf } from '../../crash/frame.ts';
import { baseOfTest } from '../../crash/test-of-stack.ts';
import type { Comparison } from '../../report/comparison-schema.ts';
import type { HeapRecord } from '../../report/heap-schema.ts';
import { compareProfiles, type ProfileDifference } from '../difference.ts';
import { heapFigures } from '../heap-figures.ts';
import type { HeapPlaces } from '../heap-places.ts';
import type { PprofProfile } from '../profile.ts';
import type { ReportRules } from './compare-reports.ts';
import { compare } from './compare.ts';

export interface ProfileSide {
  /** What the user called it. */
  name: string;
  profile: PprofProfile;
}

export interface ComparedProfiles {
  kind: 'compared';
  comparison: Comparison;
  /** By functions, for each amount that a heap profile has. */
  differences: Extract<ProfileDifference, { kind: 'difference' }>[];
}

export type ProfilesCompared =
  ComparedProfiles | { kind: 'refused'; name: string; because: string };

const heapTypes = ['alloc_space', 'alloc_objects', 'inuse_space', 'inuse_objects'] as const;

/** Stands for the leg, which a profile does not name. */
const profileLeg = 'profile';

/** Compares two heap profiles as the gate would compare a package's, and by functions. */
export function compareHeapProfiles(
  base: ProfileSide,
  head: ProfileSide,
  rules: ReportRules,
  placesOf: (packageName: string) => HeapPlaces,
): ProfilesCompared {
  const name = testedPackage(head.profile) ?? testedPackage(base.profile) ?? 'the profile';
  const places = placesOf(name);
  const records: HeapRecord[] = [];
  for (const side of [base, head]) {
    const record = recordOf(side.profile, places, name);
    if (record === null) return { kind: 'refused', name: side.name, because: whyNone(side) };
    records.push(record);
  }
  const [before, now] = records as [HeapRecord, HeapRecord];
  const differences: ComparedProfiles['differences'] = [];
  for (const type of heapTypes) {
    const difference = compareProfiles(base.profile, head.profile, type, places);
    if (difference.kind === 'refused')
      return { kind: 'refused', name: base.name, because: difference.because };
    differences.push(difference);
  }
  const { metrics, tests } = before;
  const comparison = compare({
    settings: { ...rules.settings, confirm: 'off' },
    partial: true,
    base: { commit: base.name, reason: 'a heap profile', exact: true },
    noBase: '',
    heads: [now],
    bases: [
      {
        ...{ package: name, leg: profileLeg, record: before, commit: base.name, distance: 0 },
        ...{ differences: [], renamedFrom: null, old: null },
        history: [{ commit: base.name, committedAt: '', metrics, tests }],
      },
    ],
    removed: [],
    modulePath: places.modulePath,
    again: { head: [], base: [] },
    accepted: null,
    today: rules.today,
    problems: [],
  });
  const summary = `${head.name} compared with ${base.name}`;
  return { kind: 'compared', comparison: { ...comparison, summary }, differences };
}

/** The package whose tests most of the profile's stacks come through. */
function testedPackage(profile: PprofProfile): string | null {
  const counts = new Map<string, number>();
  for (const { frames } of profile.samples()) {
    const frame = baseOfTest(frames);
    if (frame === null) continue;
    const name = packageOf(frame.function).replace(/_test$/, '');
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? null;
}

function recordOf(profile: PprofProfile, places: HeapPlaces, name: string): HeapRecord | null {
  const figures = heapFigures(profile, places);
  if (figures === null) return null;
  const { totals, ...lists } = figures;
  return {
    ...{ package: name, leg: profileLeg, outcome: 'passed', benchmarks: [] },
    metrics: { ...totals, liveHeapPeakBytes: null, peakRssBytes: null, goroutinesAtEnd: null },
    ...lists,
  };
}

function whyNone({ profile }: ProfileSide): string {
  const types = profile.sampleTypes.map(({ type }) => type);
  return heapTypes.every((type) => types.includes(type))
    ? 'its sums are too large to be exact'
    : `it is no heap profile: it has ${types.join(', ')}`;
}
