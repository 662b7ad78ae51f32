import { formatBytes } from '../../report/format.ts';
import type { Attempt } from '../../report/schema.ts';
import { formatDuration } from '../../settings/duration.ts';
import { block, code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import type { Problem } from '../problems.ts';

const maxOutputChars = 20_000;
const maxCoreChars = 8192;

/** How the process ended, what it printed, what a debugger read in its core, and the files that the run kept of it. */
export function attemptDetails(attempt: Attempt, { runs }: Problem): Markup {
  const output = runs[0]?.output.trim() ?? '';
  const { coreExcerpt } = attempt;
  return markup`<details><summary>Process and files</summary>
<dl class="evidence">${factsOf(attempt).map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl></details>
${output === '' ? null : markup`<details><summary>Output</summary>${block(output, maxOutputChars)}</details>`}
${coreExcerpt === undefined ? null : markup`<details><summary>Read in its core</summary>${block(coreExcerpt, maxCoreChars)}</details>`}`;
}

function factsOf(attempt: Attempt): [string, Markup][] {
  const { number, ending, exitCode, signal, elapsedMs, peakRssBytes } = attempt;
  const ended = [
    ending,
    ...(signal === null ? [] : [`signal ${signal}`]),
    ...(exitCode === null ? [] : [`exit code ${String(exitCode)}`]),
    ...(attempt.coreDumped ? ['core dumped'] : []),
  ].join(', ');
  const files: [string, string | undefined][] = [
    ['log', attempt.log],
    ['black box', attempt.snapshot],
    ['heap profile', attempt.profile],
    ['core', attempt.core],
    ['text of the core', attempt.coreText],
  ];
  return [
    ['attempt', markup`${number}`],
    ['ended', words(ended, 300)],
    ...(elapsedMs === null
      ? []
      : ([['after', markup`${formatDuration(elapsedMs)}`]] satisfies [string, Markup][])),
    ...(peakRssBytes === null
      ? []
      : ([['peak memory', markup`${formatBytes(peakRssBytes)}`]] satisfies [string, Markup][])),
    ...files.flatMap(([name, path]): [string, Markup][] =>
      path === undefined ? [] : [[name, code(path)]],
    ),
  ];
}
