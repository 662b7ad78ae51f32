import type { CrashStack } from '../parsed-crash.ts';

/** What a line is that is no frame: above a stack, something to know, drawn memory, or what ends the report. */
type Part = 'heading' | 'note' | 'filler' | 'summary' | 'map' | 'end';

// compiler-rt/lib/asan/asan_descriptions.cpp and asan_errors.cpp, lsan_common.cpp, msan_report.cpp, tsan_report.cpp
export const sanitizerLines: readonly { part: Part; pattern: RegExp; sample: string }[] = [
  { part: 'filler', pattern: /^\s*$/, sample: '' },
  { part: 'end', pattern: /^==\d+==ABORTING$/, sample: '==13==ABORTING' },
  { part: 'end', pattern: /^Exiting$/, sample: 'Exiting' },
  { part: 'end', pattern: /^={18}$/, sample: '==================' },
  {
    part: 'end',
    pattern: /^[A-Z][A-Za-z]+Sanitizer: nested bug in the same thread, aborting\.$/,
    sample: 'ThreadSanitizer: nested bug in the same thread, aborting.',
  },
  {
    part: 'summary',
    pattern: /^SUMMARY: [A-Z][A-Za-z]+Sanitizer: /,
    sample: 'SUMMARY: AddressSanitizer: double-free /src/m/native.go:13 in last',
  },
  {
    part: 'map',
    pattern: /^Shadow byte(?:s around| legend)/,
    sample: 'Shadow bytes around the buggy address:',
  },
  {
    part: 'map',
    pattern: /^(?:=>| {2})0x[0-9a-f]+:/,
    sample: '=>0x0c047fff8000: fa fa fd fd fa fa fd[fd]fa fa fa fa fa fa fa fa',
  },
  {
    part: 'map',
    pattern: /^ {2}[A-Z][A-Za-z -]+: +[0-9a-f]{2}(?: [0-9a-f]{2})* ?$/,
    sample: '  Heap left redzone:       fa',
  },
  {
    part: 'heading',
    pattern: /^ {0,2}(?:previous )?(?:atomic )?(?:read|write) of size \d+ at 0x[0-9a-f]+ /i,
    sample: '  Previous write of size 4 at 0x0000006fe178 by thread T5:',
  },
  {
    part: 'heading',
    pattern: /^(?:previously allocated|allocated|freed) by thread T\d/,
    sample: 'previously allocated by thread T0 here:',
  },
  {
    part: 'heading',
    pattern: /^ {0,2}Thread T\d+ .*created by /,
    sample: '  Thread T6 (tid=13, running) created by main thread at:',
  },
  {
    part: 'heading',
    pattern: /^(?:Address )?0x[0-9a-f]+ is located in stack of thread/,
    sample: 'Address 0x7ffceac05870 is located in stack of thread T0 at offset 48 in frame',
  },
  {
    part: 'heading',
    pattern: /^(?:Direct|Indirect) leak of \d+ byte\(s\)/,
    sample: 'Direct leak of 16 byte(s) in 1 object(s) allocated from:',
  },
  {
    part: 'heading',
    pattern:
      /^ {2}(?:Uninitialized value was|Memory was marked|Member fields were|Virtual table ptr)/,
    sample: '  Uninitialized value was created by a heap allocation',
  },
  {
    part: 'heading',
    pattern: /^ {2}(?:Mutex M\d+ |As if synchronized via sleep:|and:|Signal \d+ handler invoked)/,
    sample: '  Mutex M59 acquired here while holding mutex M58 in main thread:',
  },
  {
    part: 'heading',
    pattern:
      /^ {2}Location is (?:heap block|file descriptor|.* of size \d+ at 0x[0-9a-f]+ allocated)/,
    sample: '  Location is heap block of size 4 at 0x7b0400000000 allocated by main thread:',
  },
  {
    part: 'heading',
    pattern: /^(?:These globals were registered| {2}\[\d\](?::| size=))/,
    sample: 'These globals were registered at these points:',
  },
  {
    part: 'note',
    pattern: /^(?:Address )?0x[0-9a-f]+ (?:is (?:located|a wild)|cannot be)/,
    sample:
      '0x60200000003c is located 12 bytes inside of 16-byte region [0x602000000030,0x602000000040)',
  },
  {
    part: 'note',
    pattern: /^ {2}(?:Location is |Cycle in lock order graph|And \d+ more similar)/,
    sample: "  Location is global 'total' of size 4 at 0x0000006fe178 (m.test+0x6fe178)",
  },
  {
    part: 'note',
    pattern: /^ {2}This frame has \d+ object|^ {4}\[\d+, \d+\) /,
    sample: "    [32, 48) 'values' <== Memory access at offset 48 overflows this variable",
  },
  {
    part: 'note',
    pattern: /^==\d+==(?!\s?(?:ERROR|WARNING): )/,
    sample: '==13==The signal is caused by a READ memory access.',
  },
  {
    part: 'note',
    pattern: /^ {2}(?:object passed to delete|size of the |alignment of the )/,
    sample: '  object passed to delete has wrong type:',
  },
  {
    part: 'filler',
    pattern: /^ {0,4}(?:HINT|Hint): |^ {6}\(longjmp and/,
    sample:
      '    Hint: use TSAN_OPTIONS=second_deadlock_stack=1 to get more informative warning message',
  },
  {
    part: 'filler',
    pattern: /^[A-Z][A-Za-z]+Sanitizer can not provide additional info\.$/,
    sample: 'AddressSanitizer can not provide additional info.',
  },
  {
    part: 'filler',
    pattern: /^ {4}(?:\[failed to restore the stack\]|<empty stack>)$/,
    sample: '    [failed to restore the stack]',
  },
];

/** Null for a line that is no sanitizer's. */
export function partOf(line: string): Part | null {
  return sanitizerLines.find(({ pattern }) => pattern.test(line))?.part ?? null;
}

const access =
  /^\s*(?<previous>previous )?(?<operation>(?:atomic )?(?:read|write)) of size \d+ at (?<address>0x[0-9a-f]+)/i;

/** The part that a stack plays, by the line above it; the first stack of a report is what it is about. */
export function roleOf(
  heading: string,
  isFirst: boolean,
  isRace: boolean,
): Pick<CrashStack, 'role' | 'access'> {
  const { previous, operation, address = '' } = access.exec(heading)?.groups ?? {};
  const seen =
    operation === undefined
      ? null
      : {
          operation: operation.toLowerCase() as NonNullable<CrashStack['access']>['operation'],
          address,
        };
  if (previous !== undefined || /^freed by/.test(heading))
    return { role: 'previous', access: seen };
  if (isFirst) return { role: isRace ? 'access' : 'crashing', access: seen };
  return { role: /^\s*Thread T\d+ /.test(heading) ? 'creation' : 'other', access: seen };
}
