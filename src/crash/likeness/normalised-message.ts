import { commonWording } from './wording.ts';

// What differs between two messages of one root cause: addresses, numbers, quoted text, places. In the order in which they are
// replaced; every pattern takes a bounded piece.
const replacements: readonly { pattern: RegExp; by: string; sample: string }[] = [
  { pattern: /"(?:[^"\\\n]|\\.){0,500}"/g, by: '"…"', sample: 'open "a\\"b"' },
  { pattern: /`[^`\n]{0,500}`/g, by: '`…`', sample: 'flag `x`' },
  // Not an apostrophe: can't
  { pattern: /(?<!\w)'[^'\n]{1,500}'(?!\w)/g, by: "'…'", sample: "invalid character 'x'" },
  {
    pattern: /\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g,
    by: 'ADDRESS',
    sample: 'dial tcp 127.0.0.1:8080',
  },
  { pattern: /\[[0-9a-f:]{2,39}\]:\d{1,5}/g, by: 'ADDRESS', sample: 'dial tcp [::1]:8080' },
  {
    pattern: /\/(?:tmp|var\/folders|private\/tmp)\/[^\s:'"]{1,300}/g,
    by: 'TEMP',
    sample: 'open /tmp/TestA123/001/x',
  },
  {
    pattern: /\b[A-Z]:\\(?:[^\s\\:]{1,100}\\){0,20}Te?mp\\[^\s:'"]{1,300}/gi,
    by: 'TEMP',
    sample: 'open C:\\Users\\a\\AppData\\Local\\Temp\\TestA1\\x',
  },
  // The last element of a path that one machine alone has.
  {
    pattern: /(?<![\w.…)\]])\/(?:[\w.@+-]{1,200}\/){1,60}/g,
    by: '/…/',
    sample: 'open /home/ada/shop/testdata/a.txt',
  },
  { pattern: /\b0x[0-9a-f]+\b/gi, by: 'HEX', sample: '(*main.T) 0xc000012345' },
  {
    pattern: /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
    by: 'HEX',
    sample: 'a1b2c3d4-0000-4000-8000-0123456789ab',
  },
  {
    pattern: /\b(?=[0-9a-f]*\d)[0-9a-f]{6,64}\b/gi,
    by: 'HEX',
    sample: 'commit 1a2b3c4',
  },
  {
    pattern:
      /\b\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h)(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m))*(?![\p{L}\d])/gu,
    by: 'TIME',
    sample: 'after 1m30s',
  },
  {
    pattern: /-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/g,
    by: 'N',
    sample: 'index out of range [5] with length 3',
  },
];

const maxChars = 1000;

/** A message without what differs from run to run and from version to version. */
export function normalisedMessage(message: string): string {
  let text = commonWording(message.slice(0, maxChars));
  for (const { pattern, by } of replacements) text = text.replace(pattern, by);
  return text.replace(/\s+/g, ' ').trim();
}

/** For the tests. */
export const messageReplacements = replacements;
