/**
 * Splits text into words as the go command does for GOFLAGS and -exec: blanks separate, a word that begins with ' or "
 * runs to the matching quote, nothing is escaped. An open quote is a described refusal.
 */
export function splitQuotedWords(text: string): { words: string[] } | { problem: string } {
  const words: string[] = [];
  let rest = text.trimStart();
  while (rest !== '') {
    const quote = rest[0];
    if (quote === '"' || quote === "'") {
      const end = rest.indexOf(quote, 1);
      if (end < 0) return { problem: `the quote ${quote} is never closed` };
      words.push(rest.slice(1, end));
      rest = rest.slice(end + 1);
    } else {
      const end = rest.search(/\s/);
      words.push(end < 0 ? rest : rest.slice(0, end));
      rest = end < 0 ? '' : rest.slice(end);
    }
    rest = rest.trimStart();
  }
  return { words };
}

/** The inverse of splitQuotedWords; null when a word holds both kinds of quote and blanks, which the go command cannot read. */
export function joinQuotedWords(words: readonly string[]): string | null {
  const quoted: string[] = [];
  for (const word of words) {
    if (word !== '' && !/[\s'"]/.test(word)) quoted.push(word);
    else if (!word.includes("'")) quoted.push(`'${word}'`);
    else if (!word.includes('"')) quoted.push(`"${word}"`);
    else return null;
  }
  return quoted.join(' ');
}
