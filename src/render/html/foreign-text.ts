import { clip } from '../../report/format.ts';
import { markup, type Markup } from './markup.ts';

// Text that a test, a file or an artifact says. It is isolated, so that its direction does not turn the words around it.

/** A part of a sentence. */
export function words(text: string, maxChars: number): Markup {
  return markup`<bdi>${clip(text.slice(0, maxChars + 1).replace(/\s+/g, ' '), maxChars)}</bdi>`;
}

/** A name. */
export function code(text: string, maxChars = 300): Markup {
  return markup`<code>${clip(text.slice(0, maxChars + 1).replace(/\s+/g, ' '), maxChars)}</code>`;
}

/** Lines as they were printed. */
export function block(text: string, maxChars: number): Markup {
  const shown = text.trimEnd().length > maxChars ? text.slice(0, maxChars) : text.trimEnd();
  const left = text.trimEnd().length - shown.length;
  return markup`<pre>${shown.replaceAll('\r\n', '\n')}</pre>${left > 0 ? markup`<p class="note">${left} more characters are in report.json.</p>` : null}`;
}
