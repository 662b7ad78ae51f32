import type { Goroutine } from '../goroutines/goroutine.ts';
import type { Awaited } from '../goroutines/waiting.ts';
import { addressesIn } from './call-words.ts';

interface Row {
  awaited: readonly Awaited[];
  /** The call that is given the address as its first argument. */
  call: RegExp;
  sample: string;
}

// src/sync and src/internal/sync. The calls that park the goroutine get addresses too, but the compiler does not keep them.
export const rows: readonly Row[] = [
  {
    awaited: ['sync.Mutex.Lock'],
    call: /^(?:internal\/)?sync\.\(\*Mutex\)\.(?:lockSlow|Lock)$/,
    sample: 'internal/sync.(*Mutex).lockSlow(0xc00005c050)',
  },
  {
    awaited: ['sync.RWMutex.Lock'],
    call: /^sync\.\(\*RWMutex\)\.Lock$/,
    sample: 'sync.(*RWMutex).Lock(0xc00005c050)',
  },
  {
    awaited: ['sync.RWMutex.Lock'],
    // The Mutex inside is its first field.
    call: /^(?:internal\/)?sync\.\(\*Mutex\)\.lockSlow$/,
    sample: 'sync.(*Mutex).lockSlow(0xc00005c050)',
  },
  {
    awaited: ['sync.RWMutex.RLock'],
    call: /^sync\.\(\*RWMutex\)\.RLock$/,
    sample: 'sync.(*RWMutex).RLock(0xc00005c050)',
  },
  {
    awaited: ['sync.WaitGroup.Wait'],
    call: /^sync\.\(\*WaitGroup\)\.Wait$/,
    sample: 'sync.(*WaitGroup).Wait(0xc00005c050)',
  },
  {
    awaited: ['sync.Cond.Wait'],
    call: /^sync\.\(\*Cond\)\.Wait$/,
    sample: 'sync.(*Cond).Wait(0xc00005c050)',
  },
];

const maxFrames = 8;

/** The address of what a goroutine waits for, where its stack is sure of it; null else. */
export function awaitedAddress(goroutine: Goroutine, awaited: Awaited): string | null {
  const { frames, callArguments } = goroutine;
  if (callArguments === undefined) return null;
  for (const row of rows) {
    if (!row.awaited.includes(awaited)) continue;
    const at = frames.slice(0, maxFrames).findIndex((frame) => row.call.test(frame.function));
    const [address = null] = at < 0 ? [] : addressesIn(callArguments[at] ?? '');
    if (address !== null) return address;
  }
  return null;
}
