import { formatBytes } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import type { PackageRun } from '../../report/schema.ts';
import { formatDuration } from '../../settings/duration.ts';
import { troubled } from '../headline.ts';
import { bounded } from '../html/bounded.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { madeAttempts } from '../attempt-words.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const rows = { items: 3000, chars: 1_200_000 };
const columns = ['passed', 'failed', 'skipped', 'unfinished', 'never ran', 'time', 'peak memory'];

/** Every package of every leg, those in trouble first, with a filter. */
export function packagesSection({ report }: ReportPage): PageSection {
  const worst = new Set(troubled(report));
  const sorted = [...worst, ...report.packages.filter((run) => !worst.has(run))];
  const { shown, left } = bounded(sorted, rows, (run) => rowOf(run, worst.has(run)));
  const body = markup`<form class="controls" data-filter="package-rows" autocomplete="off" hidden>
<label class="search">Filter <input type="search" placeholder="package, leg or ending" maxlength="200"></label>
<label><input type="checkbox">only what did not pass</label> <output class="note"></output></form>
<div class="scroll" tabindex="0" role="group" aria-label="Packages"><table class="packages" id="package-rows"><thead><tr><th scope="col">package</th><th scope="col">leg</th><th scope="col">ending</th>${columns.map((name) => markup`<th scope="col" class="number">${name}</th>`)}</tr></thead>
<tbody>${shown}</tbody></table></div>${left > 0 ? markup`<p class="note">${plural(left, 'more row')} in report.json.</p>` : null}`;
  return { id: 'packages', title: 'Packages', count: report.packages.length, body };
}

function rowOf(run: PackageRun, isTroubled: boolean): Markup {
  const { passed, failed, skipped, unfinished, neverRan } = run.tests;
  const amounts = [
    ...[passed, failed, skipped, unfinished.length, neverRan.length].map((amount) =>
      amount === 0 ? '' : String(amount),
    ),
    run.elapsedMs === null ? '' : formatDuration(run.elapsedMs),
    run.peakRssBytes === null ? '' : formatBytes(run.peakRssBytes),
  ];
  const attempts = madeAttempts(run);
  const kind = isTroubled ? 'bad' : run.ending === 'passed' ? 'good' : '';
  return markup`<tr${isTroubled ? markup` class="troubled"` : null}><th scope="row">${code(run.package)}</th><td>${words(run.leg, 60)}</td><td><span class="badge ${kind}">${run.ending}</span>${run.cached ? markup` <small>cached</small>` : null}${attempts.length > 1 ? markup` <small>${attempts.length} attempts</small>` : null}</td>${amounts.map((amount) => markup`<td class="number">${amount}</td>`)}</tr>`;
}
