// The pages of docs/crashes.
import { readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { filesBelow, withoutMarks } from './case.mjs';
import { changeOf } from './index.mjs';

const maxOutputLines = 32;
const maxLineChars = 200;
const languages = new Map([
  ['.go', 'go'],
  ['.c', 'c'],
  ['.h', 'c'],
  ['.mod', 'text'],
]);

/** @typedef {Map<string, { title: string, about: string }>} Families */

/** @param {import('./case.mjs').Case[]} cases @param {Families} families */
export function indexPage(cases, families) {
  const sections = [...families].map(([name, { title, about }]) => {
    const own = cases.filter(({ family }) => family === name);
    const lines = own.map(
      ({ id, about: { title: what, cause } }) => `- [${what}](${id}.md) (\`${cause}\`)`,
    );
    return `## ${title}\n\n${about}\n\n${lines.join('\n')}\n`;
  });
  return `# Known crashes

${cases.length} crashes of Go programs and tests, each with a program that really dies of it, why it does, and how to mend it. \`go-crash-guard explain\` and the report name a page of this list where a crash is recognised.

${sections.join('\n')}`;
}

/** @param {import('./case.mjs').Case} one @param {Families} families */
export function casePage(one, families) {
  const { about, family } = one;
  const captures = filesBelow(join(one.folder, 'captures'));
  const versions = captures.map((name) => name.replace(/^go|\.txt$/g, '')).sort(byVersion);
  const shown = `go${versions.at(-1)}.txt`;
  const output = captures.includes(shown)
    ? excerpt(readFileSync(join(one.folder, 'captures', shown), 'utf8'))
    : '';
  const title = families.get(family)?.title ?? family;
  return `<!-- Made from catalog/${family}/${one.id}: do not edit. -->

# ${about.title}

${title} · cause [\`${about.cause}\`](../causes/${about.cause}.md) · printed by Go ${list(versions)}${runNote(one)}

${fenced('text', output)}

## What happens

${about.explanation.trim()}

## Why

${about['root-cause'].trim()}

${sources(one, 'before')}

## The fix

${about.fix.trim()}

${fenced('diff', changeOf(one))}

${filesBelow(join(one.folder, 'test')).length === 0 ? '' : `## The test that holds it\n\nIt crashes with the program above and passes with the fix.\n\n${sources(one, 'test')}`}

## How it is recognised

${about.signatures.map(signatureLine).join('\n')}

[All known crashes](README.md)
`;
}

/** @param {import('./case.mjs').Case} one */
function runNote({ run }) {
  const notes = [
    ...(run.race ? ['the race detector on'] : []),
    ...(run.timeout ? [`\`-timeout ${run.timeout}\``] : []),
    ...(run.flags ?? []).map((flag) => `\`${flag}\``),
    ...Object.entries(run.env ?? {}).map(([name, value]) => `\`${name}=${value}\``),
    ...Object.entries(run.limits ?? {}).map(([name, value]) => `a limit of ${value} (${name})`),
  ];
  return notes.length === 0 ? '' : `, with ${list(notes)}`;
}

/** @param {import('./case.mjs').Case} one @param {string} part */
function sources(one, part) {
  return filesBelow(join(one.folder, part))
    .map((name) => {
      const text = readFileSync(join(one.folder, part, name), 'utf8');
      return `\`${name}\`\n\n${fenced(languages.get(extname(name)) ?? 'text', pointed(text, name))}`;
    })
    .join('\n\n');
}

/** The marks of the source in a reader's words. @param {string} text @param {string} name */
function pointed(text, name) {
  if (!name.endsWith('.go')) return withoutMarks(text);
  return text
    .replaceAll(/\/\/crash:blame[ \t]*$/gm, '// <- here')
    .replaceAll(/\/\/crash:related[ \t]*$/gm, '// <- and here');
}

/** The part of the output that tells: up to the end of the first stack. @param {string} text */
function excerpt(text) {
  const lines = text.trimEnd().split('\n');
  const header = lines.findIndex((line) => /^goroutine \d+ /.test(line));
  const blank = header < 0 ? -1 : lines.indexOf('', header);
  const end = Math.min(blank < 0 ? lines.length : blank, maxOutputLines);
  const cut = lines
    .slice(0, end)
    .map((line) => (line.length > maxLineChars ? `${line.slice(0, maxLineChars)}...` : line));
  const rest = lines.length - end;
  return [...cut, ...(rest > 2 ? [`[${rest} more lines]`] : lines.slice(end))].join('\n');
}

/** @param {Record<string, string | string[]>} signature */
function signatureLine(signature) {
  const parts = Object.entries(signature).map(([name, value]) => {
    const values = [value].flat().map((each) => codeSpan(String(each)));
    return `${name} ${values.join(', then ')}`;
  });
  return `- ${parts.join('; ')}`;
}

/** @param {string} text */
function codeSpan(text) {
  const ticks = '`'.repeat(
    Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length)) + 1,
  );
  return ticks.length === 1 ? `\`${text}\`` : `${ticks} ${text} ${ticks}`;
}

/** @param {string} language @param {string} text */
function fenced(language, text) {
  const fence = '`'.repeat(
    Math.max(3, ...[...text.matchAll(/`{3,}/g)].map(([run]) => run.length + 1)),
  );
  return `${fence}${language}\n${text.trimEnd()}\n${fence}`;
}

/** @param {readonly string[]} items */
function list(items) {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}

/** @param {string} a @param {string} b */
function byVersion(a, b) {
  return a.localeCompare(b, 'en', { numeric: true });
}
