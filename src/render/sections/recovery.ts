import { formatBytes } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import type { Attempt, PackageRun } from '../../report/schema.ts';
import { formatDuration } from '../../settings/duration.ts';
import type { Item, Section } from '../fit.ts';
import { cellCode, folded, inlineCode, sentence } from '../markdown.ts';
import { attemptsText, endedText, madeAttempts, purposeText, recovered } from '../attempt-words.ts';
import { repetitionText } from '../repetition.ts';
import { flakyText, ladderText, shuffleText } from '../recovery-words.ts';
import { isAre } from './causes.ts';
import { inReport, packageText, section, worth, type Telling } from './telling.ts';

const maxRows = 20;
const maxChanges = 5;
const columns = ['attempt', 'what ran', 'changed', 'ended', 'time', 'peak memory'] as const;

/** Packages with further attempts: what these brought, what fits, what is flaky, and why there were no more. */
export function recoverySection(telling: Telling): Section {
  const { report, extent, links } = telling;
  return section(recovered(report), extent.lines, (run, at) => itemOf(run, at, telling), {
    head: '### Further attempts\n\n',
    tail: '',
    shape: 'paragraphs',
    more: (count) =>
      inReport(`${plural(count, 'more package')} with further attempts ${isAre(count)}`, links),
  });
}

function itemOf(run: PackageRun, at: number, telling: Telling): Item {
  const { report, extent } = telling;
  const leg = report.legs.find(({ name }) => name === run.leg);
  const written = (text: string): string => inlineCode(text, 120);
  const stopped = run.recovery?.stopped ?? null;
  const ladder = ladderText(run, leg, written);
  const flaky = flakyText(run, written);
  const order = shuffleText(run, written);
  const repeated = repetitionText(run, (text) =>
    text.startsWith('-') ? written(text) : sentence(text, 120),
  );
  const made = madeAttempts(run);
  const isRepeated = repeated !== null && made.length < 2;
  const line = `${packageText(run.package, [run.leg], report)}: ${isRepeated ? repeated : attemptsText(run)}`;
  const points = [
    ...(repeated === null || isRepeated ? [] : [repeated]),
    ...(flaky === null ? [] : [`flaky: ${flaky}`]),
    ...(ladder === null ? [] : [`limits: ${ladder}`]),
    ...(stopped === null ? [] : [`no further attempt: ${sentence(stopped, 300)}`]),
    ...(order === null ? [] : [`order: ${order}`]),
  ];
  const text = [`- ${line}`, ...points.map((point) => `  - ${point}`)].join('\n');
  const short = { text: `- ${line}`, worth: worth.missing };
  if (at >= extent.details) return [short];
  const full = { text, worth: worth.names };
  if (made.length < 2) return points.length === 0 ? [short] : [full, short];
  const table = folded('Attempts', tableOf(made, run));
  return [{ text: `${text}\n\n${table}`, worth: worth.evidence }, full, short];
}

function tableOf(attempts: readonly Attempt[], run: PackageRun): string {
  const shown = attempts.slice(0, maxRows);
  const more = attempts.length - shown.length;
  return [
    `| ${columns.join(' | ')} |`,
    '| ---: | --- | --- | --- | ---: | ---: |',
    ...shown.map(
      (attempt, at) =>
        `| ${cellsOf(at === 0 ? { ...causeOf(attempt, run), ...attempt } : attempt).join(' | ')} |`,
    ),
    ...(more > 0 ? ['', `_${plural(more, 'more attempt')}._`] : []),
  ].join('\n');
}

/** The cause of the first attempt stands with the package. */
function causeOf({ ending }: Attempt, run: PackageRun): Pick<Attempt, 'cause'> {
  return run.cause === null || ending !== run.ending ? {} : { cause: run.cause };
}

function cellsOf(attempt: Attempt): string[] {
  const { number, ranTests, changes = [], ending, elapsedMs, peakRssBytes, cause } = attempt;
  const tests = ranTests === undefined ? 'all tests' : plural(ranTests.length, 'test');
  return [
    String(number),
    `${purposeText(attempt)}: ${tests}`,
    changes
      .slice(0, maxChanges)
      .map((change) => cellCode(change, 60))
      .join(' '),
    `${endedText(ending)}${cause === undefined ? '' : ` (${cause.id})`}`,
    elapsedMs === null ? '' : formatDuration(elapsedMs),
    peakRssBytes === null ? '' : formatBytes(peakRssBytes),
  ];
}
