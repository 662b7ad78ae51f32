import { quoted } from './reproduce-flags.ts';

const names = new Set(['run', 'shuffle', 'parallel', 'timeout', 'cpu', 'count']);

/** The flags of an isolation, or of a repetition, as words for a shell, by their names; null where one of them is none of these or does not go into a command line. */
export function isolationFlags(flags: readonly string[]): Map<string, string> | null {
  const words = new Map<string, string>();
  for (const flag of flags) {
    // -run=^(?:TestA|TestB)$  -shuffle=17
    const { name = '', value = '' } = /^-(?<name>[a-z]+)=(?<value>.+)$/su.exec(flag)?.groups ?? {};
    const text = quoted(value);
    if (!names.has(name) || text === null) return null;
    words.set(name, `-${name}=${text}`);
  }
  return words;
}
