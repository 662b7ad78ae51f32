import { fileURLToPath } from 'node:url';
import * as core from '@actions/core';
import { exec } from '@actions/exec';
import { exitCode, exitCodes } from './entry/exit-code.ts';
import { describeFailure } from './entry/failure.ts';
import { loadSettings } from './entry/load-settings.ts';
import { annotate } from './github/annotations.ts';
import { baselineOrigin } from './github/baseline-origin.ts';
import { eventSource } from './github/event-source.ts';
import { writeJobSummary } from './github/job-summary.ts';
import { quietLog } from './github/quiet-log.ts';
import { guard, makeReport } from './guard.ts';
import { commandRunner } from './machine/command.ts';
import type { Paint } from './render/paint.ts';
import { renderResult } from './render/result.ts';
import { loadCatalog } from './entry/load-catalog.ts';
import { repositoryRoot } from './entry/repository-root.ts';
import { renderSummary } from './render/summary.ts';
import type { Report } from './report/schema.ts';
import { createCancellation } from './run/cancellation.ts';
import { finishCores, restoreCorePattern } from './run/cores.ts';
import { layout } from './run/layout.ts';
import { readMarker } from './run/run-folder.ts';
import { readRunPlan } from './run/run-plan.ts';
import { terminalProgress } from './terminal/progress.ts';

const catalogUrl = new URL('./catalog.json', import.meta.url);
const probeDirectory = fileURLToPath(new URL('./probe/', import.meta.url));
const heapPageDirectory = fileURLToPath(new URL('./heap-page/', import.meta.url));
const paint: Paint = {
  good: (text) => `\u001b[32m${text}\u001b[39m`,
  bad: (text) => `\u001b[31m${text}\u001b[39m`,
  dim: (text) => text,
  bold: (text) => `\u001b[1m${text}\u001b[22m`,
};
const log = quietLog((text) => {
  process.stdout.write(text);
});

// main and post are one file; main leaves its mark, when it began, in the state that the runner hands to post.
const isPost = core.getState('main') !== '';
try {
  await (isPost ? post() : main());
} catch (error) {
  log.resume();
  const { text, code } = describeFailure(error);
  core.error(text);
  process.exitCode = code;
}

async function main(): Promise<void> {
  core.saveState('main', new Date().toISOString());
  const settings = await loadSettings({
    cwd: process.cwd(),
    directory: core.getInput('working-directory'),
    directoryName: 'input working-directory',
    config: core.getInput('config'),
    configName: 'input config',
    layer: {
      values: inputs(),
      where: (key) => `input ${key}`,
    },
  });
  core.saveState('out', settings.out);
  const cancellation = createCancellation();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      cancellation.request(signal);
    });
  }
  // What the go command says may hold text of the user's go.mod.
  log.write('');
  await exec('go', ['version'], { cwd: settings.directory, ignoreReturnCode: true }).catch(
    () => undefined,
  );
  const progress = terminalProgress({
    write: log.write,
    columns: () => null,
    paint,
  });
  const report = await guard(settings, {
    run: commandRunner(cancellation.stop),
    env: process.env,
    probeDirectory,
    progress,
    cancellation,
    source: eventSource(process.env['GITHUB_REPOSITORY']),
    catalog: await loadCatalog(catalogUrl),
    heapPageDirectory,
    baseline: baselineOrigin(core.getInput('token')),
  });
  await publish(report, settings.out);
  process.exitCode = exitCode(report, cancellation.requested());
}

/** The inputs that were given; an empty one leaves the word to the settings file. */
function inputs(): Record<string, unknown> {
  const lists = ['packages', 'legs', 'go-test-flags', 'fail-on'];
  const given: [string, string | string[]][] = [
    ...lists.map((name): [string, string[]] => [name, core.getMultilineInput(name)]),
    ['timeout', core.getInput('timeout')],
    ['memory-limit', core.getInput('memory-limit')],
    ['core-dumps', core.getInput('core-dumps')],
    ['baseline', core.getInput('baseline')],
    ['heap-threshold', core.getInput('heap-threshold')],
  ];
  return Object.fromEntries(given.filter(([, value]) => value.length > 0));
}

/** Runs even when main was killed: makes the Report from what the run left on disk. */
async function post(): Promise<void> {
  const out = core.getState('out');
  if (out !== '') await restoreCorePattern(out, process.env);
  const marker = out === '' ? null : await readMarker(out);
  // An older run's folder, when this one never came to open its own: nothing of it is ours to tell.
  if (marker === null || marker.finished || marker.startedAt < core.getState('main')) return;
  await finishCores(out, process.env);
  const report = await makeReport(out, await loadCatalog(catalogUrl));
  if (report === null) return;
  await publish(report, out);
  process.exitCode = exitCodes.fail;
}

async function publish(report: Report, out: string): Promise<void> {
  log.write(
    renderResult(report, { report: layout.report(out), summary: layout.summary(out) }, paint),
  );
  log.resume();
  const directory = (await readRunPlan(out))?.directory ?? process.cwd();
  const root = repositoryRoot(directory, report.source.directory);
  annotate(report, root, process.env['GITHUB_WORKSPACE'] ?? process.cwd());
  core.setOutput('verdict', report.verdict.status);
  core.setOutput('report', layout.report(out));
  const problem = await writeJobSummary(renderSummary(report));
  if (problem !== null) core.warning(`the job summary could not be written: ${problem}`);
}
