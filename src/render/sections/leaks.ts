import { functionOf, standingText, whatLeaks } from '../../leaks/leak-text.ts';
import type { Leak } from '../../report/leak-schema.ts';
import { plural } from '../../report/plural.ts';
import type { Item, Section } from '../fit.ts';
import { sparedText, toldLeaks } from '../leak-words.ts';
import { codeBlock, folded, inlineCode, sentence } from '../markdown.ts';
import { placeLink } from '../place.ts';
import { isAre } from './causes.ts';
import { inReport, packageText, section, worth, type Telling } from './telling.ts';

const settings = 'https://github.com/org/go-crash-guard/blob/v1/docs/leaks.md#settings';
const maxPlaces = 20;
const maxAccepted = 20;
const maxStackChars = 2000;

type Row =
  | { kind: 'leak'; leak: Leak; fails: boolean }
  | { kind: 'known' | 'accepted'; leaks: readonly Leak[] };

/** What the tests left behind: what is new one by one, what is known or accepted in a line each. */
export function leaksSection(telling: Telling): Section {
  const { extent, links, report } = telling;
  const { failing, open, known, accepted } = toldLeaks(report);
  const spared = sparedText(report);
  const rows: Row[] = [
    ...failing.map((leak): Row => ({ kind: 'leak', leak, fails: true })),
    ...open.map((leak): Row => ({ kind: 'leak', leak, fails: false })),
    ...(known.length > 0 ? [{ kind: 'known', leaks: known } as const] : []),
    ...(accepted.length > 0 ? [{ kind: 'accepted', leaks: accepted } as const] : []),
  ];
  return section(rows, extent.lines, (row, at) => itemOf(row, at, telling), {
    head: '### Left behind by the tests\n\n',
    tail: spared === null ? '' : `\n\n_${spared} ([what fails a run](${settings}))._`,
    shape: 'paragraphs',
    more: (count) => inReport(`${plural(count, 'more leak')} ${isAre(count)}`, links),
  });
}

function itemOf(row: Row, at: number, telling: Telling): Item {
  if (row.kind !== 'leak') {
    const text = row.kind === 'known' ? knownText : acceptedText;
    return [{ text: text(row.leaks, telling), worth: worth.footnote }];
  }
  const { leak, fails } = row;
  const line = lineText(leak, telling);
  const short = { text: `- ${line}`, worth: fails ? worth.failedLine : worth.names };
  // A stack of one frame says what the line says.
  if (at >= telling.extent.details || leak.frames.length < 2) return [short];
  const stack = folded('Stack', codeBlock(stackOf(leak), maxStackChars));
  return [{ text: `- ${line}\n\n${stack}`, worth: fails ? worth.stack : worth.evidence }, short];
}

/** **`shop/pool.go:25`** 3 goroutines can never go on: chan receive; started at `shop/pool.go:19`, by `TestPool` of `shop` (race) (new, confirmed) */
function lineText(leak: Leak, telling: Telling): string {
  const { createdBy, test, legs, package: name, expired } = leak;
  const { links, report } = telling;
  const start = createdBy === null ? '' : `; started at ${placeLink(createdBy, links)}`;
  const by = test === null ? '' : `${inlineCode(test)} of `;
  const over =
    expired === undefined
      ? ''
      : `; was accepted until ${sentence(expired.until, 20)}: ${sentence(expired.reason, 200)}`;
  return `**${placeText(leak, telling)}** ${sentence(whatLeaks(leak), 200)}${start}, in ${by}${packageText(name, legs, report)} (${standingText(leak)})${over}`;
}

function placeText(leak: Leak, { links }: Telling): string {
  const place = leak.site === null ? '' : placeLink(leak.site, links);
  return place === '' ? inlineCode(functionOf(leak) || leak.package) : place;
}

function knownText(known: readonly Leak[], telling: Telling): string {
  const places = known.slice(0, maxPlaces).map((leak) => placeText(leak, telling));
  const more = known.length - places.length;
  return `- ${plural(known.length, 'leak')} that earlier runs had too: ${[...new Set(places)].join(', ')}${more > 0 ? ` and ${String(more)} more` : ''}`;
}

function acceptedText(accepted: readonly Leak[], telling: Telling): string {
  const said = accepted.slice(0, maxAccepted).map((leak) => {
    const { reason, until } = leak.accepted ?? { reason: '', until: '' };
    return `${placeText(leak, telling)} until ${sentence(until, 20)}: ${sentence(reason, 200)}`;
  });
  const more = accepted.length - said.length;
  return `- accepted: ${said.join('; ')}${more > 0 ? `; and ${String(more)} more` : ''}`;
}

function stackOf({ frames }: Leak): string {
  return frames
    .map(({ function: name, file, line }) => `${name}\n    ${file}:${String(line)}`)
    .join('\n');
}
