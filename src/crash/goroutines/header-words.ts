import { detached } from './detached.ts';
import type { GoroutineHeader } from './goroutine.ts';

const maxStates = 1000;
const maxLabelChars = 4_000_000;

/** Keeps the words of headers once and apart from the text that they were read from: millions of goroutines share a few states. */
export interface HeaderWords {
  /** The same header with words that are kept; labels beyond a few million characters in all are left out. */
  header: (header: GoroutineHeader) => GoroutineHeader;
}

export function createHeaderWords(): HeaderWords {
  const states = new Map<string, string>();
  let labelChars = 0;

  const stateOf = (state: string): string => {
    const known = states.get(state);
    if (known !== undefined) return known;
    const kept = detached(state);
    if (states.size < maxStates) states.set(kept, kept);
    return kept;
  };
  const labelsOf = (labels: Record<string, string>): Record<string, string> => {
    const pairs = Object.entries(labels).map(
      ([key, value]) => [detached(key), detached(value)] as const,
    );
    for (const [key, value] of pairs) labelChars += key.length + value.length;
    return labelChars > maxLabelChars ? {} : Object.fromEntries(pairs);
  };

  return {
    header(header) {
      header.state = stateOf(header.state);
      if (Object.keys(header.labels).length > 0) header.labels = labelsOf(header.labels);
      return header;
    },
  };
}
