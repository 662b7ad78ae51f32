import * as z from 'zod/mini';
import { parseDuration } from './duration.ts';
import { baselineSchema, heapFileSchema, heapFixes, thresholdSchema } from './heap-schema.ts';
import { memoryLimitFix, parseMemoryLimit } from './memory-limit.ts';
import {
  annotationsSchema,
  artifactsSchema,
  commentSchema,
  publishingFixes,
  retentionDaysSchema,
} from './publishing-schema.ts';
import {
  attemptsSchema,
  flakySchema,
  fuzzSchema,
  isolateSchema,
  isolateTimeSchema,
  leaksSchema,
  resilienceFixes,
  stressSchema,
} from './resilience-schema.ts';
import { parsePercent } from './size.ts';

// The settings file (.crash-guard.yml). Flags and action inputs are brought into the same shape and pass the same schema.
// `npm run build` writes docs/settings.schema.json from it.

export const failOnKinds = [
  'test-failure',
  'crash',
  'build-failure',
  'missing-tests',
  'no-tests',
  'memory-regression',
  'memory-budget',
] as const;
export type FailOn = (typeof failOnKinds)[number];

export const coreDumpModes = ['auto', 'off', 'required'] as const;
export type CoreDumps = (typeof coreDumpModes)[number];

export const legNamePattern = /^[a-z][a-z0-9-]{0,39}$/;

const words = z.array(z.string());
const duration = z.string().check(
  z.refine((text) => parseDuration(text) !== null, {
    error: 'is no duration; write one as Go does: 90s, 10m, 1h30m',
  }),
  z.describe('A Go duration: 90s, 10m, 1h30m'),
);
const positiveDuration = duration.check(
  z.refine((text) => parseDuration(text) !== 0, { error: 'is no time at all' }),
);
const memoryLimit = z.string().check(
  z.refine((text) => !('problem' in parseMemoryLimit(text)), {
    error: ({ input }) => {
      const parsed = parseMemoryLimit(String(input));
      return 'problem' in parsed ? parsed.problem : '';
    },
  }),
  z.describe(
    'Memory that everything a leg runs may use: a size such as 2GiB or 512MiB, a share of what this job may use such as 80%, or off; default 85%',
  ),
);
const legName = z.string().check(
  z.regex(legNamePattern, {
    error: 'must be lower-case letters, digits and "-", beginning with a letter',
  }),
);

export const legDefinitionSchema = z.strictObject({
  name: legName.check(z.describe('How the leg is called in the report')),
  race: z.optional(z.boolean().check(z.describe('Run with the race detector'))),
  'heap-profile': z.optional(z.boolean().check(z.describe('Keep one heap profile per package'))),
  tags: z.optional(words.check(z.describe('Build tags'))),
  env: z.optional(
    z
      .record(
        z.string().check(
          z.refine(
            (name) => /^[A-Za-z_][A-Za-z0-9_]*$/.test(name) && !name.startsWith('CRASH_GUARD_'),
            {
              error: 'is no name for an environment variable',
            },
          ),
        ),
        z.string(),
      )
      .check(z.describe('Environment variables, for example GOARCH: "386"')),
  ),
  go: z.optional(
    z.string().check(
      z.regex(/^(?:go)?1\.\d+(?:\.\d+|rc\d+|beta\d+)?$/, {
        error: 'is no Go version such as 1.24.9',
      }),
      z.describe('A Go version, fetched as a toolchain (GOTOOLCHAIN)'),
    ),
  ),
  flags: z.optional(words.check(z.describe('Further go test flags for this leg'))),
  stress: z.optional(stressSchema),
  fuzz: z.optional(fuzzSchema),
});
export type LegDefinition = z.infer<typeof legDefinitionSchema>;

