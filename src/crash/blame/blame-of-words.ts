import { plainPath, baseName, endings, joined } from '../source/frame-path.ts';
import { nobody, type Guilt, type Investigation } from './guilt.ts';
import { moduleOf } from '../source/located-frame.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import type { Repository } from '../source/repository.ts';

/** Of a report without stacks (a compiler's complaint, log.Fatal with its place), the first line that it names. */
export function blameOfWords({ crash, repository }: Investigation): Guilt {
  const [first] = crash.positions;
  if (first === undefined) return nobody;
  const file = fileOf(first.file, crash, repository) ?? first.file;
  return { ...nobody, blame: { function: '', file, line: first.line } };
}

/** A file as the go command names it: relative to where it ran; as log names it: absolute, or its last element alone. */
function fileOf(
  file: string,
  { package: importPath }: ParsedCrash,
  { has, modules, ...repository }: Repository,
): string | null {
  // ../x.go: the folder that it is relative to is not known.
  const path = plainPath(file.replace(/^(?:\.\.?[\\/])+/, ''));
  if (path === null) return null;
  const module = importPath === null ? null : moduleOf(importPath, { has, modules, ...repository });
  const plain = (importPath ?? '').replace(/_test$/, '');
  const folder =
    module === null ? '' : joined(module.directory, plain.slice(module.path.length + 1));
  const places = [
    ...(module === null ? [] : [joined(folder, path), joined(folder, baseName(path))]),
    ...endings(path),
    ...modules.map(({ directory }) => joined(directory, path)),
  ];
  return places.find(has) ?? null;
}
