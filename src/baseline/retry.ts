import { setTimeout as wait } from 'node:timers/promises';
import type { GitFailure } from './git-failure.ts';

export interface Patience {
  /** How long a writer tries again that always comes second. */
  racesMs: number;
  /** How often the connection may fail. */
  passing: number;
}

export const patience: Patience = { racesMs: 120_000, passing: 4 };

const firstDelayMs = 50;
const maxDelayMs = 4000;

/** Tries again what another writer or the network got in the way of. Random pauses keep writers from meeting again and again. */
export async function retried<T extends { kind: string }>(
  attempt: () => Promise<T | GitFailure>,
  { racesMs, passing }: Patience = patience,
): Promise<T | GitFailure> {
  const start = performance.now();
  let failures = 0;
  for (let tries = 0; ; tries += 1) {
    const result = await attempt();
    if (!isFailure(result)) return result;
    if (result.class === 'passing') failures += 1;
    const again =
      result.class === 'race'
        ? performance.now() - start < racesMs
        : result.class === 'passing' && failures < passing;
    if (!again) return result;
    await wait(Math.random() * Math.min(maxDelayMs, firstDelayMs * 2 ** tries));
  }
}

function isFailure(result: { kind: string }): result is GitFailure {
  return result.kind === 'failure';
}
