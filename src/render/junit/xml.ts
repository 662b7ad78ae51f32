import { printable } from '../../report/format.ts';

/** Written as they are asked for; what is null is left out. */
export type Attributes = Readonly<Record<string, string | number | null>>;

/** An element; the content is XML already. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const open = Object.entries(attributes)
    .flatMap(([key, value]) => (value === null ? [] : [` ${key}="${inAttribute(String(value))}"`]))
    .join('');
  return content === '' ? `<${name}${open}/>` : `<${name}${open}>${content}</${name}>`;
}

/** Any text as XML text. */
export function xmlText(text: string): string {
  return legal(text).replace(/[&<>]/g, (char) => entities[char] ?? char);
}

/** A parser makes a space of a line break in an attribute, unless it stands there as a number. */
function inAttribute(text: string): string {
  return legal(text).replace(/[&<>"\n\t]/g, (char) => entities[char] ?? char);
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // Only the end of a CDATA section needs it, which anyone can print.
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/**
 * Char ::= #x9 | #xA | #xD | [#x20-#xD7FF] | [#xE000-#xFFFD] | [#x10000-#x10FFFF] (XML 1.0, 2.2), without what `printable` takes away.
 * A parser refuses the whole file for one other character, even as a number.
 */
function legal(text: string): string {
  return printable(text).replace(/[\ufffe\uffff]/g, '\ufffd');
}
