import { createExcerpt, type Excerpt } from './excerpt.ts';
import { parseEvent, type TestEvent } from './event.ts';
import { splitLines, type LineSplitter } from './lines.ts';
import { foldEvent, newPackageFold, type PackageFold } from './package-fold.ts';

export type { PackageFold };

/** Everything that one leg's event stream tells. */
export interface StreamFold {
  packages: Map<string, PackageFold>;
  /** Compiler and vet output by import path (go 1.24+; older ones print it on stderr). */
  builds: Map<string, Excerpt>;
  /** Lines that are no events. */
  plain: Excerpt;
  events: number;
  plainLines: number;
}

export interface Fold extends LineSplitter {
  state: StreamFold;
}

export interface FoldListener {
  packageEnded?: (ended: PackageFold, state: StreamFold) => void;
  output?: (event: TestEvent) => void;
}

/** A streaming fold of `go test -json`: bytes in, state out. It never throws, whatever the stream holds. */
export function createFold(listener: FoldListener = {}): Fold {
  const state: StreamFold = {
    packages: new Map(),
    builds: new Map(),
    plain: createExcerpt(),
    events: 0,
    plainLines: 0,
  };
  const lines = splitLines((line) => {
    const event = parseEvent(line);
    if (event === null) {
      if (line === '') return;
      state.plainLines++;
      state.plain.add(`${line}\n`);
      return;
    }
    state.events++;
    if (event.package === '') foldBuild(state, event);
    else {
      const fold = packageOf(state, event.package);
      foldEvent(fold, event);
      if (event.test === '' && fold.action !== null && event.action === fold.action)
        listener.packageEnded?.(fold, state);
      if (event.action === 'output') listener.output?.(event);
    }
  });
  return { state, push: lines.push, end: lines.end };
}

function packageOf(state: StreamFold, name: string): PackageFold {
  let fold = state.packages.get(name);
  if (fold === undefined) {
    fold = newPackageFold(name);
    state.packages.set(name, fold);
  }
  return fold;
}

function foldBuild(state: StreamFold, event: TestEvent): void {
  if (event.action !== 'build-output') return;
  let output = state.builds.get(event.importPath);
  if (output === undefined) {
    output = createExcerpt();
    state.builds.set(event.importPath, output);
  }
  output.add(event.output);
}
