import { auditKinds, type AuditKind } from '../report/audit-kinds.ts';
import type { Audit, AuditedPackage, AuditStart } from '../report/audit.ts';
import { clip, printable } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import { formatDuration } from '../settings/duration.ts';
import { costCells, findingLines, formatMs } from './audit-findings.ts';
import { aligned, frameLine, moreLine, oneLine, textLine, type Page } from './inspection-page.ts';

const shownQuiet = 5;
const shownDependencies = 10;
const shownProblems = 20;
/** What costs less is counted only. */
const worthALineMs = 0.05;

/** What packages do before main, for a person: the module's own, then what others cost. */
export function renderAudit(audit: Audit, page: Page): string {
  const own = audit.packages.filter(({ role }) => role === 'own');
  const lines = [
    page.paint.bold(textLine(page, headline(audit, own))),
    ...startLines(page, audit.starts),
    ...problemLines(page, audit),
    ...ownLines(page, own),
    ...dependencyLines(
      page,
      audit.packages.filter(({ role }) => role !== 'own'),
    ),
    ...adviceLines(page, own),
  ];
  return `${lines.join('\n')}\n`;
}

function headline({ go, starts }: Audit, own: readonly AuditedPackage[]): string {
  const found = own.flatMap(({ findings }) => findings);
  const warnings = found.filter(({ level }) => level === 'warning').length;
  const slowest = starts.reduce((most, { initMs }) => Math.max(most, initMs), 0);
  const cost = starts.length === 0 ? '' : `; up to ${formatMs(slowest)} before main`;
  const counts = `${plural(warnings, 'warning')}, ${plural(found.length - warnings, 'note')}`;
  return `startup of ${plural(own.length, 'package')} with ${go}: ${counts}${cost}`;
}

/** Test binaries that did not get as far as main, and those that could not be tried. */
function startLines(page: Page, starts: readonly AuditStart[]): string[] {
  const troubled = starts.filter(
    ({ ending, exitCode, ready }) => ending !== 'exited' || exitCode !== 0 || !ready,
  );
  const lines = troubled.slice(0, shownProblems).flatMap((start) => {
    const { at } = start;
    const line = textLine(page, `  ${oneLine(start.package)} ${outcome(start)}`);
    const where = at === null ? [] : [frameLine(page, '      at ', at)];
    return [`${page.paint.bad('✗')}${line.slice(1)}`, ...where];
  });
  const more = moreLine(
    page,
    troubled.length - shownProblems < 0 ? 0 : troubled.length - shownProblems,
    'package',
  );
  return lines.length === 0 ? [] : ['', ...lines, ...more];
}

function outcome({ ending, exitCode, signal, ready, elapsedMs, said }: AuditStart): string {
  const when = ready ? 'without a test' : 'before main';
  const words = said === null ? '' : `: ${said}`;
  switch (ending) {
    case 'exited':
      return `ends with exit code ${String(exitCode)} ${when}${words}`;
    case 'signaled':
      return `is ended by a signal (${signal}) ${when}${words}`;
    case 'stuck':
      return `is not ready after ${formatDuration(elapsedMs)}${words}`;
    case 'not-started':
      return `could not be started${words}`;
    case 'not-built':
      return `could not be built${words}`;
  }
}

function problemLines({ paint }: Page, { gaps, packages }: Audit): string[] {
  const problems = [
    ...gaps,
    ...packages.flatMap((one) => (one.role === 'own' ? one.problems : [])),
  ];
  const shown = problems.slice(0, shownProblems);
  const lines = shown.map((problem) => paint.bad(`! ${clip(oneLine(problem), 400)}`));
  const more = moreLine({ paint, width: 0 }, problems.length - shown.length, 'problem');
  return lines.length === 0 ? [] : ['', ...lines, ...more];
}

function ownLines(page: Page, own: readonly AuditedPackage[]): string[] {
  const lines: string[] = [];
  for (const one of own.filter(({ findings }) => findings.length > 0)) {
    const cost = costCells(one.cost).filter((cell) => cell !== '');
    const head = [one.package, ...cost].map(oneLine).join('  ');
    lines.push('', page.paint.bold(textLine(page, head)));
    lines.push(...findingLines(page, one.findings, one.omitted));
  }
  const quiet = own.filter(({ findings }) => findings.length === 0);
  if (quiet.length === 0) return lines;
  lines.push('', page.paint.bold('nothing found in:'), ...costLines(page, quiet, shownQuiet));
  return lines;
}

/** Whatever is not the user's own: what it costs, and what it does beyond setting itself up. */
function dependencyLines(page: Page, others: readonly AuditedPackage[]): string[] {
  const warns = ({ findings }: AuditedPackage): boolean =>
    findings.some(({ level }) => level === 'warning');
  const costly = others.filter(({ cost }) => cost !== null && cost.initMs >= worthALineMs);
  const lines: string[] = [];
  if (costly.length > 0)
    lines.push(
      '',
      page.paint.bold('costliest dependencies:'),
      ...costLines(page, costly, shownDependencies),
    );
  const warning = others.filter(warns);
  if (warning.length > 0)
    lines.push('', page.paint.bold('dependencies that do more than set themselves up:'));
  for (const { package: name, findings } of warning.slice(0, shownDependencies)) {
    lines.push(textLine(page, `  ${name}`));
    const warnings = findings.filter(({ level }) => level === 'warning');
    lines.push(...findingLines(page, warnings).map((line) => `  ${line}`));
  }
  lines.push(...moreLine(page, Math.max(0, warning.length - shownDependencies), 'package'));
  return lines;
}

function costLines(page: Page, packages: readonly AuditedPackage[], most: number): string[] {
  const shown = packages.slice(0, most);
  const rows = aligned(
    shown.map((one) => [...costCells(one.cost), oneLine(one.package)]),
    [true, true, true, false],
  );
  const lines = rows.map((row) => textLine(page, `  ${row}`.trimEnd()));
  return [...lines, ...moreLine(page, packages.length - shown.length, 'package')];
}

function adviceLines({ paint }: Page, own: readonly AuditedPackage[]): string[] {
  const found = new Set(own.flatMap(({ findings }) => findings.map(({ kind }) => kind)));
  const kinds = (Object.keys(auditKinds) as AuditKind[]).filter((kind) => found.has(kind));
  if (kinds.length === 0) return [];
  // Wrapped, not cut: they say what to do.
  const lines = kinds.map((kind) => `  ${auditKinds[kind].title}: ${auditKinds[kind].advice}`);
  return ['', paint.bold('what to do:'), ...lines.map(printable)];
}
