import { formatBytes } from '../../report/format.ts';
import { plural } from '../../report/plural.ts';
import type { Check, Gap, LegReport } from '../../report/schema.ts';
import { formatDuration } from '../../settings/duration.ts';
import { guardLine } from '../guard.ts';
import { stressLine } from '../stress-line.ts';
import { rebuilt } from '../rebuilt.ts';
import { bounded } from '../html/bounded.ts';
import { code, words } from '../html/foreign-text.ts';
import { markup, type Markup } from '../html/markup.ts';
import { addressed } from './place.ts';
import type { PageSection, ReportPage } from './page-content.ts';

const lines = { items: 100, chars: 100_000 };

/** What could not be observed, the files that were kept, and the machine that it all ran on. */
export function machineSection(page: ReportPage): (PageSection | null)[] {
  return [gapsSection(page), artifactsSection(page), runSection(page)];
}

function gapsSection({ report }: ReportPage): PageSection | null {
  const again = rebuilt(report).map(({ name, leg, why }): Gap => ({
    ...{ what: `was built again with -p 1: ${why}`, package: name, leg },
  }));
  const gaps = [...again, ...report.gaps];
  if (gaps.length === 0) return null;
  const { shown, left } = bounded(
    gaps,
    lines,
    ({ what, package: name, leg }) =>
      markup`<li>${name === undefined ? null : markup`${code(name)} `}${leg === undefined ? null : markup`<small>${words(leg, 60)}</small> `}${words(what, 1000)}</li>`,
  );
  const body = markup`<ul>${shown}</ul>${left > 0 ? markup`<p class="note">and ${left} more</p>` : null}`;
  return { id: 'gaps', title: 'What could not be observed', count: gaps.length, body };
}

function artifactsSection({ report, links }: ReportPage): PageSection | null {
  const uploaded = links.artifacts.map(
    ({ name, url, bytes }) =>
      markup`<li>${addressed(url, code(name))} <small>${formatBytes(bytes)}</small></li>`,
  );
  const named = new Set(links.artifacts.map(({ name }) => name));
  const own = report.artifacts.filter(({ name }) => !named.has(name));
  if (uploaded.length + own.length === 0) return null;
  const { shown, left } = bounded(
    own,
    lines,
    ({ name, path, bytes }) =>
      markup`<li>${code(name)}${path === '' || path === name ? null : markup` ${code(path)}`} <small>${formatBytes(bytes)}</small></li>`,
  );
  const body = markup`<ul>${uploaded.slice(0, lines.items)}${shown}</ul>${left > 0 ? markup`<p class="note">and ${left} more</p>` : null}`;
  return {
    ...{ id: 'artifacts', title: 'Kept files', body },
    count: uploaded.length + own.length,
  };
}

function runSection({ report }: ReportPage): PageSection {
  const { machine, legs, preflight } = report;
  const facts = `${machine.os}/${machine.arch}, ${plural(machine.cpus, 'CPU')}, ${formatBytes(machine.memoryBytes)}, ${machine.go}, Node.js ${machine.node}`;
  const shownLegs = bounded(legs, lines, legPart);
  const bad = preflight.filter(({ status }) => status !== 'ok');
  const good = preflight.filter(({ status }) => status === 'ok');
  const body = markup`<p>${words(facts, 400)}</p>
${checksTable(bad, 'Checks with a remark')}
${good.length === 0 ? null : markup`<details><summary>${plural(good.length, 'check')} without a remark</summary>${checksTable(good, 'Checks without a remark')}</details>`}
${shownLegs.shown}${shownLegs.left > 0 ? markup`<p class="note">${plural(shownLegs.left, 'more leg')} in report.json.</p>` : null}`;
  return { id: 'machine', title: 'Machine and commands', count: null, body };
}

function checksTable(checks: readonly Check[], label: string): Markup | null {
  if (checks.length === 0) return null;
  const { shown } = bounded(checks, lines, ({ what, value, needed, status, fix }) => {
    const kind = status === 'ok' ? 'good' : status === 'warn' ? 'warned' : 'bad';
    return markup`<tr><th scope="row">${words(what, 200)}</th><td><span class="badge ${kind}">${status}</span></td><td>${words(value, 300)}</td><td>${words(needed, 300)}</td><td>${fix === null ? '' : words(fix, 600)}</td></tr>`;
  });
  return markup`<div class="scroll" tabindex="0" role="group" aria-label="${label}"><table class="figures checks"><thead><tr><th scope="col">check</th><th scope="col">status</th><th scope="col">found</th><th scope="col">needed</th><th scope="col">fix</th></tr></thead><tbody>${shown}</tbody></table></div>`;
}

function legPart(leg: LegReport): Markup {
  const ended = [
    leg.goVersion,
    ...(leg.exitCode === null ? [] : [`exit code ${String(leg.exitCode)}`]),
    ...(leg.signal === null ? [] : [`ended by ${leg.signal}`]),
    ...(leg.elapsedMs === null ? [] : [formatDuration(leg.elapsedMs)]),
  ].join(', ');
  const ceiling = guardLine(leg);
  const stress = stressLine(leg);
  const tried = leg.guard?.tried ?? [];
  return markup`<h3>${code(leg.name, 60)}</h3><p>${words(ended, 300)}${ceiling === null ? null : markup`<br>${words(ceiling, 300)}`}${stress === null ? null : markup`<br>${words(stress, 300)}`}</p>
${tried.length === 0 ? null : markup`<ul>${tried.slice(0, 5).map(({ tier, problem }) => markup`<li>${words(tier, 60)}: ${words(problem, 500)}</li>`)}</ul>`}
<p><code class="command">${words(leg.command.slice(0, 200).join(' '), 2000)}</code></p>
${(leg.rounds ?? []).slice(0, 10).map((round) => markup`<details><summary>Further go test: ${round.purpose}, ${plural(round.packages.length, 'package')}</summary><p><code class="command">${words(round.command.slice(0, 200).join(' '), 2000)}</code></p></details>`)}`;
}
