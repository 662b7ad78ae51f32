import { decisiveAttempt } from '../../report/decisive-attempt.ts';
import { formatBytes } from '../../report/format.ts';
import type { PackageRun } from '../../report/schema.ts';
import { mainHolders, whenTaken } from '../cause.ts';
import { outsideWords } from '../outside-words.ts';
import { cellCode } from '../markdown.ts';

const maxHolders = 5;

/** Who held the memory when a process died, from the black box; '' where there is none. */
export function holdersText(run: PackageRun): string {
  const { cause } = run;
  const box = decisiveAttempt(run)?.blackBox;
  if (box === undefined || box.functions.length === 0) return '';
  const rows = mainHolders(box, maxHolders).map(({ bytes, share, test, ...top }) => {
    const { function: name, file, line } = top.caller ?? top;
    const where = `${file}:${String(line)}`;
    return `| ${formatBytes(bytes)} | ${(share * 100).toFixed(0)} % | ${cellCode(name)} | ${cellCode(where)} | ${test === null ? '' : cellCode(test)} |`;
  });
  const outside = box.outsideGoBytes ?? 0;
  return [
    `Who held the memory${whenTaken(box)}:`,
    '',
    '| held | share | function | where | test |',
    '| ---: | ---: | --- | --- | --- |',
    ...rows,
    ...(outside > 0 ? [`| ${formatBytes(outside)} | | ${outsideWords(cause)} | | |`] : []),
  ].join('\n');
}
