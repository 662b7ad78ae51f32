import type { CauseFacts, Finding, Rule } from './facts.ts';
import { waitStatus } from './exit-status.ts';
import { findWords } from './words.ts';

// Tests that failed in the ordinary way, for a reason that a detector names.

const raceExitCode = 66;

export const failureRules: Rule[] = [
  { id: 'data-race', find: dataRace },
  { id: 'goroutine-leak', find: goroutineLeak },
];

/**
 * The report of the race detector stands in the output; its own count, or its exit code, proves that it is no imitation. The count
 * is of the end of the tests: after it, in what TestMain does then, only the exit code tells, and that a program can choose as well.
 */
function dataRace(facts: CauseFacts): Finding | null {
  if (!facts.race || !['failed', 'exited', 'crashed'].includes(facts.ending)) return null;
  const words = findWords(facts, 'data-race');
  const { races } = facts.timeline;
  const code = facts.end?.exitCode === raceExitCode;
  if (words === null || (races === 0 && !code)) return null;
  const counted = races === null ? code : races > 0;
  return {
    confidence: counted ? 'confirmed' : 'consistent',
    summary: raceSummary(races),
    evidence: [
      ...waitStatus(facts),
      words.evidence,
      ...(races === null
        ? []
        : [
            {
              source: 'race detector',
              detail: `counted ${String(races)} in the process${races === 0 ? ' by the end of the tests' : ''}`,
            },
          ]),
    ],
  };
}

function raceSummary(races: number | null): string {
  if (races === 0) return 'the race detector found a data race after the tests had ended';
  return races === null || races === 1
    ? 'the race detector found a data race'
    : `the race detector found ${String(races)} data races`;
}

function goroutineLeak(facts: CauseFacts): Finding | null {
  if (facts.ending !== 'failed') return null;
  const words = findWords(facts, 'goroutine-leak');
  if (words === null) return null;
  return {
    confidence: 'consistent',
    summary: 'goroutines were left running when their test had ended',
    evidence: [...waitStatus(facts), words.evidence],
  };
}
