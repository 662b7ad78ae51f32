// What differs between two messages of one root cause: addresses, numbers, quoted text, places. In the order in which they are
// replaced; every pattern takes a bounded piece.
const replacements: readonly (readonly [pattern: RegExp, by: string, sample: string])[] = [
  [/"(?:[^"\\\n]|\\.){0,500}"/g, '"…"', 'open "a\\"b"'],
  [/`[^`\n]{0,500}`/g, '`…`', 'flag `x`'],
  [/'[^'\n]{1,500}'/g, "'…'", "invalid character 'x'"],
  [/\b\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?\b/g, 'ADDRESS', 'dial tcp 127.0.0.1:8080'],
  [/\[[0-9a-f:]{2,39}\]:\d{1,5}/g, 'ADDRESS', 'dial tcp [::1]:8080'],
  [/\/(?:tmp|var\/folders|private\/tmp)\/[^\s:'"]{1,300}/g, 'TEMP', 'open /tmp/TestA123/001/x'],
  [/\b0x[0-9a-f]+\b/gi, 'HEX', '(*main.T) 0xc000012345'],
  [
    /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi,
    'HEX',
    'a1b2c3d4-0000-4000-8000-0123456789ab',
  ],
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{6,64}\b/gi, 'HEX', 'commit 1a2b3c4'],
  [
    /\b\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m|h)(?:\d+(?:\.\d+)?(?:ns|us|µs|ms|s|m))*(?![\p{L}\d])/gu,
    'TIME',
    'after 1m30s',
  ],
  [/-?\b\d+(?:\.\d+)?(?:e[+-]?\d+)?\b/g, 'N', 'index out of range [5] with length 3'],
];

const maxChars = 1000;

/** A message without what differs from run to run. */
export function normalisedMessage(message: string): string {
  let text = message.slice(0, maxChars);
  for (const [pattern, by] of replacements) text = text.replace(pattern, by);
  return text.replace(/\s+/g, ' ').trim();
}

/** Patterns with what they are for, for the tests. */
export const messageReplacements = replacements;
