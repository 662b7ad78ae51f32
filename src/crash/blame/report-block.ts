import {
  creationOf,
  guiltyFrame,
  related,
  type Investigation,
  type RelatedFrame,
} from './guilt.ts';
import type { CrashStack } from '../parsed-crash.ts';

/** What the first line of a block says it is, beside the accesses; ThreadSanitizer and AddressSanitizer use the same words. */
export const blocks: readonly { title: RegExp; role: string; sample: string }[] = [
  { title: /\bfreed by\b/i, role: 'freed', sample: 'freed by thread T0 here:' },
  {
    title: /\ballocated (?:by|from|at)\b/i,
    role: 'allocated',
    sample: 'previously allocated by thread T0 here:',
  },
  {
    title: /^\s*mutex\b.*\bcreated at\b/i,
    role: 'mutex',
    sample: 'Mutex M1 (0x00c000014030) created at:',
  },
  {
    title: /\bcreated (?:at|by)\b/i,
    role: 'created by',
    sample: 'Goroutine 7 (running) created at:',
  },
];

/** What a block that is no access has to say: where the goroutine was started, the memory allocated, the mutex made. */
export function belonging(stack: CrashStack, investigation: Investigation): RelatedFrame[] {
  const { role, title, goroutine } = stack;
  const said = blocks.find((block) => block.title.test(title))?.role;
  const known = said ?? (role === 'creation' ? 'created by' : null);
  if (known === null) return [];
  const line = guiltyFrame(goroutine.frames, investigation) ?? creationOf(goroutine, investigation);
  return related(line, known);
}
