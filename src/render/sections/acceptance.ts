import { heapMetrics } from '../../report/heap-metric.ts';
import { oneLine } from '../../report/format.ts';
import { changedRows, type ComparedRow } from '../comparison-words.ts';
import type { Section } from '../fit.ts';
import { keys } from '../keys.ts';
import { codeBlock, folded, linked } from '../markdown.ts';
import { shortPackage, worth, type Telling } from './telling.ts';

const maxEntries = 5;
/** Days that a proposed entry holds: until the change is merged and is the new base. */
const holdsDays = 30;
const dayMs = 86_400_000;
/** Dates have four digits for their years. */
const lastStartMs = Date.UTC(9999, 0);
const page = 'https://github.com/org/go-crash-guard/blob/v1/docs/heap.md#a-growth-that-is-wanted';

/** How to say that a growth is wanted, ready to copy. */
export function acceptanceSection({ report }: Telling): Section {
  const rows = rowsToAccept(report);
  const text = folded(
    'Is this growth wanted?',
    [
      `Let someone who may write to the repository set the label \`memory-accepted\` on this head, or add this to \`.crash-guard.yml\` with the reason (${linked('how it works', page)}):`,
      codeBlock(
        ['heap:', '  accept:', ...rows.slice(0, maxEntries).map((row) => entry(row, report))].join(
          '\n',
        ),
        4000,
        'yaml',
      ),
    ].join('\n\n'),
  );
  return {
    ...{ head: '', tail: '', shape: 'list', more: () => '', unmade: 0 },
    items: rows.length === 0 ? [] : [[{ text, worth: worth.acceptance }]],
  };
}

/** What is accepted for a package holds for its tests too. */
function rowsToAccept({ comparison }: Telling['report']): ComparedRow[] {
  const rows = (comparison === null ? [] : changedRows(comparison)).filter(
    ({ figure }) => figure.verdict === 'regressed',
  );
  const key = keys();
  const keyOf = ({ item, figure }: ComparedRow): string =>
    key([item.package, item.leg, figure.metric]);
  const whole = new Set(rows.filter(({ part }) => part === null).map(keyOf));
  return rows.filter((row) => row.part === null || !whole.has(keyOf(row)));
}

function entry({ item, part, figure }: ComparedRow, report: Telling['report']): string {
  const { word, unit } = heapMetrics[figure.metric];
  const short = shortPackage(item.package, report);
  const name = short === item.package ? short : `./${short}`;
  const until = new Date(startMs(report) + holdsDays * dayMs);
  return [
    `    - package: ${scalar(name)}`,
    ...(part === null ? [] : [`      test: ${scalar(part)}`]),
    `      metric: ${word}`,
    `      up-to: ${capText(figure.head, unit)}`,
    `      until: ${until.toISOString().slice(0, 10)}`,
    '      reason: why it is wanted',
  ].join('\n');
}

/** A report can name any time: one that no date can be made of is the first. */
function startMs({ startedAt }: Telling['report']): number {
  const parsed = Date.parse(startedAt);
  return parsed >= 0 && parsed < lastStartMs ? parsed : 0;
}

/** A little more than was measured: the next measurement is not the same. */
function capText(head: number, unit: 'bytes' | 'count'): string {
  const cap = head * 1.03;
  if (unit === 'count') return String(Math.ceil(cap));
  const mebibytes = cap / (1 << 20);
  return mebibytes >= 10
    ? `${String(Math.ceil(mebibytes))}MiB`
    : `${String(Math.ceil(cap / 1024))}KiB`;
}

function scalar(text: string): string {
  return /^[\w./][\w./-]*$/.test(text) ? text : JSON.stringify(oneLine(text.slice(0, 3000), 300));
}
