import { linked, sentence } from './markdown.ts';

// What is said in the place of a Report that another workflow run should have left.

/** How a run ends that ought to have left one, as GitHub calls it. */
const conclusions: ReadonlyMap<string, string> = new Map([
  ['failure', 'failed'],
  ['timed_out', 'ran out of time'],
]);

/** Markdown for a run without a report; null where there need not be one: its jobs were skipped, or replaced by a newer run. */
export function renderMissingReport(conclusion: string, run: string | null): string | null {
  const ended = conclusions.get(conclusion);
  if (ended === undefined) return null;
  return [
    '### ❔ No report of this run',
    `The run ${ended}, and go-crash-guard left no report: its job did not come that far, was lost with its runner, or could not upload it.`,
    `What to do: look into ${linked('the log of the run', run)}, and run the failed jobs again.\n`,
  ].join('\n\n');
}

/** Markdown for a report that is there, but not read. */
export function renderUnreadReport(because: string, run: string | null): string {
  return [
    '### ❔ The report of this run is not shown',
    `It was left as an artifact that is not taken for a report: ${sentence(because, 500)}.`,
    `What to do: look into ${linked('the log of the run', run)}; the verdict is there too.\n`,
  ].join('\n\n');
}

/** Markdown in the place of what renderMissingReport said of an earlier run. */
export function renderFoundReport(run: string | null): string {
  return `### The report is here again\n\n${linked('The latest run', run)} left it: see the other comment.\n`;
}
