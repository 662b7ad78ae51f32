import type { LogStage } from './log-stage.ts';
import { logPrefixes, type LogPrefix } from './log-prefix.ts';

/** So many lines are looked at before it is said what their prefix is. */
const windowLines = 64;
const maxWindowChars = 1_000_000;
/** So much of them must have it, where the prefix says nothing else; less, where the lines before them had it. */
const enough = 0.6;
const enoughToGoOn = 0.2;
const maxJoinedChars = 4_000_000;

/** Takes one prefix away, where most lines have the same one. */
export function createPrefixStage(emit: (line: string) => void): LogStage {
  let window: string[] = [];
  let chars = 0;
  let current: LogPrefix | null = null;
  /** A line that was cut for transport (CRI), which the next one continues. */
  let open: string | null = null;
  /** The last line, which the next one may continue (GitLab). */
  let last: string | null = null;

  const release = (): void => {
    if (last !== null) emit(last);
    last = null;
  };
  const whole = (text: string, mayGoOn: boolean): void => {
    release();
    if (mayGoOn) last = text;
    else emit(text);
  };
  const strip = (line: string, { pattern }: LogPrefix): void => {
    const found = pattern.exec(line);
    if (found === null) {
      whole(line, false);
      return;
    }
    const text = line.slice(found[0].length);
    const part = found.groups?.['part'];
    if (part === '+' && last !== null && last.length < maxJoinedChars) {
      last += text;
      return;
    }
    if (part === 'P' && (open ?? '').length < maxJoinedChars) {
      open = (open ?? '') + text;
      return;
    }
    whole((open ?? '') + text, part === ' ' || part === '+');
    open = null;
  };
  const flush = (): void => {
    current = commonPrefix(window, current);
    for (const line of window) {
      if (current === null) whole(line, false);
      else strip(line, current);
    }
    window = [];
    chars = 0;
  };

  return {
    push(line) {
      window.push(line);
      chars += line.length;
      if (window.length >= windowLines || chars > maxWindowChars) flush();
    },
    end() {
      flush();
      release();
      if (open !== null) emit(open);
      open = null;
    },
  };
}

function commonPrefix(lines: readonly string[], before: LogPrefix | null): LogPrefix | null {
  const written = lines.filter((line) => line !== '');
  if (before !== null && isCommon(before, written, enoughToGoOn)) return before;
  return logPrefixes.find((prefix) => isCommon(prefix, written, prefix.enough ?? enough)) ?? null;
}

/** Whether such a part of the lines has it, and at least one. */
function isCommon({ pattern }: LogPrefix, lines: readonly string[], part: number): boolean {
  let lacking = 0;
  const most = Math.min(lines.length - 1, lines.length * (1 - part));
  for (const line of lines) if (!pattern.test(line) && ++lacking > most) return false;
  return lines.length > 0;
}
