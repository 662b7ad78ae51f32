import { causePage } from '../cause.ts';
import type { Item, Section } from '../fit.ts';
import { inlineCode, linked, sentence } from '../markdown.ts';
import { placeLink } from '../place.ts';
import { problems, type Problem } from '../problems.ts';
import { knownText } from './known.ts';
import { evidenceText } from './evidence.ts';
import { holdersText } from './holders.ts';
import { isolationProof, isolationText } from './isolation.ts';
import { coreText, outputText } from './output.ts';
import { seenText } from '../crash.ts';
import { stackText } from './stack.ts';
import { waitsTable, waitsText } from './waits.ts';
import { inReport, packageText, section, worth, type Telling } from './telling.ts';
import { plural } from '../../report/plural.ts';

const maxAdvice = 3;
const maxRelated = 3;
const maxPlaces = 3;

/** Every root cause: its line, what happened, the fix; then, folded, the stack and the evidence. */
export function causesSection(telling: Telling): Section {
  const { extent, links } = telling;
  return section(problems(telling.report), extent.lines, (one, at) => itemOf(one, at, telling), {
    head: '### Root causes\n\n',
    tail: '',
    shape: 'paragraphs',
    more: (count) => inReport(`${plural(count, 'more root cause')} ${isAre(count)}`, links),
  });
}

export function isAre(count: number): string {
  return count === 1 ? 'is' : 'are';
}

function itemOf(problem: Problem, at: number, telling: Telling): Item {
  const line = lineText(problem, telling);
  if (at >= telling.extent.details) return [{ text: `- ${line}`, worth: worth.crashLine }];
  const { crash, runs } = problem;
  const [first] = runs;
  const said = [
    ...[messageText(problem), waitsText(crash), relatedText(problem, telling)],
    ...[isolationText(problem), fixText(problem)],
  ];
  const proofs = [waitsTable(crash, telling), isolationProof(problem, telling.report)];
  const holders = first === undefined ? '' : holdersText(first);
  const stack = crash === null ? '' : stackText(crash);
  const output = [
    ...(stack === '' && first !== undefined ? [outputText(first)] : []),
    ...(first === undefined ? [] : [coreText(first)]),
  ];
  // Of the worst one more than its line stays.
  const kept = at === 0 ? worth.crashLine : worth.fix;
  const forms: [number, string[]][] = [
    [worth.evidence, [line, ...said, ...proofs, holders, stack, ...output, evidenceText(problem)]],
    [worth.output, [line, ...said, ...proofs, holders, stack, ...output]],
    [worth.stack, [line, ...said, ...proofs, holders, stack]],
    [kept, [line, ...said, holders]],
    [kept, [line, fixText(problem)]],
    [worth.crashLine, [`- ${line}`]],
  ];
  return forms.map(([worthOf, parts]) => ({
    text: parts.filter((part) => part !== '').join('\n\n'),
    worth: worthOf,
  }));
}

/** `shop/cart.go:12`: panic in `TestAdd` of `shop` (race): what happened. */
function lineText(
  { cause, confidence, place, test, summary, runs, crash }: Problem,
  telling: Telling,
): string {
  const { links, report } = telling;
  const at = place === null ? '' : placeLink(place, links);
  const where = at === '' ? '' : `**${at}** `;
  const of = test === null ? '' : `${inlineCode(test)} of `;
  const sure = confidence === null ? '' : ` (${confidence})`;
  return `${where}${linked(cause, causePage(cause))}${sure} in ${of}${seenIn(runs, crash, report)}: ${sentence(summary, 400)}`;
}

function seenIn(runs: Problem['runs'], crash: Problem['crash'], report: Telling['report']): string {
  const legs = new Map<string, string[]>();
  const seen = runs.length > 0 ? runs : crash === null ? [] : [crash];
  for (const { package: name, leg } of seen) {
    const known = legs.get(name);
    if (known === undefined) legs.set(name, [leg]);
    else known.push(leg);
  }
  const named = [...legs].slice(0, maxPlaces).map(([name, of]) => packageText(name, of, report));
  const more = legs.size - named.length;
  return `${named.join(', ')}${more > 0 ? ` and ${plural(more, 'more package')}` : ''}`;
}

function messageText({ message, crash }: Problem): string {
  const said = message === '' ? '' : `> ${inlineCode(message, 500)}`;
  const seen = crash?.seen === undefined ? '' : sentence(seenText(crash.seen), 300);
  return [said, seen].filter((text) => text !== '').join('\n\n');
}

/** Other places that belong to it; who held memory has a table, and the agent's own memory is nobody's mistake. */
function relatedText({ crash, runs }: Problem, { links }: Telling): string {
  const hasTable = runs[0] !== undefined && holdersText(runs[0]) !== '';
  return (crash?.related ?? [])
    .filter(({ role, file }) => !(hasTable && role === 'held memory') && !isAgents(file))
    .filter(({ file, line }) => file !== crash?.blame?.file || line !== crash.blame.line)
    .slice(0, maxRelated)
    .map(
      (frame) =>
        `- ${sentence(frame.role, 60)}: ${placeLink(frame, links)} ${inlineCode(frame.function)}`,
    )
    .join('\n');
}

function isAgents(file: string): boolean {
  return file.startsWith('.crash-guard/') || file.includes('/.crash-guard/');
}

/** The page of a known crash, and what the rules of its cause advise. */
function fixText({ crash, advice }: Problem): string {
  const known = knownText(crash);
  const lines = [
    ...(known === null ? [] : [`${known.slice(0, 1).toLowerCase()}${known.slice(1)}`]),
    ...advice
      .slice(0, maxAdvice)
      .map((text) => sentence(text, 500))
      .filter((text) => text !== ''),
  ];
  const [only = ''] = lines;
  if (lines.length < 2) return known ?? (only === '' ? '' : `**Fix:** ${only}`);
  return `**Fix:**\n${lines.map((line) => `- ${line}`).join('\n')}`;
}
