import type { StackFilter } from '../crash/goroutines/stack-filter.ts';
import type { HeapListing, ProfileListing } from '../report/inspection.ts';
import { sumCallSites } from './call-sites.ts';
import { holdersOf } from './holders.ts';
import type { PprofProfile } from './profile.ts';
import type { SampleType } from './profile-tables.ts';

export interface ListingOptions {
  filter?: StackFilter | undefined;
  moduleDirectory?: string | undefined;
  /** Rows in each list. */
  top: number;
}

/** The first functions of a profile by each sample type that is an amount; by number where there is no other. */
export function listProfile(profile: PprofProfile, options: ListingOptions): ProfileListing {
  const { sampleTypes } = profile;
  const amounts = sampleTypes.filter(({ unit }) => unit !== 'count');
  const wanted = amounts.length > 0 ? amounts : sampleTypes;
  const withRuntime = sampleTypes.some(({ type }) => type === 'cpu');
  // What a process holds is asked for before what it ever allocated.
  const isDefault = ({ type }: SampleType): boolean =>
    type === 'inuse_space' || type === profile.defaultSampleType;
  const ordered = [...wanted].sort((a, b) => Number(isDefault(b)) - Number(isDefault(a)));
  const sums = ordered.map((type) => {
    const mainColumn = sampleTypes.indexOf(type);
    return { type, mainColumn, ...sumCallSites(profile, { ...options, mainColumn, withRuntime }) };
  });
  const [first] = sums;
  return {
    sampleTypes: sampleTypes.map(({ type, unit }, column) => ({
      type,
      unit,
      total: first?.totals[column] ?? 0,
      matching: first?.matching[column] ?? 0,
    })),
    tops: sums.map(({ type, mainColumn, totals, sites }) => {
      const total = totals[mainColumn] ?? 0;
      const rows = sites.filter(({ values }) => values[mainColumn] !== 0);
      return {
        ...type,
        rows: rows.slice(0, options.top).map(({ values, cumulative, ...site }) => {
          const flat = values[mainColumn] ?? 0;
          return {
            ...site,
            flat,
            cumulative: cumulative[mainColumn] ?? 0,
            share: total > 0 ? flat / total : 0,
          };
        }),
        more: Math.max(0, rows.length - options.top),
      };
    }),
  };
}

/** The first holders of a heap profile; null for a profile of another kind. */
export function listHeap(profile: PprofProfile, options: ListingOptions): HeapListing | null {
  const holders = holdersOf(profile, options);
  if (holders === null) return null;
  const { functions, tests } = holders;
  return {
    ...holders,
    functions: functions.slice(0, options.top),
    tests: tests.slice(0, options.top),
    more: {
      functions: Math.max(0, functions.length - options.top),
      tests: Math.max(0, tests.length - options.top),
    },
  };
}
