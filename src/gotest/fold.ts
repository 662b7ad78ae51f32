import { Buffer } from 'node:buffer';
import { createExcerpt, type Excerpt } from './excerpt.ts';
import { parseEvent, type TestEvent } from './event.ts';
import { unbuiltPackage } from './framing.ts';
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
      // A copy: what is kept would otherwise keep the whole chunk, of which it is a slice, in memory.
      const kept = Buffer.from(line).toString('utf8');
      state.plain.add(`${kept}\n`);
      foldPlainLine(state, kept, listener);
      return;
    }
    state.events++;
    if (event.package === '') foldBuild(state, event);
    else {
      const fold = packageOf(state, event.package);
      const over = fold.action !== null;
      foldEvent(fold, event);
      if (!over && fold.action !== null) listener.packageEnded?.(fold, state);
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

function foldPlainLine(state: StreamFold, line: string, listener: FoldListener): void {
  const name = unbuiltPackage(line);
  if (name === null) return;
  const fold = packageOf(state, name);
  fold.buildFailed = true;
  fold.action = 'fail';
  listener.packageEnded?.(fold, state);
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
