import { describe, expect, it } from '@jest/globals';
import { diagnose } from '../../src/cause/cause.ts';
import type { Cause } from '../../src/report/schema.ts';
import { death, end, facts } from '../support/cause-facts.ts';

/** go test said this on its standard error and ended before it came to the package. */
function neverBegan(text: string, goTestSignal: string | null = null): Cause | null {
  return diagnose(
    facts({
      ...{ ending: 'not-started', start: null, end: null, death: null, goTestSignal },
      build: { text, setupFailed: false, toolDeaths: [] },
      tests: { passed: 0, failed: 0, unfinished: [], neverRan: ['TestF'] },
    }),
  );
}

const usage =
  "usage: go test [build/test flags] [packages] [build/test flags & test binary flags]\nRun 'go help test' and 'go help testflag' for details.\n";

describe('a go command that refuses to begin', () => {
  it.each([
    [`invalid value "x" for flag -count: parse error\n${usage}`, 'go-test-flags'],
    [`invalid boolean value "maybe" for -failfast: parse error\n${usage}`, 'go-test-flags'],
    [`go: invalid value "x" for flag -p (from $GOFLAGS): parse error\n${usage}`, 'GOFLAGS in'],
    ['go: parsing $GOFLAGS: unknown flag -bogus\n', 'GOFLAGS in'],
    ['go: -p must be a positive integer: 0\n', 'go-test-flags'],
    ['-covermode must be "atomic", not "set", when -race is enabled\n', 'go-test-flags'],
    ['cannot use -fuzz flag with multiple packages\n', 'go-test-flags'],
    ['buildmode=nosuch not supported\n', 'go-test-flags'],
    ['-race is not supported on linux/386\n', 'go-test-flags'],
    ['go: -race requires cgo; enable cgo by setting CGO_ENABLED=1\n', 'go-test-flags'],
    ['go: may not use -race and -msan simultaneously\n', 'go-test-flags'],
    ['go: unsupported GOOS/GOARCH pair windows/riscv64\n', 'env'],
    ['unsupported setting GO386=bad\n', 'env'],
    ['go: invalid GOFIPS140: must be off, latest, inprocess, certified, or v1.Y.Z\n', 'env'],
    ['go: GOPATH entry is relative; must be absolute path: "rel".\n', 'env'],
    [
      'go: error obtaining buildID for go tool compile: exec: "nosuch": executable file not found in $PATH\n',
      'go-test-flags',
    ],
    ['go: creating work dir: stat /nonexistent: no such file or directory\n', 'GOTMPDIR'],
    ['go: creating work dir: mkdir /tmp/go-build1: read-only file system\n', 'GOTMPDIR, or TMPDIR'],
    ['failed to initialize build cache at /x: mkdir /x: permission denied\n', 'GOCACHE'],
  ])('%s', (text, step) => {
    const cause = neverBegan(`go: downloading example.com/dep v1.0.0\n${text}`);
    expect(cause).toMatchObject({ id: 'setup-failed', confidence: 'confirmed' });
    expect(cause?.evidence[0]).toEqual({ source: 'go test', detail: text.split('\n')[0] });
    expect(cause?.advice.join('\n')).toContain(step);
  });

  it('is only likely to have ended for a line that is not known to be its last', () => {
    expect(neverBegan('go: something that no release has said yet\n')).toMatchObject({
      id: 'setup-failed',
      confidence: 'consistent',
      evidence: [{ source: 'go test', detail: 'go: something that no release has said yet' }],
    });
  });

  it.each([
    '',
    'go: downloading example.com/dep v1.0.0\n',
    'go: warning: "./x/..." matched no packages\n',
    'go: writing stat cache: mkdir /x: permission denied\n',
  ])('says nothing of why in %j', (text) => {
    expect(neverBegan(text)).toMatchObject({ id: 'unknown', confidence: 'unknown' });
  });

  it('is not blamed where a signal ended it, or where its disk was full', () => {
    const full = 'go: creating work dir: mkdir /tmp/go-build1: no space left on device\n';
    expect(neverBegan(full)?.id).toBe('disk-full');
    expect(neverBegan('go: something new\n', 'SIGKILL')?.id).toBe('lost');
  });
});

describe('a program that cannot be started', () => {
  const failed = (startError: string, errno: string | null): Cause | null =>
    diagnose(
      facts({
        ...{ ending: 'not-started', start: null, end: end({ startError }) },
        death: death({ errno }),
      }),
    );

  it.each([
    ['exec: "nosuch": executable file not found in $PATH', 'nosuch', 'executable file not found'],
    ['exec: "/x/run": stat /x/run: no such file or directory', '/x/run', 'no such file'],
    ['fork/exec /x/wrap.sh: no such file or directory', '/x/wrap.sh', 'no such file'],
  ])('is that of -exec: %s', (said, program, error) => {
    const cause = failed(said, 'ENOENT');
    expect(cause).toMatchObject({ id: 'exec-failed', confidence: 'confirmed' });
    expect(cause?.summary).toContain(
      `the program that -exec gives could not be started: ${program}: ${error}`,
    );
    expect(cause?.advice).toEqual([
      `install ${program}, or correct -exec (go-test-flags, or GOFLAGS)`,
    ]);
  });

  it.each([
    'fork/exec /tmp/go-build1/b001/store.test: no such file or directory',
    'exec: "/tmp/go-build1/b001/store.test": permission denied',
    'fork/exec C:\\tmp\\b001\\store.test.exe: not a valid Win32 application',
  ])('is the test binary: %s', (said) => {
    expect(failed(said, 'ENOENT')?.summary).toMatch(/^the test binary could not be started/);
  });

  it('of -exec is not to be installed where something else is wrong with it', () => {
    expect(failed('fork/exec /x/wrap.sh: permission denied', 'EACCES')?.advice).toEqual([]);
  });
});
