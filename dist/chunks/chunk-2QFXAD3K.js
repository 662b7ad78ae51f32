import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/settings/quoted-words.ts
function splitQuotedWords(text) {
  const words = [];
  let rest = text.trimStart();
  while (rest !== "") {
    const quote = rest[0];
    if (quote === '"' || quote === "'") {
      const end = rest.indexOf(quote, 1);
      if (end < 0) return { problem: `the quote ${quote} is never closed` };
      words.push(rest.slice(1, end));
      rest = rest.slice(end + 1);
    } else {
      const end = rest.search(/\s/);
      words.push(end < 0 ? rest : rest.slice(0, end));
      rest = end < 0 ? "" : rest.slice(end);
    }
    rest = rest.trimStart();
  }
  return { words };
}
function joinQuotedWords(words) {
  const quoted = [];
  for (const word of words) {
    if (word !== "" && !/[\s'"]/.test(word)) quoted.push(word);
    else if (!word.includes("'")) quoted.push(`'${word}'`);
    else if (!word.includes('"')) quoted.push(`"${word}"`);
    else return null;
  }
  return quoted.join(" ");
}

export {
  splitQuotedWords,
  joinQuotedWords
};
