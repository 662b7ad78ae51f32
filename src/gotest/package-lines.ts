import type { TestEvent } from './event.ts';
import type { PackageFold } from './package-fold.ts';

const crashWords = [
  'panic: ',
  'fatal error: ',
  'SIGSEGV: ',
  'SIGBUS: ',
  'SIGFPE: ',
  'SIGABRT: ',
  'SIGQUIT: ',
  'SIGTRAP: ',
  'SIGILL: ',
];

export function foldPackageEvent(fold: PackageFold, event: TestEvent): void {
  switch (event.action) {
    case 'start':
      fold.started = true;
      return;
    case 'pass':
    case 'fail':
    case 'skip':
      fold.action = event.action;
      fold.elapsedMs = event.elapsedSeconds === null ? null : event.elapsedSeconds * 1000;
      if (event.failedBuild !== '') {
        fold.buildFailed = true;
        fold.failedBuild = event.failedBuild;
      }
      return;
    default:
      return;
  }
}

/** What go test itself says of a package, between the lines of its tests. */
export function notePackageLine(fold: PackageFold, output: string): void {
  const line = output.trimEnd();
  // Tests print such lines too, of go tests of their own.
  const name = fold.package;
  // ok  \tpkg\t(cached)     ok  \tpkg\t(cached)\tcoverage: 50.0% of statements     ok  \tpkg\t(cached) [no tests to run]
  if (isCached(line, name)) fold.saysCached = true;
  // -test.shuffle 1733139387591425023
  else if (line.startsWith('-test.shuffle ') && isBeforeTests(fold))
    fold.shuffleSeed ??=
      /^-test\.shuffle (?<seed>-?\d{1,20})$/.exec(line)?.groups?.['seed'] ?? null;
  else if (line === 'PASS') fold.saysPass = true;
  else if (line === `?   \t${name}\t[no test files]`) fold.noTestFiles = true;
  // The same under -cover, from Go 1.22: \tpkg\t\tcoverage: 0.0% of statements
  else if (line.startsWith(`\t${name}\t\tcoverage: `)) fold.noTestFiles = true;
  else if (line.startsWith('FAIL\t') && /\[(?:build|setup) failed\]$/.test(line)) {
    fold.buildFailed = true;
    fold.setupFailed ||= line.endsWith('[setup failed]');
  } else if (line.startsWith('*** Test killed with ')) fold.killedByGo = true;
}

function isCached(line: string, name: string): boolean {
  const start = `ok  \t${name}\t(cached)`;
  return line === start || line.startsWith(`${start}\t`) || line.startsWith(`${start} `);
}

function isBeforeTests({ running, passed, failed, skipped }: PackageFold): boolean {
  return running.size === 0 && passed + failed + skipped === 0;
}

/** The first line with which the runtime tells of a crash. */
export function noteCrash(fold: PackageFold, output: string): void {
  // The runtime does not begin a new line for its message: it may be glued to the test's last partial line.
  if (output.includes('panic: test timed out after ')) fold.timedOut = true;
  if (fold.crashLine !== null) return;
  const at = crashWords.map((word) => output.indexOf(word)).find((index) => index >= 0);
  if (at !== undefined) fold.crashLine = output.slice(at).trimEnd();
}
