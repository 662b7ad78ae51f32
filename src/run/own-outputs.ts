import { join } from 'node:path';
import type { LegPlan } from './plan-legs.ts';

// Flags that name a file which go test or the test binary writes (go help testflag), and its name in a folder of ours.
const outputs: [string, string][] = [
  ['coverprofile', 'coverage.out'],
  ['cpuprofile', 'cpu.out'],
  ['memprofile', 'mem.out'],
  ['blockprofile', 'block.out'],
  ['mutexprofile', 'mutex.out'],
  ['trace', 'trace.out'],
  ['outputdir', '.'],
  ['o', 'pkg.test'],
];

/** Flags that turn aside what the user's own flags would write: a further go test must not overwrite the files of the first. */
export function ownOutputs({ leg, go }: LegPlan, folder: string): string[] {
  return turnedAside([...leg.goTestFlags.words, ...go.goflags.split(/\s+/)], folder);
}

export function turnedAside(words: readonly string[], folder: string): string[] {
  return outputs
    .filter(([name]) =>
      words.some((word) => new RegExp(`^--?(?:test\\.)?${name}(?:=|$)`).test(word)),
    )
    .map(([name, file]) => `-${name}=${join(folder, file)}`);
}
