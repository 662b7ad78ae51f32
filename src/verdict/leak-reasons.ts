import { failsWhereLeaksFail } from '../leaks/failing.ts';
import { leakText } from '../leaks/leak-text.ts';
import type { Leak } from '../report/leak-schema.ts';
import { plural } from '../report/plural.ts';
import type { Reason } from '../report/schema.ts';
import type { Resilience } from '../settings/resilience.ts';

/** Which leaks fail the run. */
export interface LeakModes {
  goroutines: Resilience['leaks']['goroutines'];
  memory: Resilience['leaks']['memory'];
}

const kinds = {
  goroutine: { reason: 'goroutine-leak', noun: 'goroutine leak', setting: 'goroutines' },
  memory: { reason: 'memory-leak', noun: 'memory leak', setting: 'memory' },
} as const;

/** One reason for each package with leaks that fail the run, where the settings say that leaks of their kind do. */
export function* leakReasons(leaks: readonly Leak[], modes: LeakModes): Generator<Reason> {
  const byPackage = new Map<string, Leak[]>();
  for (const leak of leaks) {
    if (modes[kinds[leak.kind].setting] !== 'fail' || !failsWhereLeaksFail(leak)) continue;
    const key = `${leak.kind} ${leak.package}`;
    const same = byPackage.get(key);
    if (same === undefined) byPackage.set(key, [leak]);
    else same.push(leak);
  }
  for (const [first, ...others] of byPackage.values()) {
    if (first === undefined) continue;
    const { reason: kind, noun } = kinds[first.kind];
    const more = others.length === 0 ? '' : `; ${plural(others.length, `more ${noun}`)}`;
    const [leg] = first.legs;
    yield {
      ...{ kind, message: `${leakText(first)}${more}`, package: first.package },
      ...(leg === undefined ? {} : { leg }),
      ...(first.test === null ? {} : { test: first.test }),
    };
  }
}
