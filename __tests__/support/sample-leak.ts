import type { Leak } from '../../src/report/leak-schema.ts';

/** A goroutine that can never go on, but for what is given. */
export function sampleLeak(of: Partial<Leak> = {}): Leak {
  return {
    kind: 'goroutine',
    confidence: 'confirmed',
    package: 'm/p',
    legs: ['race'],
    fingerprint: '0123456789abcdef',
    test: 'TestPool',
    state: 'chan receive',
    goroutines: 3,
    bytesPerRun: null,
    site: { function: 'm/p.(*Pool).work', file: 'p/pool.go', line: 25 },
    createdBy: { function: 'm/p.NewPool', file: 'p/pool.go', line: 19 },
    frames: [{ function: 'm/p.(*Pool).work', file: 'p/pool.go', line: 25 }],
    standing: 'new',
    accepted: null,
    ...of,
  };
}
