import * as z from 'zod/mini';

// What a settings file may say about what is published on GitHub.

/** always: whenever there is a pull request. changed: an old comment stays while it says the same. problems: only what is wrong. */
export const commentModes = ['always', 'changed', 'problems', 'off'] as const;
export type CommentMode = (typeof commentModes)[number];

/** auto: a check run where the token may write checks, else the log. */
export const annotationModes = ['auto', 'check', 'log', 'off'] as const;
export type AnnotationMode = (typeof annotationModes)[number];

/** What is uploaded beside the report. passing: also of packages that passed; none: nothing else. */
export const artifactWords = [
  ...(['profiles', 'black-boxes', 'cores', 'logs', 'passing', 'none'] as const),
] as const;
export type ArtifactWord = (typeof artifactWords)[number];

/** GitHub keeps artifacts between 1 and 90 days, up to 400 in private repositories. */
const maxRetentionDays = 400;

export const commentSchema = z
  .enum(commentModes)
  .check(
    z.describe(
      'The comment on the pull request: always (the default), changed (an old one stays while it says the same), problems (only when something is wrong), off',
    ),
  );

export const annotationsSchema = z
  .enum(annotationModes)
  .check(
    z.describe(
      'Remarks on lines: auto (a check run where the token may write one, else the log; the default), check, log, off',
    ),
  );

export const artifactsSchema = z.array(z.enum(artifactWords)).check(
  z.refine((words) => !words.includes('none') || words.length === 1, {
    error: 'cannot have anything beside none',
  }),
  z.describe(
    'What is uploaded beside the report, of packages that did not pass or that grew: profiles, black-boxes, cores, logs (default: all four); passing: also of packages that passed; none',
  ),
);

export const retentionDaysSchema = z
  .int()
  .check(
    z.minimum(1, { error: 'is less than a day' }),
    z.maximum(maxRetentionDays, { error: `is more than ${String(maxRetentionDays)} days` }),
    z.describe('Days that artifacts are kept; default: as the repository has it'),
  );

export const publishingFixes: Readonly<Record<string, string>> = {
  'retention-days': `give a whole number of days between 1 and ${String(maxRetentionDays)}`,
  artifacts: 'give profiles, black-boxes, cores, logs and passing, or none alone',
};
