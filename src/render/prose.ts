/** Breaks Markdown paragraphs into lines of a width; lists and code keep their lines. */
export function prose(text: string, width: number): string[] {
  const lines: string[] = [];
  let words: string[] = [];
  let length = 0;
  let inCode = false;
  const flush = (): void => {
    if (words.length > 0) lines.push(words.join(' '));
    words = [];
    length = 0;
  };
  for (const line of text.split('\n')) {
    if (line.startsWith('```')) inCode = !inCode;
    if (inCode || /^(?:```|\s|[-*] |\d+\. |\|)/.test(line) || line === '') {
      flush();
      lines.push(line);
      continue;
    }
    for (const word of line.split(' ')) {
      if (length + word.length > width) flush();
      words.push(word);
      length += word.length + 1;
    }
  }
  flush();
  return lines;
}
