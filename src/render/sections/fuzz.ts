import { plural } from '../../report/plural.ts';
import type { Item, Section } from '../fit.ts';
import {
  cleanText,
  inputFacts,
  outcomeText,
  toldTargets,
  whatFailed,
  type FuzzTarget,
} from '../fuzz-words.ts';
import { codeBlock, folded, inlineCode, sentence } from '../markdown.ts';
import { isAre } from './causes.ts';
import { inReport, packageText, section, worth, type Telling } from './telling.ts';

const maxNames = 20;

type Row =
  | { kind: 'target'; target: FuzzTarget; isBad: boolean }
  | { kind: 'clean' | 'skipped'; targets: readonly FuzzTarget[] };

/** What fuzzing found: each failing input with what to do about it, the rest in a line. */
export function fuzzSection(telling: Telling): Section {
  const { extent, links, report } = telling;
  const { bad, stopped, cleanAgain, clean, skipped } = toldTargets(report);
  const rows: Row[] = [
    ...bad.map((target): Row => ({ kind: 'target', target, isBad: true })),
    ...[...stopped, ...cleanAgain].map((target): Row => ({ kind: 'target', target, isBad: false })),
    ...(clean.length > 0 ? [{ kind: 'clean', targets: clean } as const] : []),
    ...(skipped.length > 0 ? [{ kind: 'skipped', targets: skipped } as const] : []),
  ];
  return section(rows, extent.lines, (row, at) => itemOf(row, at, telling), {
    head: '### Fuzzing\n\n',
    tail: '',
    shape: 'paragraphs',
    more: (count) => inReport(`${plural(count, 'more fuzz target')} ${isAre(count)}`, links),
  });
}

function itemOf(row: Row, at: number, telling: Telling): Item {
  if (row.kind !== 'target') {
    const text = row.kind === 'clean' ? (cleanText(row.targets) ?? '') : skippedText(row.targets);
    return [{ text: `- ${text}`, worth: worth.footnote }];
  }
  const { target, isBad } = row;
  const line = lineText(target, telling);
  const short = { text: `- ${line}`, worth: isBad ? worth.failedLine : worth.missing };
  if (target.fuzz.failing === null || at >= telling.extent.details) return [short];
  return [
    { text: `${line}\n\n${inputText(target.fuzz.failing)}`, worth: worth.failureText },
    short,
  ];
}

function skippedText(skipped: readonly FuzzTarget[]): string {
  const names = skipped.slice(0, maxNames).map(({ fuzz }) => inlineCode(fuzz.target, 100));
  const more = skipped.length - names.length;
  return `skipped themselves: ${names.join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

/** **`FuzzRows`** of `hoards` (fuzz) ran out of memory while it was fuzzed, after 3.2s of 30s: the kernel's OOM killer ... */
function lineText({ run, fuzz }: FuzzTarget, { report }: Telling): string {
  const what = whatFailed(fuzz);
  const said = what === '' ? '' : `: ${sentence(what, 300)}`;
  const because =
    fuzz.because === null || fuzz.because === what ? '' : ` (${sentence(fuzz.because, 300)})`;
  return `**${inlineCode(fuzz.target, 100)}** of ${packageText(run.package, [run.leg], report)} ${outcomeText(fuzz)}${said}${because}`;
}

function inputText(failing: NonNullable<FuzzTarget['fuzz']['failing']>): string {
  const { values = [], addCall, corpusFile, path } = failing;
  const steps = [
    `Copy ${inlineCode(path, 300)} of the run folder to ${inlineCode(corpusFile, 300)}: go test runs it from then on`,
    ...(addCall === undefined ? [] : [`or add ${inlineCode(addCall, 300)} to the target`]),
  ].join(', ');
  const input = values.length === 0 ? '' : `${codeBlock(values.join('\n'), 2000)}\n\n`;
  return folded('The input', `${input}It is a ${inputFacts(failing)}. ${steps}.`);
}
