import { describe, expect, it } from '@jest/globals';
import { createCrashScanner } from '../../../src/crash/crash-scanner.ts';
import type { ParsedCrash } from '../../../src/crash/parsed-crash.ts';
import { reportCrashes } from '../../../src/crash/report-crash.ts';
import type { Repository } from '../../../src/crash/source/repository.ts';
import { lookForWaits } from '../../../src/crash/waits/crash-waits.ts';
import { sharedEffort } from '../../../src/crash/waits/effort.ts';

const source = [
  'package w',
  'func TestA(t *testing.T) {',
  '\tvar mu sync.Mutex',
  '\tmu.Lock()',
  '\tmu.Lock()',
  '}',
];
const repository: Repository = {
  modules: [{ path: 'example.com/w', directory: '' }],
  root: '/src',
  has: (file) => file === 'w_test.go',
  lines: (file) => (file === 'w_test.go' ? source : null),
};

/** A test that locks again what it holds, beside so many others that wait elsewhere, each in another function. */
function timeout(others = 0): ParsedCrash {
  const test = `goroutine 10 [sync.Mutex.Lock]:
sync.(*Mutex).Lock(...)
	/go/src/sync/mutex.go:46
example.com/w.TestA(0xc000012340)
	/src/w_test.go:5 +0x25
created by testing.(*T).Run in goroutine 1
	/go/src/testing/testing.go:2101 +0x4c5
`;
  const rest = Array.from(
    { length: others },
    (_, at) => `goroutine ${String(at + 100)} [chan receive]:
example.com/w.f${String(at)}()
	/src/other.go:${String(at + 1)} +0x25
`,
  );
  const text = `panic: test timed out after 3s
	running tests:
		TestA (3s)

${[test, ...rest].join('\n')}
exit status 2
`;
  const found: ParsedCrash[] = [];
  const scanner = createCrashScanner({ crash: (crash) => found.push(crash) });
  for (const line of text.split('\n')) scanner.push(line);
  scanner.end();
  const [crash] = found;
  if (crash === undefined) throw new Error('no crash in the text');
  return crash;
}

describe('what looking at the dumps of one report may cost', () => {
  it('is shared by all of them, and who comes too late says so', () => {
    const shared = sharedEffort();
    const before = shared.left;
    expect(lookForWaits(timeout(), repository, shared)).toMatchObject({
      ...{ waits: { kind: 'cycle' }, gaveUp: false },
    });
    expect(shared.left).toBeLessThan(before);
    expect(lookForWaits(timeout(), repository, { left: 0 })).toEqual({ waits: null, gaveUp: true });
  });

  it('is not spent on crashes that wait for nothing', () => {
    const panic = { ...timeout(), kind: 'panic', message: 'boom' } as const;
    expect(lookForWaits(panic, repository, { left: 0 })).toEqual({ waits: null, gaveUp: false });
  });

  it('is said in the report where it was not enough', () => {
    const reported = (crash: ParsedCrash): unknown =>
      reportCrashes(
        [
          {
            ...{ parsed: crash, fingerprint: 'a'.repeat(16), cause: 'timeout', known: null },
            blame: { blame: null, related: [], package: 'example.com/w', test: 'TestA' },
            seen: { package: 'example.com/w', leg: 'race', attempt: 1, test: 'TestA' },
          },
        ],
        repository,
      )[0]?.waitsCut;
    expect(reported(timeout())).toBeUndefined();
    expect(reported(timeout(2500))).toBe(true);
  });
});
