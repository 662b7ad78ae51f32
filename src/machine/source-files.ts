import { realpathSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Repository } from '../crash/source/repository.ts';
import { checkoutOf, findModules } from './go-modules.ts';
import { readSmallFile } from './small-file.ts';

const maxCachedFiles = 200;
const maxCachedChars = 64 * 1024 * 1024;
const maxCachedNames = 20_000;
const maxPathChars = 1024;

/** The checkout that a folder lies in, with its modules. */
export function repositoryAt(directory: string): Repository {
  const { root, modules } = findModules(directory);
  return openRepository(root, modules);
}

/** The path of a folder below the root of its checkout, with `/`; '' for the root itself. */
export function placeInRepository(directory: string): string {
  return relative(checkoutOf(directory), realOf(directory) ?? directory)
    .split(sep)
    .join('/');
}

/**
 * A checkout whose files can be asked for: regular files of at most 4 MiB, and none that lies outside of it, also not by links.
 * What was read is kept, at most 200 files of it.
 */
export function openRepository(root: string, modules: Repository['modules']): Repository {
  const base = realOf(root);
  const places = new Map<string, string | null>();
  const texts = new Map<string, readonly string[] | null>();

  /** Where a file really lies, null for what is no file of the checkout. */
  const placeOf = (file: string): string | null => {
    const known = places.get(file);
    if (known !== undefined) return known;
    const place = base === null ? null : regularFile(base, file);
    if (places.size >= maxCachedNames) places.clear();
    places.set(file, place);
    return place;
  };
  let chars = 0;
  const forget = (): void => {
    for (const [place, lines] of texts) {
      if (texts.size <= maxCachedFiles && chars <= maxCachedChars) break;
      if (texts.size === 1) break;
      texts.delete(place);
      for (const line of lines ?? []) chars -= line.length + 1;
    }
  };
  return {
    modules,
    root,
    has: (file) => placeOf(file) !== null,
    lines(file) {
      const place = placeOf(file);
      if (place === null) return null;
      const known = texts.get(place);
      const text = known === undefined ? readSmallFile(place) : null;
      const lines = known ?? text?.split(/\r?\n/) ?? null;
      chars += text?.length ?? 0;
      // The one asked for last is forgotten last.
      texts.delete(place);
      texts.set(place, lines);
      forget();
      return lines;
    },
  };
}

function regularFile(base: string, file: string): string | null {
  if (file === '' || file.length > maxPathChars || file.includes('\0')) return null;
  if (file.split(/[\\/]/).includes('..')) return null;
  const path = join(base, file);
  try {
    // Most of what is asked for is not there at all.
    if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return null;
  } catch {
    return null;
  }
  const place = realOf(path);
  return place?.startsWith(base.endsWith(sep) ? base : base + sep) === true ? place : null;
}

function realOf(path: string): string | null {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}
