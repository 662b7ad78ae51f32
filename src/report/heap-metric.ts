import type { MetricName } from './comparison-schema.ts';

/** The settings' word for a figure, what it is called in a text, and what it is counted in. */
export const heapMetrics = {
  allocBytes: { word: 'allocated', name: 'allocated', unit: 'bytes' },
  allocObjects: { word: 'objects', name: 'objects allocated', unit: 'count' },
  inuseBytes: { word: 'in-use', name: 'in use at the end', unit: 'bytes' },
  liveHeapPeakBytes: { word: 'live-peak', name: 'live heap, peak', unit: 'bytes' },
  peakRssBytes: { word: 'rss', name: 'resident memory, peak', unit: 'bytes' },
  goroutinesAtEnd: { word: 'goroutines', name: 'goroutines at the end', unit: 'count' },
  bytesPerOp: { word: 'bytes-per-op', name: 'B/op', unit: 'bytes' },
  allocsPerOp: { word: 'allocs-per-op', name: 'allocs/op', unit: 'count' },
} as const satisfies Record<MetricName, { word: string; name: string; unit: 'bytes' | 'count' }>;

/** Figures of a package as a whole; those of benchmarks have no single line. */
export const packageMetrics = [
  'allocBytes',
  'allocObjects',
  'inuseBytes',
  'liveHeapPeakBytes',
  'peakRssBytes',
  'goroutinesAtEnd',
] as const satisfies readonly MetricName[];

export type MetricWord = (typeof heapMetrics)[MetricName]['word'];

export function metricOfWord(word: MetricWord): MetricName {
  const names = Object.keys(heapMetrics) as MetricName[];
  return names.find((name) => heapMetrics[name].word === word) ?? 'allocBytes';
}
