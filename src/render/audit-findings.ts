import { auditKinds } from '../report/audit-kinds.ts';
import type { AuditedPackage, AuditFinding } from '../report/audit.ts';
import { formatBytes } from '../report/format.ts';
import { plural } from '../report/plural.ts';
import { moreLine, oneLine, textLine, type Page } from './inspection-page.ts';

/** Findings of one package; warnings come first. */
const shownFindings = 30;

/** `0.004 ms`, `12.3 ms`. */
export function formatMs(ms: number): string {
  return `${ms < 1 ? ms.toFixed(3) : ms.toFixed(1)} ms`;
}

/** The cells of what an initialisation cost; empty where that is not known. */
export function costCells(cost: AuditedPackage['cost']): string[] {
  if (cost === null) return ['', '', ''];
  const { initMs, bytes, allocs } = cost;
  return [formatMs(initMs), formatBytes(bytes), plural(allocs, 'alloc')];
}

/** One line for what is done where, one for the way there. */
export function findingLines(page: Page, found: readonly AuditFinding[], omitted = 0): string[] {
  const ordered = [...found].sort((a, b) => rank(a) - rank(b));
  const shown = ordered.slice(0, shownFindings);
  const width = shown.reduce((most, { kind }) => Math.max(most, title(kind).length), 0);
  const lines = shown.flatMap((finding) => {
    const { bad, dim } = page.paint;
    const { kind, level, what, file, line } = finding;
    const mark = level === 'warning' ? bad('✗') : '!';
    const place = `${oneLine(file)}:${String(line)}`;
    const text = textLine(page, `    ${title(kind).padEnd(width)}  ${place}  ${what}`);
    return [`  ${mark}${text.slice(3)}`, dim(textLine(page, `      ${way(finding)}`))];
  });
  return [...lines, ...moreLine(page, ordered.length - shown.length + omitted, 'finding')];
}

function title(kind: AuditFinding['kind']): string {
  return auditKinds[kind].title;
}

function rank({ level }: AuditFinding): number {
  return level === 'warning' ? 0 : 1;
}

/** `var cache (cache.go:9) > newCache; only if something holds; in a test file` */
function way({ chain, conditional, test, generated, also }: AuditFinding): string {
  const steps = chain.map(({ function: name, file, line }, i) =>
    // The last place is that of the finding itself.
    i === chain.length - 1 ? name : `${name} (${baseName(file)}:${String(line)})`,
  );
  const remarks = [
    `in ${steps.join(' > ')}`,
    also > 0 ? `and from ${plural(also, 'more initialiser')}` : '',
    conditional ? 'not in every case' : '',
    test ? 'in a test file' : '',
    generated ? 'in a generated file' : '',
  ];
  return remarks.filter((remark) => remark !== '').join('; ');
}

function baseName(file: string): string {
  return file.slice(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
}
