import type { ParsedCrash } from '../parsed-crash.ts';

type Position = ParsedCrash['positions'][number];

/** A line of what the compiler, linker or vet print below the package's name. */
export type BuildLine =
  | { kind: 'position'; position: Position; complaint: string; harmless: boolean }
  /** Says more about the line before. */
  | { kind: 'further' }
  | { kind: 'tool'; complaint: string; harmless: boolean };

// ./types.go:9:13: not enough arguments    vet: ./a_test.go:6:5: undefined: total    go.mod:4: unknown directive    C:\m\a.go:3:8: x
const position =
  /^\t?(?:vet: )?(?<file>(?:[A-Za-z]:)?[^:\t\n]{1,1000}\.[A-Za-z]{1,5}|go\.(?:mod|work|sum)):(?<line>\d{1,9})(?::\d{1,9})?: (?<message>.+)$/;
// /usr/local/go/pkg/tool/linux_amd64/link: running gcc failed     collect2: error: ld returned 1 exit status    vet: no export data
const tool =
  /^(?:[A-Za-z]:|\.{0,2}\/)?(?:[^\s:]{1,500}[/\\])?(?<name>[\w.+-]{1,80}?)(?:\.exe)?: (?<message>.+)$/;
const tools = new Set(
  'link compile asm cgo vet pack cover go ld collect2 gcc cc cc1 clang clang++ g++ lld gold mold lto-wrapper'.split(
    ' ',
  ),
);
const warning = /^(?:warning|note|In file included from|remark): /;
const maxChars = 8192;

/** Null for a line of another shape. */
export function parseBuildLine(full: string): BuildLine | null {
  const line = full.length > maxChars ? full.slice(0, maxChars) : full;
  const at = position.exec(line)?.groups;
  if (at !== undefined) {
    const { file = '', line: number = '', message = '' } = at;
    return {
      kind: 'position',
      position: { file, line: Number(number), message },
      complaint: message,
      harmless: warning.test(message) || message === 'too many errors',
    };
  }
  if (/^(?:\t| {2})/.test(line)) return { kind: 'further' };
  // ./a.go: In function ‘f’:     compilation terminated.     too many errors
  if (
    /^(?:\S+: In function |compilation terminated\.|too many errors$|In file included from )/.test(
      line,
    )
  )
    return { kind: 'further' };
  const { name, message } = tool.exec(line)?.groups ?? {};
  if (name === undefined || message === undefined) return null;
  if (!tools.has(name) && !isLinkerObject(line)) return null;
  return { kind: 'tool', complaint: `${name}: ${message}`, harmless: warning.test(message) };
}

// main.f: relocation target main.g not defined      /tmp/go-build1/a.o:b.c:(.text+0x5): undefined reference to `g'
function isLinkerObject(line: string): boolean {
  return /: (?:relocation target|undefined reference to|undefined symbol|in function|multiple definition of) /.test(
    line.slice(0, 2000),
  );
}
