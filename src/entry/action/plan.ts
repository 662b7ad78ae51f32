import * as core from '@actions/core';
import { baselineOrigin } from '../../github/baseline-origin.ts';
import { planMatrix } from '../../github/matrix-mode.ts';
import { commandRunner } from '../../machine/command.ts';
import { createCancellation } from '../../run/cancellation.ts';
import { readSettings } from './inputs.ts';
import { stepEnvironment } from './step-environment.ts';
import { readJob } from './job.ts';
import { log } from './log.ts';

/** Shares the packages out to so many jobs as the input shard says. */
export async function planMode(): Promise<void> {
  const settings = await readSettings('plan');
  const { stop } = createCancellation();
  const { matrix, summary } = await planMatrix(
    settings,
    { text: core.getInput('shard'), where: 'input shard' },
    {
      run: commandRunner(stop),
      env: stepEnvironment(process.env),
      baseline: baselineOrigin(core.getInput('token'), readJob()),
    },
  );
  log.write(`${summary}\n`);
  log.resume();
  core.setOutput('matrix', matrix);
}
