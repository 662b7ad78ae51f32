import type { CauseFacts, Evidence } from './facts.ts';
import { ownPanic, throwWords, type OwnPanic } from './own-crash.ts';
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

/**
 * The first saying of a cause where it counts: in the text of the build; in the runtime's last words; in the first line of a panic;
 * in the last thing that each failed test logged; or, when the process died in another way, anywhere in its output.
 */
export function findWords(facts: CauseFacts, id: Saying['id']): Words | null {
  const wanted = sayings.filter((saying) => saying.id === id);
  const any = wanted.filter(({ by }) => by === 'any');
  if (facts.build !== null) return search(wanted, facts.build.text, 'go');
  const panic = ownPanic(facts);
  if (panic !== null && panicked(facts)) return searchPanic(wanted, panic);
  const own = search(wanted, facts.crash.file, 'runtime');
  if (own !== null) return own;
  if (endedInOrder(facts)) return search(any, facts.failureWords.join('\n'), 'output');
  const spoken = wanted.filter(({ by }) => by === 'runtime');
  const thrown = throwWords(facts);
  if (thrown !== null)
    return (
      search(spoken, thrown, isThrow(facts.crash.file) ? 'runtime' : 'output') ??
      search(any, facts.output, 'output')
    );
  const fromRuntime = runtimeSpoke(facts) ? search(spoken, facts.output, 'runtime') : null;
  return fromRuntime ?? search(wanted, facts.output, 'output');
}

/** Every test that began has ended: no runtime gave up, whatever they logged. */
function endedInOrder({ ending, tests }: CauseFacts): boolean {
  return ending === 'failed' && tests.failed > 0;
}

/** Before Go 1.23 the output has to do for the file. */
function panicked({ crash, ending }: CauseFacts): boolean {
  return crash.file === '' ? ending === 'crashed' : crash.file.trimStart().startsWith('panic: ');
}

/** A panic's value is the program's own text, but for the panics that only the runtime and package testing raise. */
function searchPanic(wanted: readonly Saying[], panic: OwnPanic): Words | null {
  const raised = wanted.filter(({ pattern }) => pattern.source.startsWith('panic: '));
  const any = wanted.filter(({ by }) => by === 'any');
  const first = panic.source === 'output' ? 'output' : 'runtime';
  return search(raised, panic.line, first) ?? search(any, panic.chain.join('\n'), 'output');
}

/**
 * The runtime leaves its `fatal error: ` line out of the crash file, so a throw is known by a file that holds goroutines and no
 * panic; what stands on the standard error then is the runtime's. So is what a process said that died before the agent began.
 */
function runtimeSpoke({ end, start, crash, timeline, tests }: CauseFacts): boolean {
  const crashed = end?.exitCode === 2 || end?.signal === 'SIGABRT';
  if (crashed && isThrow(crash.file)) return true;
  const stillborn = start !== null && !crash.fileIsReliable && timeline.samples === 0;
  return stillborn && tests.passed + tests.failed + tests.unfinished.length === 0;
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
    return {
      id,
      from,
      confidence: from === 'output' ? 'consistent' : 'confirmed',
      evidence: {
        source: { runtime: 'runtime', go: 'go build', output: 'output' }[from],
        detail: line,
      },
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
  const from = line.length > maxLineChars ? index - start : 0;
  return line.slice(from, from + maxLineChars).trim();
}

/** Text that only the runtime or the go command can have written, together with a limit that is set, is proof. */
export function provenWith(words: Words | null): Words['confidence'] {
  return words !== null && words.from !== 'output' ? 'confirmed' : 'consistent';
}
