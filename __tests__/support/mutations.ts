/** Numbers from 0 to 1 that look random and are the same in every run (mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

type Random = () => number;
type Mutation = (text: string, random: Random, other: string) => string;

const below = (limit: number, random: Random): number => Math.floor(random() * limit);

/** Characters that mean something in the grammars, and some that mean nothing anywhere. */
const characters = [
  ...Array.from('()[]{}:.,#=-/\\"\'<>%$*+ \t\r\n0a9zZ_'),
  '\u0000',
  '\u001b',
  '\ufffd',
  'é',
  '東',
  '\ud83d',
];

/** What happens to texts on their way: each takes a text and another one. */
export const mutations: Readonly<Record<string, Mutation>> = {
  cut: (text, random) => text.slice(below(text.length / 2, random), below(text.length, random)),
  'lines doubled': onLines((lines, random) => {
    const at = below(lines.length, random);
    lines.splice(at, 0, ...lines.slice(at, at + 1 + below(5, random)));
  }),
  'lines swapped': onLines((lines, random) => {
    const [a, b] = [below(lines.length, random), below(lines.length, random)];
    [lines[a], lines[b]] = [lines[b] ?? '', lines[a] ?? ''];
  }),
  'lines lost': onLines((lines, random) => {
    lines.splice(below(lines.length, random), 1 + below(3, random));
  }),
  'lines joined': onLines((lines, random) => {
    const at = below(lines.length, random);
    lines.splice(at, 2, `${lines[at] ?? ''}${lines[at + 1] ?? ''}`);
  }),
  'characters changed': (text, random) => {
    const changed = Array.from(text);
    for (let i = 0; i < 1 + below(8, random); i++)
      changed[below(changed.length, random)] = characters[below(characters.length, random)] ?? '';
    return changed.join('');
  },
  'two by lines': (text, random, other) => {
    const [a, b] = [text.split('\n'), other.split('\n')];
    const mixed: string[] = [];
    while (a.length + b.length > 0)
      mixed.push(...(random() < 0.5 ? a : b).splice(0, 1 + below(3, random)));
    return mixed.join('\n');
  },
  'two by pieces': (text, random, other) => {
    let mixed = '';
    for (let i = 0, j = 0; i < text.length || j < other.length;) {
      const [ofText, ofOther] = [1 + below(40, random), 1 + below(40, random)];
      mixed += text.slice(i, i + ofText) + other.slice(j, j + ofOther);
      i += ofText;
      j += ofOther;
    }
    return mixed;
  },
};

function onLines(change: (lines: string[], random: Random) => void): Mutation {
  return (text, random) => {
    const lines = text.split('\n');
    for (let i = 0; i < 1 + below(4, random); i++) change(lines, random);
    return lines.join('\n');
  };
}
