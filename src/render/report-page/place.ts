import { clip } from '../../report/format.ts';
import type { Links } from '../../report/links.ts';
import { isInRepository } from '../../report/repository-path.ts';
import { linkTo, markup, type Markup } from '../html/markup.ts';
import type { Place } from '../place.ts';

const maxPathChars = 300;

/** `p/cart.go:12`, linked into the tested tree where the file is in it. */
export function placeOf({ file, line }: Place, { source }: Pick<Links, 'source'>): Markup {
  const isLine = line !== null && line > 0;
  const name = clip(file.slice(0, maxPathChars + 1), maxPathChars);
  const text = markup`<code>${isLine ? `${name}:${String(line)}` : name}</code>`;
  if (source === null || file.length > maxPathChars || !isInRepository(file)) return text;
  return addressed(`${source}/${linkTo(file)}${isLine ? `#L${String(line)}` : ''}`, text);
}

/** A link to another site; text alone where the address is none of the web. */
export function addressed(address: string | null, text: Markup): Markup {
  return address !== null && /^https?:\/\//.test(address)
    ? markup`<a href="${address}" rel="noreferrer">${text}</a>`
    : text;
}
