import type { Trial } from './trial.ts';

/** As a person would write it for go test. */
export function changesOf({ shuffle, serial }: Trial, timeout: string | null): string[] {
  return [
    ...(shuffle === null ? [] : [`-shuffle=${shuffle}`]),
    ...(serial ? ['-parallel=1'] : []),
    ...(timeout === null ? [] : [`-timeout=${timeout}`]),
  ];
}
