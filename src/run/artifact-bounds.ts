import { formatBytes, printable } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import type { ArtifactFile } from './artifact-files.ts';

export interface ArtifactLimits {
  /** Of one artifact, before it is packed. */
  maxBytes: number;
  maxFiles: number;
}

const maxNamed = 5;

/** Leaves out the largest files until the rest fits, and says so. */
export function withinLimits(
  artifact: string,
  files: readonly ArtifactFile[],
  { maxBytes, maxFiles }: ArtifactLimits,
): { files: ArtifactFile[]; leftOut: string[] } {
  const dropped = new Set<ArtifactFile>();
  let bytes = files.reduce((sum, file) => sum + file.bytes, 0);
  for (const file of files.toSorted((a, b) => b.bytes - a.bytes)) {
    if (bytes <= maxBytes && files.length - dropped.size <= maxFiles) break;
    dropped.add(file);
    bytes -= file.bytes;
  }
  if (dropped.size === 0) return { files: [...files], leftOut: [] };
  const named = [...dropped].slice(0, maxNamed);
  const names = named.map((file) => `${printable(file.name)} (${formatBytes(file.bytes)})`);
  const more =
    dropped.size > named.length ? ` and ${String(dropped.size - named.length)} more` : '';
  const limit = `${formatBytes(maxBytes)} and ${plural(maxFiles, 'file')}`;
  return {
    files: files.filter((file) => !dropped.has(file)),
    leftOut: [`artifact ${artifact} has room for ${limit}; left out: ${names.join(', ')}${more}`],
  };
}
