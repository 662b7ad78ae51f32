import * as z from 'zod/mini';
import { parseDuration } from './duration.ts';

// The settings file (.crash-guard.yml). Flags and action inputs are brought into the same shape and pass the same schema.
// `npm run build` writes docs/settings.schema.json from it.

export const failOnKinds = [
  'test-failure',
  'crash',
  'build-failure',
  'missing-tests',
  'no-tests',
] as const;
export type FailOn = (typeof failOnKinds)[number];

export const legNamePattern = /^[a-z][a-z0-9-]{0,39}$/;

const words = z.array(z.string());
const duration = z.string().check(
  z.refine((text) => parseDuration(text) !== null, {
    error: 'is no duration; write one as Go does: 90s, 10m, 1h30m',
  }),
  z.describe('A Go duration: 90s, 10m, 1h30m'),
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
});
export type LegDefinition = z.infer<typeof legDefinitionSchema>;

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
  'fail-on': z.optional(
    z.array(z.enum(failOnKinds)).check(z.describe('What makes a run fail; default: all of them')),
  ),
  fresh: z.optional(
    z.boolean().check(z.describe('Run every test even if its result is cached (-count=1)')),
  ),
});
export type SettingsFile = z.infer<typeof settingsFileSchema>;
export type SettingKey = keyof SettingsFile;
