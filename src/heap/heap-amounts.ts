/** Sums over samples of a heap profile: allocated in all, and what of it is in use. */
export interface HeapAmounts {
  allocBytes: number;
  allocObjects: number;
  inuseBytes: number;
}

export function noAmounts(): HeapAmounts {
  return { allocBytes: 0, allocObjects: 0, inuseBytes: 0 };
}

export function addAmounts(sums: HeapAmounts, more: HeapAmounts): void {
  sums.allocBytes += more.allocBytes;
  sums.allocObjects += more.allocObjects;
  sums.inuseBytes += more.inuseBytes;
}

/** Largest allocation first; what allocated as much, by what it holds. */
export function byAmounts(a: HeapAmounts, b: HeapAmounts): number {
  return (
    b.allocBytes - a.allocBytes || b.inuseBytes - a.inuseBytes || b.allocObjects - a.allocObjects
  );
}

export function isNothing({ allocBytes, allocObjects, inuseBytes }: HeapAmounts): boolean {
  return allocBytes === 0 && allocObjects === 0 && inuseBytes === 0;
}
