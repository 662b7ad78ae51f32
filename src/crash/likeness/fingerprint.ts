import { createHash } from 'node:crypto';
import { causeOfCrash } from '../../cause/crash-cause.ts';
import type { Blame } from '../blame/blame.ts';
import { normalisedMessage } from './normalised-message.ts';
import type { ParsedCrash } from '../parsed-crash.ts';
import type { Repository } from '../source/repository.ts';
import { rootCause } from './root-cause.ts';

// oom-cgroup, oom-host, oom-guard, go-out-of-memory, fd-limit, thread-limit ...
const exhausted = /^(?:oom-.*|go-out-of-memory|disk-full|.*-limit)$/;

/**
 * What two reports of one root cause have in common: 16 hex digits. Moved lines, numbers of goroutines, addresses, inlining and the
 * version of Go, from 1.18 to 1.27, leave it as it is. What ran out in a program ran out wherever it was asked for next: there, only
 * the message counts.
 */
export function fingerprint(crash: ParsedCrash, blame: Blame, repository: Repository): string {
  const cause = causeOfCrash(crash);
  const parts = exhausted.test(cause)
    ? [cause, normalisedMessage(crash.message), crash.package ?? blame.package ?? '']
    : [crash.kind, ...rootCause(crash, blame, repository)];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}
