import type { AnnotationMode, ArtifactWord, CommentMode } from './publishing-schema.ts';

export type ArtifactKind = Exclude<ArtifactWord, 'passing' | 'none'>;

/** What is published on GitHub, and how. */
export interface Publishing {
  comment: CommentMode;
  annotations: AnnotationMode;
  artifacts: {
    kinds: ArtifactKind[];
    /** Also of packages that passed. */
    passing: boolean;
    /** Null: as the repository has it. */
    retentionDays: number | null;
  };
}

export const allArtifactKinds: readonly ArtifactKind[] = [
  ...['profiles' as const, 'black-boxes' as const, 'cores' as const, 'logs' as const],
];

export interface PublishingWords {
  comment: CommentMode | undefined;
  annotations: AnnotationMode | undefined;
  artifacts: ArtifactWord[] | undefined;
  retentionDays: number | undefined;
}

export function resolvePublishing(given: PublishingWords): Publishing {
  const words: readonly ArtifactWord[] = given.artifacts ?? allArtifactKinds;
  const kinds = allArtifactKinds.filter((kind) => words.includes(kind));
  const passing = words.includes('passing');
  return {
    comment: given.comment ?? 'always',
    annotations: given.annotations ?? 'auto',
    artifacts: {
      // `passing` alone widens what is uploaded by default.
      kinds: passing && kinds.length === 0 ? [...allArtifactKinds] : kinds,
      passing,
      retentionDays: given.retentionDays ?? null,
    },
  };
}
