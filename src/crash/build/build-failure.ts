import { createBuildComplaints } from './build-complaints.ts';
import { parseBuildLine } from './build-lines.ts';
import type { OpenReport, ReportParser } from '../report-parser.ts';

// # example.com/m/a      # example.com/m/a [example.com/m/a.test]      # [example.com/m/a], of vet
const header =
  /^# (?:\[(?<vetted>[^\s\]]{1,1000})\]|(?<package>[^\s[\]]{1,1000})(?: \[[^\s\]]{1,1000}\])?)$/;
/** Lines of a block that no rule knows; a linker may say anything. */
const maxUnknown = 3;

/** What compiler, linker and vet print below `# PACKAGE`. Warnings alone are no failure. */
export const buildFailures: ReportParser = {
  first: '#',
  begin(line) {
    if (!line.startsWith('# ')) return null;
    const { vetted, package: name } = header.exec(line)?.groups ?? {};
    const about = vetted ?? name;
    return about === undefined ? null : openBlock(about);
  },
};

function openBlock(name: string): OpenReport {
  const complaints = createBuildComplaints();
  let lines = 0;
  let unknown = 0;
  let blank = false;
  return {
    push(line) {
      // # example.com/m stands above # [example.com/m]
      if (line.startsWith('# '))
        return lines === 0 && line === `# [${name}]` ? 'taken' : 'not-mine';
      lines++;
      if (line === '') {
        if (blank || lines === 1) return 'not-mine';
        blank = true;
        return 'taken';
      }
      if (blank) return 'not-mine';
      // package example.com/m/a, and how it came to be imported
      if (lines === 1 && /^(?:package \S+|found packages .+)$/.test(line)) {
        if (line.startsWith('found')) complaints.addWords(line);
        return 'taken';
      }
      if (complaints.add(line)) return 'taken';
      if (lines > 1 && !complaints.failed) return 'not-mine';
      if (lines === 1 ? !mayBeComplaint(line) : ++unknown > maxUnknown || !isCommand(line))
        return 'not-mine';
      complaints.addWords(line);
      return 'taken';
    },
    finish: () =>
      complaints.failed ? { ...complaints.draft(), package: withoutTest(name) } : null,
    get sure() {
      return complaints.failed;
    },
  };
}

/** What a linker says about a symbol or a package as a whole: `function main is undeclared in the main package`. */
function mayBeComplaint(line: string): boolean {
  return /\b(?:undeclared|undefined|not defined|duplicate[ds]?|cannot|can't|invalid|missing|mismatch|unknown|too large|failed|not found)\b/.test(
    line.slice(0, 1000),
  );
}

// /usr/bin/gcc -m64 -o $WORK/b001/exe/a.out
function isCommand(line: string): boolean {
  return /^\S*\b(?:gcc|clang|cc|ld|g\+\+) -/.test(line.slice(0, 1000));
}

function withoutTest(name: string): string {
  return name.replace(/(?:_test|\.test)$/, '');
}

// alarm.go:10:25: call of notify copies lock value
const positioned = /^(?:vet: )?[^\s:]{1,600}\.go:\d{1,9}:\d{1,9}: \S/;

/** A tool's own complaint with a position, without a package's name above: `go vet`, since Go 1.26, and packages that cannot be loaded. */
export const positionFailures: ReportParser = {
  begin(line) {
    const extension = line.indexOf('.go:');
    if (extension < 0 || extension > 600 || !positioned.test(line.slice(0, 700))) return null;
    if (isLinter(line)) return null;
    const complaints = createBuildComplaints();
    if (!complaints.add(line) || !complaints.failed) return null;
    return {
      push(next) {
        const read = parseBuildLine(next);
        const mine = read?.kind === 'position' ? !isLinter(next) : next.startsWith('\t');
        return mine && complaints.add(next) ? 'taken' : 'not-mine';
      },
      finish: () => complaints.draft(),
      sure: true,
    };
  },
};

// main.go:10:2: unused variable (unused)     x.go:3:2: message (SA4006)
function isLinter(line: string): boolean {
  return / \([A-Za-z][A-Za-z0-9-]{1,30}\)$/.test(line.slice(-40));
}
