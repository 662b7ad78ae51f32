import { existsSync, statSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, it } from '@jest/globals';
import { documents, readDocument, workflows } from '../support/documents.ts';

// A link that leads nowhere is found here and not by who needs it.

const root = join(import.meta.dirname, '../..');

interface Link {
  target: string;
  image: boolean;
}

/** Links and pictures outside of code. */
function linksOf(markdown: string): Link[] {
  const prose = markdown.replaceAll(/^```[^\n]*\n.*?^```$/gms, '').replaceAll(/`[^`\n]*`/g, 'code');
  const links = prose.matchAll(/(?<mark>!?)\[[^\]\n]*\]\((?<target>[^)\s]+)\)/g);
  const pictures = prose.matchAll(/(?<mark> )(?:src|srcset)="(?<target>[^"]+)"/g);
  return [...links, ...pictures].map(({ groups }) => ({
    target: groups?.['target'] ?? '',
    image: groups?.['mark'] !== '',
  }));
}

/** The anchors of a document's headings, as GitHub makes them. */
function anchorsOf(markdown: string): string[] {
  const prose = markdown.replaceAll(/^```[^\n]*\n.*?^```$/gms, '');
  return [...prose.matchAll(/^#+ (?<heading>.+)$/gm)].map(({ groups }) =>
    (groups?.['heading'] ?? '')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
}

const local = (path: string): Link[] =>
  linksOf(readDocument(path)).filter(({ target }) => !target.includes('://'));

it('finds links and anchors', () => {
  expect(linksOf('a [b](c.md#d) `[x](y)` ![e](f.png) <img alt="g" src="h.png">')).toEqual([
    { target: 'c.md#d', image: false },
    { target: 'f.png', image: true },
    { target: 'h.png', image: true },
  ]);
  expect(anchorsOf('# One, two\n```\n# no\n```\n## `fail-on` and\n')).toEqual([
    ...['one-two', 'fail-on-and'],
  ]);
});

it.each(documents())('the links of %s lead somewhere, and to a heading that is there', (path) => {
  const broken = local(path).filter(({ target }) => {
    const [file = '', anchor] = target.split('#');
    const found = normalize(
      join(dirname(path), file === '' ? (path.split('/').at(-1) ?? '') : file),
    );
    if (!existsSync(join(root, found))) return true;
    return anchor !== undefined && !anchorsOf(readDocument(found)).includes(anchor);
  });
  expect(broken).toEqual([]);
});

it.each(documents())('the pictures of %s are small', (path) => {
  for (const { target } of local(path).filter(({ image }) => image))
    expect(statSync(join(root, dirname(path), target)).size).toBeLessThan(200_000);
});

it('every document is linked from the README', () => {
  const linked = local('README.md').map(({ target }) => target.split('#')[0]);
  expect(documents().filter((path) => path !== 'README.md' && !linked.includes(path))).toEqual([]);
});

it('the workflows and the Makefile run scripts that are there', () => {
  const texts = [...workflows(), 'Makefile'].map(readDocument).join('\n');
  const scripts = [...texts.matchAll(/\bscripts\/[\w/-]+\.(?:sh|mjs)/g)].map(([path]) => path);
  expect(scripts.length).toBeGreaterThan(10);
  expect(scripts.filter((path) => !existsSync(join(root, path)))).toEqual([]);
});
