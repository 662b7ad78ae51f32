import type { Links } from '../report/links.ts';
import { clip } from '../report/format.ts';
import { isInRepository } from '../report/repository-path.ts';
import { cellCode, inlineCode, linked } from './markdown.ts';

const maxFileChars = 200;

export interface Place {
  file: string;
  line: number | null;
}

/** `shop/cart.go:12` as Markdown, linked where the tree that was tested is on the web and has the file; '' for no file. */
export function placeLink(place: Place, links: Pick<Links, 'source'>): string {
  return linkedPlace(place, links, inlineCode);
}

/** The same for a cell of a table. */
export function cellPlace(place: Place, links: Pick<Links, 'source'>): string {
  return linkedPlace(place, links, cellCode);
}

function linkedPlace(
  { file, line }: Place,
  { source }: Pick<Links, 'source'>,
  write: (text: string, maxChars: number) => string,
): string {
  if (file.trim() === '') return '';
  const isLine = line !== null && line > 0;
  const name = clip(file, maxFileChars);
  const label = write(isLine ? `${name}:${String(line)}` : name, maxFileChars + 20);
  if (source === null || name !== file || !isInRepository(file)) return label;
  return linked(label, `${source}/${encodedPath(file)}${isLine ? `#L${String(line)}` : ''}`);
}

function encodedPath(file: string): string {
  return file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map((part) =>
      encodeURIComponent(part).replace(
        /[!'()*]/g,
        (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
      ),
    )
    .join('/');
}
