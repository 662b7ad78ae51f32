import type { Frame } from '../frame.ts';
import type { Goroutine } from './goroutine.ts';
import { isRuntime, userFrame } from '../standard-library.ts';

/** What a goroutine waits for, in the words of a Go programmer. */
export type Awaited =
  | 'chan receive'
  | 'chan send'
  | 'select'
  | 'sync.Mutex.Lock'
  | 'sync.RWMutex.RLock'
  | 'sync.RWMutex.Lock'
  | 'sync.WaitGroup.Wait'
  | 'sync.Cond.Wait'
  | 'semaphore'
  | 'IO wait'
  | 'sleep'
  | 'syscall'
  | 'synctest'
  | 'iterator';

interface Rule {
  awaited: Awaited;
  /** States as Go prints them (waitReasonStrings in src/runtime/runtime2.go). */
  states: readonly string[];
  /** Where the state alone does not tell: a function on the stack. */
  through?: RegExp;
}

// Read from the top. Before Go 1.20 every lock waits in the state `semacquire`, a WaitGroup up to Go 1.24; RWMutex.Lock waits for
// the Mutex inside it in all versions.
const rules: readonly Rule[] = [
  { awaited: 'chan receive', states: ['chan receive', 'chan receive (nil chan)'] },
  { awaited: 'chan send', states: ['chan send', 'chan send (nil chan)'] },
  { awaited: 'select', states: ['select', 'select (no cases)'] },
  { awaited: 'sync.Cond.Wait', states: ['sync.Cond.Wait'] },
  { awaited: 'sync.WaitGroup.Wait', states: ['sync.WaitGroup.Wait'] },
  { awaited: 'sync.RWMutex.RLock', states: ['sync.RWMutex.RLock'] },
  { awaited: 'sync.RWMutex.Lock', states: ['sync.RWMutex.Lock'] },
  {
    awaited: 'sync.RWMutex.RLock',
    states: ['semacquire'],
    through: /^sync\.\(\*RWMutex\)\.RLock$/,
  },
  {
    awaited: 'sync.RWMutex.Lock',
    states: ['semacquire', 'sync.Mutex.Lock'],
    through: /^sync\.\(\*RWMutex\)\.Lock$/,
  },
  { awaited: 'sync.Mutex.Lock', states: ['sync.Mutex.Lock'] },
  {
    awaited: 'sync.Mutex.Lock',
    states: ['semacquire'],
    through: /^sync\.\(\*Mutex\)\.(?:Lock|lockSlow)$/,
  },
  {
    awaited: 'sync.WaitGroup.Wait',
    states: ['semacquire'],
    through: /^sync\.\(\*WaitGroup\)\.Wait$/,
  },
  { awaited: 'semaphore', states: ['semacquire'] },
  { awaited: 'IO wait', states: ['IO wait'] },
  { awaited: 'sleep', states: ['sleep'] },
  { awaited: 'syscall', states: ['syscall'] },
  { awaited: 'synctest', states: ['synctest.Run', 'synctest.Wait'] },
  { awaited: 'iterator', states: ['coroutine'] },
];

/** What a goroutine waits for, and the user's line where it does; null for one that runs, could run, or serves the runtime. */
export interface Wait {
  awaited: Awaited;
  /** The innermost frame that is not Go's own; where there is none, the innermost that is not the runtime's. */
  at: Frame | null;
  /** The goroutine has no line of the user's on its stack: `at` is the one that started it. */
  atStart: boolean;
}

export function waitOf({
  state,
  frames,
  createdBy,
}: Pick<Goroutine, 'state' | 'frames' | 'createdBy'>): Wait | null {
  const rule = rules.find(
    ({ states, through }) =>
      states.includes(state) &&
      (through === undefined || frames.some((frame) => through.test(frame.function))),
  );
  if (rule === undefined) return null;
  const own = userFrame(frames);
  const start = own === null && createdBy !== null ? userFrame([createdBy]) : null;
  const at = own ?? start ?? frames.find((frame) => !isRuntime(frame)) ?? null;
  return { awaited: rule.awaited, at, atStart: start !== null };
}
