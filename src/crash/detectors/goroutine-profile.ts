import { detached } from '../goroutines/detached.ts';
import type { Frame } from '../frame.ts';

// A goroutine or goroutine leak profile in its text form, debug=1 (printCountProfile in src/runtime/pprof/pprof.go):
//
//     goroutineleak profile: total 3
//     2 @ 0x47d84a 0x41421c 0x413e17 0x4e1654 0x4835e1
//     # labels: {"job":"resize all"}
//     #	0x4e1653	example.com/m.(*Queue).work+0x53	/src/m/queue.go:16

/** Goroutines with the same stack and labels. The innermost frames of the runtime are left out. */
export interface ProfiledStack {
  count: number;
  /** `2 @ 0x47d84a 0x41421c` */
  title: string;
  labels: Record<string, string>;
  frames: readonly Frame[];
}

export interface GoroutineProfile {
  name: 'goroutine' | 'goroutineleak';
  total: number;
  stacks: readonly ProfiledStack[];
}

const headline = /^(?<name>goroutine|goroutineleak) profile: total (?<total>\d{1,15})$/;
const record = /^(?<count>\d{1,15}) @(?: 0x[0-9a-f]+)*$/;
const position =
  /^#\t0x[0-9a-f]+\t(?<function>[^\t]+)\+0x[0-9a-f]+\t+(?<file>[^\t]+):(?<line>\d{1,10})$/;
/** Of a frame without a name, the address alone. */
const address = /^#\t0x[0-9a-f]+$/;
const labelled = /^# labels: (?<labels>\{.*\})$/;
const maxStacks = 10_000;
const maxFrames = 1000;
const maxTitleChars = 200;
const maxPartChars = 4096;

export interface ProfileReader {
  readonly name: GoroutineProfile['name'];
  /** False for a line that is not the profile's. */
  push: (line: string) => boolean;
  finish: () => GoroutineProfile;
}

/** A reader for the profile that begins with this line; null for any other line. */
export function openGoroutineProfile(line: string): ProfileReader | null {
  const groups = headline.exec(line)?.groups;
  if (groups === undefined) return null;
  const name = groups['name'] === 'goroutine' ? 'goroutine' : 'goroutineleak';
  const stacks: (ProfiledStack & { frames: Frame[] })[] = [];
  let current: (ProfiledStack & { frames: Frame[] }) | null = null;
  return {
    name,
    push(text) {
      if (text === '') return true;
      const count = record.exec(text)?.groups?.['count'];
      if (count !== undefined) {
        current = {
          count: Number(count),
          title: detached(text.slice(0, maxTitleChars)),
          labels: {},
          frames: [],
        };
        if (stacks.length < maxStacks) stacks.push(current);
        return true;
      }
      if (current === null) return false;
      const frame = readPosition(text);
      if (frame !== null) {
        if (current.frames.length < maxFrames) current.frames.push(frame);
        return true;
      }
      const labels = labelled.exec(text)?.groups?.['labels'];
      if (labels !== undefined) current.labels = readLabels(labels);
      return labels !== undefined || address.test(text);
    },
    finish: () => ({ name, total: Number(groups['total']), stacks }),
  };
}

/** The first profile of a text; null where there is none. */
export function parseGoroutineProfile(text: string): GoroutineProfile | null {
  let reader: ProfileReader | null = null;
  for (const line of text.split('\n')) {
    const plain = line.endsWith('\r') ? line.slice(0, -1) : line;
    if (reader === null) reader = openGoroutineProfile(plain);
    else if (!reader.push(plain)) break;
  }
  return reader?.finish() ?? null;
}

function readPosition(line: string): Frame | null {
  const { function: name = '', file = '', line: number } = position.exec(line)?.groups ?? {};
  if (number === undefined) return null;
  return {
    function: detached(name.slice(0, maxPartChars)),
    file: detached(file.slice(0, maxPartChars)),
    line: Number(number),
  };
}

/** Go quotes them nearly as JSON does; what only Go can read is left out. */
function readLabels(text: string): Record<string, string> {
  try {
    const labels: unknown = JSON.parse(text.slice(0, maxPartChars));
    return Object.fromEntries(
      Object.entries(labels as object).map(([key, value]) => [key, String(value)]),
    );
  } catch {
    return {};
  }
}
