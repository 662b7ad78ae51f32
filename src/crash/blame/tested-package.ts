import { packageOf, type Frame } from '../frame.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import { baseOfTest, declaredTest } from '../test-of-stack.ts';

const maxStacks = 1000;

/** Import path of the package under test: what the text says, else what some stack says. */
export function testedPackage({ package: told, stacks }: ParsedCrash): string | null {
  if (told !== null) return told;
  for (const { goroutine } of stacks.slice(0, maxStacks)) {
    const found = testedPackageOf(goroutine.frames, goroutine.createdBy);
    if (found !== null) return found;
  }
  return null;
}

/** The package whose test stands on the stack, or started the goroutine; an external test package counts as the one it tests. */
export function testedPackageOf(frames: readonly Frame[], createdBy: Frame | null): string | null {
  const base = baseOfTest(frames);
  for (const frame of [base, ...frames.toReversed(), createdBy])
    if (frame?.file.endsWith('_test.go') === true && declaredTest(frame.function) !== null)
      return packageOf(frame.function).replace(/_test$/, '');
  return null;
}
