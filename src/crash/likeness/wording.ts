// Go says the same differently from version to version, and some messages say what chance decides. The first row that fits gives
// the words that count.
interface Wording {
  pattern: RegExp;
  by: string;
  samples: readonly string[];
}

const rows: readonly Wording[] = [
  // runtime.PanicNilError; `panic: nil` before Go 1.21
  {
    pattern: /^(?:nil$|panic called with nil argument)/,
    by: 'panic called with nil argument',
    samples: ['nil', 'panic called with nil argument (use GODEBUG=panicnil=1 to disable)'],
  },
  // runtime/cgocall.go: 1.20, 1.21 and 1.26
  {
    pattern:
      /^(?:cgo argument has Go pointer to |argument of cgo function has Go pointer to unpinned Go )/,
    by: 'cgo argument has Go pointer to Go pointer',
    samples: [
      'cgo argument has Go pointer to Go pointer',
      'cgo argument has Go pointer to unpinned Go pointer',
      'argument of cgo function has Go pointer to unpinned Go pointer',
    ],
  },
  {
    pattern:
      /^(?:cgo result (?:has Go pointer$|is unpinned Go pointer )|\S{1,1000}: result of Go function \S{1,500} called from cgo is unpinned Go )/,
    by: 'cgo result has Go pointer',
    samples: [
      'cgo result has Go pointer',
      'cgo result is unpinned Go pointer or points to unpinned Go pointer',
      'm/a.go:13: result of Go function f called from cgo is unpinned Go pointer or points to unpinned Go pointer',
    ],
  },
  // testing.go: 1.23, 1.24 and 1.26
  {
    pattern:
      /^testing: (?:t\.(?:Parallel called after t\.Setenv|Setenv called after t\.Parallel);|test using t\.Setenv.{1,80} can not use t\.Parallel$)/,
    by: 'testing: environment of a parallel test',
    samples: [
      'testing: t.Parallel called after t.Setenv; cannot set environment variables in parallel tests',
      'testing: t.Setenv called after t.Parallel; cannot set environment variables in parallel tests',
      'testing: test using t.Setenv or t.Chdir can not use t.Parallel',
      'testing: test using t.Setenv, t.Chdir, or cryptotest.SetGlobalRandom can not use t.Parallel',
    ],
  },
  // crypto/crypto.go: 1.27
  {
    pattern: /^crypto: requested hash function (?:#\d{1,3} is unavailable$|unavailable: )/,
    by: 'crypto: requested hash function unavailable',
    samples: [
      'crypto: requested hash function #2 is unavailable',
      'crypto: requested hash function unavailable: MD5',
    ],
  },
  // runtime/slice.go: 1.19
  {
    pattern: /^growslice: (?:cap|len) out of range$/,
    by: 'growslice: len out of range',
    samples: ['growslice: cap out of range', 'growslice: len out of range'],
  },
  // What is logged differs from time to time.
  {
    pattern: /^Log in goroutine after \S{1,500} has completed: /,
    by: 'Log in goroutine after test has completed',
    samples: ['Log in goroutine after TestX/a has completed: order 17 shipped'],
  },
  // Who of the two notices it is chance.
  {
    pattern:
      /^concurrent map (?:writes|read and map write|iteration and map write|clone and map write)$/,
    by: 'concurrent map access',
    samples: ['concurrent map writes', 'concurrent map read and map write'],
  },
];

/** The words of a message that all versions of Go have in common, as far as they are known to differ. */
export function commonWording(message: string): string {
  const text = message.replace(/^runtime error: /, '');
  return rows.find(({ pattern }) => pattern.test(text))?.by ?? text;
}

/** For the tests. */
export const wordings = rows;
