import { decisiveAttempt } from '../../report/decisive-attempt.ts';
import { clip, formatBytes } from '../../report/format.ts';
import type { Attempt } from '../../report/schema.ts';
import { formatDuration } from '../../settings/duration.ts';
import { block, code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import type { Problem } from '../problems.ts';
import { purposeText } from '../attempt-words.ts';
import { isSeed } from '../recovery-words.ts';

const maxOutputChars = 20_000;
const maxCoreChars = 8192;
const maxTests = 20;
const maxChanges = 5;

/** How the process ended, what it printed, what a debugger read in its core, and the files that the run kept of it. */
export function attemptDetails(attempt: Attempt, { runs }: Problem): Markup {
  const [run] = runs;
  // The output of a package is that of the attempt that its ending tells of.
  const isDecisive = run !== undefined && decisiveAttempt(run) === attempt;
  const output = isDecisive ? run.output.trim() : '';
  const { coreExcerpt } = attempt;
  return markup`<details><summary>Process and files</summary>
<dl class="evidence">${factsOf(attempt).map(([name, value]) => markup`<dt>${name}</dt><dd>${value}</dd>`)}</dl></details>
${output === '' ? null : markup`<details><summary>Output</summary>${block(output, maxOutputChars)}</details>`}
${coreExcerpt === undefined ? null : markup`<details><summary>Read in its core</summary>${block(coreExcerpt, maxCoreChars)}</details>`}`;
}

/** Of a further attempt what it ran and what was changed for it; of each the seed of its order. */
function madeFor(attempt: Attempt): [string, Markup][] {
  const { purpose, changes = [], ranTests, shuffleSeed } = attempt;
  return [
    ...(purpose === undefined
      ? []
      : ([['made for', markup`${purposeText(attempt)}`]] satisfies [string, Markup][])),
    ...(ranTests === undefined
      ? []
      : ([['ran', words(namesOf(ranTests), 3000)]] satisfies [string, Markup][])),
    ...(changes.length === 0
      ? []
      : ([
          [
            'with',
            markup`${changes.slice(0, maxChanges).map((change) => markup`${code(change, 60)} `)}`,
          ],
        ] satisfies [string, Markup][])),
    ...(isSeed(shuffleSeed)
      ? ([['order', code(`-shuffle=${shuffleSeed}`)]] satisfies [string, Markup][])
      : []),
  ];
}

function namesOf(tests: readonly string[]): string {
  const shown = tests.slice(0, maxTests).map((name) => clip(name, 120));
  const more = tests.length - shown.length;
  return `${shown.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
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
    ...madeFor(attempt),
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
