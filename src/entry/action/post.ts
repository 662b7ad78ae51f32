import * as core from '@actions/core';
import { restoreCorePattern } from '../../run/cores.ts';
import type { Places } from './places.ts';
import { wasTold } from './told.ts';

/** Puts back what main changed on the machine, and does what main could not, because it was cancelled or killed. */
export async function postMode(places: Places): Promise<void> {
  const out = core.getState('out');
  if (out !== '') await restoreCorePattern(out, process.env);
  if (wasTold()) return;
  // Slow to load, and main has told all but of bad days.
  const { tellLeft } = await import('./left.ts');
  await tellLeft(out, places);
}
