import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { causePage } from '../../src/render/cause.ts';
import { causeIds } from '../../src/report/cause-ids.ts';

// A person follows the link of a cause at 2 a.m.: there must be a page, with the same parts at the same places.

const root = resolve(import.meta.dirname, '../..');
const folder = join(root, 'docs/causes');
const index = 'README.md';
const files = readdirSync(folder);
const read = (path: string): string => readFileSync(path, 'utf8');

const sections = [
  '## What happened',
  '## How it was proven',
  '## What to do',
  '## Easily taken for',
];

/** Links of Markdown outside of code blocks: text and target. */
function links(markdown: string): { text: string; target: string }[] {
  const prose = markdown.replaceAll(/^```[^\n]*\n.*?^```$/gms, '');
  return [...prose.matchAll(/\[(?<text>[^\]\n]+)\]\((?<target>[^)\s]+)\)/g)].map((match) => ({
    text: match.groups?.['text'] ?? '',
    target: match.groups?.['target'] ?? '',
  }));
}

it('has a page for every cause, and no other', () => {
  const pages = files.filter((name) => name !== index);
  expect(pages.toSorted()).toEqual(causeIds.map((id) => `${id}.md`).toSorted());
});

it('has a row in the index for every cause, once', () => {
  const rows = [
    ...read(join(folder, index)).matchAll(/^\| \[`(?<id>[^`]+)`\]\((?<page>[^)]+)\) *\|/gm),
  ];
  expect(rows.map((row) => row.groups?.['id']).toSorted()).toEqual([...causeIds].toSorted());
  for (const { groups } of rows) expect(groups?.['page']).toBe(`${groups?.['id'] ?? ''}.md`);
});

it('explains every source of evidence', () => {
  const rules = join(root, 'src/cause');
  const code = readdirSync(rules)
    .map((name) => read(join(rules, name)))
    .join('\n');
  const sources = [...code.matchAll(/source: ['`](?<source>[a-z ]+)/g)].map(({ groups }) =>
    (groups?.['source'] ?? '').trim(),
  );
  const table = read(join(folder, index)).split('## Where evidence comes from')[1] ?? '';
  const explained = [...table.matchAll(/`(?<source>[a-z ]+?)(?: \(\.\.\.\))?`/g)].map(
    ({ groups }) => groups?.['source'],
  );
  expect(sources.length).toBeGreaterThan(15);
  expect(sources.filter((source) => !explained.includes(source))).toEqual([]);
});

it('is linked from the README', () => {
  expect(links(read(join(root, 'README.md'))).map(({ target }) => target)).toContain(
    `docs/causes/${index}`,
  );
});

describe.each(causeIds)('the page of %s', (id) => {
  const path = join(folder, `${id}.md`);
  const text = existsSync(path) ? read(path) : '';
  const lines = text.trimEnd().split('\n');

  it('is where the report links to', () => {
    const repository = /^https:\/\/github\.com\/[^/]+\/go-crash-guard\/blob\/v\d+\//;
    const link = causePage(id);
    expect(link).toMatch(repository);
    expect(resolve(root, link.replace(repository, ''))).toBe(path);
    expect(existsSync(path)).toBe(true);
  });

  it('has its title, a sentence, and the sections in their order', () => {
    expect(lines[0]).toBe(`# \`${id}\``);
    expect(lines[2]).toMatch(/^[A-Z`].*\.$/);
    const found = lines.filter((line) => line.startsWith('## '));
    expect(found.slice(0, sections.length)).toEqual(sections);
    expect(['', '## Try it']).toContain(found.slice(sections.length).join());
  });

  it('says what to do in steps, the first one first', () => {
    const steps = text.split('## What to do\n')[1]?.split('\n## ')[0] ?? '';
    const numbers = [...steps.matchAll(/^(?<number>\d)\. /gm)].map(
      ({ groups }) => groups?.['number'],
    );
    expect(numbers.length).toBeGreaterThanOrEqual(3);
    expect(numbers).toEqual(numbers.map((_, at) => String(at + 1)));
  });

  it('is short enough to be read', () => {
    expect(lines.length).toBeGreaterThanOrEqual(25);
    expect(lines.length).toBeLessThanOrEqual(60);
  });

  it('names neighbours, and never itself', () => {
    const neighbours = links(text.split('## Easily taken for\n')[1] ?? '');
    expect(neighbours.length).toBeGreaterThanOrEqual(2);
    expect(links(text).map(({ target }) => target)).not.toContain(`${id}.md`);
  });

  it('names programs that exist', () => {
    const part = text.split('## Try it\n')[1] ?? '';
    const commands = [...part.matchAll(/--dir (?<dir>\S+) [^\n]*?(?<packages>(?: \.\/\w+)+)/g)];
    for (const { groups } of commands)
      for (const name of (groups?.['packages'] ?? '').trim().split(' '))
        expect(existsSync(join(root, groups?.['dir'] ?? '', name))).toBe(true);
    for (const [program = ''] of part.matchAll(/__tests__\/fixtures\/[\w/]+/g))
      expect(existsSync(join(root, program))).toBe(true);
    expect(part === '' || part.includes('__tests__/fixtures/')).toBe(true);
  });
});

const others = readdirSync(join(root, 'docs')).filter((name) => name.endsWith('.md'));

it.each(['README.md', ...others.map((name) => `docs/${name}`)])(
  'the links of %s lead somewhere',
  (name) => {
    expect(broken(join(root, name))).toEqual([]);
  },
);

/** Targets of relative links that are not there. */
function broken(path: string): string[] {
  return links(read(path))
    .map(({ target }) => target.split('#')[0] ?? '')
    .filter((target) => target !== '' && !target.includes('://'))
    .filter((target) => !existsSync(join(dirname(path), target)));
}

describe.each(files)('the links of %s', (name) => {
  const found = links(read(join(folder, name))).filter(({ target }) => !target.includes('://'));

  it('lead somewhere', () => {
    expect(broken(join(folder, name))).toEqual([]);
  });

  it('are named after the cause that they lead to', () => {
    for (const { text, target } of found.filter(({ target }) => dirname(target) === '.'))
      expect(text).toBe(`\`${target.replace(/\.md$/, '')}\``);
  });
});
