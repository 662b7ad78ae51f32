import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';
import { addAudit } from './audit.ts';
import { addBaseline } from './baseline.ts';
import { addBundle } from './bundle.ts';
import { addCompare } from './compare.ts';
import { addExplain } from './explain.ts';
import { addInspect } from './inspect.ts';
import { addMerge } from './merge.ts';
import { addPlan } from './plan.ts';
import { addPreflight } from './preflight.ts';
import { addReport } from './report.ts';

/** Every command but run, which does not wait for their code. */
export function addOthers(program: Command, terminal: Terminal): void {
  for (const add of [
    ...[addPreflight, addReport, addExplain, addInspect, addBundle, addAudit],
    ...[addCompare, addBaseline, addPlan, addMerge],
  ])
    add(program, terminal);
}
