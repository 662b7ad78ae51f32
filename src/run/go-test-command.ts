import type { GoToolchain } from '../machine/go-toolchain.ts';
import { joinQuotedWords } from '../settings/quoted-words.ts';
import type { LegPlan } from './plan-legs.ts';

/** What of a leg a go test runs; the whole of it unless said otherwise. */
export interface Selection {
  /** Package patterns. */
  patterns: readonly string[];
  /** Flags that outdo the user's. */
  extraFlags: readonly string[];
}

/** The go test command of a leg. Its -exec text is the same from run to run, because go test's result cache is keyed by it. */
export function goTestCommand(
  plan: LegPlan,
  overlayPath: string,
  selection: Selection = { patterns: plan.patterns, extraFlags: [] },
): string[] {
  const { leg } = plan;
  const { exec: wrapper, toolexec } = leg.goTestFlags;
  const wrap = wrapper.length === 0 ? [] : ['-wrap', String(wrapper.length), ...wrapper];
  const overlayvet = vetKnowsOverlays(plan.go) ? [] : [plan.probe.overlayvet, overlayPath];
  const tools = [...overlayvet, ...toolexec];
  return [
    'go',
    'test',
    '-json',
    commandFlag('exec', [plan.probe.shim, ...wrap]),
    ...(tools.length === 0 ? [] : [commandFlag('toolexec', tools)]),
    `-overlay=${overlayPath}`,
    `-race=${String(leg.race)}`,
    // Packages come before the user's flags: the go command takes no package after a flag that it does not know.
    ...selection.patterns,
    ...withLast(leg.goTestFlags.words, selection.extraFlags),
  ];
}

/** The last of two equal flags wins; what follows -args is no flag of go test. */
export function withLast(words: readonly string[], extra: readonly string[]): string[] {
  const at = words.findIndex((word) => /^--?args$/.test(word));
  return at < 0 ? [...words, ...extra] : [...words.slice(0, at), ...extra, ...words.slice(at)];
}

/** From Go 1.24 vet reads the files that the overlay names; before, it looked for them where they only seem to lie. */
function vetKnowsOverlays(go: GoToolchain): boolean {
  return go.minor >= 24;
}

function commandFlag(name: 'exec' | 'toolexec', words: readonly string[]): string {
  const text = joinQuotedWords(words);
  if (text === null)
    throw new Error(
      `a word of the -${name} command holds both kinds of quotes: ${words.join(' ')}`,
    );
  return `-${name}=${text}`;
}
