import type { CauseFacts, Finding, Rule } from './facts.ts';

// Nothing of the tests is to blame: the go command refused to begin, or a program that was to start the test binary could not be.

export const refusalRules: Rule[] = [
  { id: 'setup-failed', find: goRefused },
  { id: 'exec-failed', find: starterFailed },
];

// cmd/go: flags (internal/cmdflag, internal/base), environment and tools (internal/work/init.go, buildid.go), folders
// (internal/work/action.go, internal/cache/default.go). It says one of these and ends, before it builds or runs any package.
const refusals = [
  // invalid value "x" for flag -count: parse error     go: invalid value "x" for flag -p (from $GOFLAGS): parse error
  /^(?:go: )?(?:invalid (?:boolean )?value "|flag (?:provided but not defined|needs an argument): -)/,
  // go: parsing $GOFLAGS: unknown flag -bogus
  /^go: parsing \$GOFLAGS: /,
  // cannot use -fuzz flag with multiple packages     -covermode must be "atomic", not "set", when -race is enabled
  /^(?:go: )?(?:cannot use -\S+ flag |may not use -|-\S{1,40} must be |no packages to test)/,
  // go: -race requires cgo; enable cgo by setting CGO_ENABLED=1     buildmode=nosuch not supported
  /^(?:go: )?-?\S{1,40} (?:requires cgo|(?:is )?(?:only |not )supported)/,
  // go: unsupported GOOS/GOARCH pair windows/riscv64     unsupported setting GO386=bad
  /^(?:go: )?(?:unsupported GOOS\/GOARCH pair|unsupported setting GO|invalid GO[A-Z]|unknown (?:environment setting )?GO[A-Z])/,
  // go: GOPATH entry is relative; must be absolute path: "rel".
  /^go: GO[A-Z]{1,20} (?:entry|environment variable) /,
  // go: error obtaining buildID for go tool compile: exec: "nosuch": executable file not found in $PATH
  /^go: (?:error obtaining buildID for|no such tool|cannot find GOROOT)/,
  // go: creating work dir: stat /nonexistent: no such file or directory
  /^go: creating work dir: /,
  // failed to initialize build cache at /x: mkdir /x: permission denied
  /^(?:failed to initialize build cache at|build cache is) /,
];

/** What the go command says on its way, of modules mostly. */
const chatter =
  /^go: (?:downloading|finding|extracting|found|added|upgraded|downgraded|removed|updating|warning|writing|module)\b/;

/** The lines that say why; of the others nobody knows whether they are the last word. */
function goRefused(facts: CauseFacts): Finding | null {
  const { ending, start, build } = facts;
  if (ending !== 'not-started' || start !== null || build === null) return null;
  const lines = build.text.split('\n').map((line) => line.slice(0, 2000));
  const refused = lines.find((line) => refusals.some((pattern) => pattern.test(line)));
  const line = refused ?? lines.findLast((text) => text.startsWith('go: ') && !chatter.test(text));
  if (line === undefined) return null;
  return {
    confidence: refused === undefined ? 'consistent' : 'confirmed',
    summary: 'the go command ended before it built or ran the package',
    evidence: [{ source: 'go test', detail: line.slice(0, 300) }],
  };
}

/** What to mend for the go command to begin; null where it came further than that. */
export function refusalSteps(facts: CauseFacts): string[] | null {
  const line = goRefused(facts)?.evidence[0]?.detail;
  if (line === undefined) return null;
  if (/^go: creating work dir: /.test(line))
    return ['point GOTMPDIR, or TMPDIR, to a folder that is there and can be written to'];
  if (line.includes('build cache'))
    return ['point GOCACHE to a folder that is there and can be written to'];
  if (line.includes('$GOFLAGS')) return ['correct GOFLAGS in the environment'];
  return [
    'correct the flag (input: go-test-flags) or the setting (env) that the go command refused',
  ];
}

// os/exec.Error and os.PathError, of what the shim started:
//   exec: "qemu": executable file not found in $PATH     exec: "/x/qemu": stat /x/qemu: no such file or directory
//   fork/exec /x/run.sh: permission denied
const startError =
  /^(?:exec: "(?<quoted>[^"]{1,4096})"|fork\/exec (?<path>.{1,4096}?)): (?:stat .{1,4096}: )?(?<error>.{1,300})$/;

/** go test names the binary that it builds `store.test`: what is called otherwise is the program that -exec gives. */
function starterFailed(facts: CauseFacts): Finding | null {
  const starter = starterOf(facts);
  if (starter === null) return null;
  const errno = facts.death?.errno ?? null;
  const call = facts.failedCall;
  return {
    confidence: errno === null ? 'consistent' : 'confirmed',
    summary: `the program that -exec gives could not be started: ${starter.program}: ${starter.error}`,
    evidence: [
      { source: 'start', detail: `${starter.said}${errno === null ? '' : ` (${errno})`}` },
      ...(call === null ? [] : [{ source: 'strace', detail: call.line }]),
    ],
  };
}

interface Starter {
  program: string;
  error: string;
  said: string;
}

/** The program of -exec that could not be started; null where it was the test binary, or nothing of the kind. */
export function starterOf({ end }: CauseFacts): Starter | null {
  const said = end?.startError ?? null;
  const groups = said === null ? undefined : startError.exec(said)?.groups;
  const program = groups?.['quoted'] ?? groups?.['path'];
  if (said === null || program === undefined || /\.test(?:\.exe)?$/.test(program)) return null;
  return { program, error: groups?.['error'] ?? '', said: said.slice(0, 300) };
}
