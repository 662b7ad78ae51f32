import type { CauseFacts, Evidence, Finding, Rule } from './facts.ts';
import { waitStatus } from './exit-status.ts';
import { lastLogLine, lastWords } from './last-words.ts';

// The process ended itself, without a crash. Who did it is known only from a trace; without one, the code and the last words
// are all there is.

export const exitRules: Rule[] = [
  { id: 'lost', find: unheard },
  { id: 'log-fatal', find: logFatal },
  { id: 'testmain-exit', find: testMainExit },
  { id: 'os-exit', find: osExit },
];

const endedItself = (facts: CauseFacts): boolean =>
  facts.end !== null &&
  facts.end.exitCode !== null &&
  (facts.ending === 'exited' || (facts.ending === 'failed' && facts.tests.failed === 0));

/** Nothing ended the process before its time: what the tests said on their way did not arrive. */
function unheard(facts: CauseFacts): Finding | null {
  const { unfinished, neverRan } = facts.tests;
  const missing = unfinished.length + neverRan.length;
  if (facts.tests.passed + facts.tests.failed + unfinished.length === 0) return null;
  if (!endedItself(facts) || !facts.ranToEnd || missing === 0 || facts.end?.exitCode !== 0)
    return null;
  return {
    confidence: 'consistent',
    summary: `the process ran to its regular end, and of ${String(missing)} declared tests nobody heard that they ended`,
    evidence: [...waitStatus(facts), ...testCounts(facts)],
  };
}

function logFatal(facts: CauseFacts): Finding | null {
  if (!endedItself(facts)) return null;
  const { exitTrace } = facts;
  if (exitTrace !== null) {
    if (!exitTrace.by.startsWith('log.')) return null;
    return {
      confidence: 'confirmed',
      summary: `${exitTrace.by} ended the process${at(facts)}`,
      evidence: [...waitStatus(facts), ...traced(facts), ...lastWords(facts.output)],
      ...called(facts),
    };
  }
  if (facts.end?.exitCode !== 1 || lastLogLine(facts.output) === null) return null;
  return {
    confidence: 'consistent',
    summary:
      'the process ended with exit code 1 right after a line of package log, as log.Fatal does',
    evidence: [...waitStatus(facts), ...lastWords(facts.output)],
  };
}

/** TestMain left without running the tests, or with a code of its own after all of them had passed. */
function testMainExit(facts: CauseFacts): Finding | null {
  if (!endedItself(facts) || !facts.testMain) return null;
  const { passed, failed, unfinished, neverRan } = facts.tests;
  const { exitTrace } = facts;
  if (exitTrace !== null && !exitTrace.viaTestMain) return null;
  const none = passed + failed === 0 && unfinished.length === 0 && neverRan.length > 0;
  const all = unfinished.length + neverRan.length === 0;
  if (!none && !all) return null;
  const code = String(facts.end?.exitCode ?? '');
  const when = none
    ? `TestMain ended the process with exit code ${code} and no test had begun`
    : `every test had ended, none failed, and TestMain ended the process with exit code ${code}`;
  return {
    confidence: exitTrace !== null || (none && facts.ranToEnd) ? 'confirmed' : 'consistent',
    summary: `${when}${at(facts)}`,
    evidence: [
      ...waitStatus(facts),
      ...traced(facts),
      ...testCounts(facts),
      ...lastWords(facts.output),
    ],
    ...called(facts),
  };
}

function osExit(facts: CauseFacts): Finding | null {
  if (!endedItself(facts)) return null;
  const code = facts.end?.exitCode ?? 0;
  const { exitTrace } = facts;
  // 2 is what every crash of the runtime ends with: without a file for its text it proves nothing.
  if (exitTrace === null && (!crashRuledOut(facts) || (code === 2 && !facts.crash.fileIsReliable)))
    return null;
  // It died before the agent began and said nothing: a loader, a constructor of a C library, anything.
  if (exitTrace === null && facts.agent === 'silent') return null;
  const by = exitTrace?.by ?? 'os.Exit or a call like it';
  return {
    confidence: exitTrace === null ? 'consistent' : 'confirmed',
    summary: `the process ended itself with exit code ${String(code)} (${by})${at(facts)}`,
    evidence: [
      ...waitStatus(facts),
      ...traced(facts),
      ...testCounts(facts),
      ...lastWords(facts.output),
    ],
    ...called(facts),
  };
}

/** The runtime would have left its last words. */
function crashRuledOut(facts: CauseFacts): boolean {
  return facts.crash.file === '' && (facts.crash.fileIsReliable || facts.crash.stream === null);
}

/** The position of the call, where a trace found it. */
function called({ exitTrace }: CauseFacts): Pick<Finding, 'position'> {
  if (exitTrace === null) return {};
  const { file, line, function: name } = exitTrace;
  return { position: { file, line, function: name } };
}

function at({ exitTrace }: CauseFacts): string {
  if (exitTrace === null) return '';
  return `, called at ${exitTrace.file}:${String(exitTrace.line)} (${exitTrace.function})`;
}

function traced({ exitTrace }: CauseFacts): Evidence[] {
  if (exitTrace === null) return [];
  const { by, file, line, function: name } = exitTrace;
  const detail = `a second run was traced to its end: ${name} called ${by} at ${file}:${String(line)}`;
  return [{ source: 'exit trace', detail }];
}

function testCounts({ tests }: CauseFacts): Evidence[] {
  const { passed, failed, unfinished, neverRan } = tests;
  const detail = `${String(passed)} passed, ${String(failed)} failed, ${String(unfinished.length)} unfinished, ${String(neverRan.length)} never ran`;
  return [{ source: 'go test', detail }];
}
