import { distance } from 'fastest-levenshtein';
import { causeOfCrash } from '../cause/crash-cause.ts';
import type { CauseId } from '../report/cause-ids.ts';
import type { KnownCrash } from './known-crash.ts';
import { fulfilled } from './signature.ts';
import type { Subject } from './subject.ts';

/** The case that is most like an unknown crash. */
export interface Nearest {
  known: KnownCrash;
  /** 0 to 1: conditions that hold, and how alike the messages are. */
  likeness: number;
}

/** Less than that is no help to anybody. */
const minLikeness = 0.5;
const maxMessageChars = 200;

/** Where nothing is near, the family that a cause belongs to. */
const families: Partial<Record<CauseId, string>> = {
  'nil-dereference': 'nil-and-empty',
  'init-panic': 'init-flags-testmain',
  'concurrent-map': 'maps-and-sync',
  deadlock: 'goroutine-lifecycle',
  timeout: 'goroutine-lifecycle',
  'goroutine-leak': 'goroutine-lifecycle',
  'data-race': 'data-races',
  'stack-overflow': 'memory-and-stack',
  'go-out-of-memory': 'memory-and-stack',
  'address-space-limit': 'memory-and-stack',
  checkptr: 'unsafe-and-cgo',
  sanitizer: 'unsafe-and-cgo',
  signal: 'unsafe-and-cgo',
  'os-exit': 'init-flags-testmain',
  'log-fatal': 'init-flags-testmain',
  killed: 'os-files-processes-limits',
  'build-failed': 'build-modules-toolchain',
  'vet-failed': 'build-modules-toolchain',
  'setup-failed': 'build-modules-toolchain',
};

/** The known crash that comes nearest, among those of the same kind; null where none does. */
export function nearest(subject: Subject, all: readonly KnownCrash[]): Nearest | null {
  const cause = causeOfCrash(subject.crash);
  let best: Nearest | null = null;
  for (const known of all) {
    if (known.cause !== cause) continue;
    for (const signature of known.signatures) {
      const share = fulfilled(signature, subject);
      if (share === null || share === 0) continue;
      const alike = likeMessages(known.message, subject.crash.message);
      const likeness = (share + alike) / 2;
      if (likeness >= minLikeness && likeness > (best?.likeness ?? 0)) best = { known, likeness };
    }
  }
  return best;
}

/** The family of an unknown crash: that of the nearest case, or what its cause stands for; null where neither tells. */
export function familyOf(subject: Subject, near: Nearest | null): string | null {
  if (near !== null) return near.known.family;
  const { crash } = subject;
  if (crash.message.startsWith('runtime error: ') && crash.signal === null)
    return 'bounds-and-conversions';
  return families[causeOfCrash(crash)] ?? null;
}

function likeMessages(a: string, b: string): number {
  const [one, other] = [a.slice(0, maxMessageChars), b.slice(0, maxMessageChars)];
  return 1 - distance(one, other) / Math.max(1, one.length, other.length);
}
