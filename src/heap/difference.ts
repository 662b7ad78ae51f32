import type { Frame } from '../crash/frame.ts';
import { nowhereElse, repositoryFile, type HeapPlaces } from './heap-places.ts';
import type { PprofProfile } from './profile.ts';
import { sumFunctions, type FunctionAmounts } from './sum-functions.ts';

/** An amount in both profiles, in the unit of the sample type. */
export interface BothSides {
  base: number;
  head: number;
}

/** One function in two profiles. The line is the one with the largest charge in the head. */
export interface DifferenceRow extends Frame {
  flat: BothSides;
  cumulative: BothSides;
  /** What it and the standard library for it allocated, waited, used ... */
  charged: BothSides;
}

export type ProfileDifference =
  | {
      kind: 'difference';
      sampleType: string;
      unit: string;
      totals: BothSides;
      /** Functions with samples in one of them, the one whose charge changed most first. */
      rows: DifferenceRow[];
    }
  | { kind: 'refused'; because: string };

/**
 * Compares two profiles of one kind by functions. Head less base is what `go tool pprof -diff_base BASE -top -sample_index=TYPE HEAD`
 * shows.
 */
export function compareProfiles(
  base: PprofProfile,
  head: PprofProfile,
  sampleType: string,
  places: HeapPlaces = nowhereElse,
): ProfileDifference {
  const columns = {
    base: base.sampleTypes.findIndex(({ type }) => type === sampleType),
    head: head.sampleTypes.findIndex(({ type }) => type === sampleType),
  };
  const unit = head.sampleTypes[columns.head]?.unit;
  if (unit === undefined || unit !== base.sampleTypes[columns.base]?.unit) {
    const kinds = `the base has ${names(base)}, the head ${names(head)}`;
    return { kind: 'refused', because: `both need ${sampleType} in one unit: ${kinds}` };
  }
  const before = sumFunctions(base, columns.base, places);
  const now = sumFunctions(head, columns.head, places);
  const functions = new Set([...now.functions.keys(), ...before.functions.keys()]);
  return {
    ...{ kind: 'difference', sampleType, unit },
    totals: { base: before.total, head: now.total },
    rows: [...functions]
      .map((name) =>
        differenceRow(name, before.functions.get(name), now.functions.get(name), places),
      )
      .sort(byChange),
  };
}

function differenceRow(
  name: string,
  base: FunctionAmounts | undefined,
  head: FunctionAmounts | undefined,
  places: HeapPlaces,
): DifferenceRow {
  const frame = (head ?? base)?.frame ?? { function: name, file: '', line: 0 };
  const sides = (amount: 'flat' | 'cumulative' | 'charged'): BothSides => ({
    base: base?.[amount] ?? 0,
    head: head?.[amount] ?? 0,
  });
  return {
    ...{ function: name, file: repositoryFile(places, frame), line: frame.line },
    ...{ flat: sides('flat'), cumulative: sides('cumulative'), charged: sides('charged') },
  };
}

function byChange(a: DifferenceRow, b: DifferenceRow): number {
  const change = ({ base, head }: BothSides): number => Math.abs(head - base);
  return (
    change(b.charged) - change(a.charged) ||
    change(b.flat) - change(a.flat) ||
    change(b.cumulative) - change(a.cumulative)
  );
}

function names({ sampleTypes }: PprofProfile): string {
  return sampleTypes.map(({ type, unit }) => `${type} (${unit})`).join(', ');
}
