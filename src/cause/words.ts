import type { CauseFacts, Evidence } from './facts.ts';
import { sayings, type Saying } from './sayings.ts';

/** A saying that was found, and what it is worth. */
export interface Words {
  id: Saying['id'];
  /** Who can have written it: the Go runtime while dying, the go command and its tools, or any test. */
  from: 'runtime' | 'go' | 'output';
  confidence: 'confirmed' | 'consistent';
  evidence: Evidence;
  /** A narrower name for some sayings. */
  detail: string | null;
  line: string;
}

const maxLineChars = 300;

/** The first saying of a cause in the runtime's last words, else in the text of the build, else in the output. */
export function findWords(facts: CauseFacts, id: Saying['id']): Words | null {
  const wanted = sayings.filter((saying) => saying.id === id);
  return (
    search(wanted, facts.crash.file, 'runtime') ??
    search(wanted, facts.build?.text ?? '', 'go') ??
    searchOutput(facts, wanted)
  );
}

/**
 * The runtime leaves its `fatal error: ` line out of the crash file, so a throw is known by a file that holds goroutines and no
 * panic; what stands on the standard error then is the runtime's. So is what a process said that died before the agent began.
 */
function searchOutput(facts: CauseFacts, wanted: readonly Saying[]): Words | null {
  const crashed = facts.end?.exitCode === 2 || facts.end?.signal === 'SIGABRT';
  const threw = crashed && isThrow(facts.crash.file);
  const stillborn =
    facts.start !== null && !facts.crash.fileIsReliable && facts.timeline.samples === 0;
  const runtimeSpoke = threw || (stillborn && facts.tests.passed + facts.tests.failed === 0);
  const fromRuntime = runtimeSpoke
    ? search(
        wanted.filter(({ by }) => by === 'runtime'),
        facts.output,
        'runtime',
      )
    : null;
  return fromRuntime ?? search(wanted, facts.output, 'output');
}

/** A crash file that does not begin with a panic: the runtime gave up by itself, or a signal arrived. */
export function isThrow(crashFile: string): boolean {
  return crashFile !== '' && !/^(?:panic: |\[signal |SIG[A-Z]+: )/.test(crashFile.trimStart());
}

function search(wanted: readonly Saying[], text: string, from: Words['from']): Words | null {
  if (text === '') return null;
  for (const { id, pattern, not, detail } of wanted) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const line = lineAt(text, match.index);
    if (not?.test(line) === true) continue;
    const source = { runtime: 'runtime', go: 'go', output: 'output' }[from];
    return {
      id,
      from,
      confidence: from === 'output' ? 'consistent' : 'confirmed',
      evidence: { source, detail: line },
      detail: detail ?? null,
      line,
    };
  }
  return null;
}

function lineAt(text: string, index: number): string {
  const start = text.lastIndexOf('\n', index) + 1;
  const end = text.indexOf('\n', index);
  const line = text.slice(start, end < 0 ? undefined : end);
  // The runtime's words may be glued to a line that a test had not finished.
  const from = Math.min(index - start, Math.max(0, line.length - maxLineChars));
  return line
    .slice(line.length > maxLineChars ? from : 0)
    .slice(0, maxLineChars)
    .trim();
}
