import * as z from 'zod/mini';
import { isCalendarDay } from './calendar-day.ts';
import { parseDuration } from './duration.ts';

// What a settings file may say about further attempts, isolation, leaks and the legs that search.

export const maxAttempts = 100;

const positiveDuration = z.string().check(
  z.refine((text) => (parseDuration(text) ?? 0) > 0, {
    error: 'is no duration; write one as Go does: 90s, 10m, 1h30m',
  }),
);

export const attemptsSchema = z
  .int()
  .check(
    z.minimum(1, { error: 'is less than one attempt' }),
    z.maximum(maxAttempts, { error: `is more than ${String(maxAttempts)} attempts` }),
    z.describe(
      'Attempts that a package may have until all its tests have ended, when one crashes or is killed; default 5, 1 for no further one',
    ),
  );

export const flakyModes = ['fail', 'warn'] as const;
export const flakySchema = z
  .enum(flakyModes)
  .check(
    z.describe(
      'What a test means for the verdict that was killed at a limit and passed in a later attempt: fail (the default), warn',
    ),
  );

export const isolateModes = ['off', 'on-crash'] as const;
export const isolateSchema = z
  .enum(isolateModes)
  .check(
    z.describe(
      'Search for the smallest set of tests that still crashes: off (the default), on-crash',
    ),
  );

export const isolateTimeSchema = positiveDuration.check(
  z.describe('Time that the search may take for one package, a Go duration; default 2m'),
);

export const leakModes = ['report', 'fail', 'off'] as const;

export const leaksSchema = z.strictObject({
  goroutines: z.optional(
    z
      .enum(leakModes)
      .check(
        z.describe(
          'Goroutines that outlive the tests: report (the default), fail (new ones fail the run), off',
        ),
      ),
  ),
  memory: z.optional(
    z
      .enum(leakModes)
      .check(
        z.describe(
          'Memory that grows with each repetition of a test, found by running the tests several times more: off (the default), report, fail (new ones fail the run)',
        ),
      ),
  ),
  accept: z.optional(
    z
      .array(
        z.strictObject({
          package: z.optional(z.string().check(z.describe('Import path or pattern with ...'))),
          function: z
            .string()
            .check(
              z.minLength(1, { error: 'is empty' }),
              z.describe('Function that leaks or starts what leaks, * as wildcard'),
            ),
          until: z
            .string()
            .check(
              z.refine(isCalendarDay, { error: 'is no day such as 2026-12-31' }),
              z.describe('Last day on which it holds: 2026-12-31'),
            ),
          reason: z.string().check(
            z.refine((text) => text.trim() !== '', { error: 'is empty' }),
            z.describe('Why it is let be'),
          ),
        }),
      )
      .check(z.describe('Leaks that are let be')),
  ),
});

export const stressSchema = positiveDuration.check(
  z.describe(
    'Time for which the tests are repeated in other orders and schedules, a Go duration such as 5m',
  ),
);
export const fuzzSchema = positiveDuration.check(
  z.describe('Time for which each fuzz target is fuzzed, a Go duration such as 30s'),
);

export const resilienceFixes: Readonly<Record<string, string>> = {
  attempts: `give a whole number between 1 and ${String(maxAttempts)}`,
  'isolate-time': 'give a Go duration such as 2m, or leave it out',
  leaks: 'give a mapping with goroutines, memory, accept',
  'leaks.accept[]': 'give a mapping with function, until and reason',
  'leaks.accept[].until': 'give the last day on which it holds, such as 2026-12-31',
};
