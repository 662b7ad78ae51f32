import { printable } from '../../report/format.ts';

/** HTML that is finished: nothing in it is escaped again. */
export interface Markup {
  readonly markup: string;
}

type Value = string | number | Markup | readonly Markup[] | null;

/**
 * HTML from a template. Every value is text and is escaped, in content as in quoted attributes; Markup is taken as it is, null is
 * nothing.
 */
export function markup(strings: TemplateStringsArray, ...values: readonly Value[]): Markup {
  return {
    markup: strings.map((part, index) => part + rendered(values[index] ?? null)).join(''),
  };
}

export function joined(parts: readonly Markup[], separator = ''): Markup {
  return { markup: parts.map((part) => part.markup).join(separator) };
}

function rendered(value: Value): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return escaped(value);
  return 'markup' in value ? value.markup : joined(value).markup;
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return printable(text).replace(/[&<>"']/g, (char) => entities[char] ?? '');
}

/** Data for a script element that is not run. Nothing in it ends the element or begins a comment. */
export function scriptJson(value: unknown): Markup {
  const json = JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return { markup: json };
}

/** A link below the folder of the page: each part encoded. */
export function linkTo(path: string): string {
  return path.split('/').map(encodePart).join('/');
}

function encodePart(part: string): string {
  // Half a surrogate pair, at which encodeURIComponent throws.
  return encodeURIComponent(part.replace(/[\ud800-\udfff]/gu, '\ufffd'));
}
