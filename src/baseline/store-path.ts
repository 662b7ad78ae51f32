import { maxRecordBytes } from './records.ts';
import type { StoreFile } from './store.ts';

/**
 * Whether a path may be written to or asked of a store: plain names with `/` between them, below a folder of a layout (`v1/`).
 * Nothing that is hidden, leads out of the store, or means something to git.
 */
export function isStorePath(path: string): boolean {
  // v1/heap/3f2c1a9…/store-memory-0a1b2c3d4e5f60718293.json
  return path.length <= 512 && /^v[1-9]\d{0,5}(?:\/[A-Za-z0-9_][A-Za-z0-9._-]*)+$/.test(path);
}

/** Why a file is not written; null if nothing speaks against it. */
export function refusedFile({ path, bytes }: StoreFile): string | null {
  if (!isStorePath(path))
    return `${JSON.stringify(path.slice(0, 200))} is no path of a baseline store.`;
  return bytes.length > maxRecordBytes
    ? `The record ${path} takes ${String(bytes.length >> 20)} MiB, more than ${String(maxRecordBytes >> 20)} MiB are not kept.`
    : null;
}

/** The files without those whose path came before. */
export function eachPathOnce(files: readonly StoreFile[]): StoreFile[] {
  const first = new Map<string, StoreFile>();
  for (const file of files) if (!first.has(file.path)) first.set(file.path, file);
  return [...first.values()];
}
