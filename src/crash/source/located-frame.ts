import { enclosingFunction } from './enclosing-function.ts';
import { packageOf, type Frame } from '../frame.ts';
import { baseName, below, endings, isDownloaded, joined, plainPath } from './frame-path.ts';
import { identifiersOf } from '../function-name.ts';
import { isBelow } from '../blame/module-prefix.ts';
import type { LocatedFrame, Repository } from './repository.ts';
import { isGoFile } from '../standard-library.ts';

type Module = Repository['modules'][number];

/**
 * The frame with its file relative to the repository, whatever path the program was built from; vendored copies too. Null for what
 * lies elsewhere: the standard library, downloaded modules, other programs, files that only existed while something was built.
 */
export function locateFrame(frame: Frame, repository: Repository): LocatedFrame | null {
  const path = plainPath(frame.file);
  if (path === null || isDownloaded(path)) return null;
  const inside = below(repository.root, path);
  if (inside !== null && repository.has(inside)) return { ...frame, file: inside };
  const module = moduleOf(packageOf(frame.function), repository);
  const places = module === null ? null : placesIn(frame, path, module);
  const known =
    places === null
      ? byEnding(frame, path, repository)
      : (places.find(repository.has) ?? moved(path, repository));
  // A closure of Go's own that was inlined into a function of ours has our name: m.New.OnceValue[...].func1 in sync/oncefunc.go
  if (known === null && inside === null && path.includes('/') && isGoFile(path)) return null;
  // Without a file that is there: made while building and gone since, or nobody knows what the repository holds.
  const file = plainPath(known ?? inside ?? places?.[0] ?? '');
  return file === null ? null : { ...frame, file };
}

/** The module of the repository that an import path belongs to; the deepest one. */
export function moduleOf(importPath: string, { modules }: Repository): Module | null {
  let found: Module | null = null;
  for (const module of modules)
    if (isBelow(importPath, module.path) && module.path.length >= (found?.path.length ?? 0))
      found = module;
  return found;
}

/** Where the file of a package of ours should lie: with -trimpath its path says it, else it lies with its package. */
function placesIn({ function: name }: Frame, path: string, module: Module): string[] {
  const folderOf = (plain: string): string =>
    joined(module.directory, plain.slice(module.path.length + 1));
  const importPath = packageOf(name);
  const beside = [importPath.replace(/_test$/, ''), importPath].map((plain) =>
    joined(folderOf(plain), baseName(path)),
  );
  // example.com/m/pkg/a.go; example.com/m@v0.0.0/pkg/a.go for a folder that replaces a module
  const unversioned = path.replace('@v0.0.0/', '/');
  return unversioned.startsWith(`${module.path}/`) ? [folderOf(unversioned), ...beside] : beside;
}

/** Generators name their input relative to where they ran (`//line views/page.qtpl:4`): the longest end that is a file of ours. */
function moved(path: string, { has }: Repository): string | null {
  for (const file of endings(path))
    if ((file.includes('/') || !file.endsWith('.go')) && has(file)) return file;
  return null;
}

/** Main packages and C functions do not say where they come from: the longest end that is a file of ours, if its source agrees. */
function byEnding(frame: Frame, path: string, repository: Repository): string | null {
  const { function: name } = frame;
  const nameless =
    (!name.includes('.') && name !== 'panic') ||
    /^(?:main|command-line-arguments)(?:_test)?\./.test(name);
  if (!nameless) return null;
  for (const file of endings(path))
    if (repository.has(file)) return agrees(frame, path, file, repository) ? file : null;
  return null;
}

function agrees(frame: Frame, path: string, file: string, repository: Repository): boolean {
  const lines = repository.lines(file);
  if (lines !== null && frame.line > lines.length) return false;
  const names = identifiersOf(frame.function);
  // Package variables have their values from a function that the source does not show.
  const isInit = names.includes('init');
  let isTelling = file.includes('/');
  if (lines !== null && file.endsWith('.go')) {
    const around = enclosingFunction(lines, frame.line)?.name ?? (isInit ? 'init' : '');
    if (!names.includes(around)) return false;
    isTelling ||= around !== 'main' && !isInit;
  }
  return isTelling || liesInRoot(path.slice(0, -file.length - 1), repository);
}

/** Whether a folder is called as the checkout is: main.go alone could be anybody's. */
function liesInRoot(folder: string, { root, modules }: Repository): boolean {
  const names = modules.filter(({ directory }) => directory === '').map(({ path }) => path);
  return [root, ...names].map(baseName).includes(baseName(folder));
}
