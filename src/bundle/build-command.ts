import type { RunPlanLeg } from '../run/run-plan.ts';

/** The go command that builds the test binary of a package as the leg did, without running it. */
export function buildCommand(leg: RunPlanLeg, packageName: string, target: string): string[] {
  const { command } = leg;
  const patternsAt = command.indexOf(`-race=${String(leg.race)}`) + 1;
  const before = command
    .slice(2, patternsAt)
    .filter((word) => word !== '-json' && !word.startsWith('-exec='));
  const words = command.slice(patternsAt + leg.patterns.length);
  const end = words.findIndex((word) => /^--?args$/.test(word));
  const flags = end < 0 ? words : words.slice(0, end);
  // The last -o wins, the user's own among them; a flag that go does not know ends the packages.
  return ['go', 'test', '-c', ...before, packageName, ...flags, `-o=${target}`];
}
