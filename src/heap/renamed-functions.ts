import { packageOf } from '../crash/frame.ts';
import type { HeapRecord } from '../report/heap-schema.ts';

/**
 * What the functions of a package are called since it has another import path: `m/new.(*Store).Get` for `m/old.(*Store).Get`, those of
 * its external tests too. All others keep their names.
 * @param from the old path; null where nothing was renamed
 */
export function renamedFunctions(from: string | null, to: string): (name: string) => string {
  if (from === null) return (name) => name;
  const paths = new Map(['', '_test'].map((end) => [from + end, symbolPath(to + end)]));
  return (name) => {
    const path = paths.get(packageOf(name));
    return path === undefined ? name : path + name.slice(endOfPath(name));
  };
}

/** A record of the base with its functions under the names that they have now. */
export function withFunctionsRenamed(
  record: HeapRecord,
  from: string | null,
  to: string,
): HeapRecord {
  if (from === null) return record;
  const rename = renamedFunctions(from, to);
  const functions = record.functions.map((row) => ({ ...row, function: rename(row.function) }));
  return { ...record, functions };
}

/** The linker escapes dots in the last element of a path: `gopkg.in/yaml%2ev3`. */
function symbolPath(path: string): string {
  return path.replace(/\.(?=[^/]*$)/g, '%2e');
}

function endOfPath(name: string): number {
  const bracket = name.indexOf('[');
  const path = bracket < 0 ? name : name.slice(0, bracket);
  return name.indexOf('.', path.lastIndexOf('/') + 1);
}
