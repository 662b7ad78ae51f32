import { packageOf, type Frame } from '../frame.ts';
import { isDownloaded, isVendored, plainPath } from '../source/frame-path.ts';
import { locateFrame, moduleOf } from '../source/located-frame.ts';
import { isBelow, modulePrefix } from './module-prefix.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import type { LocatedFrame, Repository } from '../source/repository.ts';
import { isGuard, isRuntime, isStandardLibrary, isSurroundings } from '../standard-library.ts';
import { testedPackage } from './tested-package.ts';

/** Who wrote a frame's code. */
export type Author =
  | 'user'
  /** A module that the program was built with: downloaded or vendored. */
  | 'dependency'
  /** Neither the repository nor a known dependency: a program of somebody else's, or a dependency in an unusual place. */
  | 'elsewhere'
  | 'go'
  /** Nobody that matters here: the guard, the generated main function, C code of the system. */
  | 'surroundings';

export interface OwnCode {
  authorOf: (frame: Frame) => Author;
  /** The user's frames with their place in the repository, or as the text has it where there is none; null for all others. */
  locate: (frame: Frame) => LocatedFrame | null;
}

type Judge = (frame: Frame) => LocatedFrame | Exclude<Author, 'user'>;

/** Tells the user's frames of one crash from those of others. */
export function ownCode(crash: ParsedCrash, repository: Repository): OwnCode {
  const judge = isKnown(repository) ? withRepository(repository) : withoutRepository(crash);
  const judged = new Map<Frame, ReturnType<Judge>>();
  const remembered: Judge = (frame) => {
    const known = judged.get(frame) ?? judge(frame);
    judged.set(frame, known);
    return known;
  };
  return {
    authorOf(frame) {
      const found = remembered(frame);
      return typeof found === 'string' ? found : 'user';
    },
    locate(frame) {
      const found = remembered(frame);
      return typeof found === 'string' ? null : found;
    },
  };
}

/** False for `noRepository`. */
export function isKnown({ modules, root }: Repository): boolean {
  return modules.length > 0 || root !== '';
}

function withRepository(repository: Repository): Judge {
  const isGoItself = repository.modules.some(({ path }) => path === 'std');
  return (frame) => {
    if (isNobodys(frame)) return 'surroundings';
    const importPath = packageOf(frame.function);
    // Go's own library, unless it is what is tested, or a module has the name of one of its packages.
    const ofGo = isRuntime(frame) || importPath === 'testing' || isStandardLibrary(frame);
    const maybeOurs = isGoItself || moduleOf(importPath, repository) !== null;
    if (ofGo && (isRuntime(frame) || importPath === 'testing' || !maybeOurs)) return 'go';
    const located = locateFrame(frame, repository);
    if (located !== null && !isVendored(located.file, frame.function)) return located;
    if (ofGo) return 'go';
    return isSurroundings(frame) ? 'surroundings' : othersOf(frame, importPath);
  };
}

// Where the C library, the sanitizers and cgo's own C code were built: ../sysdeps/x86/libc-start.c, /usr/include/c++/12/new
const foreignC = /(?:^|\/)(?:usr|sysdeps|libsanitizer|sanitizer_common|compiler-rt|runtime\/cgo)\//;

/** All that is not somebody else's counts as the user's; main packages and C functions do not say whose they are. */
function withoutRepository(crash: ParsedCrash): Judge {
  const tested = testedPackage(crash);
  const home = tested === null ? null : modulePrefix(tested);
  return (frame) => {
    if (isNobodys(frame)) return 'surroundings';
    if (isRuntime(frame) || isStandardLibrary(frame)) return 'go';
    const path = plainPath(frame.file) ?? '';
    if (isSurroundings(frame) && !isOwnC(frame, path)) return 'surroundings';
    const importPath = packageOf(frame.function);
    const named = /[./]/.test(importPath);
    const elsewhere = home !== null && named && !isBelow(importPath, home);
    const others = othersOf(frame, importPath);
    return others === 'dependency' || elsewhere ? others : frame;
  };
}

/** A main package is nobody's dependency. */
function othersOf({ function: name, file }: Frame, importPath: string): 'dependency' | 'elsewhere' {
  const path = plainPath(file) ?? '';
  const isProgram = importPath === 'main';
  return !isProgram && (isDownloaded(path) || isVendored(path, name)) ? 'dependency' : 'elsewhere';
}

/** C code that stands in a Go file, before its import, has the Go file's name. */
function isOwnC({ function: name }: Frame, path: string): boolean {
  return (
    /\.(?:c|cc|cpp|cxx|m|h|hpp|go)$/i.test(path) && !foreignC.test(path) && !name.includes('.')
  );
}

/** The guard's own, and what lies in no file that somebody wrote. */
function isNobodys(frame: Frame): boolean {
  return isGuard(frame) || plainPath(frame.file) === null;
}
