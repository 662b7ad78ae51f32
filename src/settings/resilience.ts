import type * as z from 'zod/mini';
import { parseDuration } from './duration.ts';
import type { flakyModes, isolateModes, leakModes, leaksSchema } from './resilience-schema.ts';

/** A leak that is let be. */
export interface AcceptedLeak {
  /** Import path or pattern; null for every package. */
  package: string | null;
  /** `*` as wildcard. */
  function: string;
  /** The last day on which it holds, `2026-12-31`. */
  until: string;
  reason: string;
}

/** What is done about crashes and leaks beyond telling of them. */
export interface Resilience {
  /** Attempts that a package may have in all. */
  attempts: number;
  flaky: (typeof flakyModes)[number];
  isolate: (typeof isolateModes)[number];
  /** For one package. */
  isolateMs: number;
  leaks: {
    goroutines: (typeof leakModes)[number];
    memory: (typeof leakModes)[number];
    accept: AcceptedLeak[];
  };
}

export const defaultResilience: Resilience = {
  attempts: 5,
  flaky: 'fail',
  isolate: 'off',
  isolateMs: 120_000,
  leaks: { goroutines: 'report', memory: 'off', accept: [] },
};

export interface ResilienceSources {
  attempts: number | undefined;
  flaky: Resilience['flaky'] | undefined;
  isolate: Resilience['isolate'] | undefined;
  isolateTime: string | undefined;
  leaks: z.infer<typeof leaksSchema> | undefined;
}

export function resolveResilience(given: ResilienceSources): Resilience {
  const { leaks } = defaultResilience;
  return {
    attempts: given.attempts ?? defaultResilience.attempts,
    flaky: given.flaky ?? defaultResilience.flaky,
    isolate: given.isolate ?? defaultResilience.isolate,
    isolateMs:
      given.isolateTime === undefined
        ? defaultResilience.isolateMs
        : (parseDuration(given.isolateTime) ?? defaultResilience.isolateMs),
    leaks: {
      goroutines: given.leaks?.goroutines ?? leaks.goroutines,
      memory: given.leaks?.memory ?? leaks.memory,
      accept: (given.leaks?.accept ?? []).map((entry) => ({
        ...entry,
        package: entry.package ?? null,
      })),
    },
  };
}
