import { createHash } from 'node:crypto';
import { locateFrame } from '../../crash/source/located-frame.ts';
import type { Repository } from '../../crash/source/repository.ts';
import { stableName } from '../../crash/likeness/stable-name.ts';
import type { Leak } from '../../report/leak-schema.ts';
import type { GrowingSite } from './growing-sites.ts';

interface Found {
  package: string;
  leg: string;
  site: GrowingSite;
  /** Null where no single test makes it grow. */
  test: string | null;
  /** How often the tests ran in the processes that were compared. */
  repetitions: readonly number[];
  repository: Repository;
}

const maxFrames = 20;

/** Memory that grows with each repetition, as a leak of the Report. Its standing is for others to say. */
export function memoryLeak(found: Found): Leak {
  const { site, repository, test, repetitions } = found;
  const { file, line } = site.site;
  const name = stableName(site.site, site.site, repository);
  return {
    kind: 'memory',
    confidence: 'consistent',
    package: found.package,
    legs: [found.leg],
    fingerprint: createHash('sha256')
      .update(['memory', found.package, name].join('\n'))
      .digest('hex')
      .slice(0, 16),
    test,
    state: `${listed(repetitions)} repetitions compared`,
    goroutines: 0,
    bytesPerRun: site.bytesPerRun,
    site: { file, line, function: site.site.function },
    createdBy: null,
    frames: site.frames.slice(0, maxFrames).map((frame) => locateFrame(frame, repository) ?? frame),
    standing: 'unknown',
    accepted: null,
  };
}

function listed(numbers: readonly number[]): string {
  const words = numbers.map(String);
  const last = words.pop() ?? '';
  return words.length === 0 ? last : `${words.join(', ')} and ${last}`;
}
