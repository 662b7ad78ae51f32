import { fileURLToPath } from 'node:url';
import * as core from '@actions/core';
import { readMode } from './entry/action/inputs.ts';
import { log } from './entry/action/log.ts';
import type { Places } from './entry/action/places.ts';
import { postMode } from './entry/action/post.ts';
import { runMode } from './entry/action/run.ts';
import { describeFailure } from './entry/failure.ts';

const places: Places = {
  catalogUrl: new URL('./catalog.json', import.meta.url),
  probeDirectory: fileURLToPath(new URL('./probe/', import.meta.url)),
  heapPageDirectory: fileURLToPath(new URL('./heap-page/', import.meta.url)),
  foreignReportUrl: new URL('./foreign-report.js', import.meta.url),
};

// main and post are one file; main leaves its mark, when it began, in the state that the runner hands to post.
const isPost = core.getState('main') !== '';
try {
  if (isPost) await postMode(places);
  else await main();
} catch (error) {
  log.resume();
  const { text, code } = describeFailure(error);
  core.error(text);
  process.exitCode = code;
}
// An upload that hangs cannot be stopped, and would keep the step open.
process.stdout.write('', () => {
  process.exit();
});

async function main(): Promise<void> {
  core.saveState('main', new Date().toISOString());
  switch (readMode()) {
    case 'run':
      await runMode(places);
      break;
    case 'plan':
      await (await import('./entry/action/plan.ts')).planMode();
      break;
    case 'report':
      await (await import('./entry/action/report.ts')).reportMode(places);
      break;
    case 'comment':
      await (await import('./entry/action/comment.ts')).commentMode(places);
      break;
  }
}
