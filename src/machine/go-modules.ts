import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { modulePath, workspaceFolders } from './module-file.ts';
import { readSmallFile } from './small-file.ts';

/** A checkout and the Go modules in it, folders with `/` and relative to its root. */
export interface GoModules {
  root: string;
  modules: { path: string; directory: string }[];
}

const maxFolders = 10_000;
const maxModules = 1000;
/** The go command passes over them (go help packages); the last ones hold other people's code. */
const skipped = /^(?:[._].*|testdata|vendor|node_modules)$/;

/**
 * The checkout that a folder lies in (the nearest folder above with .git, else the one of the workspace or module) with all its
 * modules: those of a go.work, and those that a walk over its folders finds. Reads files only.
 */
export function findModules(directory: string): GoModules {
  const start = realOf(resolve(directory));
  const root = rootOf(start);
  // The folder itself may lie where nobody looks for modules: testdata, _examples.
  const above = [...foldersAbove(start)].filter((folder) => folder.startsWith(root));
  const folders = new Set([...above, ...workspace(root), ...walk(root)]);
  const modules: GoModules['modules'] = [];
  for (const folder of folders) {
    const text = readSmallFile(join(folder, 'go.mod'));
    const path = text === null ? null : modulePath(text);
    if (path === null || modules.length >= maxModules) continue;
    modules.push({ path, directory: relative(root, folder).split(sep).join('/') });
  }
  return { root, modules };
}

/** The root of the checkout that a folder lies in. */
export function checkoutOf(directory: string): string {
  return rootOf(realOf(resolve(directory)));
}

function rootOf(start: string): string {
  const above = [...foldersAbove(start)];
  const has = (name: string) => (folder: string) => existsSync(join(folder, name));
  return (
    above.find(has('.git')) ?? above.find(has('go.work')) ?? above.find(has('go.mod')) ?? start
  );
}

function* foldersAbove(start: string): Generator<string> {
  for (let folder = start; ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) return;
  }
}

/** The folders that a go.work at the root uses, without those that lie outside of it. */
function workspace(root: string): string[] {
  const text = readSmallFile(join(root, 'go.work'));
  if (text === null) return [];
  return workspaceFolders(text)
    .map((folder) => realOf(resolve(root, folder)))
    .filter((folder) => folder === root || folder.startsWith(root + sep));
}

/** All folders of a checkout, nearest first, up to a bound; links are not followed. */
function* walk(root: string): Generator<string> {
  const waiting = [root];
  for (let next = 0; next < waiting.length && next < maxFolders; next++) {
    const folder = waiting[next] ?? root;
    yield folder;
    for (const name of foldersIn(folder))
      if (!skipped.test(name) && waiting.length < maxFolders) waiting.push(join(folder, name));
  }
}

function foldersIn(folder: string): string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name)
      .sort();
  } catch {
    return [];
  }
}

/** The path without links; the path itself where there is nothing. */
function realOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