/** The moments at which a test process writes its heap profile and all goroutines. */
export const snapshotSchema = z.strictObject({
  at: z.optional(
    z.string().check(
      z.refine((text) => parseSnapshotAt(text) !== undefined, {
        error: 'is neither a whole share between 1% and 99% nor off',
      }),
      z.describe('Share of the memory ceiling, for example 80% (the default), or off'),
    ),
  ),
  goroutines: z.optional(
    z
      .int()
      .check(
        z.minimum(1, { error: 'is no number of goroutines' }),
        z.maximum(1_000_000_000, { error: 'is more goroutines than any process can hold' }),
        z.describe('Number of goroutines in a test process; default: off'),
      ),
  ),
  'test-time': z.optional(
    positiveDuration.check(z.describe('Time that one test has run, a Go duration; default: off')),
  ),
  'no-progress': z.optional(
    positiveDuration.check(
      z.describe('Time in which no test of a process ended or printed; default: off'),
    ),
  ),
});

/** 80 of `80%`, null of `off`, undefined of anything else. */
export function parseSnapshotAt(text: string): number | null | undefined {
  if (text === 'off') return null;
  const percent = parsePercent(text);
  return percent !== null && Number.isInteger(percent) && percent >= 1 && percent <= 99
    ? percent
    : undefined;
}

export const settingsFileSchema = z.strictObject({
  packages: z.optional(words.check(z.describe('Package patterns; default ./...'))),
  legs: z.optional(
    z
      .array(z.union([legName, legDefinitionSchema]))
      .check(
        z.minLength(1, { error: 'must name at least one leg' }),
        z.describe('Ways to run the packages: the names race and memory, or legs of your own'),
      ),
  ),
  'go-test-flags': z.optional(words.check(z.describe('Flags for go test, one or more an item'))),
  out: z.optional(
    z
      .string()
      .check(
        z.minLength(1, { error: 'names no folder' }),
        z.describe('Folder for the report and the records'),
      ),
  ),
  timeout: z.optional(duration),
  'memory-limit': z.optional(memoryLimit),
  'core-dumps': z.optional(
    z
      .enum(coreDumpModes)
      .check(
        z.describe(
          'Core dumps of crashing tests: auto (in CI where the machine allows them; the default), off, required (refuse to run without)',
        ),
      ),
  ),
  snapshot: z.optional(
    snapshotSchema.check(
      z.describe('When a test process writes its heap profile and all goroutines'),
    ),
  ),
  baseline: z.optional(baselineSchema),
  'heap-threshold': z.optional(thresholdSchema),
  heap: z.optional(
    heapFileSchema.check(z.describe('How heap usage is compared with the baseline')),
  ),
  'fail-on': z.optional(
    z.array(z.enum(failOnKinds)).check(z.describe('What makes a run fail; default: all of them')),
  ),
  attempts: z.optional(attemptsSchema),
  flaky: z.optional(flakySchema),
  isolate: z.optional(isolateSchema),
  'isolate-time': z.optional(isolateTimeSchema),
  leaks: z.optional(leaksSchema.check(z.describe('What tests leave behind'))),
  comment: z.optional(commentSchema),
  annotations: z.optional(annotationsSchema),
  artifacts: z.optional(artifactsSchema),
  'retention-days': z.optional(retentionDaysSchema),
  diagnose: z.optional(
    z
      .boolean()
      .check(
        z.describe(
          'Run a process again that ended itself or died before its first test, to see why; default true',
        ),
      ),
  ),
  fresh: z.optional(
    z.boolean().check(z.describe('Run every test even if its result is cached (-count=1)')),
  ),
});
export type SettingsFile = z.infer<typeof settingsFileSchema>;
export type SettingKey = keyof SettingsFile;

/** What to do about a wrong value, by setting; inner keys follow a dot, `[]` stands for an entry of a list. */
export const settingFixes: Readonly<Record<string, string>> = {
  'memory-limit': memoryLimitFix,
  snapshot: 'give a mapping with at, goroutines, test-time, no-progress',
  'snapshot.at': 'give a share of the memory ceiling such as 80%, or off',
  'snapshot.goroutines': 'give a whole number such as 10000, or leave it out',
  'snapshot.test-time': 'give a Go duration such as 5m, or leave it out',
  'snapshot.no-progress': 'give a Go duration such as 2m, or leave it out',
  ...heapFixes,
  ...publishingFixes,
  ...resilienceFixes,
};
