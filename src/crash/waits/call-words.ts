/** The smallest address that a heap or a program has; smaller words are numbers. */
const minAddress = 0x1000;

/**
 * What a traceback prints between a call's parentheses, one entry for each parameter (src/runtime/traceback.go, printArgs): the
 * address in it, or null for what is none, has several words, or may be out of date (`0x1?`).
 *
 *     0xc0000e2000, {0x55e948, 0x1}, 0x1, _, ...
 */
export function addressesIn(callArguments: string): (string | null)[] {
  const found: (string | null)[] = [];
  let depth = 0;
  let word = '';
  const end = (): void => {
    found.push(depth === 0 ? addressOf(word.trim()) : null);
    word = '';
  };
  if (callArguments === '' || callArguments === '...') return [];
  for (const char of callArguments) {
    if (char === '{') depth++;
    if (char === ',' && depth === 0) end();
    else word += char;
    if (char === '}') depth--;
  }
  end();
  return found;
}

function addressOf(word: string): string | null {
  return /^0x[0-9a-f]{4,16}$/.test(word) && Number.parseInt(word, 16) >= minAddress ? word : null;
}
