import { createBuildComplaints } from './build-complaints.ts';
import type { OpenReport, ReportParser } from '../report-parser.ts';

/** What the go command says of its work and of warnings (src/cmd/go, modfetch, modload, toolchain): no failure. */
const progress =
  /^go: (?:downloading|extracting|finding|found|added|upgraded|downgraded|removed|creating new|copying|converting|to add|warning|toolchain upgraded|trying|no module dependencies|using|adding|updating|switching|unzipping|proxy|build ID|added toolchain|finished)\b/;

/** Whole lines that begin with no `go: `, each beside a sample. */
export const goCommandSayings: readonly { pattern: RegExp; sample: string }[] = [
  {
    pattern: /^found packages \S+ \(\S+\) and \S+ \(\S+\) in /,
    sample: 'found packages one (a.go) and two (b.go) in /src/shop',
  },
  {
    pattern: /^no required module provides package \S+[;:]/,
    sample: 'no required module provides package example.com/x; to add it:',
  },
  {
    pattern: /^package \S+: build constraints exclude all Go files in /,
    sample: 'package example.com/x: build constraints exclude all Go files in /src/x',
  },
  {
    pattern: /^build constraints exclude all Go files in /,
    sample: 'build constraints exclude all Go files in /src/x',
  },
  {
    pattern: /^package \S+ is not (?:in std|in GOROOT|a main package)/,
    sample: 'package fmtt is not in std (/usr/local/go/src/fmtt)',
  },
  { pattern: /^no (?:non-test )?Go files in /, sample: 'no Go files in /src/x' },
  {
    pattern: /^pattern \S+: (?:directory|main module|no matching|lstat|cannot|invalid|import path)/,
    sample: 'pattern ./...: directory prefix . does not contain main module',
  },
  {
    pattern: /^main module \(\S+\) does not contain package /,
    sample: 'main module (example.com/m) does not contain package example.com/m/x',
  },
  {
    pattern: /^directory \S+ (?:is contained in a module|outside|not found)/,
    sample: 'directory x is contained in a module that is not one of the workspace modules',
  },
  {
    pattern: /^verifying \S+: checksum mismatch/,
    sample: 'verifying golang.org/x/text@v0.14.0: checksum mismatch',
  },
  {
    pattern: /^malformed (?:import|module) path /,
    sample: 'malformed import path "a b": invalid char',
  },
  {
    pattern: /^missing go\.sum entry /,
    sample: 'missing go.sum entry for module providing package example.com/x',
  },
  {
    pattern: /^cannot find (?:package|module|main module)\b/,
    sample: 'cannot find package "x" in any of:',
  },
  { pattern: /^cgo: C compiler /, sample: 'cgo: C compiler "gcc" not found: exec: "gcc"' },
];

/** What the go command itself refuses: modules, imports, toolchains. */
export const goCommandFailures: ReportParser = {
  first: 'gfnpbmdvc',
  begin(line) {
    if (line.startsWith('go: ')) {
      if (progress.test(line) || line.length === 4) return null;
      return openFailure(line.slice(4), true);
    }
    if (line.startsWith('package ')) return openImport(line);
    return goCommandSayings.some(({ pattern }) => pattern.test(line))
      ? openFailure(line, true)
      : null;
  },
};

function openFailure(words: string, sure: boolean): OpenReport {
  const complaints = createBuildComplaints();
  complaints.addWords(words);
  return {
    push(line) {
      // 	example.com/b@v1.0.0: reading go.mod     go.mod:4: unknown directive: requires
      if (line.startsWith('\t')) return complaints.add(line) ? 'taken' : 'not-mine';
      return words.endsWith(':') &&
        /^\S*go\.(?:mod|work|sum):\d+: /.test(line) &&
        complaints.add(line)
        ? 'taken'
        : 'not-mine';
    },
    finish: () => complaints.draft(),
    sure,
  };
}

/** `package example.com/m/a`, below it how it came to be imported, and what is wrong. */
function openImport(line: string): OpenReport | null {
  if (goCommandSayings.some(({ pattern }) => pattern.test(line))) return openFailure(line, true);
  if (!/^package \S{1,500}$/.test(line)) return null;
  const complaints = createBuildComplaints();
  return {
    push: (next) => (next.startsWith('\t') && complaints.add(next) ? 'taken' : 'not-mine'),
    finish: () => (complaints.failed ? complaints.draft() : null),
    get sure() {
      return complaints.failed;
    },
  };
}
