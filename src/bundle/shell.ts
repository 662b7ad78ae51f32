/** A word for a POSIX shell that stands for exactly this text; null bytes, which no argument can hold, are left out. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\0', '').replaceAll("'", `'\\''`)}'`;
}

/** Text for a comment of one line. */
export function comment(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?').slice(0, 300);
}
