import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { until } from './processes.ts';

export interface TestProcess {
  pid: number;
  shimPid: number;
}

/** The folder of a package's first attempt in a run folder. */
export function attemptFolder(out: string, leg: string, importPath: string): string {
  return join(out, 'runs', leg, importPath, 'attempt-1');
}

/**
 * Waits until a test process runs its tests: its start is recorded, and a moment has passed. Null when the run ends before.
 * @param hasBegun what must be so before that moment; a busy machine may not let the process come to its tests in it
 */
export async function startedTest(
  folder: string,
  run: { finished: Promise<unknown> },
  hasBegun = (): boolean => true,
): Promise<TestProcess | null> {
  let over = false;
  void run.finished.finally(() => {
    over = true;
  });
  const file = join(folder, 'start.json');
  const read = (): TestProcess | null => {
    if (!existsSync(file)) return null;
    try {
      return JSON.parse(readFileSync(file, 'utf8')) as TestProcess;
    } catch {
      return null;
    }
  };
  // Where it is a later leg, those before it come first; on a busy machine that takes minutes.
  const found = await until(() => read() ?? over, 500_000, file);
  if (found === true) return null;
  const begun = await until(() => (over ? 'over' : hasBegun()), 500_000, `the tests of ${folder}`);
  if (begun === 'over') return null;
  await new Promise((resolve) => setTimeout(resolve, 300));
  return found;
}
