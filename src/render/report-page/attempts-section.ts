import { clip, formatBytes } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import type { Attempt, Cause, LegReport, PackageRun } from '../../report/schema.ts';
import { formatDuration } from '../../settings/duration.ts';
import { bounded } from '../html/bounded.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { attemptsText, endedText, madeAttempts, purposeText, recovered } from '../attempt-words.ts';
import { repetitionText } from '../repetition.ts';
import { flakyText, ladderText, shuffleText } from '../recovery-words.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const packages = { items: 200, chars: 600_000 };
const rows = { items: 100, chars: 100_000 };
const maxTextChars = 4000;
const maxChanges = 5;
const columns = ['what ran', 'changed', 'ended', 'files'];

/** Packages that had further attempts: what each of them ran, and how it ended. */
export function attemptsSection({ report }: ReportPage): PageSection | null {
  const runs = recovered(report);
  if (runs.length === 0) return null;
  const { shown, left } = bounded(runs, packages, (run) => {
    const leg = report.legs.find(({ name }) => name === run.leg);
    const repeated = repetitionText(run, short);
    const isRepeated = repeated !== null && madeAttempts(run).length < 2;
    const said = [
      isRepeated ? null : repeated,
      flaky(run),
      limits(run, leg),
      stopped(run),
      order(run),
    ]
      .filter((text) => text !== null)
      .map((text) => markup`<li>${words(text, maxTextChars)}</li>`);
    return markup`<h3>${code(run.package)} <small>${words(run.leg, 60)}</small></h3>
<p>${isRepeated ? words(repeated, maxTextChars) : attemptsText(run)}</p>
${said.length === 0 ? null : markup`<ul>${said}</ul>`}
${isRepeated ? null : tableOf(run)}`;
  });
  const body = markup`${shown}${left > 0 ? markup`<p class="note">${plural(left, 'more package')} in report.json.</p>` : null}`;
  return { id: 'attempts', title: 'Further attempts', count: runs.length, body };
}

const short = (text: string): string => clip(text, 200);

function flaky(run: PackageRun): string | null {
  const text = flakyText(run, short);
  return text === null ? null : `flaky: ${text}`;
}

function limits(run: PackageRun, leg: LegReport | undefined): string | null {
  const text = ladderText(run, leg, short);
  return text === null ? null : `limits: ${text}`;
}

function stopped({ recovery }: PackageRun): string | null {
  const why = recovery?.stopped ?? null;
  return why === null ? null : `no further attempt: ${clip(why, 1000)}`;
}

function order(run: PackageRun): string | null {
  const text = shuffleText(run, short);
  return text === null ? null : `order: ${text}`;
}

function tableOf(run: PackageRun): Markup | null {
  const made = madeAttempts(run);
  if (made.length === 0) return null;
  const { shown, left } = bounded(made, rows, (attempt, at) =>
    rowOf(attempt, attempt.cause ?? (at === 0 && attempt.ending === run.ending ? run.cause : null)),
  );
  const name = `Attempts of ${run.package}`;
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${clip(name, 300)}"><table><thead><tr><th scope="col">attempt</th>${columns.map((column) => markup`<th scope="col">${column}</th>`)}<th scope="col" class="number">time</th><th scope="col" class="number">peak memory</th></tr></thead>
<tbody>${shown}</tbody></table></div>${left > 0 ? markup`<p class="note">${plural(left, 'more attempt')} in report.json.</p>` : null}`;
}

function rowOf(attempt: Attempt, cause: Cause | null): Markup {
  const { number, ranTests, changes = [], ending, elapsedMs, peakRssBytes, log } = attempt;
  const tests = ranTests === undefined ? 'all tests' : plural(ranTests.length, 'test');
  const good = ending === 'passed' || ending === 'no-tests';
  const why = cause === null ? null : markup` <small>${cause.id}</small>`;
  return markup`<tr><th scope="row">${number}</th><td>${purposeText(attempt)}: ${tests}</td><td class="whole">${changes.slice(0, maxChanges).map((change) => markup`${code(change, 60)} `)}</td><td class="whole"><span class="badge ${good ? 'good' : 'bad'}">${endedText(ending)}</span>${why}</td><td class="path">${log === undefined ? null : code(log)}</td><td class="number">${elapsedMs === null ? '' : formatDuration(elapsedMs)}</td><td class="number">${peakRssBytes === null ? '' : formatBytes(peakRssBytes)}</td></tr>`;
}
