import type { Variation } from './variation.ts';

/** What a run is given, and how a person would say it. */
export interface StressFlags {
  flags: string[];
  env: Record<string, string>;
  changes: string[];
}

/**
 * @param timeoutMs the process ends itself after so long
 * @param gorace the GORACE that the leg has; '' for none
 */
export function stressFlags(
  { count, shuffle, processors, perturb }: Variation,
  timeoutMs: number,
  gorace: string,
): StressFlags {
  const cpu = processors.join(',');
  const first = processors[0];
  const named = [
    ...(shuffle === null ? [] : [`-shuffle=${String(shuffle)}`]),
    ...(cpu === '' ? [] : [`-cpu=${cpu}`]),
    ...(count === 1 ? [] : [`-count=${String(count)}`]),
  ];
  return {
    flags: [
      `-test.shuffle=${shuffle === null ? 'off' : String(shuffle)}`,
      // Empty: as many as GOMAXPROCS says.
      `-test.cpu=${cpu}`,
      `-test.count=${String(count)}`,
      `-test.timeout=${String(Math.ceil(timeoutMs))}ms`,
      '-test.bench=',
    ],
    env: {
      ...(first === undefined ? {} : { GOMAXPROCS: String(first) }),
      GORACE: withoutWaiting(gorace),
    },
    changes: [
      ...named,
      ...(perturb === 0 ? [] : [`disturbed scheduling, seed ${String(perturb)}`]),
    ],
  };
}

/** The race detector waits for a second at the end of each process, in which nothing of a test runs any more. */
function withoutWaiting(gorace: string): string {
  return gorace.includes('atexit_sleep_ms') ? gorace : `${gorace} atexit_sleep_ms=0`.trim();
}
