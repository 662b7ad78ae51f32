import type { BlockTitle } from './detector-stacks.ts';
import type { CrashStack } from '../parsed-crash.ts';

// What the race detector prints between its two rules (compiler-rt/lib/tsan/rtl/tsan_report.cpp, the part for Go):
//
//     Previous write at 0x00c0000b0060 by goroutine 7:
//       example.com/m.(*Stock).Take()
//           /src/m/stock.go:12 +0x44
//
//     Goroutine 7 (finished) created at:
//
// A line is made by several writes, so another writer's text may stand behind `by ` and behind `DATA RACE`.

/** A line between the rules; `split` is a title of which the rest comes in a line of its own. */
export type RaceLine =
  | { kind: 'title'; title: BlockTitle }
  | { kind: 'split'; begin: string }
  | { kind: 'rest'; end: string }
  | { kind: 'call'; function: string }
  | { kind: 'position'; file: string; line: number }
  | { kind: 'note' }
  | { kind: 'filler' };

const maxChars = 4096;

interface Rule {
  sample: string;
  pattern: RegExp;
  read: (groups: Record<string, string | undefined>, line: string) => RaceLine;
}

/** Read from the top. */
export const raceRules: readonly Rule[] = [
  {
    sample: '      /src/m/stock.go:12 +0x44',
    pattern: /^ {6}(?<file>.+):(?<line>\d{1,10}) \+0x[0-9a-f]+$/,
    read: ({ file = '', line }) => ({
      kind: 'position',
      file: file === '-' ? '' : file.slice(0, maxChars),
      line: Number(line),
    }),
  },
  {
    sample: '  example.com/m.(*Stock).Take()',
    pattern: /^ {2}(?<function>[^\s(].*)\(\)$/,
    read: (groups) => ({ kind: 'call', function: (groups['function'] ?? '').slice(0, maxChars) }),
  },
  {
    sample: '  [failed to restore the stack]',
    pattern: /^ {2}\[failed to restore the stack\]$/,
    read: () => ({ kind: 'filler' }),
  },
  { sample: '', pattern: /^$/, read: () => ({ kind: 'filler' }) },
  {
    sample: 'Previous write at 0x00c0000b0060 by goroutine 7:',
    pattern:
      /^(?<previous>Previous )?(?<operation>(?:atomic )?(?:read|write)) at (?<address>0x[0-9a-f]+) by (?:main goroutine|goroutine (?<id>\d{1,15})):$/i,
    read: ({ previous, operation = '', address = '', id }, title) => ({
      kind: 'title',
      title: {
        role: previous === undefined ? 'access' : 'previous',
        goroutine: Number(id ?? 0),
        state: '',
        access: {
          operation: operation.toLowerCase() as NonNullable<CrashStack['access']>['operation'],
          address,
        },
        title,
      },
    }),
  },
  {
    sample: 'Goroutine 7 (finished) created at:',
    pattern: /^Goroutine (?<id>\d{1,15}) \((?<state>running|finished)\) created at:$/,
    read: ({ id, state = '' }, title) => ({
      kind: 'title',
      title: { role: 'creation', goroutine: Number(id), state, access: null, title },
    }),
  },
  {
    sample: 'Heap block of size 24 at 0x00c0000b0060 allocated by goroutine 7:',
    pattern:
      /^(?:Heap block of size \d+ at 0x[0-9a-f]+ allocated by (?:main goroutine|goroutine (?<id>\d{1,15}))|Goroutine (?<holder>\d{1,15}) lock mutex \d+ while holding mutex \d+|Mutex \d+ (?:\(0x[0-9a-f]+\) created at|was previously locked here)):$/,
    read: ({ id, holder }, title) => ({
      kind: 'title',
      title: {
        role: 'other',
        goroutine: Number(id ?? holder ?? 0),
        state: '',
        access: null,
        title,
      },
    }),
  },
  {
    sample: 'Global var m.total of size 8 at 0x0000005ca580 declared at /src/m/stock.go:5',
    pattern: /^Global var \S{1,4096} of size \d+ at 0x[0-9a-f]+ declared at /,
    read: () => ({ kind: 'note' }),
  },
  {
    sample: 'Read at 0x0000008395e8 by order shipped',
    pattern: /^(?<begin>(?:Previous )?(?:atomic )?(?:read|write) at 0x[0-9a-f]+ by )/i,
    read: ({ begin = '' }) => ({ kind: 'split', begin }),
  },
  {
    sample: 'goroutine 7:',
    pattern: /^(?:main goroutine|goroutine \d{1,15}):$/,
    read: (_, end) => ({ kind: 'rest', end }),
  },
];

/** Null for what the race detector does not print. */
export function readRaceLine(line: string): RaceLine | null {
  for (const { pattern, read } of raceRules) {
    const match = pattern.exec(line);
    if (match !== null) return read(match.groups ?? {}, line.slice(0, maxChars));
  }
  return null;
}
