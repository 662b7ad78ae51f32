import { parseCrashFile, reconcile } from '../crash/crash-file.ts';
import { scanCrashes } from '../crash/crash-scanner.ts';
import { endsProcess, type ParsedCrash } from '../crash/parsed-crash.ts';
import type { CauseFacts, Evidence } from './facts.ts';

// The crash that ended the process, as its text tells it. The crash file is the runtime's; where there is none (before Go 1.23,
// without the agent) the last crash of the output is the best there is: what a test printed before is not it.

export interface OwnCrash {
  /** Null where the text is too short to be read as a crash. */
  parsed: ParsedCrash | null;
  text: string;
  source: 'crash file' | 'output';
  confidence: 'confirmed' | 'consistent';
}

const known = new WeakMap<CauseFacts, { crash: OwnCrash | null }>();

/** Null for a process that did not crash, as far as is known. */
export function ownCrash(facts: CauseFacts): OwnCrash | null {
  const found = known.get(facts) ?? { crash: findOwn(facts) };
  known.set(facts, found);
  return found.crash;
}

function findOwn({ ending, crash, output }: CauseFacts): OwnCrash | null {
  const { file, stream, fileIsReliable } = crash;
  const printed = (): ParsedCrash[] =>
    ending === 'crashed' ? scanCrashes(output).filter(({ survived }) => !survived) : [];
  if (file !== '') {
    // The line `fatal error: ...` stands in the output only.
    const [parsed = null] = reconcile(printed(), parseCrashFile(file), fileIsReliable, output);
    return { parsed, text: file, source: 'crash file', confidence: 'confirmed' };
  }
  if (fileIsReliable || stream === null) return null;
  const parsed = printed().findLast(({ kind }) => endsProcess(kind)) ?? null;
  const lines = output.split('\n').slice((parsed?.firstLine ?? 1) - 1);
  return { parsed, text: lines.join('\n'), source: 'output', confidence: 'consistent' };
}

/** What the runtime printed when it gave up; null where that cannot be told from what was printed before. */
export function throwWords(facts: CauseFacts): string | null {
  const parsed = ownCrash(facts)?.parsed;
  return parsed?.kind === 'fatal-error' && parsed.message !== '' && parsed.stacks.length > 0
    ? [`fatal error: ${parsed.message}`, ...parsed.notes].join('\n')
    : null;
}

/** The panic that ended the process, in the runtime's words. */
export interface OwnPanic {
  /** `panic: VALUE`: of a chain the last value, which is what nobody recovered; its first line. */
  line: string;
  /** The same of every value of the chain, the first one first. */
  chain: string[];
  /** The processor or the kernel raised it: nobody can print that into the crash file. */
  bySignal: boolean;
  text: string;
  source: OwnCrash['source'];
  confidence: OwnCrash['confidence'];
  evidence: Evidence;
}

/** What the runtime remarks behind a value that package testing passed on: it is said of every panic in a test. */
const recovered = / \[recovered(?:, repanicked)?\]$/;
const maxLineChars = 300;

export function ownPanic(facts: CauseFacts): OwnPanic | null {
  const crash = ownCrash(facts);
  const chain = crash === null ? [] : panicLines(crash);
  const line = chain.at(-1);
  if (crash === null || line === undefined) return null;
  const { parsed, text, source, confidence } = crash;
  return {
    ...{ line, chain, text, source, confidence, evidence: { source, detail: line } },
    // A text without goroutines was cut off, and may have lost that line.
    bySignal: parsed === null || parsed.stacks.length === 0 || parsed.signal !== null,
  };
}

function panicLines({ parsed, text, source }: OwnCrash): string[] {
  if (parsed !== null && parsed.stacks.length > 0) {
    const values = parsed.kind === 'panic' ? parsed.panics.map((panic) => panic.text) : [];
    return values.map((value) => `panic: ${value.split('\n', 1)[0] ?? ''}`.slice(0, maxLineChars));
  }
  const at = (source === 'crash file' ? /^panic: .*/m : /(?:^|.)panic: .*/m).exec(text);
  if (at === null) return [];
  const line = at[0].slice(at[0].indexOf('panic: '));
  return [line.replace(recovered, '').slice(0, maxLineChars)];
}
