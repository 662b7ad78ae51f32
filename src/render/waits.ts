import { waitsCutText } from '../crash/waits/effort.ts';
import type { Waits } from '../report/waits-schema.ts';
import { formatMinutes, frameLine, oneLine, textLine, type Page } from './inspection-page.ts';
import { prose } from './prose.ts';

const maxRows = 40;
const maxHolds = 10;

type Wait = Waits['waits'][number];

const titles: Readonly<Record<Waits['kind'], string>> = {
  cycle: 'a deadlock',
  stuck: 'nobody goes on',
};
const proofs: Readonly<Record<Waits['confidence'], string>> = {
  confirmed: 'confirmed: the runtime says that nobody can go on',
  consistent: 'consistent: stacks and source lines fit',
};

/** What stands above it, and how sure that is. */
export function waitsTitle({ kind, confidence }: Waits): { title: string; proof: string } {
  return { title: titles[kind], proof: proofs[confidence] };
}

/** Who waits for whom, one goroutine after the other, for a terminal. */
export function waitsLines(waits: Waits, page: Page, margin = '    '): string[] {
  const { title, proof } = waitsTitle(waits);
  const width = proseWidth(page, margin);
  const rows = waits.waits
    .slice(0, maxRows)
    .map((wait) => [oneLine(waiterWords(wait)), wait] as const);
  const wide = Math.max(0, ...rows.map(([words]) => words.length));
  return [
    `${page.paint.bold(`${margin.slice(2)}${title}`)} ${page.paint.dim(`(${proof})`)}`,
    ...prose(oneLine(waits.summary), width).map((line) => `${margin}${line}`),
    ...rows.flatMap(([words, { at, holds }]) => [
      at === null
        ? textLine(page, `${margin}${words}`)
        : frameLine(page, `${margin}${words.padEnd(wide)}  `, at),
      ...holds
        .slice(0, maxHolds)
        .map((held) => frameLine(page, oneLine(`${margin}  holds ${held.what}  `), held.at)),
    ]),
  ];
}

/** `goroutine 7 of TestX, and 2 more: sync.Mutex.Lock 0xc000123a8, for 5 minutes` */
export function waiterWords({
  goroutine,
  goroutines,
  test,
  state,
  minutes,
  waitsFor,
}: Wait): string {
  const of = test === null ? '' : ` of ${test}`;
  const more = goroutines > 1 ? `, and ${String(goroutines - 1)} more like it` : '';
  const what = waitsFor === null ? state : `${state} ${waitsFor}`;
  const since = minutes === null ? '' : `, for ${formatMinutes(minutes)}`;
  return `goroutine ${String(goroutine)}${of}${more}: ${what}${since}`;
}

function proseWidth(page: Page, margin: string): number {
  return Math.min(100, Math.max(40, page.width - margin.length));
}

/** For a terminal. */
export function waitsCutLines(page: Page, margin: string): string[] {
  return prose(waitsCutText, proseWidth(page, margin)).map((line) =>
    page.paint.dim(`${margin}${line}`),
  );
}
