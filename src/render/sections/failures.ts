import { plural } from '../../report/plural.ts';
import { untoldFailures, type FailedTest } from '../failures.ts';
import type { Item, Section } from '../fit.ts';
import { codeBlock, folded, inlineCode } from '../markdown.ts';
import { placeLink } from '../place.ts';
import { isAre } from './causes.ts';
import { inReport, packageText, section, worth, type Telling } from './telling.ts';

const maxLineChars = 160;
const maxMessageChars = 2000;
/** So many messages stand open; of more, a reader opens the one that matters. */
const openMessages = 3;

/** Failed tests, each with the line that failed, its first words, and then its message. */
export function failuresSection(telling: Telling): Section {
  const { report, extent, links } = telling;
  const failed = untoldFailures(report);
  return section(failed, extent.lines, (one, at) => itemOf(one, at, telling), {
    head: '### Failed tests\n\n',
    tail: '',
    shape: 'paragraphs',
    more: (count) => inReport(`${plural(count, 'more failed test')} ${isAre(count)}`, links),
  });
}

function itemOf(failed: FailedTest, at: number, telling: Telling): Item {
  const { file, line, test, legs, package: name, message } = failed;
  const place = file === null ? '' : placeLink({ file, line }, telling.links);
  const where = place === '' ? '' : `**${place}** `;
  const head = `${where}${inlineCode(test)} of ${packageText(name, legs, telling.report)}`;
  const words = firstWords(message);
  const said = words === '' ? '' : `: ${inlineCode(words, maxLineChars)}`;
  const short = { text: `- ${head}${said}`, worth: worth.failedLine };
  if (at >= telling.extent.details || message.trim() === '') return [short];
  const block = codeBlock(message, maxMessageChars);
  const isLong = message.trim().includes('\n') || message.length > maxLineChars;
  if (!isLong) return [short];
  const text =
    at < openMessages ? `${head}\n\n${block}` : `${head}${said}\n\n${folded('Message', block)}`;
  // Of the first one more than its line stays.
  return [{ text, worth: at === 0 ? worth.failedLine : worth.failureText }, short];
}

/** `p_test.go:7: got 3`: the place is told already, and race reports begin with a rule. */
export function firstWords(message: string): string {
  const start = message.slice(0, 4000);
  const line = start.split('\n').find((text) => /[^=\s]/.test(text)) ?? '';
  return line.trim().replace(/^\S{1,200}\.go:\d+: /, '');
}
