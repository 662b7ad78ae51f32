import type { ArtifactStore, StoredArtifact } from '../../src/github/artifact-store.ts';
import type { Report } from '../../src/report/schema.ts';
import { zipFile } from './zip-file.ts';

/** Artifacts in memory, by name; an Error is thrown when that one is downloaded. */
export function artifactShelf(artifacts: Record<string, Buffer | Report | Error>): ArtifactStore {
  const entries = Object.entries(artifacts);
  return {
    upload: () => Promise.reject(new Error('nothing is uploaded here')),
    list: () =>
      Promise.resolve(entries.map(([name], id): StoredArtifact => ({ id, name, bytes: 1000 }))),
    download: (id) => {
      const content = entries[id]?.[1] ?? new Error('no such artifact');
      if (content instanceof Error) return Promise.reject(content);
      return Promise.resolve(Buffer.isBuffer(content) ? content : packed(content));
    },
  };
}

/** A Report as it is uploaded. */
export function packed(report: Report): Buffer {
  return zipFile([{ name: 'report.json', data: JSON.stringify(report) }]);
}
