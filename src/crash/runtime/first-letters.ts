/** Whether a line begins with one of these letters (ASCII): the cheapest way to say no to the lines of a log. */
export function firstLetters(letters: string): (line: string) => boolean {
  const known = new Uint8Array(128);
  for (const letter of letters) known[letter.charCodeAt(0)] = 1;
  return (line) => known[line.charCodeAt(0)] === 1;
}
