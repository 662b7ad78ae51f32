import * as core from '@actions/core';
import { restoreCorePattern } from '../../run/cores.ts';
import { begunCheck } from './check.ts';
import type { Places } from './places.ts';
import { stepEnvironment } from './step-environment.ts';
import { isConcluded, wasTold } from './told.ts';

/** Puts back what main changed on the machine, and does what main could not, because it was cancelled or killed. */
export async function postMode(places: Places): Promise<void> {
  const out = core.getState('out');
  // Main ran nothing: it had another mode, or its input was refused.
  if (out === '') return;
  await restoreCorePattern(out, stepEnvironment(process.env));
  const isOpen = begunCheck() !== null && !isConcluded();
  if (wasTold() && !isOpen) return;
  // Slow to load, and main has told all but of bad days.
  const { concludeLeft, tellLeft } = await import('./left.ts');
  await (wasTold() ? concludeLeft(out) : tellLeft(out, places));
}
