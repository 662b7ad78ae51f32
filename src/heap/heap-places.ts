import { packageOf, type Frame } from '../crash/frame.ts';
import { isGoFile, isStandardLibrary, isSurroundings } from '../crash/standard-library.ts';

/** Where the code of a package lies, and whose it is. */
export interface HeapPlaces {
  /** Import path of the package whose tests ran. */
  package: string;
  /** Null outside a module. `std` for the standard library itself, where only the package's own code counts as the user's. */
  modulePath: string | null;
  /** Absolute; '' where unknown. */
  moduleDirectory: string;
  /** Absolute; '' outside a repository. */
  repositoryDirectory: string;
}

/** For a profile of which nothing else is known. */
export const nowhereElse: HeapPlaces = {
  package: '',
  modulePath: null,
  moduleDirectory: '',
  repositoryDirectory: '',
};

/** Code that the user could change: of the module, or of the package whose tests ran. */
export function isOwn({ modulePath, ...places }: HeapPlaces, frame: Frame): boolean {
  if (isSurroundings(frame)) return false;
  const path = packageOf(frame.function).replace(/_test$/, '');
  if (path === places.package.replace(/_test$/, '')) return true;
  if (modulePath === null || modulePath === 'std') return false;
  return path === modulePath || path.startsWith(`${modulePath}/`);
}

/** Whether an allocation is charged to this frame, if it is the innermost such one. */
export function isChargeable(places: HeapPlaces, frame: Frame): boolean {
  return isOwn(places, frame) || (!isStandardLibrary(frame) && !isSurroundings(frame));
}

/** A file relative to the repository; outside of it, by its import path: `bytes/buffer.go`. */
export function repositoryFile(places: HeapPlaces, { function: name, file }: Frame): string {
  const { moduleDirectory, repositoryDirectory, modulePath } = places;
  const inRepository = below(repositoryDirectory, file);
  if (inRepository !== null) return inRepository;
  // -trimpath: example.com/shop/store/store.go
  const inModule = modulePath === null ? null : below(modulePath, file);
  if (inModule !== null) {
    const folder = below(repositoryDirectory, moduleDirectory);
    return folder === null ? inModule : `${folder}/${inModule}`;
  }
  const bare = below(moduleDirectory, file);
  if (bare !== null) return bare;
  if (!file.includes('/')) return file;
  if (isGoFile(file)) return file.slice(file.lastIndexOf('/src/') + 1).replace(/^src\//, '');
  return `${packageOf(name)}/${file.slice(file.lastIndexOf('/') + 1)}`;
}

function below(directory: string, file: string): string | null {
  return directory !== '' && file.startsWith(`${directory}/`)
    ? file.slice(directory.length + 1)
    : null;
}
