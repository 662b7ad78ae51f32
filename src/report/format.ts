/** `512 B`, `1.4 MiB`, `2.0 GiB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit++;
  }
  return `${unit === 0 ? String(value) : value.toFixed(1)} ${units[unit] ?? ''}`;
}

/**
 * Text of a test process without what could steer a terminal or turn around what stands beside it: escape sequences, other control
 * characters, overrides of the writing direction. Well-formed.
 */
export function printable(text: string): string {
  return (
    text
      // ANSI sequences are what is removed: CSI, then OSC up to its end. One that never ends takes no more than its line.
      .replace(/\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b\n]*(?:\u0007|\u001b\\)?/g, '')
      // All of C0 but tab and newline, C1; embeddings, overrides and isolates; halves of surrogate pairs, which no encoding knows.
      .replace(
        /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/gu,
        '\ufffd',
      )
  );
}

/** The first characters of a text, and a sign that there was more; no character is cut in half. */
export function clip(text: string, maxChars: number): string {
  if (text.length <= maxChars) return text;
  const last = text.charCodeAt(maxChars - 2);
  const isHalf = last >= 0xd800 && last <= 0xdbff;
  return `${text.slice(0, isHalf ? maxChars - 2 : maxChars - 1)}…`;
}

/** Names for one line: at most `max`, then how many more. */
export function listNames(names: readonly string[], max: number): string {
  const shown = names.slice(0, max).map((name) => clip(printable(name), 120));
  const more = names.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${String(more)} more` : shown.join(', ');
}

/** Text of a test process as a part of one line. */
export function oneLine(text: string, maxChars: number): string {
  return clip(printable(text).replace(/\s+/g, ' ').trim(), maxChars);
}
