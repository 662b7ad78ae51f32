/** `1 test`, `3 tests`; `2 crashes` with a plural of its own. */
export function plural(count: number, noun: string, many = `${noun}s`): string {
  return `${String(count)} ${count === 1 ? noun : many}`;
}
